package cn.duban.hotline.desk;

import cn.duban.hotline.DeskChange;
import cn.duban.hotline.Desks;
import cn.duban.ledger.Bearable;
import cn.duban.units.Directories;
import cn.duban.units.Unit;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator says which unit answers the line from which day on; from then on the public can report. */
@Controller
@RequestMapping("/hotline/settings")
class SettingController {

    private final Desks desks;
    private final DeskChange change;
    private final Directories directories;

    SettingController(Desks desks, DeskChange change, Directories directories) {
        this.desks = desks;
        this.change = change;
        this.directories = directories;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        viewer.require(Duty.ADMINISTER);
        var today = directories.of(viewer.tenant()).today();
        model.addAttribute("page", page(desks.unit(viewer.tenant()).map(String::valueOf).orElse(""), today.toString(), new Complaints(), (String) model.getAttribute("said"), viewer));
        return "hotline/settings";
    }

    @PostMapping
    String set(@RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String since, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        viewer.require(Duty.ADMINISTER);
        var directory = directories.of(viewer.tenant());
        var chosen = directory.units().stream().filter(one -> String.valueOf(one.id()).equals(unit)).map(Unit::id).findFirst();
        var day = since.isBlank() ? Optional.of(directory.today()) : day(since);
        var complaints = new Complaints().addIf(chosen.isEmpty(), "unit", "hotline.settings.missing").addIf(day.filter(one -> !one.isBefore(directory.today())).isEmpty(), "since", "hotline.settings.since.wrong");
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", page(unit, since, complaints, null, viewer));
            return "hotline/settings";
        }
        change.set(chosen.orElseThrow(), day.orElseThrow(), viewer);
        told.addFlashAttribute("said", Words.say("hotline.settings.saved", Dates.day(day.get()), directory.unitName(chosen.get())));
        return "redirect:/hotline/settings";
    }

    private SettingPage page(String unit, String since, Complaints complaints, @Nullable String said, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var lines = desks.register(viewer.tenant()).lines().stream().map(line -> new SettingPage.Line(line.since(), directory.unitName(line.unit()), line.enteredBy())).toList();
        return new SettingPage(unit, since, new Bearable(directory).units(), lines, complaints, said);
    }

    private static Optional<LocalDate> day(String said) {
        try {
            return Optional.of(LocalDate.parse(said.strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
