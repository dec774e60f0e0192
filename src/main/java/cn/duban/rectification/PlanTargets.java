package cn.duban.rectification;

import cn.duban.ledger.MatterId;
import cn.duban.web.Viewer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes over the numbers that a document promises, as it becomes a ledger and in the same transaction. Declared here, answered by the room that tracks them. */
public interface PlanTargets {

    /**
     * A number as the document says it.
     *
     * @param matter who is to reach it
     * @param op {@code >=}, {@code <=}, {@code =}, {@code ~}, or {@code every} for a rhythm, which then stands as the unit
     * @param value null where the digits cannot be read
     * @param flag why a person must look; null where all was read
     * @param year the year of the plan; null where it names none
     */
    record Promised(MatterId matter, String what, String op, @Nullable BigDecimal value, String unit, String words, @Nullable String flag, @Nullable Integer year) {}

    void adopted(List<Promised> promised, Viewer viewer);
}
