package cn.duban.units.page;

import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/people/{person:[0-9]+}/depart")
class DepartureController {

    private final Directories directories;
    private final Departures departures;

    DepartureController(Directories directories, Departures departures) {
        this.directories = directories;
        this.departures = departures;
    }

    @GetMapping
    ModelAndView ask(@PathVariable int person, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return new ModelAndView("units/departure", "page",
                departures.page(viewer.tenant(), person, directories.of(viewer.tenant()).today(), "", Map.of()));
    }

    @PostMapping
    ModelAndView depart(@PathVariable int person, @RequestParam LocalDate from, @RequestParam String basis,
            @RequestParam Map<String, String> typed, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        var page = departures.page(viewer.tenant(), person, from, basis, chosen(typed));
        Departures.complain(page);
        if (!page.complaints().isEmpty()) return again(page, HttpStatus.UNPROCESSABLE_CONTENT);
        try {
            flash.addFlashAttribute("said", Words.say("units.done.person-left", departures.depart(Author.of(viewer), page)));
            return Asking.to("/people/" + person);
        } catch (Refused refused) {
            page.complaints().add("from", refused.getMessage() + refused.next());
            return again(page, refused.status());
        }
    }

    private static ModelAndView again(DeparturePage page, HttpStatusCode status) {
        var again = new ModelAndView("units/departure", "page", page);
        again.setStatus(status);
        return again;
    }

    private static Map<Integer, String> chosen(Map<String, String> typed) {
        var chosen = new HashMap<Integer, String>();
        typed.forEach((name, value) -> {
            if (name.matches("to-[0-9]{1,9}")) chosen.put(Integer.valueOf(name.substring(3)), value);
        });
        return chosen;
    }
}
