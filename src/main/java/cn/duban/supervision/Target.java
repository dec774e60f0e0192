package cn.duban.supervision;

import cn.duban.ledger.MatterId;
import cn.duban.web.Words;
import cn.duban.workdays.Rhythm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number that a matter promises (指标).
 *
 * @param unit what is counted, such as 次 or %
 * @param direction null, as the goal and the days may be, while nobody could read it
 * @param rhythm by which its values are reported
 * @param words as the document says it
 * @param flag why a person must look; null where it was read
 * @param entry of its matter, saying what the target is
 * @param values of all periods, the earliest first, returned ones too
 */
public record Target(UUID id, MatterId matter, String name, String unit, @Nullable Direction direction, @Nullable BigDecimal goal, Counting counting, Rhythm rhythm, @Nullable LocalDate from, @Nullable LocalDate to,
        String words, @Nullable String flag, State state, @Nullable Integer entry, int version, List<Value> values) {

    public enum Direction {
        AT_LEAST, AT_MOST, EXACTLY;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean holds(BigDecimal figure, BigDecimal goal) {
            var than = figure.compareTo(goal);
            return switch (this) {
                case AT_LEAST -> than >= 0;
                case AT_MOST -> than <= 0;
                case EXACTLY -> than == 0;
            };
        }
    }

    /** What its values add up to: all of them, the latest alone, or each its own. */
    public enum Counting {
        TOTAL, LATEST, EACH;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum State { UNREAD, TRACKED, DROPPED }

    /**
     * What one unit reported of one period.
     *
     * @param state reported, confirmed or returned
     * @param entry of the matter, saying it
     * @param review the entry that confirmed or returned it
     */
    public record Value(LocalDate startsOn, int no, BigDecimal value, String state, int unit, int person, int entry, Instant at, @Nullable Integer review) {

        public boolean confirmed() {
            return state.equals("confirmed");
        }

        public boolean waits() {
            return state.equals("reported");
        }
    }

    /** A goal in words, such as 不少于30次; what could not be read says so. */
    public String goalSaid() {
        if (direction == null || goal == null) return Words.say("supervision.target.unread");
        return Words.say("supervision.target.direction." + direction.word(), plain(goal), unit);
    }

    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    // what stands in a chain must read the same as long as it is proved: these words are no texts of a page

    private static final Map<Rhythm, String> EVERY = Map.of(Rhythm.DAILY, "每日", Rhythm.WEEKLY, "每周", Rhythm.HALF_MONTH, "每半月", Rhythm.MONTHLY, "每月", Rhythm.QUARTERLY, "每季度", Rhythm.YEARLY, "每年");
    private static final Map<Direction, String> DIRECTION = Map.of(Direction.AT_LEAST, "不少于", Direction.AT_MOST, "不超过", Direction.EXACTLY, "等于");
    private static final Map<Counting, String> COUNTING = Map.of(Counting.TOTAL, "累计", Counting.LATEST, "以最近一期为准", Counting.EACH, "每期分别计算");

    /** What its entry says in the chain of the matter; only of a target that is tracked. */
    String defined() {
        return "指标“" + name + "”：" + DIRECTION.get(Objects.requireNonNull(direction)) + plain(Objects.requireNonNull(goal)) + unit + "，" + from + "至" + to + "，" + EVERY.get(rhythm) + "报送，" + COUNTING.get(counting) + "。";
    }

    /** What the entry of a value says. */
    String reported(LocalDate startsOn, BigDecimal value) {
        return "报送指标“" + name + "”" + startsOn + "一期的数值：" + plain(value) + unit + "。";
    }

    /** How the entry begins that confirms a value, or returns it. */
    String reviewed(LocalDate startsOn, BigDecimal value, boolean confirmed) {
        return (confirmed ? "确认" : "退回") + "指标“" + name + "”" + startsOn + "一期的数值：" + plain(value) + unit + "。";
    }
}
