package cn.duban.web;

import java.util.Comparator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page of somebody signed in is the first thing on their navigation. */
@Controller
class HomeController {

    private final ObjectProvider<Navigation> rooms;

    HomeController(ObjectProvider<Navigation> rooms) {
        this.rooms = rooms;
    }

    @GetMapping("/")
    String home(Viewer viewer) {
        return rooms.stream().flatMap(room -> room.entries().stream())
                .filter(entry -> entry.shownTo(viewer) && !entry.href().equals("/"))
                .min(Comparator.comparingInt(Navigation.Entry::order))
                .map(entry -> "redirect:" + entry.href())
                .orElseThrow(NotFound::new);
    }
}
