package cn.duban.figures;

import static cn.duban_db.figures.Tables.STANDING;
import static cn.duban_db.figures.Tables.STRETCH;

import cn.duban.ledger.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A told matter as it is counted: by the rule of this room, so that a load leaves nothing to catch up with but the sums.
 *
 * @param standing the cells of its row
 * @param stretches the cells of each that ended
 */
public record Reckoned(@Nullable Object[] standing, List<@Nullable Object[]> stretches) {

    /** Table → its columns, in the order of the cells. */
    public static final Map<String, String> TABLES = Map.of("figures.standing", columns(STANDING.fields()), "figures.stretch", columns(STRETCH.fields()));

    public static Reckoned of(List<Step> steps) {
        Standing now = null;
        var ended = new ArrayList<@Nullable Object[]>();
        for (var step : steps) {
            var next = Standing.after(now, step);
            if (now != null && next.no() != now.no()) ended.add(Standings.stretch(now, next.beganAt()).intoArray());
            now = next;
        }
        return new Reckoned(Standings.row(Objects.requireNonNull(now)).intoArray(), ended);
    }

    private static String columns(Field<?>[] fields) {
        return Arrays.stream(fields).map(Field::getName).collect(Collectors.joining(", "));
    }
}
