package cn.duban.performance;

import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents behind a figure of {@link DeductionMeasure}. */
@Controller
class DeductionController {

    private final DeductionMeasure measure;
    private final Directories directories;

    DeductionController(DeductionMeasure measure, Directories directories) {
        this.measure = measure;
        this.directories = directories;
    }

    @GetMapping("/performance/deductions")
    String show(@RequestParam int unit, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        if (directory.unit(unit).isEmpty()) throw new NotFound();
        model.addAttribute("page", new DeductionsPage(directory.unitName(unit), since, on, measure.of(unit, since, on, viewer).stream()
                .map(one -> new DeductionsPage.Row(one.number(), one.reason(), one.href(), directory.unitName(one.unit()), Dates.day(one.day()), Points.said(one.points()), Points.said(one.counts()), one.state().name().toLowerCase(Locale.ROOT))).toList()));
        return "performance/deductions";
    }
}
