package cn.duban.rectification;

import cn.duban.ledger.Act;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The plan of one measure as its form holds it: posts, units and a day as text, empty where undecided.
 *
 * @param version the version of the measure that the form was filled from
 * @param was what the form held then, so that only what a person changed is saved
 * @param refused why it was not saved, in words
 */
public record PlanRow(int version, String leader, String lead, List<String> assist, String handler, String mode, String due, String was, @Nullable String refused) {

    static PlanRow of(Round.Line line) {
        var row = new PlanRow(line.version(), text(line.post("leader")), text(line.unit("lead")), line.units("assist").stream().map(PlanRow::text).toList(),
                text(line.post("handler")), line.fields().getOrDefault("mode", ""), text(line.dueOn()), "", null);
        return row.was(row.said());
    }

    /** What was typed under a name such as {@code m.1-….}; numbers that are none count as undecided. */
    static PlanRow typed(String prefix, MultiValueMap<String, String> form) {
        var version = number(form, prefix + "version");
        var lead = number(form, prefix + "lead");
        var assist = form.getOrDefault(prefix + "assist", List.of()).stream().filter(PlanRow::isNumber).filter(unit -> !unit.equals(lead)).distinct().sorted(PlanRow::byNumber).toList();
        return new PlanRow(version.isEmpty() ? 0 : Integer.parseInt(version), number(form, prefix + "leader"), lead, assist, number(form, prefix + "handler"),
                given(form, prefix + "mode"), given(form, prefix + "due"), given(form, prefix + "was"), null);
    }

    /** With everything that the other one says. */
    PlanRow filled(PlanRow other) {
        var newLead = or(other.lead, lead);
        return new PlanRow(version, or(other.leader, leader), newLead, (other.assist.isEmpty() ? assist : other.assist).stream().filter(unit -> !unit.equals(newLead)).toList(),
                handler, or(other.mode, mode), or(other.due, due), was, null);
    }

    PlanRow refused(String why) {
        return new PlanRow(version, leader, lead, assist, handler, mode, due, was, why);
    }

    /** The same words over what stands now: saving again is a decision taken with both in view. */
    PlanRow over(PlanRow now) {
        return new PlanRow(now.version, leader, lead, assist, handler, mode, due, now.said(), refused);
    }

    PlanRow withoutHandler() {
        return new PlanRow(version, leader, lead, assist, "", mode, due, was, refused);
    }

    public boolean empty() {
        return leader.isEmpty() && lead.isEmpty() && assist.isEmpty() && mode.isEmpty() && due.isEmpty();
    }

    private PlanRow was(String said) {
        return new PlanRow(version, leader, lead, assist, handler, mode, due, said, refused);
    }

    String said() {
        return String.join("|", leader, lead, String.join(",", assist), handler, mode, due);
    }

    /** Whether a person changed something that is not so already. */
    boolean differs(Round.Line line) {
        return !said().equals(was) && !said().equals(of(line).said());
    }

    /** @throws DateTimeParseException when what was typed is no day */
    @Nullable LocalDate day() {
        return due.isEmpty() ? null : LocalDate.parse(due);
    }

    /** What puts the measure right, naming only what is to change. */
    Act act(Round.Line line) {
        var now = of(line);
        var act = Act.of("correct").seen(version);
        if (!leader.equals(now.leader)) act = act.role("leader", numbers(leader));
        if (!lead.equals(now.lead)) act = act.role("lead", numbers(lead));
        if (!assist.equals(now.assist)) act = act.role("assist", assist.stream().map(Integer::valueOf).toList());
        if (!handler.equals(now.handler)) act = act.role("handler", numbers(handler));
        if (!mode.equals(now.mode)) act = act.field("mode", mode);
        return due.equals(now.due) ? act : act.due(day());
    }

    private static List<Integer> numbers(String one) {
        return Stream.of(one).filter(PlanRow::isNumber).map(Integer::valueOf).toList();
    }

    private static String number(MultiValueMap<String, String> form, String name) {
        var typed = given(form, name);
        return isNumber(typed) ? typed : "";
    }

    private static String given(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }

    private static boolean isNumber(String text) {
        // of another government a unit has a number of ten digits
        return text.matches("\\d{1,10}") && Long.parseLong(text) <= Integer.MAX_VALUE;
    }

    private static int byNumber(String a, String b) {
        return Integer.compare(Integer.parseInt(a), Integer.parseInt(b));
    }

    private static String or(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
