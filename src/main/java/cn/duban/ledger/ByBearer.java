package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.ledger.MatterLists.Columns;
import cn.duban.ledger.MatterLists.Moment;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban_db.ledger.tables.Bearing;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * The list that is asked for most: what a unit bears or leads, the nearest end first. Read in that order unit by unit, where any
 * other list walks all matters and asks of each who bears it. The first page finds as many as are counted, a later one its own.
 */
record ByBearer(MatterLists lists, MatterQuery query, Viewer viewer, Directory directory, Moment moment) {

    /** Empty where the list asks for no unit, or for another order. */
    Optional<List<? extends Record>> rows(DSLContext sql, @Nullable ListMark mark) {
        if (query.unit() == null && query.lead() == null || query.sort() != MatterQuery.Sort.DUE || query.descending()) return Optional.empty();
        var page = query.size() + 1;
        var found = name("found").fields("matter", "due_at").asMaterialized(
                Bearings.nearest(viewer.tenant(), Bearings.Bearers.units(units()), this::wanted, place(mark), mark == null ? Math.max(page, Listing.COUNTED + 1) : page));
        var m = MATTER.as("m");
        var total = field(select(count()).from(select(inline(1)).from(found).limit(inline(Listing.COUNTED + 1))));
        var order = found.field("due_at", Instant.class);
        var rows = sql.with(found).select(Columns.of(m, moment.now()).fields()).select(Columns.bearers(m, query)).select(m.DUE_AT.as("key"), total.as("total"))
                .from(select(found.fields()).from(found).orderBy(order, found.field("matter")).limit(inline(page)).asTable("found"))
                .join(m).on(m.TENANT.eq(viewer.tenant()), m.ID.eq(found.field("matter", m.ID.getDataType())))
                .orderBy(order, m.ID).fetch();
        return Optional.of(rows);
    }

    private Collection<Integer> units() {
        return directory.below(Objects.requireNonNull(query.lead() == null ? query.unit() : query.lead()));
    }

    private static Bearings.@Nullable Place place(@Nullable ListMark mark) {
        if (mark == null) return null;
        try {
            return new Bearings.Place(mark.key() == null ? null : Instant.parse(mark.key()), mark.last());
        } catch (DateTimeParseException broken) {
            throw ListMark.unreadable();
        }
    }

    private Condition wanted(Bearing b) {
        return lists.seen(b, viewer, directory)
                .and(query.lead() == null ? noCondition() : b.ROLE.eq("lead"))
                .and(MatterLists.given(query.type(), b.TYPE::eq))
                .and(MatterLists.given(query.state(), b.STATE::eq))
                .and(MatterLists.given(query.phase(), phase -> b.PHASE.eq(phase.name().toLowerCase(Locale.ROOT))))
                .and(MatterLists.given(query.dueFrom(), day -> b.DUE_AT.gt(MatterLists.startOf(day, directory)).and(Bearings.ending(b))))
                .and(MatterLists.given(query.dueTo(), day -> b.DUE_AT.le(MatterLists.startOf(day.plusDays(1), directory))))
                .and(rest(b));
    }

    /** What a bearing does not know of its matter is asked of the matter, where it is asked at all. */
    private Condition rest(Bearing b) {
        var both = query.lead() != null && query.unit() != null;
        if (!both && Stream.of(query.ledger(), query.parent(), query.lamp(), query.owes(), query.text()).allMatch(Objects::isNull)) return noCondition();
        var of = MATTER.as("of");
        return exists(selectOne().from(of).where(of.TENANT.eq(b.TENANT), of.ID.eq(b.MATTER)).and(MatterLists.asked(query, of, directory, moment)).and(lists.holding(query, viewer).apply(of)));
    }
}
