package cn.duban.escalation;

import cn.duban.ledger.TypeDesk;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How documents of each kind are numbered and worded: read by everybody, written by those who write ladders. */
@Controller
@RequestMapping("/escalation/forms")
class FormController {

    private static final String KIND = "/{kind:chaser|order|listed|interview|named|conference}";

    private final Forms forms;
    private final Handling handling;
    private final TypeDesk desk;
    private final Clock clock;

    FormController(Forms forms, Handling handling, TypeDesk desk, Clock clock) {
        this.forms = forms;
        this.handling = handling;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        var today = handling.today(viewer.tenant());
        model.addAttribute("page", new FormsPage(Stream.of(Kind.values()).map(kind -> FormsPage.Row.of(forms.on(today, viewer.tenant(), kind))).toList()));
        return "escalation/forms";
    }

    @GetMapping(KIND)
    String show(@PathVariable String kind, Viewer viewer, Model model) {
        var of = Kind.of(kind).orElseThrow(NotFound::new);
        var form = forms.on(handling.today(viewer.tenant()), viewer.tenant(), of);
        model.addAttribute("page", page(of, form.pattern(), form.title(), form.body(), handling.today(viewer.tenant()).plusDays(1).toString(), new Complaints(), viewer));
        return "escalation/form";
    }

    private FormPage page(Kind kind, String pattern, String title, String body, String since, Complaints complaints, Viewer viewer) {
        return new FormPage(kind, pattern, title, body, since, forms.all(viewer.tenant(), kind).reversed().stream().map(FormPage.Version::of).toList(), complaints, desk.may(viewer));
    }

    @PostMapping(KIND)
    String take(@PathVariable String kind, @RequestParam(defaultValue = "") String pattern, @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "") String since, Viewer viewer, HttpServletResponse response, Model model) {
        if (!desk.may(viewer)) throw Refused.forbidden("escalation.ladder.write", Words.say("escalation.ladder.write"), Words.say("escalation.ladder.write.next"));
        var of = Kind.of(kind).orElseThrow(NotFound::new);
        var complaints = new Complaints();
        var first = LadderForm.day(since.strip());
        complaints.addIf(!pattern.contains("{年}") || !pattern.contains("{号}"), "pattern", "escalation.wrong.pattern");
        complaints.addIf(title.isBlank(), "title", "escalation.wrong.title");
        complaints.addIf(body.isBlank(), "body", "escalation.wrong.body");
        var unknown = Stream.of(title, body).flatMap(text -> Form.unknown(text).stream()).distinct().toList();
        complaints.addIf(!unknown.isEmpty(), Form.unknown(title).isEmpty() ? "body" : "title", "escalation.wrong.place", String.join("、", unknown), String.join("、", Form.PLACES));
        complaints.addIf(first == null || first.isBefore(handling.today(viewer.tenant())), "since", "escalation.wrong.since");
        if (complaints.isEmpty()) {
            forms.add(new Form(of, 0, Objects.requireNonNull(first), pattern.strip(), title.strip(), body.strip(), ""), viewer, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return "redirect:/escalation/forms/" + of.word();
        }
        response.setStatus(422);
        model.addAttribute("page", page(of, pattern, title, body, since, complaints, viewer));
        return "escalation/form";
    }
}
