package cn.duban.inspection.report;

import cn.duban.inspection.report.ReportPages.AskedPage;
import cn.duban.inspection.report.ReportPages.AskedRow;
import cn.duban.inspection.report.ReportPages.FigureRow;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Figures that a source unit is asked to confirm: it reads the sentence, not the report. */
@Controller
@RequestMapping("/inspections/figures")
class AskedController {

    private final Reports reports;
    private final Reporting reporting;
    private final Directories directories;

    AskedController(Reports reports, Reporting reporting, Directories directories) {
        this.reports = reports;
        this.reporting = reporting;
        this.directories = directories;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        return show(null, viewer, model);
    }

    private String show(@Nullable Refused refused, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var own = reports.answering(viewer);
        var waiting = new ArrayList<AskedRow>();
        var answered = new ArrayList<AskedRow>();
        for (var report : reports.asking(viewer)) {
            var values = Reporting.values(report);
            for (var figure : report.figures()) {
                if (figure.unit() == null || !own.contains(figure.unit())) continue;
                var row = new AskedRow(report, new FigureRow(figure, directory.unitName(figure.unit()), ReportText.around(report.text(), figure.name(), values)));
                (report.open() && figure.state() == Report.Answer.ASKED ? waiting : answered).add(row);
            }
        }
        model.addAttribute("page", new AskedPage(waiting, answered, (String) model.getAttribute("said"), refused == null ? null : refused.getMessage() + refused.next()));
        return "inspection/figures";
    }

    @PostMapping("/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String answer(@PathVariable UUID id, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "0") int revision, @RequestParam(name = "do", defaultValue = "confirm") String what, @RequestParam(defaultValue = "") String said, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        try {
            if (what.equals("correct") && said.isBlank()) throw Refused.invalid("inspection.figure.said", Words.say("inspection.figure.said.missing"), "");
            reporting.answer(id, name, revision, what.equals("correct") ? said.strip() : null, viewer);
        } catch (Refused refused) {
            if (refused.status().value() == 404) throw refused;
            response.setStatus(refused.status().value());
            return show(refused, viewer, model);
        }
        told.addFlashAttribute("said", Words.say(what.equals("correct") ? "inspection.figure.corrected" : "inspection.figure.confirmed", name));
        return "redirect:/inspections/figures";
    }

    /** Where a browser comes back to after a reload. */
    @GetMapping("/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    ResponseEntity<Void> back(@PathVariable UUID id) {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/inspections/figures")).build();
    }
}
