package cn.duban.inspection.visit;

import static cn.duban_db.ledger.Tables.MATTER_ROW;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.FileRow;
import cn.duban.inspection.Declaration;
import cn.duban.inspection.Plans;
import cn.duban.inspection.visit.VisitPages.FindingRow;
import cn.duban.inspection.visit.VisitPages.OnePage;
import cn.duban.inspection.visit.VisitPages.Photograph;
import cn.duban.ledger.Matters;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** One visit as its page shows it: where, when, by whom, its photographs with what they say of themselves, and what became of its findings. */
@Component
class OneVisit {

    private final DSLContext sql;
    private final Plans plans;
    private final EvidenceFiles files;
    private final Matters matters;
    private final Directories directories;

    OneVisit(DSLContext sql, Plans plans, EvidenceFiles files, Matters matters, Directories directories) {
        this.sql = sql;
        this.plans = plans;
        this.files = files;
        this.matters = matters;
        this.directories = directories;
    }

    OnePage page(Visit visit, Viewer viewer, @Nullable String said, @Nullable String refused) {
        var inspection = plans.find(visit.declaration(), viewer);
        var rows = matters.rows(visit.findings().stream().map(Visit.Finding::matter).filter(Objects::nonNull).toList(), viewer);
        var papers = onPapers(visit.tenant(), rows.keySet());
        var findings = visit.findings().stream().map(finding -> {
            var row = finding.matter() == null ? null : rows.get(finding.matter());
            return new FindingRow(finding.no(), finding.text(), row == null ? null : "/matters/" + row.id(), row == null ? null : row.number(), row == null ? "" : row.stateLabel().in(LocaleContextHolder.getLocale()), row != null && papers.contains(row.id().id()));
        }).toList();
        var open = visit.findings().stream().anyMatch(finding -> finding.matter() == null);
        return new OnePage(visit, inspection.map(Declaration::title).orElse(""), inspection.map(Declaration::href).orElse(null), directories.of(visit.tenant()).fullName(visit.unit()), photographs(visit, viewer), findings,
                open && viewer.has(Duty.SUPERVISE) && inspection.isPresent(), open, said, refused);
    }

    /** Those that were closed on papers alone. */
    Set<UUID> onPapers(int tenant, Collection<UUID> matters) {
        return sql.select(MATTER_ROW.ID).from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(tenant), MATTER_ROW.ID.in(matters), DSL.jsonbGetAttributeAsText(MATTER_ROW.FIELDS, "means").eq("papers")).fetchSet(MATTER_ROW.ID);
    }

    List<Photograph> photographs(Visit visit, Viewer viewer) {
        var taken = files.taken(visit.tenant(), visit.files());
        return visit.files().stream().flatMap(file -> files.readable(viewer, file).stream()).map(receipt -> new Photograph(FileRow.of(receipt), taken.get(receipt.id()), receipt.uploadedAt())).toList();
    }
}
