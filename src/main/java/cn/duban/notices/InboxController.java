package cn.duban.notices;

import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox of the present post: filter, read, follow a notice to its matter. */
@Controller
@RequestMapping("/notices")
class InboxController {

    private static final int PAGE = 30;

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "false") boolean unread, @RequestParam(defaultValue = "") String kind, @RequestParam(required = false) @Nullable UUID before, Viewer viewer, Model model) {
        var only = Kind.named(kind).orElse(null);
        var page = inbox.page(viewer, unread, only, before, PAGE);
        model.addAttribute("page", new InboxPage(page.rows(), unread, only, before == null, page.next()));
        return "notices/inbox";
    }

    /** Leads to the matter; who comes there has read the notice. */
    @GetMapping("/{id}")
    String follow(@PathVariable UUID id, Viewer viewer) {
        var notice = inbox.find(id, viewer).orElseThrow(NotFound::new);
        inbox.read(id, viewer);
        return "redirect:" + notice.about().href() + notice.place();
    }

    @PostMapping("/{id}/read")
    String read(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean unread, @RequestParam(defaultValue = "") String kind, Viewer viewer) {
        inbox.read(id, viewer);
        return "redirect:" + back(unread, kind);
    }

    @PostMapping("/read")
    String readAll(@RequestParam UUID newest, @RequestParam(defaultValue = "false") boolean unread, @RequestParam(defaultValue = "") String kind, Viewer viewer) {
        inbox.readAll(newest, Kind.named(kind).orElse(null), viewer);
        return "redirect:" + back(unread, kind);
    }

    private static String back(boolean unread, String kind) {
        return new InboxPage(java.util.List.of(), unread, Kind.named(kind).orElse(null), true, null).here();
    }
}
