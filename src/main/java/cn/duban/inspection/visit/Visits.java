package cn.duban.inspection.visit;

import static cn.duban_db.inspection.Tables.VISIT;
import static cn.duban_db.inspection.Tables.VISIT_FILE;
import static cn.duban_db.inspection.Tables.VISIT_FINDING;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.evidence.FileId;
import cn.duban.inspection.InspectionMethod;
import cn.duban.inspection.Plans;
import cn.duban.inspection.visit.Visit.Finding;
import cn.duban.inspection.visit.Visit.Point;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The visits of all inspections that the viewer may see. */
@Component
public class Visits {

    static final int MOST = 100;

    private static final Field<List<Finding>> FINDINGS = multiset(select(VISIT_FINDING.NO, VISIT_FINDING.TEXT, VISIT_FINDING.MATTER).from(VISIT_FINDING)
            .where(VISIT_FINDING.TENANT.eq(VISIT.TENANT), VISIT_FINDING.VISIT.eq(VISIT.ID)).orderBy(VISIT_FINDING.NO)).convertFrom(rows -> rows.map(Records.mapping(Finding::new))).as("findings");
    private static final Field<List<FileId>> FILES = multiset(select(VISIT_FILE.TENANT, VISIT_FILE.HASH).from(VISIT_FILE)
            .where(VISIT_FILE.TENANT.eq(VISIT.TENANT), VISIT_FILE.VISIT.eq(VISIT.ID)).orderBy(VISIT_FILE.NO)).convertFrom(rows -> rows.map(r -> FileId.of(r.value1(), r.value2()))).as("files");

    private final DSLContext sql;
    private final Plans plans;
    private final Clock clock;

    Visits(DSLContext sql, Plans plans, Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.clock = clock;
    }

    /** However often it arrives, it is kept once; what arrives later under the same id changes nothing. @return false where it was here already */
    @Transactional
    public boolean keep(Visit visit, List<FileId> files) {
        var point = visit.point();
        var fresh = sql.insertInto(VISIT).set(VISIT.TENANT, visit.tenant()).set(VISIT.ID, visit.id()).set(VISIT.DECLARATION, visit.declaration()).set(VISIT.UNIT, visit.unit()).set(VISIT.PLACE, visit.place())
                .set(VISIT.METHOD, visit.method().word()).set(VISIT.MANNER, visit.unannounced() ? "unannounced" : "announced").set(VISIT.VISITED_AT, visit.visitedAt())
                .set(VISIT.LATITUDE, point == null ? null : point.latitude()).set(VISIT.LONGITUDE, point == null ? null : point.longitude()).set(VISIT.ACCURACY, point == null ? null : point.accuracy())
                .set(VISIT.NOTES, visit.notes()).set(VISIT.KEPT_AT, visit.keptAt()).set(VISIT.ARRIVED_AT, clock.instant()).set(VISIT.PERSON, visit.person()).set(VISIT.PERSON_NAME, visit.personName()).set(VISIT.POST, visit.post())
                .set(VISIT.BY_UNIT, visit.byUnit()).set(VISIT.UNIT_NAME, visit.unitName()).onConflictDoNothing().execute() == 1;
        if (!fresh) return false;
        var no = 0;
        for (var finding : visit.findings()) sql.insertInto(VISIT_FINDING).set(VISIT_FINDING.TENANT, visit.tenant()).set(VISIT_FINDING.VISIT, visit.id()).set(VISIT_FINDING.NO, finding.no()).set(VISIT_FINDING.TEXT, finding.text()).execute();
        for (var file : files.stream().distinct().toList()) sql.insertInto(VISIT_FILE).set(VISIT_FILE.TENANT, visit.tenant()).set(VISIT_FILE.VISIT, visit.id()).set(VISIT_FILE.NO, ++no).set(VISIT_FILE.HASH, file.hash()).execute();
        return true;
    }

    /** Whether this person's record of that id is here already. */
    boolean arrived(@Nullable UUID id, Viewer viewer) {
        return id != null && sql.fetchExists(selectOne().from(VISIT).where(VISIT.TENANT.eq(viewer.tenant()), VISIT.ID.eq(id), VISIT.PERSON.eq(viewer.person())));
    }

    public Optional<Visit> find(UUID id, Viewer viewer) {
        return fetch(VISIT.TENANT.eq(viewer.tenant()).and(VISIT.ID.eq(id)).and(seen(viewer))).stream().findFirst();
    }

    List<Visit> latest(Viewer viewer) {
        return fetch(VISIT.TENANT.eq(viewer.tenant()).and(seen(viewer)));
    }

    List<Visit> of(UUID declaration, Viewer viewer) {
        return fetch(VISIT.TENANT.eq(viewer.tenant()).and(VISIT.DECLARATION.eq(declaration)).and(seen(viewer)));
    }

    /** The visit at which a matter was found; whoever calls has asked whether the reader sees the matter. */
    Optional<Visit> found(int tenant, UUID matter) {
        return fetch(VISIT.TENANT.eq(tenant).and(exists(selectOne().from(VISIT_FINDING).where(VISIT_FINDING.TENANT.eq(tenant), VISIT_FINDING.VISIT.eq(VISIT.ID), VISIT_FINDING.MATTER.eq(matter))))).stream().findFirst();
    }

    /** Visits that a file was handed in with, whoever may see them. */
    List<Visit> with(FileId file) {
        return fetch(VISIT.TENANT.eq(file.tenant()).and(exists(selectOne().from(VISIT_FILE).where(VISIT_FILE.TENANT.eq(file.tenant()), VISIT_FILE.VISIT.eq(VISIT.ID), VISIT_FILE.HASH.eq(file.hash())))));
    }

    /** Findings without a matter, held until the transaction ends: two who open them at once open them once. */
    List<Finding> holdUnopened(Visit visit) {
        return sql.select(VISIT_FINDING.NO, VISIT_FINDING.TEXT, VISIT_FINDING.MATTER).from(VISIT_FINDING).where(VISIT_FINDING.TENANT.eq(visit.tenant()), VISIT_FINDING.VISIT.eq(visit.id()), VISIT_FINDING.MATTER.isNull())
                .orderBy(VISIT_FINDING.NO).forUpdate().fetch(Records.mapping(Finding::new));
    }

    void opened(Visit visit, int no, UUID matter) {
        var done = sql.update(VISIT_FINDING).set(VISIT_FINDING.MATTER, matter).where(VISIT_FINDING.TENANT.eq(visit.tenant()), VISIT_FINDING.VISIT.eq(visit.id()), VISIT_FINDING.NO.eq(no), VISIT_FINDING.MATTER.isNull()).execute();
        if (done == 0) throw new NotFound();
    }

    /** Of inspections that the viewer sees, and what they recorded themselves. */
    private Condition seen(Viewer viewer) {
        return VISIT.PERSON.eq(viewer.person()).or(plans.seen(VISIT.DECLARATION, viewer));
    }

    private List<Visit> fetch(Condition which) {
        var fields = new ArrayList<SelectField<?>>(List.of(VISIT.fields()));
        fields.add(FINDINGS);
        fields.add(FILES);
        return sql.select(fields).from(VISIT).where(which).orderBy(VISIT.VISITED_AT.desc(), VISIT.ID).limit(MOST).fetch(Visits::visit);
    }

    private static Visit visit(Record r) {
        var v = r.into(VISIT);
        var point = v.getLatitude() == null ? null : new Point(v.getLatitude(), v.getLongitude(), v.getAccuracy());
        return new Visit(v.getTenant(), v.getId(), v.getDeclaration(), v.getUnit(), v.getPlace(), InspectionMethod.of(v.getMethod()).orElseThrow(), v.getManner().equals("unannounced"), v.getVisitedAt(), point, v.getNotes(), v.getKeptAt(), v.getArrivedAt(),
                v.getPerson(), v.getPersonName(), v.getPost(), v.getByUnit(), v.getUnitName(), r.get(FINDINGS), r.get(FILES));
    }
}
