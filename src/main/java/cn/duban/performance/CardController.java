package cn.duban.performance;

import cn.duban.performance.CardPage.Typed;
import cn.duban.performance.Round.State;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The card of one unit, its appeals, and what was decided on them. */
@Controller
@RequestMapping("/performance/rounds/{id}")
class CardController {

    private final Rounds rounds;
    private final Scores scores;
    private final Appeals appeals;
    private final Appealing appealing;
    private final Conducting conducting;
    private final Directories directories;

    CardController(Rounds rounds, Scores scores, Appeals appeals, Appealing appealing, Conducting conducting, Directories directories) {
        this.rounds = rounds;
        this.scores = scores;
        this.appeals = appeals;
        this.appealing = appealing;
        this.conducting = conducting;
        this.directories = directories;
    }

    @GetMapping("/units/{unit}")
    String show(@PathVariable UUID id, @PathVariable int unit, Viewer viewer, Model model) {
        return page(id, unit, new Complaints(), Typed.NOTHING, viewer, model);
    }

    @PostMapping("/units/{unit}/appeals")
    String appeal(@PathVariable UUID id, @PathVariable int unit, @RequestParam(defaultValue = "") String indicator, @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String evidence, Viewer viewer, HttpServletResponse response, Model model) {
        var complaints = new Complaints().addIf(reason.isBlank(), "reason-" + indicator, "performance.appeal.reason.missing").addIf(reason.length() > Assessing.LONGEST, "reason-" + indicator, "performance.score.long", Assessing.LONGEST)
                .addIf(evidence.length() > Assessing.LONGEST, "evidence-" + indicator, "performance.score.long", Assessing.LONGEST);
        var typed = new Typed(indicator, reason, evidence, "", "");
        if (!complaints.isEmpty()) return wrong(HttpStatus.UNPROCESSABLE_CONTENT, id, unit, complaints, typed, viewer, response, model);
        try {
            appealing.appeal(id, unit, indicator, reason.strip(), evidence.strip(), viewer);
        } catch (Refused refused) {
            return refused(id, unit, "reason-" + indicator, refused, typed, viewer, response, model);
        }
        return "redirect:/performance/rounds/" + id + "/units/" + unit;
    }

    @PostMapping("/units/{unit}/appeals/{no}")
    String decide(@PathVariable UUID id, @PathVariable int unit, @PathVariable int no, @RequestParam(defaultValue = "") String verdict, @RequestParam(defaultValue = "") String points, @RequestParam(defaultValue = "") String decision, Viewer viewer, HttpServletResponse response, Model model) {
        var upheld = verdict.equals("uphold");
        var complaints = new Complaints().addIf(!upheld && !verdict.equals("dismiss"), "verdict-" + no, "performance.decide.choose").addIf(upheld && !points.strip().matches("\\d{1,7}(\\.\\d{1,2})?"), "points-" + no, "performance.decide.points.missing")
                .addIf(decision.isBlank() || decision.length() > Assessing.LONGEST, "decision-" + no, "performance.decide.reason");
        var typed = new Typed("appeal-" + no, decision, "", points, verdict);
        if (!complaints.isEmpty()) return wrong(HttpStatus.UNPROCESSABLE_CONTENT, id, unit, complaints, typed, viewer, response, model);
        try {
            appealing.decide(id, no, upheld ? new BigDecimal(points.strip()) : null, decision.strip(), viewer);
        } catch (Refused refused) {
            return refused(id, unit, (refused.rule().equals("performance.points") ? "points-" : "verdict-") + no, refused, typed, viewer, response, model);
        }
        return "redirect:/performance/rounds/" + id + "/units/" + unit + "#appeal-" + no;
    }

    private String refused(UUID id, int unit, String field, Refused refused, Typed typed, Viewer viewer, HttpServletResponse response, Model model) {
        if (refused.status() == HttpStatus.NOT_FOUND || refused.status() == HttpStatus.FORBIDDEN) throw refused;
        return wrong(refused.status(), id, unit, new Complaints().add(field, refused.getMessage()), typed, viewer, response, model);
    }

    private String wrong(HttpStatus status, UUID id, int unit, Complaints complaints, Typed typed, Viewer viewer, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        return page(id, unit, complaints, typed, viewer, model);
    }

    /** Its own, once it is shown; those of others, once they are published, or for whoever conducts it. */
    private String page(UUID id, int unit, Complaints complaints, Typed typed, Viewer viewer, Model model) {
        var round = rounds.find(id, viewer);
        var directory = directories.of(viewer.tenant());
        var rights = new Rights(round, viewer, directory);
        var own = round.state() == State.SHOWN && directory.within(viewer.unit(), unit);
        if (!own && !rights.oversees() && round.state() != State.FINAL) throw new NotFound();
        var scheme = conducting.scheme(round);
        var theirs = scores.of(round, unit).stream().collect(Collectors.toMap(Card.Score::indicator, score -> score));
        if (theirs.isEmpty()) throw new NotFound();
        var card = Card.of(scheme, theirs.values().iterator().next().group(), theirs);
        var all = appeals.of(round).stream().filter(appeal -> appeal.unit() == unit).toList();
        var mayAppeal = rights.appeals(unit);
        var lines = CardWords.lines(card, score -> mayAppeal && CardWords.lost(scheme.leaf(score.indicator()).orElseThrow(), score) && all.stream().noneMatch(appeal -> appeal.indicator().equals(score.indicator())));
        var place = round.state() == State.SCORING ? null : rounds.results(round).stream().filter(one -> one.unit() == unit).findFirst().orElse(null);
        var shown = all.stream().map(appeal -> {
            var score = theirs.get(appeal.indicator());
            var leaf = scheme.leaf(appeal.indicator()).orElseThrow();
            return new CardPage.Appeal(appeal.no(), leaf.no() + " " + leaf.name(), appeal.reason(), appeal.evidence(), appeal.by(), Dates.minute(appeal.at()), Dates.day(appeal.dueOn()), appeal.state(), appeal.decision(), appeal.decidedBy(), appeal.open() && rights.decides(score), points(score.points()), Points.said(leaf.points()));
        }).toList();
        model.addAttribute("page", new CardPage(round.href(), round.title(), round.state().word(), directory.unitName(unit), unit, place == null || own && !rights.oversees() ? null : String.valueOf(place.rank()), card.whole() ? Points.said(card.total()) : null, CardWords.reckoned(card), card.vetoed(), card.owed(), lines, shown,
                round.appealUntil() == null ? null : Dates.day(round.appealUntil()), complaints, typed, rights.oversees() || round.state() == State.FINAL));
        return "performance/card";
    }

    private static String points(@Nullable BigDecimal points) {
        return points == null ? "" : Points.said(points);
    }
}
