package cn.duban.units;

import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A register beyond the one day that a {@link Directory} describes. Changes are entered ahead and in any order, so a rule
 * that must always hold is asked of every later day.
 */
final class Outlook {

    private final Register register;
    private final Map<Integer, List<UnitParent>> parents;

    Outlook(Register register) {
        this.register = register;
        this.parents = register.parents().stream().collect(Collectors.groupingBy(UnitParent::unit));
    }

    /** Whether the unit was, or will be, the ancestor itself or anywhere below it on a day. */
    boolean within(int unit, int ancestor, LocalDate on) {
        var seen = new HashSet<Integer>();
        for (Integer at = unit; at != null && seen.add(at); at = parent(at, on)) if (at == ancestor) return true;
        return false;
    }

    private @Nullable Integer parent(int unit, LocalDate on) {
        var row = Directory.standing(parents.getOrDefault(unit, List.of()), on, UnitParent::since, UnitParent::until);
        return row == null ? null : row.parent();
    }

    /** The day, and every later one on which some unit comes to stand elsewhere. */
    Set<LocalDate> moves(LocalDate from) {
        var days = register.parents().stream().map(UnitParent::since).filter(day -> day.isAfter(from)).collect(Collectors.toCollection(TreeSet::new));
        days.add(from);
        return days;
    }

    /** The units that stand directly below on that day or on a later one. */
    List<Integer> children(int unit, LocalDate from) {
        var closed = register.units().stream().filter(row -> row.closedOn() != null && !row.closedOn().isAfter(from))
                .map(Register.UnitRow::unit).collect(Collectors.toSet());
        return register.parents().stream()
                .filter(row -> Objects.equals(row.parent(), unit) && lasts(row.since(), row.until(), from) && !closed.contains(row.unit()))
                .map(UnitParent::unit).distinct().toList();
    }

    /** What another post of the unit is called that heads it on that day or on a later one. */
    Optional<String> head(int unit, int other, LocalDate from) {
        var theirs = register.posts().stream().filter(p -> p.unit() == unit && p.post() != other).map(Register.PostRow::post).collect(Collectors.toSet());
        return register.charges().stream().filter(c -> c.head() && theirs.contains(c.post()) && lasts(c.since(), c.until(), from))
                .map(Register.Charge::name).findFirst();
    }

    /** The days on which it may change who holds a post with that duty. */
    Set<LocalDate> turns(Viewer.Duty duty) {
        var carrying = register.charges().stream().filter(c -> c.duties().contains(duty)).map(Register.Charge::post).collect(Collectors.toSet());
        var held = register.holdings().stream().filter(h -> carrying.contains(h.post())).toList();
        var holders = held.stream().map(Holding::person).collect(Collectors.toSet());
        return Stream.of(
                        register.charges().stream().filter(c -> carrying.contains(c.post())).flatMap(c -> Stream.of(c.since(), c.until())),
                        register.posts().stream().filter(p -> carrying.contains(p.post())).flatMap(p -> Stream.of(p.openedOn(), p.closedOn())),
                        held.stream().flatMap(h -> Stream.of(h.since(), h.until())),
                        register.people().stream().filter(p -> holders.contains(p.id())).flatMap(p -> Stream.of(p.since(), p.until())))
                .flatMap(Function.identity()).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The highest number given to a person so far. */
    int lastPerson() {
        return register.people().stream().mapToInt(Person::id).max().orElse(0);
    }

    int lastPost() {
        return register.posts().stream().mapToInt(Register.PostRow::post).max().orElse(0);
    }

    /** Whether a row holds on the day or on a later one; one that was withdrawn never does. */
    private static boolean lasts(LocalDate since, @Nullable LocalDate until, LocalDate from) {
        return !since.equals(until) && (until == null || until.isAfter(from));
    }
}
