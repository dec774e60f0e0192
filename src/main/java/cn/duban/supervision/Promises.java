package cn.duban.supervision;

import cn.duban.ledger.Ledger;
import cn.duban.rectification.PlanTargets.Promised;
import cn.duban.supervision.Target.Counting;
import cn.duban.supervision.Target.Direction;
import cn.duban.supervision.Target.State;
import cn.duban.workdays.Rhythm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a document's number becomes: tracked where everything was read, else waiting for a person with the reason. Pure. */
final class Promises {

    private static final int LONGEST = 80;

    private static final Map<String, Direction> DIRECTIONS = Map.of(">=", Direction.AT_LEAST, "<=", Direction.AT_MOST, "=", Direction.EXACTLY, "every", Direction.AT_LEAST);

    /** 每季度 and its like, as the reader leaves the word for the unit. */
    private static final Map<String, Rhythm> RHYTHMS = Map.of("日", Rhythm.DAILY, "天", Rhythm.DAILY, "周", Rhythm.WEEKLY, "月", Rhythm.MONTHLY, "季度", Rhythm.QUARTERLY, "年", Rhythm.YEARLY);

    /** A share is what it is at the end; it does not add up over the quarters. */
    private static final List<String> SHARES = List.of("%", "‰");

    private Promises() {}

    static Target target(Promised said) {
        var every = said.op().equals("every");
        var rhythm = every ? RHYTHMS.get(said.unit()) : Rhythm.QUARTERLY;
        var direction = DIRECTIONS.get(said.op());
        var goal = goal(said.value());
        var flag = said.flag() != null ? said.flag() : goal == null ? "UNREADABLE" : direction == null ? "APPROXIMATE" : rhythm == null ? "RHYTHM" : said.year() == null ? "YEAR" : null;
        var counting = every ? Counting.EACH : SHARES.contains(said.unit()) ? Counting.LATEST : Counting.TOTAL;
        return new Target(Ledger.newId(), said.matter(), name(said), every ? "次" : said.unit(), direction, goal, counting, rhythm == null ? Rhythm.QUARTERLY : rhythm,
                day(said.year(), 1, 1), day(said.year(), 12, 31), said.words(), flag, flag == null ? State.TRACKED : State.UNREAD, null, 1, List.of());
    }

    private static String name(Promised said) {
        var name = (said.what().isBlank() ? said.words() : said.what()).strip().replaceAll("\\s+", " ");
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }

    private static @Nullable BigDecimal goal(@Nullable BigDecimal value) {
        return value == null || value.precision() - value.scale() > 15 ? null : value;
    }

    private static @Nullable LocalDate day(@Nullable Integer year, int month, int day) {
        return year == null ? null : LocalDate.of(year, month, day);
    }
}
