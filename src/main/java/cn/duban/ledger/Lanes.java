package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import cn.duban.ledger.MatterLists.Moment;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban_db.ledger.tables.Matter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/**
 * Several lists side by side in one statement, each with its own page and its own count. For whoever sees much each lane is walked
 * in the order of its index. Whoever sees little would have a lane that holds none of theirs walked to its end, so what they
 * see is gathered first, and each lane is taken out of that.
 */
@Component
class Lanes {

    private static final String LANE = "lane";

    private final DSLContext sql;
    private final MatterLists lists;
    private final Sight sight;
    private final FewMatters few;

    Lanes(DSLContext sql, MatterLists lists, Sight sight, FewMatters few) {
        this.sql = sql;
        this.lists = lists;
        this.sight = sight;
        this.few = few;
    }

    /** @param wanted each list under a name of its own; at least one */
    Map<String, Listing> of(Map<String, MatterQuery> wanted, Viewer viewer, Directory directory, Moment moment) {
        var found = rows(wanted, viewer, directory, moment);
        var lanes = new LinkedHashMap<String, Listing>();
        wanted.forEach((key, query) -> lanes.put(key, lists.listing(found.getOrDefault(key, List.of()), query, ListMark.read(query.after()), MATTER.as("m"), directory, moment)));
        return lanes;
    }

    /** The rows of each as they come, {@code m} being the matter. */
    Map<String, List<Record>> rows(Map<String, MatterQuery> wanted, Viewer viewer, Directory directory, Moment moment) {
        var m = MATTER.as("m");
        var own = few.of(viewer, directory) ? own(viewer, directory) : null;
        var pages = wanted.entrySet().stream().map(lane -> {
            Function<Matter, Condition> seen = own == null ? one -> walked(one, viewer, directory) : one -> gathered(one, own, lane.getValue(), viewer);
            return lists.page(List.of(inline(lane.getKey()).as(LANE)), lane.getValue(), ListMark.read(lane.getValue().after()), m, seen, viewer, directory, moment);
        }).reduce(Select::unionAll).orElseThrow();
        var rows = own == null ? sql.fetch(pages) : sql.with(own).selectFrom(pages.asTable("lanes")).fetch();
        return rows.stream().map(Record.class::cast).collect(Collectors.groupingBy(row -> row.get(LANE, String.class)));
    }

    /** Drafts are the supervision's alone: others need not be asked for each of them whether they see it. */
    private Condition walked(Matter m, Viewer viewer, Directory directory) {
        return lists.seen(m, viewer, directory).and(viewer.has(Duty.SUPERVISE) ? noCondition() : m.PHASE.ne(inline("draft")));
    }

    private CommonTableExpression<Record4<UUID, String, String, String>> own(Viewer viewer, Directory directory) {
        var m = MATTER.as("m");
        var touched = selectDistinct(field(name("matter"), m.ID.getDataType())).from(sight.touched(viewer, directory).limit(inline(FewMatters.FEW)).asTable("touches", "matter")).asTable("touched", "matter");
        // one look for each of them: joined freely the planner, which does not know how few they are, would read all matters
        var one = lateral(select(m.ID, m.TYPE, m.STATE, m.PHASE).from(m).where(m.TENANT.eq(viewer.tenant()), m.ID.eq(touched.field("matter", m.ID.getDataType()))).and(lists.seen(m, viewer, directory)).limit(inline(1))).as("one", "matter", "type", "state", "phase");
        return name("own").fields("matter", "type", "state", "phase").asMaterialized(
                select(one.field("matter", m.ID.getDataType()), one.field("type", String.class), one.field("state", String.class), one.field("phase", String.class)).from(touched).crossJoin(one));
    }

    private static Condition gathered(Matter m, CommonTableExpression<?> own, MatterQuery query, Viewer viewer) {
        return m.TENANT.eq(viewer.tenant()).and(m.ID.in(select(own.field("matter", m.ID.getDataType())).from(own)
                .where(MatterLists.given(query.type(), text(own, "type")::eq), MatterLists.given(query.state(), text(own, "state")::eq), MatterLists.given(query.phase(), phase -> text(own, "phase").eq(Said.word(phase))))));
    }

    private static Field<String> text(CommonTableExpression<?> own, String column) {
        return own.field(column, String.class);
    }
}
