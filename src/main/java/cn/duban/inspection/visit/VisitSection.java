package cn.duban.inspection.visit;

import cn.duban.inspection.Declaration;
import cn.duban.inspection.InspectionSection;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.Matters;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Visits of an inspection, and what became of what they found; what was closed on papers alone is marked. */
@Component
class VisitSection implements InspectionSection {

    private final Visits visits;
    private final OneVisit one;
    private final Matters matters;
    private final Directories directories;

    VisitSection(Visits visits, OneVisit one, Matters matters, Directories directories) {
        this.visits = visits;
        this.one = one;
        this.matters = matters;
        this.directories = directories;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public @Nullable Shown of(Declaration inspection, Viewer viewer) {
        if (inspection.matter() == null) return null;
        var all = visits.of(inspection.id(), viewer);
        var rows = matters.rows(all.stream().flatMap(visit -> visit.findings().stream()).map(Visit.Finding::matter).filter(Objects::nonNull).toList(), viewer);
        var papers = one.onPapers(inspection.tenant(), rows.keySet());
        var lines = new ArrayList<Line>();
        for (var visit : all) {
            lines.add(new Line(Words.say("inspection.visit.of", directories.of(visit.tenant()).unitName(visit.unit()), Dates.minute(visit.visitedAt())), visit.href(), visit.place() + " · " + visit.personName(), Words.say(visit.unannounced() ? "inspection.manner.unannounced" : "inspection.manner.announced"), "blue"));
            for (var finding : visit.findings()) lines.add(line(finding, finding.matter() == null ? null : rows.get(finding.matter()), finding.matter() != null && papers.contains(finding.matter())));
        }
        return new Shown(Words.say("inspection.visits.title"), "map-pin", Words.say("inspection.visits.none"), lines, new Link(Words.say("inspection.visit.new"), "/inspections/visits/new"));
    }

    private static Line line(Visit.Finding finding, @Nullable MatterRow row, boolean papers) {
        if (row == null) return new Line(finding.text(), null, "", Words.say(finding.matter() == null ? "inspection.finding.unopened" : "inspection.finding.opened"), finding.matter() == null ? "yellow" : "grey");
        var state = row.stateLabel().in(LocaleContextHolder.getLocale());
        return new Line(row.number() + " " + row.title(), "/matters/" + row.id(), row.lead(), papers ? Words.say("inspection.finding.papers", state) : state, papers ? "yellow" : row.phase().done() ? "green" : "blue");
    }
}
