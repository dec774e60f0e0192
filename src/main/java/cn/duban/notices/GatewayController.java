package cn.duban.notices;

import static cn.duban.web.Words.say;

import cn.duban.notices.GatewayPage.UnitChoice;
import cn.duban.notices.GatewaysPage.Row;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.Days;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Through what messages leave: the administrator's page, with a test that shows what the other side answers. */
@Controller
@RequestMapping("/notices/gateways")
class GatewayController {

    private final Gateways gateways;
    private final Carriers carriers;
    private final Warnings warnings;
    private final Letters letters;
    private final Directories directories;
    private final Reach reach;

    GatewayController(Gateways gateways, Carriers carriers, Warnings warnings, Letters letters, Directories directories, Reach reach) {
        this.warnings = warnings;
        this.gateways = gateways;
        this.carriers = carriers;
        this.letters = letters;
        this.directories = directories;
        this.reach = reach;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        viewer.require(Duty.ADMINISTER);
        var today = directories.of(viewer.tenant()).today();
        return list(String.valueOf(warnings.on(viewer.tenant(), today)), today.toString(), new Complaints(), viewer, model);
    }

    /** From a day on, never for the past: people were warned by what held then. */
    @PostMapping("/warning")
    String warn(@RequestParam(defaultValue = "") String days, @RequestParam(defaultValue = "") String since, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.ADMINISTER);
        var today = directories.of(viewer.tenant()).today();
        var from = day(since);
        var number = days.strip().matches("[0-9]{1,2}") ? Integer.parseInt(days.strip()) : 0;
        var complaints = new Complaints().addIf(number < 1 || number > Warnings.MOST, "days", "notices.warning.days.wrong", Warnings.MOST)
                .addIf(from.filter(d -> !d.isBefore(today)).isEmpty(), "since", "notices.warning.since.wrong");
        if (!complaints.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(days, since, complaints, viewer, model);
        }
        warnings.set(viewer.tenant(), new Warning(from.orElseThrow(), number));
        return "redirect:/notices/gateways";
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip())).filter(Days::holds);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private String list(String days, String since, Complaints complaints, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var rows = gateways.all(viewer.tenant()).stream().map(g -> new Row(g, g.unit() == null ? "" : directory.unitName(g.unit()))).toList();
        model.addAttribute("page", new GatewaysPage(rows, letters.home(), warnings.on(viewer.tenant(), directory.today()), warnings.of(viewer.tenant()), days, since, complaints));
        return "notices/gateways";
    }

    @GetMapping("/new")
    String fresh(@RequestParam Gateway.Kind kind, Viewer viewer, Model model) {
        viewer.require(Duty.ADMINISTER);
        return page(GatewayForm.fresh(kind), "", null, new Complaints(), viewer, model);
    }

    @GetMapping("/{gateway}")
    String show(@PathVariable int gateway, Viewer viewer, Model model) {
        viewer.require(Duty.ADMINISTER);
        return page(GatewayForm.of(gateways.of(viewer.tenant(), gateway).orElseThrow(NotFound::new)), "", null, new Complaints(), viewer, model);
    }

    @PostMapping
    String save(@ModelAttribute GatewayForm form, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.ADMINISTER);
        var was = form.gateway() == 0 ? null : gateways.of(viewer.tenant(), form.gateway()).filter(g -> g.kind() == form.kind()).orElseThrow(NotFound::new);
        var complaints = form.wrong(was).addIf(was == null && taken(form, viewer), "name", "notices.gateway.taken")
                .addIf(!form.mail() && reach.forbids(form.url()), "url", "notices.gateway.url.inside");
        if (!complaints.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, "", null, complaints, viewer, model);
        }
        return "redirect:/notices/gateways/" + gateways.save(form.gateway(viewer.tenant(), was), viewer);
    }

    /** There is one way for mail and one for texts; of robots there may be many. */
    private boolean taken(GatewayForm form, Viewer viewer) {
        return !form.robot() && gateways.all(viewer.tenant()).stream().anyMatch(g -> g.kind() == form.kind());
    }

    /** Sends one message that says it is a test, at once and beside the outbox. */
    @PostMapping("/{gateway}/test")
    String test(@PathVariable int gateway, @RequestParam(defaultValue = "") String to, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.ADMINISTER);
        var way = gateways.of(viewer.tenant(), gateway).orElseThrow(NotFound::new);
        var address = to.strip();
        var complaints = new Complaints()
                .addIf(way.kind() == Gateway.Kind.MAIL && !ChoicesController.mail(address), "to", "notices.mail.wrong")
                .addIf(way.kind() == Gateway.Kind.SMS && !ChoicesController.mobile(address), "to", "notices.phone.wrong");
        if (!complaints.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(GatewayForm.of(way), address, null, complaints, viewer, model);
        }
        var line = new Letter.Line(say("notices.test.kind"), say("notices.test.about"), viewer.unitName() + " " + viewer.personName(), letters.home());
        var letter = new Letter(say("notices.test.subject"), List.of(new Letter.Part(directories.of(viewer.tenant()).tenantName(), List.of(line), List.of())), letters.home());
        return page(GatewayForm.of(way), address, carriers.carry(way, address, letter, Enqueueing.IDS.generate()), complaints, viewer, model);
    }

    private String page(GatewayForm form, String to, @Nullable Outcome tested, Complaints complaints, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var units = directory.below(directory.root().id()).stream()
                .map(unit -> new UnitChoice(unit, "\u3000".repeat(Math.max(0, directory.lineage(unit).size() - 2)) + directory.unitName(unit))).toList();
        model.addAttribute("page", new GatewayPage(form, units, to, tested, complaints));
        return "notices/gateway";
    }
}
