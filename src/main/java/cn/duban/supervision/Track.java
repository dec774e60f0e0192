package cn.duban.supervision;

import cn.duban.supervision.Target.Counting;
import cn.duban.supervision.Target.Direction;
import cn.duban.supervision.Target.State;
import cn.duban.supervision.Target.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a target stands on a day. Only confirmed values count; a period without one is missing, never zero. Pure, in exact decimals.
 *
 * @param periods from its first to the one of the day, or to its last
 * @param figure what the confirmed values come to; null where there is none
 * @param distance what is still wanted, or of an upper bound what is left, below zero once it is passed; null where nothing can be said
 * @param missing periods that ended without a confirmed or a waiting value
 */
public record Track(Target target, Status status, List<Cell> periods, @Nullable BigDecimal figure, @Nullable BigDecimal distance, int missing) {

    /** In the order in which they are shown. */
    public enum Status {
        UNREAD("yellow", "eye-question"), LATE("red", "alert-triangle"), BEHIND("yellow", "trending-down"), ON_TRACK("blue", "clock"), REACHED("green", "circle-check");

        private final String colour;
        private final String icon;

        Status(String colour, String icon) {
            this.colour = colour;
            this.icon = icon;
        }

        public String colour() {
            return colour;
        }

        public String icon() {
            return icon;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One period. @param ended before the day @param value the one that counts or waits */
    public record Cell(LocalDate from, LocalDate to, boolean ended, @Nullable Value value) {

        boolean missing() {
            return ended && value == null;
        }

        @Nullable BigDecimal confirmed() {
            return value != null && value.confirmed() ? value.value() : null;
        }
    }

    static Track of(Target target, LocalDate today) {
        if (target.state() != State.TRACKED) return new Track(target, Status.UNREAD, List.of(), null, null, 0);
        var cells = cells(target, today);
        var figure = figure(target.counting(), cells, target);
        var goal = Objects.requireNonNull(target.goal());
        var direction = Objects.requireNonNull(target.direction());
        var distance = target.counting() == Counting.EACH ? null : direction == Direction.AT_LEAST && figure == null ? goal : figure == null ? null : goal.subtract(figure);
        return new Track(target, status(target, goal, direction, cells, figure, today), cells, figure, distance, (int) cells.stream().filter(Cell::missing).count());
    }

    /** Every period of the target that has begun, the last cut off by its end. */
    private static List<Cell> cells(Target target, LocalDate today) {
        var cells = new ArrayList<Cell>();
        var first = Objects.requireNonNull(target.from());
        var last = Objects.requireNonNull(target.to());
        for (var from = target.rhythm().startOf(first); !from.isAfter(today) && !from.isAfter(last); from = target.rhythm().endOf(from).plusDays(1)) {
            var starts = from;
            var end = target.rhythm().endOf(from).isAfter(last) ? last : target.rhythm().endOf(from);
            var value = target.values().stream().filter(one -> one.startsOn().equals(starts) && !one.state().equals("returned")).findFirst().orElse(null);
            cells.add(new Cell(from, end, end.isBefore(today), value));
        }
        return cells;
    }

    private static @Nullable BigDecimal figure(Counting counting, List<Cell> cells, Target target) {
        var confirmed = cells.stream().map(Cell::confirmed).filter(Objects::nonNull).toList();
        if (confirmed.isEmpty()) return null;
        return switch (counting) {
            case TOTAL -> confirmed.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case LATEST -> confirmed.getLast();
            case EACH -> BigDecimal.valueOf(confirmed.stream().filter(value -> Objects.requireNonNull(target.direction()).holds(value, Objects.requireNonNull(target.goal()))).count());
        };
    }

    private static Status status(Target target, BigDecimal goal, Direction direction, List<Cell> cells, @Nullable BigDecimal figure, LocalDate today) {
        var over = today.isAfter(Objects.requireNonNull(target.to()));
        var gap = cells.stream().anyMatch(cell -> cell.ended() && cell.confirmed() == null);
        return switch (target.counting()) {
            case EACH -> each(goal, direction, cells, gap, over);
            case LATEST -> figure != null && direction.holds(figure, goal) && !(over && cells.getLast().confirmed() == null) ? Status.REACHED : over ? Status.LATE : figure != null || gap ? Status.BEHIND : Status.ON_TRACK;
            case TOTAL -> total(goal, direction, figure == null ? BigDecimal.ZERO : figure, share(target, cells), gap, over);
        };
    }

    private static Status each(BigDecimal goal, Direction direction, List<Cell> cells, boolean gap, boolean over) {
        var failed = cells.stream().filter(Cell::ended).map(Cell::confirmed).anyMatch(value -> value != null && !direction.holds(value, goal));
        if (failed || gap && over) return Status.LATE;
        return gap ? Status.BEHIND : over ? Status.REACHED : Status.ON_TRACK;
    }

    /** An upper bound is kept only once every period has said so, and passed at once. */
    private static Status total(BigDecimal goal, Direction direction, BigDecimal sum, BigDecimal[] share, boolean gap, boolean over) {
        var due = sum.multiply(share[1]).compareTo(goal.multiply(share[0]));
        if (direction == Direction.AT_MOST) {
            if (sum.compareTo(goal) > 0) return Status.LATE;
            return over ? gap ? Status.LATE : Status.REACHED : gap || share[0].signum() > 0 && due > 0 ? Status.BEHIND : Status.ON_TRACK;
        }
        if (direction.holds(sum, goal)) return Status.REACHED;
        if (over || sum.compareTo(goal) > 0) return Status.LATE;
        return due < 0 ? Status.BEHIND : Status.ON_TRACK;
    }

    /** How many of its periods have ended, and how many it has: what should have been done by now is that share of the goal. */
    private static BigDecimal[] share(Target target, List<Cell> cells) {
        var last = Objects.requireNonNull(target.to());
        var all = cells(target, last).size();
        return new BigDecimal[] {BigDecimal.valueOf(cells.stream().filter(Cell::ended).count()), BigDecimal.valueOf(Math.max(1, all))};
    }

    /** Values that wait for the supervisor. */
    public long waiting() {
        return periods.stream().filter(cell -> cell.value() != null && cell.value().waits()).count();
    }

    /** The confirmed values in order, for the line that is drawn. */
    public List<BigDecimal> trend() {
        return periods.stream().map(Cell::confirmed).filter(Objects::nonNull).toList();
    }

    public String figureSaid() {
        return figure == null ? "—" : Target.plain(figure);
    }

    public String distanceSaid() {
        return distance == null ? "—" : distance.signum() > 0 || target.direction() == Direction.AT_MOST ? Target.plain(distance) : "0";
    }
}
