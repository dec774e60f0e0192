package cn.duban.inspection;

import cn.duban.inspection.Declaration.State;
import cn.duban.ledger.Door;
import cn.duban.ledger.Refusal;
import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.web.Complaints;
import cn.duban.web.Days;
import cn.duban.web.Viewer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A declaration as it was typed. */
public record DeclarationForm(String title, String basis, String kind, List<String> methods, String scope, String first, String last, String days, String unit, List<String> joining, List<String> objects, boolean unannounced, String decision) {

    private static final int LONGEST_TITLE = 100;

    static DeclarationForm empty(Viewer viewer) {
        return new DeclarationForm("", "", "", List.of(), "", "", "", "", String.valueOf(viewer.unit()), List.of(), List.of(), false, "");
    }

    static DeclarationForm of(MultiValueMap<String, String> typed) {
        return new DeclarationForm(one(typed, "title"), one(typed, "basis"), one(typed, "kind"), many(typed, "methods"), one(typed, "scope"), one(typed, "first"), one(typed, "last"), one(typed, "days"), one(typed, "unit"),
                many(typed, "joining"), many(typed, "objects"), typed.containsKey("unannounced"), one(typed, "decision"));
    }

    private static String one(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "").strip();
    }

    private static List<String> many(MultiValueMap<String, String> typed, String name) {
        return typed.getOrDefault(name, List.of());
    }

    /** Units that may be inspected: not the government itself, nor a section, which is inspected with its unit. */
    static List<Unit> inspectable(Directory directory) {
        return directory.units().stream().filter(unit -> unit.kind() != Unit.Kind.GOVERNMENT && unit.kind() != Unit.Kind.SECTION).toList();
    }

    /** Units in whose name this viewer may declare; whoever supervises, for any that can inspect. */
    static List<Unit> inspecting(Viewer viewer, Directory directory) {
        var own = directory.lineage(viewer.unit()).stream().flatMap(unit -> directory.unit(unit).stream()).filter(unit -> unit.kind() != Unit.Kind.GOVERNMENT);
        return Stream.concat(own, viewer.has(Viewer.Duty.SUPERVISE) ? inspectable(directory).stream() : Stream.empty()).distinct().toList();
    }

    /** Whether people of the inspected unit read what an inspecting one does, because they stand under it: no surprise then. */
    static boolean reads(int inspected, int inspecting, Directory directory) {
        return directory.within(inspected, inspecting) && directory.unit(inspecting).filter(unit -> unit.kind() != Unit.Kind.GOVERNMENT && unit.kind() != Unit.Kind.DISTRICT).isPresent();
    }

    /** @param issued whether the plan of the year was issued, asked for the year that was typed @return null where something is wrong */
    @Nullable Declaration read(Viewer viewer, Directory directory, Instant now, java.util.function.IntPredicate issued, Complaints complaints) {
        complaints.addIf(title.isEmpty(), "title", "inspection.declare.title.missing").addIf(title.length() > LONGEST_TITLE, "title", "inspection.declare.title.long", LONGEST_TITLE);
        complaints.addIf(basis.isEmpty(), "basis", "inspection.declare.basis.missing");
        var what = InspectionKind.of(kind);
        complaints.addIf(what.isEmpty(), "kind", "inspection.declare.kind.missing");
        var how = methods.stream().flatMap(word -> InspectionMethod.of(word).stream()).distinct().toList();
        complaints.addIf(how.isEmpty(), "methods", "inspection.declare.methods.missing");
        var who = units(List.of(unit), inspecting(viewer, directory));
        complaints.addIf(who.isEmpty(), "unit", "inspection.declare.unit.missing");
        var whom = units(objects, inspectable(directory));
        complaints.addIf(whom.isEmpty(), "objects", "inspection.declare.objects.missing");
        complaints.addIf(who.stream().anyMatch(inspecting -> whom.stream().anyMatch(one -> directory.within(inspecting, one))), "objects", "inspection.declare.objects.self");
        var with = units(joining, inspectable(directory)).stream().filter(one -> !who.contains(one)).toList();
        complaints.addIf(with.stream().anyMatch(joined -> whom.stream().anyMatch(one -> directory.within(joined, one))), "joining", "inspection.declare.joining.inspected");
        complaints.addIf(unannounced && whom.stream().anyMatch(one -> Stream.concat(who.stream(), with.stream()).anyMatch(inspecting -> reads(one, inspecting, directory))), "objects", "inspection.declare.objects.below");
        var from = day(first);
        var to = day(last);
        complaints.addIf(from == null, "first", "inspection.declare.day.wrong").addIf(to == null, "last", "inspection.declare.day.wrong");
        if (from != null && to != null) {
            complaints.addIf(to.isBefore(from), "last", "inspection.declare.last.before").addIf(to.isBefore(directory.today()), "last", "inspection.declare.last.past");
            var span = ChronoUnit.DAYS.between(from, to) + 1;
            var count = PlanQuery.number(days, 1, 366);
            complaints.addIf(count == null, "days", "inspection.declare.days.wrong").addIf(count != null && span > 0 && count > span, "days", "inspection.declare.days.beyond", span);
        }
        var outside = from != null && issued.test(from.getYear());
        complaints.addIf(outside && decision.isEmpty(), "decision", "inspection.declare.decision.missing", from == null ? "" : from.getYear());
        kept("title", title, complaints);
        kept("basis", basis, complaints);
        kept("scope", scope, complaints);
        kept("decision", decision, complaints);
        if (!complaints.isEmpty()) return null;
        return new Declaration(viewer.tenant(), Plans.newId(), Objects.requireNonNull(from).getYear(), title, basis, what.orElseThrow(), how, scope, from, Objects.requireNonNull(to), Integer.parseInt(days), who.getFirst(), with, whom, unannounced,
                decision.isEmpty() || !outside ? null : decision, State.DECLARED, null, null, null, 1, viewer.person(), viewer.unit(), viewer.unitName() + " " + viewer.personName(), now, null, null);
    }

    /** What the door of the ledger would refuse is refused at its field. */
    private static void kept(String field, String text, Complaints complaints) {
        try {
            Door.check(text);
        } catch (Refusal.Refused refused) {
            complaints.add(field, "inspection.refused", refused.getMessage());
        }
    }

    private static List<Integer> units(List<String> typed, List<Unit> among) {
        return typed.stream().flatMap(word -> among.stream().filter(unit -> String.valueOf(unit.id()).equals(word))).map(Unit::id).distinct().toList();
    }

    static @Nullable LocalDate day(String said) {
        try {
            var day = LocalDate.parse(said);
            return Days.holds(day) ? day : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
