package cn.duban.rating.board;

import static cn.duban_db.ledger.Tables.BEARER_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static cn.duban_db.rating.Tables.DOUBT;
import static cn.duban_db.rating.Tables.GIVEN;
import static cn.duban_db.rating.Tables.SERVICE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import cn.duban.ledger.MatterId;
import cn.duban.rating.Offices;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of figures and their rows, with what the viewer may see in the {@code where}. */
@Component
class Boards {

    static final int PAGE = 50;

    private static final List<Duty> OF_THE_UNIT = List.of(Duty.SUPERVISE, Duty.REGISTRY, Duty.REVIEW, Duty.SIGN);

    private final DSLContext sql;
    private final Directories directories;
    private final Offices offices;

    Boards(DSLContext sql, Directories directories, Offices offices) {
        this.sql = sql;
        this.directories = directories;
        this.offices = offices;
    }

    /** @param unit null for all @param item empty for all @param person null for all */
    record Scope(YearMonth month, @Nullable Integer unit, String item, @Nullable Integer person) {}

    /** @param level null where nobody said anything @param why reasons of doubt */
    record Spot(UUID id, String item, int unit, @Nullable Integer person, Instant servedAt, @Nullable Short level, @Nullable String words, @Nullable UUID rectification, List<String> why) {}

    List<Tally> tallies(YearMonth month, Viewer viewer) {
        return tallies(viewer.tenant(), new Scope(month, null, "", null), seen(viewer), true);
    }

    /** For everybody: without persons. */
    List<Tally> published(int tenant, YearMonth month) {
        return tallies(tenant, new Scope(month, null, "", null), noCondition(), false);
    }

    private List<Tally> tallies(int tenant, Scope scope, Condition seen, boolean persons) {
        var columns = new ArrayList<SelectField<?>>(List.of(SERVICE.UNIT, SERVICE.ITEM));
        var person = persons ? SERVICE.PERSON : DSL.inline(null, SERVICE.PERSON.getDataType());
        columns.add(person);
        for (var figure : Figure.values()) columns.add(count().filterWhere(figure.condition()).as(figure.word()));
        return sql.select(columns).from(SERVICE).leftJoin(GIVEN).on(GIVEN.TENANT.eq(SERVICE.TENANT), GIVEN.SERVICE.eq(SERVICE.ID)).leftJoin(MATTER_ROW).on(MATTER_ROW.TENANT.eq(GIVEN.TENANT), MATTER_ROW.ID.eq(GIVEN.RECTIFICATION))
                .where(within(tenant, scope), seen).groupBy(persons ? List.of(SERVICE.UNIT, SERVICE.ITEM, SERVICE.PERSON) : List.of(SERVICE.UNIT, SERVICE.ITEM)).orderBy(SERVICE.UNIT, SERVICE.ITEM).fetch(r -> {
                    var counted = new EnumMap<Figure, Integer>(Figure.class);
                    for (var figure : Figure.values()) counted.put(figure, r.get(figure.word(), Integer.class));
                    return new Tally(r.get(SERVICE.UNIT), r.get(SERVICE.ITEM), persons ? r.get(SERVICE.PERSON) : null, counted);
                });
    }

    /** The rows behind a number, the latest first. */
    List<Spot> rows(Figure figure, Scope scope, @Nullable Spot after, Viewer viewer) {
        var further = after == null ? noCondition() : row(SERVICE.SERVED_AT, SERVICE.ID).lt(after.servedAt(), after.id());
        return sql.select(SERVICE.ID, SERVICE.ITEM, SERVICE.UNIT, SERVICE.PERSON, SERVICE.SERVED_AT, GIVEN.LEVEL, GIVEN.WORDS, GIVEN.RECTIFICATION,
                        multiset(select(DOUBT.WHY).from(DOUBT).where(DOUBT.TENANT.eq(SERVICE.TENANT), DOUBT.SERVICE.eq(SERVICE.ID)).orderBy(DOUBT.WHY)).convertFrom(found -> found.map(r -> r.value1())))
                .from(SERVICE).leftJoin(GIVEN).on(GIVEN.TENANT.eq(SERVICE.TENANT), GIVEN.SERVICE.eq(SERVICE.ID)).leftJoin(MATTER_ROW).on(MATTER_ROW.TENANT.eq(GIVEN.TENANT), MATTER_ROW.ID.eq(GIVEN.RECTIFICATION))
                .where(within(viewer.tenant(), scope), seen(viewer), figure.condition(), further).orderBy(SERVICE.SERVED_AT.desc(), SERVICE.ID.desc()).limit(PAGE + 1)
                .fetch(r -> new Spot(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8(), r.value9()));
    }

    Optional<Spot> spot(UUID id, Viewer viewer) {
        return sql.select(SERVICE.ID, SERVICE.ITEM, SERVICE.UNIT, SERVICE.PERSON, SERVICE.SERVED_AT).from(SERVICE).where(SERVICE.TENANT.eq(viewer.tenant()), SERVICE.ID.eq(id), seen(viewer))
                .fetchOptional(r -> new Spot(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), null, null, null, List.of()));
    }

    /** What stands behind a bad rating that is followed up. @param rated the unit that served and those that put it right @param why it is in doubt */
    record Behind(Set<Integer> rated, List<String> why) {}

    Behind behind(MatterId bad) {
        var rated = new HashSet<>(sql.select(BEARER_ROW.UNIT).from(BEARER_ROW).where(BEARER_ROW.TENANT.eq(bad.tenant()), BEARER_ROW.MATTER.eq(bad.id()), BEARER_ROW.ROLE.in(inline("lead"), inline("assist"))).fetchSet(BEARER_ROW.UNIT));
        rated.addAll(sql.select(SERVICE.UNIT).from(GIVEN).join(SERVICE).on(SERVICE.TENANT.eq(GIVEN.TENANT), SERVICE.ID.eq(GIVEN.SERVICE)).where(GIVEN.TENANT.eq(bad.tenant()), GIVEN.RECTIFICATION.eq(bad.id())).fetchSet(SERVICE.UNIT));
        return new Behind(rated, sql.select(DOUBT.WHY).from(GIVEN).join(DOUBT).on(DOUBT.TENANT.eq(GIVEN.TENANT), DOUBT.SERVICE.eq(GIVEN.SERVICE)).where(GIVEN.TENANT.eq(bad.tenant()), GIVEN.RECTIFICATION.eq(bad.id())).orderBy(DOUBT.WHY).fetch(DOUBT.WHY));
    }

    /** Months in which anything was served, the latest first; the present one too. */
    List<YearMonth> months(int tenant) {
        var zone = directories.of(tenant).zone();
        var now = YearMonth.from(directories.of(tenant).today());
        var first = sql.select(min(SERVICE.SERVED_AT)).from(SERVICE).where(SERVICE.TENANT.eq(tenant)).fetchSingle().value1();
        var since = first == null ? now : YearMonth.from(LocalDate.ofInstant(first, zone));
        return Stream.iterate(now, month -> month.minusMonths(1)).limit(24).takeWhile(month -> !month.isBefore(since)).toList();
    }

    private Condition within(int tenant, Scope scope) {
        var zone = directories.of(tenant).zone();
        return SERVICE.TENANT.eq(tenant).and(SERVICE.SERVED_AT.ge(scope.month().atDay(1).atStartOfDay(zone).toInstant())).and(SERVICE.SERVED_AT.lt(scope.month().plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()))
                .and(scope.unit() == null ? noCondition() : SERVICE.UNIT.eq(scope.unit())).and(scope.item().isEmpty() ? noCondition() : SERVICE.ITEM.eq(scope.item())).and(scope.person() == null ? noCondition() : SERVICE.PERSON.eq(scope.person()));
    }

    /** The office and leaders see all; who receives, reviews or signs sees their unit and what is under it; everybody what was said of themselves. */
    private Condition seen(Viewer viewer) {
        if (offices.looksAfter(viewer) || viewer.has(Duty.LEAD)) return noCondition();
        var own = SERVICE.PERSON.eq(viewer.person());
        if (OF_THE_UNIT.stream().noneMatch(viewer::has)) return own;
        var units = new ArrayList<>(directories.of(viewer.tenant()).below(viewer.unit()));
        units.add(viewer.unit());
        return own.or(SERVICE.UNIT.in(units));
    }
}
