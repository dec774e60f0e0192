package cn.duban.hotline.hook;

import cn.duban.hotline.Desks;
import cn.duban.hotline.call.CallDrafts;
import cn.duban.hotline.channel.Hooks;
import cn.duban.hotline.contact.Masking;
import cn.duban.hotline.hook.Rings.Ring;
import cn.duban.hotline.hook.RingingPage.Line;
import cn.duban.ledger.Personal.Kind;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** What rings: on the desk's page by itself, and the screen opens before whoever answered. */
@Controller
@RequestMapping("/hotline/ringing")
class RingingController {

    private final Desks desks;
    private final Hooks hooks;
    private final Rings rings;
    private final CallDrafts drafts;

    RingingController(Desks desks, Hooks hooks, Rings rings, CallDrafts drafts) {
        this.desks = desks;
        this.hooks = hooks;
        this.rings = rings;
        this.drafts = drafts;
    }

    @GetMapping
    String show(@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, HttpServletResponse response, Model model) {
        desks.require(viewer);
        var waiting = rings.waiting(viewer.tenant());
        if (htmx != null) waiting.stream().filter(ring -> ring.endedAt() == null && ring.person() != null && ring.person() == viewer.person()).findFirst().ifPresent(mine -> response.setHeader("HX-Redirect", open(mine, viewer)));
        var connected = hooks.any(viewer.tenant(), "phone");
        model.addAttribute("page", new RingingPage(connected, waiting.stream().map(RingingController::line).toList()));
        return htmx == null ? "hotline/ringing-page" : "hotline/ringing";
    }

    private static Line line(Ring ring) {
        var state = ring.answeredAt() != null ? "answered" : ring.endedAt() != null ? "missed" : "ringing";
        return new Line(ring.id(), Masking.of(Kind.PHONE, ring.phone()), state, Dates.minute(ring.rungAt()));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}")
    String take(@PathVariable UUID id, Viewer viewer) {
        desks.require(viewer);
        return "redirect:" + open(rings.find(viewer.tenant(), id).filter(ring -> !ring.phone().isEmpty()).orElseThrow(NotFound::new), viewer);
    }

    /** The screen of the agent begins with the number; what else is typed there is kept as always. */
    private String open(Ring ring, Viewer viewer) {
        drafts.keep(ring.id(), Map.of("channel", "phone", "phone", ring.phone()), viewer);
        rings.taken(viewer.tenant(), ring.id());
        return "/hotline/calls/" + ring.id();
    }
}
