package cn.duban.performance;

import static cn.duban.web.Words.say;

import cn.duban.crypto.Sm3;
import cn.duban.documents.TablesXlsx;
import cn.duban.performance.Card.Score;
import cn.duban.performance.Round.State;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rounds, and who stands where in them. */
@Controller
@RequestMapping("/performance")
class RoundController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Rounds rounds;
    private final Scores scores;
    private final Appeals appeals;
    private final Steps steps;
    private final Conducting conducting;
    private final Directories directories;

    RoundController(Rounds rounds, Scores scores, Appeals appeals, Steps steps, Conducting conducting, Directories directories) {
        this.rounds = rounds;
        this.scores = scores;
        this.appeals = appeals;
        this.steps = steps;
        this.conducting = conducting;
        this.directories = directories;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var owing = scores.owing(viewer.tenant(), Rounds.assessing(viewer, directory)).stream().collect(Collectors.toMap(Scores.Owing::round, Scores.Owing::count));
        var own = directory.lineage(viewer.unit()).stream().flatMap(unit -> rounds.history(unit, viewer).stream()).collect(Collectors.toMap(past -> past.round().id(), past -> past, (first, second) -> first));
        var rows = rounds.list(viewer).stream().map(round -> {
            var past = own.get(round.id());
            return new AppraisalsPage.Row(round.href(), round.title(), round.state().word(), directory.unitName(round.unit()), until(round), owing.getOrDefault(round.id(), 0),
                    past == null ? null : got(round, past.place()), past == null ? null : round.href() + "/units/" + past.place().unit());
        }).toList();
        model.addAttribute("page", new AppraisalsPage(rows, own.values().stream().findFirst().map(past -> "/performance/units/" + past.place().unit()).orElse(null)));
        return "performance/appraisals";
    }

    /** Where it stands among the others is told once it is published. */
    private static String got(Round round, Standings.Place place) {
        if (place.vetoed()) return say("performance.vetoed");
        return round.state() == State.FINAL ? say("performance.place", Points.said(place.total()), place.rank()) : say("performance.place.open", Points.said(place.total()));
    }

    private static String until(Round round) {
        return switch (round.state()) {
            case SCORING -> say("performance.until.score", Dates.day(round.scoreUntil()));
            case SHOWN -> say("performance.until.appeal", round.appealUntil() == null ? "" : Dates.day(round.appealUntil()));
            case FINAL -> say("performance.until.final", round.finalAt() == null ? "" : Dates.minute(round.finalAt()));
        };
    }

    @GetMapping("/rounds/{id}")
    String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer corrected, Viewer viewer, Model model) {
        return page(rounds.find(id, viewer), corrected == null ? null : say(corrected == 0 ? "performance.recount.same" : "performance.recount.done", corrected), viewer, model);
    }

    private String page(Round round, @Nullable String done, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var rights = new Rights(round, viewer, directory);
        var scheme = conducting.scheme(round);
        var cards = scores.cards(round, scheme);
        var sees = rights.oversees() || round.state() == State.FINAL;
        var places = round.state() == State.SCORING ? Standings.of(cards.entrySet().stream().filter(one -> one.getValue().whole()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))) : rounds.results(round);
        var ranks = places.stream().collect(Collectors.toMap(Standings.Place::unit, place -> place));
        var groups = sees ? scheme.groups().keySet().stream().map(group -> new RoundPage.Group(group, cards.entrySet().stream().filter(one -> one.getValue().group().equals(group)).map(one -> row(round, one.getKey(), one.getValue(), ranks.get(one.getKey()), directory))
                .sorted(Comparator.comparing((RoundPage.Row row) -> row.rank() == null ? Integer.MAX_VALUE : Integer.parseInt(row.rank()))).toList())).filter(group -> !group.rows().isEmpty()).toList() : List.<RoundPage.Group>of();
        var owing = new TreeMap<Integer, Integer>();
        cards.values().forEach(card -> card.scores().values().stream().filter(score -> score.state() == Score.State.OWED && score.assessor() != null).forEach(score -> owing.merge(score.assessor(), 1, Integer::sum)));
        var all = appeals.of(round);
        var today = directory.today();
        var may = cards.values().stream().flatMap(card -> card.scores().values().stream()).anyMatch(rights::assesses);
        var own = rights.own(cards.keySet()).filter(unit -> round.state() != State.SCORING).map(unit -> round.href() + "/units/" + unit).orElse(null);
        model.addAttribute("page", new RoundPage(round.href(), round.title(), round.state().word(), "/performance/schemes/" + round.scheme() + "?version=" + round.version(), round.version(), say("performance.span", round.first(), round.last()), until(round),
                round.countedAt() == null ? null : Dates.minute(round.countedAt()), round.appealUntil() == null ? null : Dates.day(round.appealUntil()), round.finalAt() == null ? null : Dates.minute(round.finalAt()), groups,
                rights.oversees() ? owing.entrySet().stream().map(one -> new RoundPage.Owing(directory.unitName(one.getKey()), one.getValue())).toList() : List.of(),
                rights.oversees() ? all.stream().map(appeal -> new RoundPage.Appeal(directory.unitName(appeal.unit()), scheme.leaf(appeal.indicator()).map(Indicator::name).orElse(""), round.href() + "/units/" + appeal.unit() + "#appeal-" + appeal.no(), appeal.state(), Dates.day(appeal.dueOn()))).toList() : List.of(),
                rights.oversees() ? steps.of(round.tenant(), round.id()).reversed().stream().map(step -> new RoundPage.Step(step.act(), Dates.minute(step.at()), step.unitName() + " " + step.personName(), Sm3.hex(step.digest()))).toList() : List.of(),
                own, may, rights.conducts(), round.last().isBefore(today), rights.signs(), round.appealUntil() != null && today.isAfter(round.appealUntil()) && all.stream().noneMatch(Appeals.Appeal::open), done));
        return "performance/round";
    }

    private static RoundPage.Row row(Round round, int unit, Card card, Standings.@Nullable Place place, Directory directory) {
        return new RoundPage.Row(directory.unitName(unit), round.href() + "/units/" + unit, place == null ? null : String.valueOf(place.rank()), !card.whole() ? "" : Points.said(card.total()), CardWords.reckoned(card), card.vetoed(), card.owed());
    }

    @PostMapping("/rounds/{id}/count")
    String count(@PathVariable UUID id, Viewer viewer) {
        conducting.count(id, viewer);
        return "redirect:/performance/rounds/" + id;
    }

    @PostMapping("/rounds/{id}/showing")
    String show(@PathVariable UUID id, Viewer viewer) {
        conducting.show(id, viewer);
        return "redirect:/performance/rounds/" + id;
    }

    @PostMapping("/rounds/{id}/publication")
    String publish(@PathVariable UUID id, Viewer viewer) {
        conducting.publish(id, viewer);
        return "redirect:/performance/rounds/" + id;
    }

    @PostMapping("/rounds/{id}/recount")
    String recount(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        if (reason.isBlank() || reason.length() > Assessing.LONGEST) throw Refused.invalid("performance.recount.reason", say("performance.recount.reason.missing"), "");
        return "redirect:/performance/rounds/" + id + "?corrected=" + conducting.recount(id, reason.strip(), viewer);
    }

    /** Ranking and every score, as a workbook: what the page shows, to whom it shows it. */
    @GetMapping("/rounds/{id}/file")
    void file(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) throws IOException {
        var round = rounds.find(id, viewer);
        var directory = directories.of(viewer.tenant());
        if (!new Rights(round, viewer, directory).oversees() && round.state() != State.FINAL) throw new NotFound();
        var scheme = conducting.scheme(round);
        var tables = RoundSheets.of(round, scheme, scores.cards(round, scheme), round.state() == State.SCORING ? List.of() : rounds.results(round), directory);
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(round.title() + ".xlsx", StandardCharsets.UTF_8).build().toString());
        TablesXlsx.write(tables, response.getOutputStream());
    }

    @GetMapping("/units/{unit}")
    String history(@PathVariable int unit, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        if (directory.unit(unit).isEmpty()) throw new NotFound();
        var rows = rounds.history(unit, viewer).stream().map(past -> new HistoryPage.Row(past.round().title(), past.round().href() + "/units/" + unit, past.round().state().word(), past.place().group(), Points.said(past.place().total()), Points.said(past.whole()), past.place().rank(), past.place().vetoed())).toList();
        model.addAttribute("page", new HistoryPage(directory.unitName(unit), rows));
        return "performance/history";
    }
}
