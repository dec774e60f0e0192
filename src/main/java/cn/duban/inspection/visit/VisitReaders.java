package cn.duban.inspection.visit;

import cn.duban.evidence.EvidenceReaders;
import cn.duban.evidence.FileId;
import cn.duban.ledger.Matters;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A photograph is read by whoever sees its visit, or a matter that was found there. */
@Component
class VisitReaders implements EvidenceReaders {

    private final Visits visits;
    private final Matters matters;
    private final Directories directories;

    VisitReaders(Visits visits, Matters matters, Directories directories) {
        this.visits = visits;
        this.matters = matters;
        this.directories = directories;
    }

    @Override
    public boolean mayRead(Viewer viewer, FileId file) {
        return file.tenant() == viewer.tenant() && visits.with(file).stream().anyMatch(visit -> visits.find(visit.id(), viewer).isPresent()
                || !matters.rows(visit.findings().stream().map(Visit.Finding::matter).filter(Objects::nonNull).toList(), viewer).isEmpty());
    }

    @Override
    public List<Use> uses(Viewer viewer, FileId file) {
        if (file.tenant() != viewer.tenant()) return List.of();
        return visits.with(file).stream().filter(visit -> visits.find(visit.id(), viewer).isPresent()).map(visit -> new Use(Dates.minute(visit.visitedAt()), directories.of(visit.tenant()).unitName(visit.unit()), visit.href(),
                Words.say("inspection.visit.step"), visit.unitName() + " " + visit.personName())).toList();
    }
}
