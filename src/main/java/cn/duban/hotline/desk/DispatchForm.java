package cn.duban.hotline.desk;

import cn.duban.hotline.CallerText;
import cn.duban.hotline.Categories;
import cn.duban.hotline.Grades;
import cn.duban.ledger.Act;
import cn.duban.ledger.type.MatterType;
import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.web.Complaints;
import cn.duban.web.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the dispatch desk decided about one ticket: to which unit, by when, with whom. Pure.
 *
 * @param state in which the ticket waits: received, raised again, or sent back
 * @param typed by the names of the form's fields
 */
record DispatchForm(String state, MultiValueMap<String, String> typed, MatterType type, Categories categories, Directory directory) {

    /** The states in which a ticket waits for the desk, each with the act by which it is sent on. */
    static Optional<String> act(String state) {
        return Optional.ofNullable(switch (state) {
            case "received" -> "dispatch";
            case "reopened" -> "dispatch-again";
            case "disputed" -> "redirect";
            default -> null;
        });
    }

    /** Whose period a ticket in this state has, whatever grade it is given; empty where the grade decides. */
    static Optional<String> fixed(String state) {
        return state.equals("reopened") ? Optional.of(Grades.AGAIN) : Optional.empty();
    }

    private String value(String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "").strip();
    }

    private Optional<Integer> unit(String said) {
        return directory.units().stream().filter(unit -> String.valueOf(unit.id()).equals(said)).map(Unit::id).findFirst();
    }

    private List<Integer> assisting() {
        return Objects.requireNonNullElse(typed.get("assist"), List.<String>of()).stream().flatMap(said -> unit(said).stream()).distinct().toList();
    }

    private @Nullable LocalDate day() {
        try {
            var day = LocalDate.parse(value("due"));
            return Days.holds(day) ? day : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    Complaints complaints() {
        var complaints = new Complaints();
        var lead = unit(value("lead"));
        complaints.addIf(state.equals("received") && !categories.knows(value("category")), "category", "hotline.dispatch.category.missing");
        complaints.addIf(!Objects.requireNonNull(type.fields().get("grade")).choices().containsKey(value("grade")), "grade", "hotline.dispatch.grade.missing");
        complaints.addIf(lead.isEmpty(), "lead", "hotline.dispatch.lead.missing");
        complaints.addIf(lead.filter(assisting()::contains).isPresent(), "assist", "hotline.dispatch.assist.lead");
        complaints.addIf(!value("due").isEmpty() && day() == null, "due", "hotline.day.wrong");
        if (!state.equals("received")) new CallerText(value("reason"), false).complain("reason", "hotline.dispatch.reason.missing", complaints);
        return complaints;
    }

    /** @param period the last day of a grade, for where none was named */
    Act act(int seen, Function<String, Optional<LocalDate>> period) {
        var grade = value("grade");
        var act = Act.of(act(state).orElseThrow()).seen(seen).role("lead", unit(value("lead")).orElseThrow()).field("grade", grade)
                .due(Optional.ofNullable(day()).orElseGet(() -> period.apply(fixed(state).orElse(grade)).orElseThrow()));
        if (categories.knows(value("category"))) act = act.field("category", value("category"));
        if (!assisting().isEmpty()) act = act.role("assist", assisting());
        return state.equals("received") ? act.saying("note", value("reason")) : act.saying("reason", value("reason"));
    }
}
