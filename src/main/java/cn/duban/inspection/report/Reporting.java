package cn.duban.inspection.report;

import cn.duban.crypto.CanonicalJson;
import cn.duban.crypto.Sm3;
import cn.duban.inspection.report.Report.Answer;
import cn.duban.inspection.report.Report.Figure;
import cn.duban.ledger.Ledger;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes, asks, checks and submits: nothing leaves of which a figure waits for its unit, or which nobody else read. */
@Component
class Reporting {

    private final Reports reports;
    private final LedgerCounts counts;
    private final Directories directories;
    private final FigureNotices notices;

    Reporting(Reports reports, LedgerCounts counts, Directories directories, FigureNotices notices) {
        this.reports = reports;
        this.counts = counts;
        this.directories = directories;
        this.notices = notices;
    }

    @Transactional
    UUID begin(@Nullable UUID declaration, String addressee, String title, String text, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var id = Ledger.newId();
        reports.insert(id, declaration, addressee, title, text, viewer);
        reports.step(reports.find(id, viewer).orElseThrow(NotFound::new), "begin", "", viewer);
        return id;
    }

    @Transactional
    void write(UUID id, int seen, String addressee, String title, String text, boolean vouched, Viewer viewer) {
        var was = held(id, seen, viewer);
        var same = was.text().equals(text) && was.title().equals(title) && was.addressee().equals(addressee);
        if (same && was.vouched() == vouched) return;
        reports.change(was, addressee, title, text, vouched, viewer);
        reports.step(was, same ? "vouch" : "write", "", viewer);
    }

    /** A new figure, or another value or source of one: what was confirmed was what stood there before. */
    @Transactional
    void figure(UUID id, int seen, Figure typed, Viewer viewer) {
        var was = held(id, seen, viewer);
        var before = was.figure(typed.name());
        if (before.filter(old -> old.value().equals(typed.value()) && Objects.equals(old.unit(), typed.unit()) && old.source().equals(typed.source()) && Objects.equals(old.bound(), typed.bound())).isPresent()) return;
        reports.change(was, was.addressee(), was.title(), was.text(), was.vouched(), viewer);
        reports.put(was, new Figure(typed.name(), typed.value(), typed.unit(), typed.source(), typed.bound(), was.revision() + 1, Answer.ASKED, null, null, null, null));
        reports.step(was, before.isPresent() ? "figure-changed" : "figure", typed.name() + " " + typed.value(), viewer);
        if (typed.unit() != null) notices.asked(was, typed.unit(), viewer);
    }

    @Transactional
    void drop(UUID id, int seen, String name, Viewer viewer) {
        var was = held(id, seen, viewer);
        if (was.figure(name).isEmpty()) return;
        reports.change(was, was.addressee(), was.title(), was.text(), was.vouched(), viewer);
        reports.drop(was, name);
        reports.step(was, "figure-dropped", name, viewer);
    }

    /** What the source unit says instead is taken over: it stands as that unit's own word. */
    @Transactional
    void adopt(UUID id, int seen, String name, Viewer viewer) {
        var was = held(id, seen, viewer);
        var figure = was.figure(name).filter(one -> one.state() == Answer.CORRECTED).orElseThrow(NotFound::new);
        var said = Objects.requireNonNull(figure.said());
        reports.change(was, was.addressee(), was.title(), was.text(), was.vouched(), viewer);
        reports.put(was, new Figure(name, said, figure.unit(), figure.source(), null, was.revision() + 1, Answer.CONFIRMED, null, figure.byPerson(), figure.byName(), figure.at()));
        reports.step(was, "adopted", name + " " + figure.value() + " → " + said, viewer);
    }

    /** @param seen revision of the figure that was shown @param said null to confirm it as it stands */
    @Transactional
    void answer(UUID id, String name, int seen, @Nullable String said, Viewer viewer) {
        var report = reports.hold(id, reports.here(viewer));
        var figure = report.figure(name).filter(one -> one.unit() != null).orElseThrow(NotFound::new);
        if (!reports.answering(viewer).contains(figure.unit())) throw new NotFound();
        if (report.writers().contains(viewer.person())) throw Refused.forbidden("inspection.report.own", Words.say("inspection.report.own"), Words.say("inspection.report.own.next"));
        if (figure.revision() != seen) throw Reports.changed();
        reports.answer(report, figure, said == null || said.equals(figure.value()) ? Answer.CONFIRMED : Answer.CORRECTED, said == null || said.equals(figure.value()) ? null : said, viewer);
        reports.step(report, said == null || said.equals(figure.value()) ? "confirmed" : "corrected", name + " " + figure.value() + (said == null || said.equals(figure.value()) ? "" : " → " + said), viewer);
    }

    /** Read through by somebody who wrote nothing of it. */
    @Transactional
    void check(UUID id, int seen, Viewer viewer) {
        var was = held(id, seen, viewer);
        if (was.writers().contains(viewer.person())) throw Refused.forbidden("inspection.report.check-own", Words.say("inspection.report.check-own"), Words.say("inspection.report.check-own.next"));
        reports.check(was, viewer);
        reports.step(was, "checked", "", viewer);
    }

    @Transactional
    void submit(UUID id, int seen, Viewer viewer) {
        var was = counted(held(id, seen, viewer));
        var missing = missing(was);
        if (!missing.isEmpty()) throw Refused.conflict("inspection.report.missing", Words.say("inspection.report.missing"), String.join("", missing));
        var frozen = frozen(was, viewer);
        reports.submit(was, new String(frozen, StandardCharsets.UTF_8), Sm3.digest(frozen), viewer);
        reports.step(was, "submitted", "SM3 " + Sm3.hex(Sm3.digest(frozen)), viewer);
    }

    private Report held(UUID id, int seen, Viewer viewer) {
        var was = reports.hold(id, reports.mine(viewer));
        if (was.revision() != seen) throw Reports.changed();
        return was;
    }

    /** With the figures that the ledger counts as it counts them now; what was submitted stays as it was. */
    Report counted(Report report) {
        if (!report.open() || report.figures().stream().noneMatch(figure -> figure.bound() != null)) return report;
        var now = counts.of(report.tenant(), report.declaration());
        var figures = report.figures().stream().map(figure -> figure.bound() == null ? figure : figure.valued(Counted.of(figure.bound()).map(what -> String.valueOf(now.getOrDefault(what, 0))).orElse(figure.value()))).toList();
        return new Report(report.tenant(), report.id(), report.declaration(), report.addressee(), report.title(), report.text(), report.unit(), report.writers(), report.revision(), report.vouched(), report.state(), report.begunName(), report.begunAt(), report.submittedName(), report.submittedAt(), report.frozen(), report.digest(), figures, report.checks(), report.steps());
    }

    static Map<String, String> values(Report report) {
        return report.figures().stream().collect(Collectors.toMap(Figure::name, Figure::value, (one, other) -> one, LinkedHashMap::new));
    }

    /** What still stands between the report and its being submitted, in words. */
    static List<String> missing(Report report) {
        var missing = new ArrayList<String>();
        if (report.text().isBlank()) missing.add(Words.say("inspection.report.missing.text"));
        var known = values(report).keySet();
        ReportText.names(report.text()).stream().filter(name -> !known.contains(name)).forEach(name -> missing.add(Words.say("inspection.report.missing.figure", name)));
        report.figures().stream().filter(figure -> !figure.settled()).forEach(figure -> missing.add(Words.say(figure.state() == Answer.CORRECTED ? "inspection.report.missing.corrected" : "inspection.report.missing.asked", figure.name())));
        if (!report.vouched() && !ReportText.loose(report.title() + "\n" + report.text()).isEmpty()) missing.add(Words.say("inspection.report.missing.loose"));
        if (!report.checked()) missing.add(Words.say("inspection.report.missing.check"));
        return missing;
    }

    private byte[] frozen(Report report, Viewer viewer) {
        var directory = directories.of(report.tenant());
        var all = new LinkedHashMap<String, Object>();
        all.put("title", report.title());
        all.put("addressee", report.addressee());
        all.put("unit", directory.unitName(report.unit()));
        all.put("text", ReportText.filled(report.text(), values(report)));
        all.put("on", directory.today().toString());
        all.put("by", Reports.name(viewer));
        all.put("figures", report.figures().stream().map(figure -> {
            var line = new LinkedHashMap<String, Object>();
            line.put("name", figure.name());
            line.put("value", figure.value());
            line.put("source", figure.source());
            line.put("unit", figure.unit() == null ? "" : directory.unitName(figure.unit()));
            line.put("confirmed", figure.byName() == null ? "" : figure.byName());
            line.put("at", figure.at() == null ? "" : figure.at().toString());
            return line;
        }).toList());
        all.put("checked", report.checks().stream().filter(check -> check.revision() == report.revision()).map(Report.Check::name).toList());
        return CanonicalJson.bytes(all);
    }
}
