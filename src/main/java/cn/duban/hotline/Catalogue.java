package cn.duban.hotline;

import static cn.duban_db.hotline.Tables.COMPETENCE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import cn.duban.units.Directories;
import cn.duban.units.Unit;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The responsibility catalogue (责任目录) of a government: lines are added and ended, never changed, so that what held on a day stays known. */
@Component
public class Catalogue {

    private final DSLContext sql;
    private final Directories directories;
    private final Clock clock;

    Catalogue(DSLContext sql, Directories directories, Clock clock) {
        this.sql = sql;
        this.directories = directories;
        this.clock = clock;
    }

    public List<Competence> all(int tenant) {
        return sql.select(COMPETENCE.NO, COMPETENCE.CATEGORY, COMPETENCE.AREA, COMPETENCE.UNIT, COMPETENCE.SINCE, COMPETENCE.UNTIL, COMPETENCE.BASIS).from(COMPETENCE).where(COMPETENCE.TENANT.eq(tenant))
                .orderBy(COMPETENCE.CATEGORY, COMPETENCE.AREA.asc().nullsFirst(), COMPETENCE.SINCE.desc()).fetch(Records.mapping(Competence::new));
    }

    /** Which unit the catalogue says is competent today. */
    public Optional<Competence> suggested(int tenant, String category, String area) {
        if (category.isBlank()) return Optional.empty();
        var directory = directories.of(tenant);
        var place = area.isBlank() ? Optional.<Unit>empty() : directory.unitNamed(area);
        return Competence.of(all(tenant), category, place.map(Unit::id).orElse(null), directory.today(), directory).filter(line -> directory.living(line.unit()).isPresent());
    }

    /** A line that says the same already is not written again. @return whether it was new */
    @Transactional
    public boolean add(Competence line, Viewer by) {
        sql.select(field("pg_advisory_xact_lock({0}, {1})", Object.class, inline(0x686f74), inline(by.tenant()))).fetch();
        var there = all(by.tenant()).stream().anyMatch(other -> other.until() == null && same(other, line));
        if (there) return false;
        var next = sql.select(coalesce(max(COMPETENCE.NO), inline(0)).plus(1)).from(COMPETENCE).where(COMPETENCE.TENANT.eq(by.tenant())).fetchSingle().value1();
        sql.insertInto(COMPETENCE).set(COMPETENCE.TENANT, by.tenant()).set(COMPETENCE.NO, next).set(COMPETENCE.CATEGORY, line.category()).set(COMPETENCE.AREA, line.area()).set(COMPETENCE.UNIT, line.unit()).set(COMPETENCE.SINCE, line.since())
                .set(COMPETENCE.BASIS, line.basis()).set(COMPETENCE.ENTERED_BY, by.person()).set(COMPETENCE.ENTERED_NAME, by.unitName() + " " + by.personName()).set(COMPETENCE.ENTERED_AT, clock.instant()).execute();
        return true;
    }

    private static boolean same(Competence one, Competence other) {
        return one.category().equals(other.category()) && Objects.equals(one.area(), other.area()) && one.unit() == other.unit();
    }

    /** From that day on it holds no longer; one that never began ends on its first day. */
    public void end(int no, LocalDate day, Viewer by) {
        sql.update(COMPETENCE).set(COMPETENCE.UNTIL, greatest(COMPETENCE.SINCE, inline(day))).where(COMPETENCE.TENANT.eq(by.tenant()), COMPETENCE.NO.eq(no), COMPETENCE.UNTIL.isNull()).execute();
    }
}
