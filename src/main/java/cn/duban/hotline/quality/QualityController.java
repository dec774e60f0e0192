package cn.duban.hotline.quality;

import cn.duban.hotline.CallerText;
import cn.duban.hotline.Desks;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.MatterId;
import cn.duban.units.Directories;
import cn.duban.units.Person;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk draws a month's sample, marks it, appeals and decides. */
@Controller
@RequestMapping("/hotline/quality")
class QualityController {

    private static final int MONTHS = 12;

    private final Desks desks;
    private final Qualities qualities;
    private final ScoreSheet.Sheets sheets;
    private final Tickets tickets;
    private final Directories directories;

    QualityController(Desks desks, Qualities qualities, ScoreSheet.Sheets sheets, Tickets tickets, Directories directories) {
        this.desks = desks;
        this.qualities = qualities;
        this.sheets = sheets;
        this.tickets = tickets;
        this.directories = directories;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String month, Viewer viewer, Model model) {
        desks.require(viewer);
        model.addAttribute("page", page(month(month, viewer), "", new Complaints(), viewer, model));
        return "hotline/quality";
    }

    @PostMapping
    String draw(@RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "3") String each, @RequestParam(defaultValue = "") String words, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        desks.require(viewer);
        var shown = month(month, viewer);
        var number = each.matches("\\d{1,2}") ? Integer.parseInt(each) : 0;
        var complaints = new Complaints().addIf(number < 1 || number > 50, "each", "hotline.quality.each.wrong").addIf(words.isBlank() || words.length() > 100, "words", "hotline.quality.spoken.missing");
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", page(shown, words, complaints, viewer, model));
            return "hotline/quality";
        }
        told.addFlashAttribute("said", Words.say("hotline.quality.done.draw", qualities.draw(shown, number, words.strip(), viewer)));
        return "redirect:/hotline/quality?month=" + shown;
    }

    /** A month for which nothing was bound by itself, as before this hotline stood here. */
    @PostMapping("/binding")
    String bind(@RequestParam(defaultValue = "") String month, Viewer viewer) {
        desks.require(viewer);
        var shown = month(month, viewer);
        qualities.bind(viewer.tenant(), shown, viewer.unitName() + " " + viewer.personName());
        return "redirect:/hotline/quality?month=" + shown;
    }

    @GetMapping(value = "/record", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    byte[] record(@RequestParam(defaultValue = "") String month, Viewer viewer) {
        desks.require(viewer);
        return qualities.record(month(month, viewer), viewer.tenant()).orElseThrow(NotFound::new);
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    String one(@PathVariable UUID id, Viewer viewer, Model model) {
        desks.require(viewer);
        model.addAttribute("page", one(find(id, viewer), Map.of(), new Complaints(), viewer));
        return "hotline/quality-one";
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/{what:score|appeal|decision}")
    String act(@PathVariable UUID id, @PathVariable String what, @RequestParam Map<String, String> typed, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        desks.require(viewer);
        var check = find(id, viewer);
        var words = typed.getOrDefault("words", "").strip();
        var complaints = new Complaints();
        var marks = what.equals("score") ? sheet(check).marks(typed) : Optional.<Map<String, Integer>>empty();
        var points = typed.getOrDefault("points", "").strip();
        complaints.addIf(what.equals("score") && marks.isEmpty(), "marks", "hotline.quality.marks.wrong").addIf(what.equals("decision") && (!points.matches("\\d{1,3}") || Integer.parseInt(points) > ScoreSheet.FULL), "points", "hotline.quality.points.wrong");
        new CallerText(words, false).complain("words", what.equals("score") ? "" : "hotline.quality.words.missing", complaints);
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", one(check, typed, complaints, viewer));
            return "hotline/quality-one";
        }
        switch (what) {
            case "score" -> qualities.score(id, marks.orElseThrow(), words, viewer);
            case "appeal" -> qualities.appeal(id, words, viewer);
            default -> qualities.decide(id, Integer.parseInt(points), words, viewer);
        }
        told.addFlashAttribute("said", Words.say("hotline.quality.done." + what));
        return "redirect:/hotline/quality?month=" + check.month();
    }

    private Check find(UUID id, Viewer viewer) {
        return qualities.find(viewer.tenant(), id).orElseThrow(NotFound::new);
    }

    private ScoreSheet sheet(Check check) {
        return sheets.on(check.month().atEndOfMonth());
    }

    private QualityPage page(YearMonth month, String words, Complaints complaints, Viewer viewer, Model model) {
        var checks = qualities.of(month, viewer.tenant());
        var lines = checks.stream().map(check -> new QualityPage.Line(check, name(check.agent(), viewer), number(check, viewer))).toList();
        var agents = lines.stream().collect(Collectors.groupingBy(QualityPage.Line::agent, LinkedHashMap::new, Collectors.mapping(QualityPage.Line::check, Collectors.toList()))).entrySet().stream().map(one -> new QualityPage.Agent(one.getKey(), one.getValue())).toList();
        var months = Stream.iterate(now(viewer), one -> one.minusMonths(1)).limit(MONTHS).toList();
        return new QualityPage(month, months, month.isBefore(now(viewer)), qualities.bound(month, viewer.tenant()).orElse(null), qualities.sample(month, viewer.tenant()).orElse(null), lines, agents, words, complaints, (String) model.getAttribute("said"));
    }

    private QualityPage.One one(Check check, Map<String, String> typed, Complaints complaints, Viewer viewer) {
        int person = viewer.person();
        return new QualityPage.One(check, name(check.agent(), viewer), viewer.tenant() + "-" + check.ticket(), number(check, viewer), sheet(check), check.scores(person), check.appeals(person), check.decides(person), typed, complaints);
    }

    private String name(int person, Viewer viewer) {
        return directories.of(viewer.tenant()).person(person).map(Person::name).orElse("—");
    }

    private String number(Check check, Viewer viewer) {
        return tickets.find(new MatterId(viewer.tenant(), check.ticket())).map(Ticket::number).orElse("");
    }

    private YearMonth now(Viewer viewer) {
        return YearMonth.from(directories.of(viewer.tenant()).today());
    }

    private YearMonth month(String said, Viewer viewer) {
        try {
            var month = said.isEmpty() ? now(viewer) : YearMonth.parse(said);
            return month.isAfter(now(viewer)) || month.getYear() < 2000 ? now(viewer) : month;
        } catch (DateTimeException none) {
            return now(viewer);
        }
    }
}
