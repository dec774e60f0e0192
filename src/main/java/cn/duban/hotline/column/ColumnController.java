package cn.duban.hotline.column;

import cn.duban.hotline.Desks;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.WordSearch;
import cn.duban.hotline.answers.Answers;
import cn.duban.hotline.column.Columns.Laid;
import cn.duban.hotline.figures.MonthFigures;
import cn.duban.ledger.Door;
import cn.duban.publication.PeriodDrafts;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.Refused;
import cn.duban.web.Tick;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk drafts the column of a month and prints it. */
@Controller
@RequestMapping("/hotline/column")
class ColumnController {

    private static final int LONGEST = 5000;

    private final Desks desks;
    private final Columns columns;
    private final MonthFigures figures;
    private final Answers answers;
    private final PeriodDrafts drafts;
    private final Directories directories;

    ColumnController(Desks desks, Columns columns, MonthFigures figures, Answers answers, PeriodDrafts drafts, Directories directories) {
        this.desks = desks;
        this.columns = columns;
        this.figures = figures;
        this.answers = answers;
        this.drafts = drafts;
        this.directories = directories;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String month, Viewer viewer, Model model) {
        desks.require(viewer);
        var shown = month(month, viewer);
        model.addAttribute("page", page(shown, columns.of(shown, viewer.tenant()), new Complaints(), viewer, model));
        return "hotline/column";
    }

    @PostMapping
    String keep(@RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "") String template, @RequestParam(defaultValue = "") List<UUID> answers, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        desks.require(viewer);
        var shown = month(month, viewer);
        var laid = new Laid(template.strip(), answers, 0);
        var unknown = ColumnText.unknown(template);
        var complaints = new Complaints().addIf(template.isBlank() || template.length() > LONGEST, "template", "hotline.column.template.missing", LONGEST).addIf(!unknown.isEmpty(), "template", "hotline.column.unknown", String.join("、", unknown))
                .addIf(!Door.masked(template).equals(template) || Door.marked(template), "template", "hotline.column.numbered");
        if (complaints.isEmpty()) {
            columns.keep(shown, laid, viewer);
            told.addFlashAttribute("said", Words.say("hotline.column.saved"));
            return "redirect:/hotline/column?month=" + shown;
        }
        response.setStatus(422);
        model.addAttribute("page", page(shown, laid, complaints, viewer, model));
        return "hotline/column";
    }

    /** From here on it is a bulletin like any other: reviewed by somebody else, covered, published, withdrawn, proved. */
    @PostMapping("/bulletin")
    String bulletin(@RequestParam(defaultValue = "") String month, Viewer viewer) {
        desks.require(viewer);
        var shown = month(month, viewer);
        int column = columns.of(shown, viewer.tenant()).version();
        if (column == 0) throw refused("unsaved");
        var told = figures.told(viewer.tenant(), shown, 0).shown();
        if (told == null) throw refused("unpublished");
        var before = figures.told(viewer.tenant(), shown.minusMonths(1), 0).shown();
        return "redirect:" + drafts.begin(Tickets.LEDGER, Tickets.TYPE, ColumnBulletin.KIND, new ColumnBulletin.Ref(told.version(), before == null ? 0 : before.version(), column).word(), shown, viewer);
    }

    private static Refused refused(String why) {
        return Refused.conflict("hotline.column." + why, Words.say("hotline.column." + why), Words.say("hotline.column." + why + ".next"));
    }

    /** What was withdrawn since is not in it. */
    private ColumnPage page(YearMonth month, Laid laid, Complaints complaints, Viewer viewer, Model model) {
        var chosen = answers.published(viewer.tenant(), laid.answers());
        var offered = new LinkedHashSet<>(answers.search(viewer.tenant(), WordSearch.of("")));
        // chosen once, it stays there to be left out, however many came after it
        offered.addAll(chosen);
        var ticks = offered.stream().map(answer -> new Tick(answer.id().toString(), answer.question(), chosen.contains(answer))).toList();
        var told = figures.told(viewer.tenant(), month, 0);
        var text = new ColumnText(month, told.tallies(), figures.told(viewer.tenant(), month.minusMonths(1), 0).tallies(), chosen).written(laid.template());
        return new ColumnPage(month, figures.months(viewer.tenant()), laid.template(), ticks, text, month.isBefore(YearMonth.from(directories.of(viewer.tenant()).today())), complaints, (String) model.getAttribute("said"));
    }

    private YearMonth month(String said, Viewer viewer) {
        var now = YearMonth.from(directories.of(viewer.tenant()).today());
        try {
            var month = said.isEmpty() ? now : YearMonth.parse(said);
            return month.isAfter(now) || month.getYear() < 2000 ? now : month;
        } catch (DateTimeException none) {
            return now;
        }
    }
}
