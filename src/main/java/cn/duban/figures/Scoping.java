package cn.duban.figures;

import static org.jooq.impl.DSL.noCondition;

import cn.duban.units.Directory;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The columns by which rows are asked for, and the condition that a scope makes of them. */
record Scoping(Field<String> ledger, Field<String> type, Field<String> source, Field<Integer> unit, Field<Integer> leader) {

    /** @param directory as of today: which units stand below one is asked of the day that is told of */
    Condition of(Scope scope, Gathering gathering, Directory directory) {
        return given(scope.ledger(), ledger).and(given(scope.type(), type)).and(given(scope.source(), source))
                .and(borne(scope.unit(), unit, gathering.units())).and(borne(scope.leader(), leader, gathering.leaders()))
                .and(scope.under() == null ? noCondition() : unit.in(scope.then(directory).below(scope.under())));
    }

    static <T> Condition given(@Nullable T value, Field<T> column) {
        return value == null ? noCondition() : column.eq(value);
    }

    private Condition borne(@Nullable Integer by, Field<Integer> column, Set<String> gathering) {
        if (by == null) return noCondition();
        if (by == Scope.NONE) return column.isNull().and(type.notIn(gathering));
        return by == Scope.BELOW ? column.isNull().and(type.in(gathering)) : column.eq(by);
    }
}
