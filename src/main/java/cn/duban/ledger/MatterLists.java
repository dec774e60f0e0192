package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.CLOCK;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.ledger.type.Phase;
import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.web.Viewer;
import cn.duban.workdays.Rhythm;
import cn.duban_db.ledger.tables.Bearing;
import cn.duban_db.ledger.tables.Matter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The SQL of lists: columns of a row, filters, order; one statement a page, with the viewer's sight in its {@code where}. */
@Component
class MatterLists {

    /** Phases in which a running clock is somebody's debt. */
    static final List<String> AWAKE = List.of("draft", "open", "settled");

    private static final List<Field<String>> RHYTHMS = Arrays.stream(Rhythm.values()).map(r -> (Field<String>) inline(r.name().toLowerCase(Locale.ROOT).replace('_', '-'))).toList();

    private final DSLContext sql;
    private final Sight sight;
    private final MatterTypes types;
    private final ObjectProvider<Texts> texts;

    MatterLists(DSLContext sql, Sight sight, MatterTypes types, ObjectProvider<Texts> texts) {
        this.sql = sql;
        this.texts = texts;
        this.sight = sight;
        this.types = types;
    }

    /** The hour of a list and what its lamps depend on. */
    record Moment(Instant now, Instant yellowUntil) {}

    /** What every row of a list is made of, beside the columns of the matter itself. */
    record Columns(Matter m, Field<Integer> lead, Field<Integer[]> leads, Field<Integer> children, Field<Integer> openChildren, Field<Boolean> onlyReport, Field<String> claim) {

        /** Name of the parameter that says the hour. */
        static final String NOW = "now";

        List<SelectField<?>> fields() {
            return List.of(m.TENANT, m.ID, m.LEDGER, m.NUMBER, m.TITLE, m.TYPE, m.TYPE_TENANT, m.TYPE_VERSION, m.STATE, m.PHASE, m.OWES, m.DUE_AT, m.IMPORTED, m.OPENED_AT, m.VERSION, m.RECEIVED_ON, m.DUE_ON, m.SETTLED_AT,
                    leads.as("leads"), children.as("children"), openChildren.as("open_children"), onlyReport.as("only_report"), claim.as("claim"));
        }

        /** Who assists and who answers as a leader, as {@code role:unit:post}: asked only where a list shows it. */
        static List<SelectField<?>> bearers(Matter m, MatterQuery query) {
            if (!query.asksBearers()) return List.of();
            var r = RESPONSIBILITY.as("bearer");
            return List.of(field(select(arrayAgg(concat(r.ROLE, inline(":"), r.UNIT.cast(String.class), inline(":"), coalesce(r.POST.cast(String.class), inline("")))).orderBy(r.NO)).from(r)
                    .where(r.TENANT.eq(m.TENANT), r.MATTER.eq(m.ID), r.UNTIL.isNull(), r.ROLE.in(inline("assist"), inline("leader")))).as("bearers"));
        }

        static Columns of(Matter m, Instant now) {
            var leading = RESPONSIBILITY.TENANT.eq(m.TENANT).and(RESPONSIBILITY.MATTER.eq(m.ID)).and(RESPONSIBILITY.ROLE.eq("lead")).and(RESPONSIBILITY.UNTIL.isNull());
            var child = MATTER.as("child");
            var under = child.TENANT.eq(m.TENANT).and(child.PARENT.eq(m.ID)).and(child.PHASE.ne("void"));
            return new Columns(m,
                    field(select(RESPONSIBILITY.UNIT).from(RESPONSIBILITY).where(leading).orderBy(RESPONSIBILITY.NO).limit(1)),
                    field(select(arrayAgg(RESPONSIBILITY.UNIT).orderBy(RESPONSIBILITY.NO)).from(RESPONSIBILITY).where(leading)),
                    field(selectCount().from(child).where(under)),
                    field(selectCount().from(child).where(under).and(child.PHASE.in("draft", "open"))),
                    field(m.DUE_AT.le(param(NOW, now)).and(not(late(m, now)))),
                    jsonbGetAttributeAsText(m.FIELDS, "claim"));
        }
    }

    private static Condition late(Matter m, Instant now) {
        return late(m.TENANT, m.ID, now);
    }

    static Condition late(int tenant, Field<UUID> matter, Instant now) {
        return late(inline(tenant), matter, now);
    }

    /** A clock other than that of the next report has run out; the offset keeps to the clocks of this matter, as in {@link Sight}. */
    private static Condition late(Field<Integer> tenant, Field<UUID> matter, Instant now) {
        return exists(selectOne().from(CLOCK).where(CLOCK.TENANT.eq(tenant), CLOCK.MATTER.eq(matter), CLOCK.STATE.eq(inline("running")), CLOCK.DUE_AT.le(param(Columns.NOW, now)), CLOCK.BUDGET.notIn(RHYTHMS)).offset(inline(0)));
    }

    Condition seen(Matter m, Viewer viewer, Directory directory) {
        return sight.of(viewer, directory, new Sight.Columns(m.TENANT, m.ID, m.PHASE, m.SECRECY));
    }

    Condition seen(Bearing b, Viewer viewer, Directory directory) {
        return sight.of(viewer, directory, new Sight.Borne(new Sight.Columns(b.TENANT, b.MATTER, b.PHASE, b.SECRECY), b.ROLE, b.UNIT, b.SUPERVISORS));
    }

    Listing list(MatterQuery query, Viewer viewer, Directory directory, Moment moment) {
        var mark = ListMark.read(query.after());
        return listing(rows(query, mark, viewer, directory, moment, null), query, mark, MATTER.as("m"), directory, moment);
    }

    /** The rows of a page as they come, {@code m} being the matter. @param among nothing else is looked at; null for all */
    List<? extends Record> rows(MatterQuery query, @Nullable ListMark mark, Viewer viewer, Directory directory, Moment moment, @Nullable Collection<UUID> among) {
        return new ByBearer(this, query, viewer, directory, moment).rows(sql, mark)
                .orElseGet(() -> page(List.of(), query, mark, MATTER.as("m"), one -> seen(one, viewer, directory).and(among(one, among)), viewer, directory, moment).fetch());
    }

    static Condition among(Matter m, @Nullable Collection<UUID> some) {
        return some == null ? noCondition() : m.ID.eq(any(some.toArray(UUID[]::new)));
    }

    /**
     * A page, with one row more than it holds; each row says in {@code total} how many there are, and first what the caller wants of it.
     *
     * @param seen the condition of the viewer's sight
     */
    Select<Record> page(List<SelectField<?>> first, MatterQuery query, @Nullable ListMark mark, Matter m, Function<Matter, Condition> seen, Viewer viewer, Directory directory, Moment moment) {
        var columns = Columns.of(m, moment.now());
        var keyset = Keyset.of(query, m, columns.lead(), unitsByName(directory));
        var holding = holding(query, viewer);
        var asked = seen.apply(m).and(asked(query, m, directory, moment)).and(holding.apply(m));
        var counted = MATTER.as("m");
        Field<Integer> total = mark != null ? inline(mark.count()) : field(select(count()).from(select(inline(1)).from(counted)
                .where(seen.apply(counted).and(asked(query, counted, directory, moment)).and(holding.apply(counted))).limit(inline(Listing.COUNTED + 1))));
        return sql.select(first).select(columns.fields()).select(Columns.bearers(m, query)).select(keyset.key().as("key"), total.as("total"))
                .from(m).where(asked, keyset.after(mark))
                .orderBy(keyset.order()).limit(inline(query.size() + 1));
    }

    /** One row more than a page was asked for, to know whether there is another; each row says in {@code total} how many there are. */
    Listing listing(List<? extends Record> rows, MatterQuery query, @Nullable ListMark mark, Matter m, Directory directory, Moment moment) {
        var page = rows.subList(0, Math.min(rows.size(), query.size()));
        var total = rows.isEmpty() ? 0 : rows.getFirst().get("total", Integer.class);
        var count = mark != null ? mark.count() : total;
        var next = rows.size() <= query.size() ? null : new ListMark(count, page.getLast().get(m.ID), Objects.toString(page.getLast().get("key"), null)).token();
        return new Listing(page.stream().map(r -> row(r, m, directory, moment)).toList(), count, next);
    }

    MatterRow row(Record r, Matter m, Directory directory, Moment moment) {
        var type = types.version(new MatterTypes.Version(r.get(m.TYPE_TENANT), r.get(m.TYPE), r.get(m.TYPE_VERSION)));
        var leads = r.get("leads", Integer[].class);
        var awake = AWAKE.contains(r.get(m.PHASE));
        var owes = awake && r.get(m.OWES) != null ? type.roles().get(r.get(m.OWES)) : null;
        var dueAt = awake ? r.get(m.DUE_AT) : null;
        return new MatterRow(new MatterId(r.get(m.TENANT), r.get(m.ID)), r.get(m.LEDGER), r.get(m.NUMBER), r.get(m.TITLE), r.get(m.TYPE), type.label(),
                r.get(m.STATE), type.state(r.get(m.STATE)).label(), Phase.valueOf(r.get(m.PHASE).toUpperCase(Locale.ROOT)),
                leads == null ? List.of() : Arrays.stream(leads).map(directory::unitName).toList(), owes == null ? null : owes.label(),
                dueAt == null ? null : lastDay(dueAt, directory), dueAt,
                Lamp.of(dueAt, moment.now(), moment.yellowUntil(), Boolean.TRUE.equals(r.get("only_report", Boolean.class))),
                r.get("open_children", Integer.class), r.get("children", Integer.class), r.get(m.IMPORTED), r.get("claim", String.class), r.get(m.OPENED_AT), r.get(m.VERSION), facts(r, m, directory), null);
    }

    private static MatterRow.Facts facts(Record r, Matter m, Directory directory) {
        var bearers = r.field("bearers") == null ? null : r.get("bearers", String[].class);
        var said = bearers == null ? List.<String[]>of() : Arrays.stream(bearers).map(bearer -> bearer.split(":", -1)).toList();
        return new MatterRow.Facts(r.get(m.RECEIVED_ON), LocalDate.ofInstant(r.get(m.OPENED_AT), directory.zone()), r.get(m.DUE_ON), r.get(m.SETTLED_AT) == null ? null : LocalDate.ofInstant(r.get(m.SETTLED_AT), directory.zone()),
                said.stream().filter(one -> one[0].equals("assist")).map(one -> directory.unitName(Integer.parseInt(one[1]))).toList(),
                said.stream().filter(one -> one[0].equals("leader") && !one[2].isEmpty()).map(one -> directory.called(Integer.parseInt(one[2]))).toList());
    }

    /** A day ends at 24:00, which is the first instant of the next one. */
    static LocalDate lastDay(Instant dueAt, Directory directory) {
        return LocalDate.ofInstant(dueAt.minusNanos(1), directory.zone());
    }

    private static List<Integer> unitsByName(Directory directory) {
        return directory.units().stream().sorted(Comparator.comparing(Unit::name)).map(Unit::id).toList();
    }

    static Condition asked(MatterQuery q, Matter m, Directory directory, Moment moment) {
        return given(q.ledger(), m.LEDGER::eq)
                .and(given(q.type(), m.TYPE::eq))
                .and(given(q.version(), word -> pinned(word, m, directory)))
                .and(given(q.state(), m.STATE::eq))
                .and(given(q.phase(), phase -> m.PHASE.eq(phase.name().toLowerCase(Locale.ROOT))))
                .and(given(q.owes(), role -> m.OWES.eq(role).and(m.PHASE.in(AWAKE))))
                .and(given(q.parent(), m.PARENT::eq))
                .and(given(q.lead(), unit -> borne(m, directory, unit, RESPONSIBILITY.ROLE.eq("lead"))))
                .and(given(q.unit(), unit -> borne(m, directory, unit, noCondition())))
                .and(given(q.dueFrom(), day -> m.DUE_AT.gt(startOf(day, directory))))
                .and(given(q.dueTo(), day -> m.DUE_AT.le(startOf(day.plusDays(1), directory))))
                .and(given(q.lamp(), lamp -> m.PHASE.in(AWAKE).and(shines(lamp, m, moment))));
    }

    /** In any text of the matter where a room above reads them all, else in number or title. */
    Function<Matter, Condition> holding(MatterQuery query, Viewer viewer) {
        var text = query.text();
        if (text == null) return m -> noCondition();
        var reader = texts.getIfAvailable();
        if (reader == null) return m -> m.TITLE.containsIgnoreCase(text).or(m.NUMBER.containsIgnoreCase(text));
        var standing = reader.holding(viewer.tenant(), text);
        return m -> standing.apply(m.ID);
    }

    /** One row if this matter may be seen by the viewer and is what the query asks for, its text and order apart. */
    Select<Record1<Integer>> admitting(MatterQuery query, Viewer viewer, Directory directory, Moment moment, Field<UUID> id) {
        var m = MATTER.as("admitted");
        return select(inline(1).as("yes")).from(m).where(m.TENANT.eq(viewer.tenant()), m.ID.eq(id)).and(seen(m, viewer, directory)).and(asked(query, m, directory, moment)).limit(inline(1));
    }

    /** These matters as rows, as far as the viewer may see them. */
    Map<UUID, MatterRow> rows(Collection<UUID> ids, Viewer viewer, Directory directory, Moment moment) {
        var m = MATTER.as("m");
        return sql.select(Columns.of(m, moment.now()).fields()).from(m).where(m.ID.in(ids)).and(seen(m, viewer, directory)).fetchMap(m.ID, r -> row(r, m, directory, moment));
    }

    static Condition shines(Lamp lamp, Matter m, Moment moment) {
        return switch (lamp) {
            case BLUE -> m.DUE_AT.gt(moment.yellowUntil());
            case YELLOW -> m.DUE_AT.le(moment.yellowUntil()).and(m.DUE_AT.gt(moment.now()).or(not(late(m, moment.now()))));
            case RED -> m.DUE_AT.le(moment.now()).and(late(m, moment.now()));
        };
    }

    /** A word that names no version names no matter either. */
    private static Condition pinned(String word, Matter m, Directory directory) {
        return MatterTypes.Version.of(directory.tenant(), "", word).map(version -> m.TYPE_TENANT.eq(version.tenant()).and(m.TYPE_VERSION.eq(version.version()))).orElseGet(DSL::falseCondition);
    }

    private static Condition borne(Matter m, Directory directory, int unit, Condition role) {
        return exists(selectOne().from(RESPONSIBILITY).where(RESPONSIBILITY.TENANT.eq(m.TENANT), RESPONSIBILITY.MATTER.eq(m.ID), RESPONSIBILITY.UNTIL.isNull(),
                RESPONSIBILITY.UNIT.in(directory.below(unit)), role));
    }

    static Instant startOf(LocalDate day, Directory directory) {
        return day.atStartOfDay(directory.zone()).toInstant();
    }

    static <T> Condition given(@Nullable T value, java.util.function.Function<T, Condition> condition) {
        return value == null ? noCondition() : condition.apply(value);
    }
}
