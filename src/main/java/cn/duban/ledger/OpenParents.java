package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;

/**
 * No settled parent has an open child, whoever of two is faster. Whoever opens a child shares a lock on its parent, in the
 * writing statement, and finds it settled if it was so a moment ago. Whoever passes the gate of the children holds the
 * parent since it was loaded, so that no child comes any more, and counts those once more that came before.
 */
final class OpenParents {

    private static final List<String> OPEN = List.of("draft", "open");

    private final List<Written> acts;
    private final List<UUID> parents;

    OpenParents(List<Written> acts) {
        this.acts = acts;
        var opened = acts.stream().filter(w -> w.change().before == null).map(w -> w.matter().id()).collect(Collectors.toSet());
        parents = acts.stream().flatMap(w -> w.change().parentsOfOpened().stream())
                .filter(parent -> !opened.contains(parent)).distinct().toList();
    }

    CommonTableExpression<?> held() {
        return name("p").as(select(MATTER.ID).from(MATTER)
                .where(MATTER.TENANT.eq(tenant()), MATTER.ID.in(parents), MATTER.PHASE.in(OPEN)).orderBy(MATTER.ID).forShare());
    }

    Condition allOpen() {
        return parents.isEmpty() ? noCondition() : field(selectCount().from(table(name("p")))).eq(parents.size());
    }

    Condition noneClosedOverAChild() {
        var childless = acts.stream().filter(w -> w.change().childless).map(w -> w.matter().id()).toList();
        if (childless.isEmpty()) return noCondition();
        var child = MATTER.as("child");
        var master = MATTER.as("master");
        var open = child.PHASE.in(OPEN).or(child.PHASE.eq("merged").and(exists(selectOne().from(master)
                .where(master.TENANT.eq(tenant()), master.ID.eq(child.MERGED_INTO), master.PHASE.in(OPEN)))));
        return MATTER.ID.notIn(childless).or(notExists(selectOne().from(child).where(child.TENANT.eq(tenant()), child.PARENT.eq(MATTER.ID), open)));
    }

    private int tenant() {
        return acts.getFirst().matter().tenant();
    }
}
