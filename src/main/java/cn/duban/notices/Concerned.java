package cn.duban.notices;

import cn.duban.ledger.Assignment;
import cn.duban.ledger.ClockEntry;
import cn.duban.ledger.Happening;
import cn.duban.ledger.Responsibility;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whom one entry concerns, and why; each person in a post once, for the weightiest reason. Pure. */
final class Concerned {

    private static final Set<String> MERGING = Set.of("merge", "unmerge", "merged-in", "merged-out");
    private static final List<ClockEntry.Kind> MOVING = List.of(ClockEntry.Kind.EXTEND, ClockEntry.Kind.PAUSE, ClockEntry.Kind.RESUME);

    private final Happening happening;
    private final Directory directory;
    private final Circle circle;
    private final Map<Viewer, Kind> told = new LinkedHashMap<>();

    private Concerned(Happening happening, Directory directory) {
        this.happening = happening;
        this.directory = directory;
        this.circle = new Circle(happening, directory);
    }

    static Map<Viewer, Kind> of(Happening happening, Directory directory) {
        var concerned = new Concerned(happening, directory);
        concerned.steps();
        concerned.shares();
        concerned.bearers();
        concerned.course();
        return concerned.told;
    }

    /** Nobody is told of what they did themselves, from whatever post. */
    private void add(Kind kind, Stream<Viewer> readers) {
        readers.filter(reader -> reader.person() != happening.entry().person())
                .forEach(reader -> told.merge(reader, kind, (was, is) -> was.compareTo(is) <= 0 ? was : is));
    }

    private void steps() {
        if (happening.moved() && happening.stands() && !happening.matter().phase().done()) add(happening.movedBack() ? Kind.RETURNED : Kind.OWED, circle.owers());
    }

    private void shares() {
        happening.changed("assignment").forEach((no, columns) -> happening.assignments().stream().filter(a -> a.no() == no).findFirst()
                .ifPresent(a -> share(a, columns)));
    }

    private void share(Assignment a, Map<String, Object> columns) {
        var still = a.state().name().equalsIgnoreCase(String.valueOf(columns.get("state")));
        if (still && !a.role().equals("lead")) switch (a.state()) {
            case GIVEN -> add(Kind.OWED, circle.unit(a.unit(), Duty.REGISTRY));
            case RETURNED -> add(Kind.RETURNED, circle.unit(a.unit(), Duty.HANDLE));
            case ANSWERED -> add(Kind.OWED, judges());
            case ACCEPTED -> add(Kind.CLOSED, circle.unit(a.unit(), Duty.HANDLE));
            case RECEIVED -> add(Kind.OWED, circle.unit(a.unit(), Duty.HANDLE));
            case OBJECTED -> add(Kind.OWED, circle.bearers("supervisor").flatMap(r -> circle.people(r, Duty.SUPERVISE)));
            case WITHDRAWN -> { /* told as a change of who answers */ }
        }
        if (still && a.state() == Assignment.State.WITHDRAWN) add(Kind.HANDED_OVER, circle.unit(a.unit(), Duty.HANDLE));
        if (columns.get("desk") != null && a.desk() != null && columns.get("desk").equals(a.desk())) add(happening.entry().act().equals("hand-back") ? Kind.RETURNED : Kind.OWED, circle.holders(a.desk()));
    }

    /** The lead judges an assisting unit's answer; where there is none, the supervisor. */
    private Stream<Viewer> judges() {
        var lead = circle.bearers("lead").flatMap(r -> circle.people(r, Duty.HANDLE)).toList();
        return lead.isEmpty() ? circle.bearers("supervisor").flatMap(r -> circle.people(r, Duty.SUPERVISE)) : lead.stream();
    }

    /** Who answers from now on; of what has ended nobody owes anything, so nobody is told. */
    private void bearers() {
        if (happening.matter().phase() == Phase.ENDED || happening.matter().phase() == Phase.VOID) return;
        if (happening.entry().no() > 1) happening.changed("responsibility").keySet().forEach(no -> happening.responsibilities().stream()
                .filter(r -> r.no() == no).forEach(r -> add(Kind.HANDED_OVER, circle.people(r, r.current() ? Duty.REGISTRY : Duty.HANDLE))));
        if (happening.entry().act().equals("hand-over")) add(Kind.HANDED_OVER, successors());
    }

    /** Where only the holder of a post changed, the entry names who took it over in words. */
    private Stream<Viewer> successors() {
        var payload = happening.entry().payload();
        if (payload == null || !(payload.get("to") instanceof String to)) return Stream.empty();
        return happening.responsibilities().stream().filter(Responsibility::current).filter(r -> r.post() != null).flatMap(r -> circle.holders(r.post()))
                .filter(reader -> to.equals(reader.personName() + "（" + reader.unitName() + reader.postName() + "）"));
    }

    private void course() {
        var entry = happening.entry();
        if (entry.act().equals("remind")) add(Kind.REMINDED, circle.awaited());
        if (MERGING.contains(entry.act())) add(Kind.MERGED, circle.all(true));
        if (happening.changed("matter").getOrDefault(0, Map.of()).containsKey("phase") && happening.matter().phase().done() && entry.no() > 1) add(Kind.CLOSED, circle.all(false));
        if (MOVING.stream().anyMatch(happening::journal)) add(Kind.EXTENDED, circle.all(false));
        if (entry.act().equals("return-report")) add(Kind.RETURNED, circle.bearers("lead").flatMap(r -> circle.people(r, Duty.HANDLE)));
        if (entry.act().equals("comment") || spokenFromAPost()) add(Kind.COMMENTED, circle.all(true));
    }

    /** A leader's direction: words that move nothing, from somebody who answers by name of their post. */
    private boolean spokenFromAPost() {
        var entry = happening.entry();
        return !happening.moved() && !entry.act().equals("escalate") && entry.payload() != null && entry.payload().get("note") != null && entry.payload().get("assignment") == null
                && happening.responsibilities().stream().anyMatch(r -> r.current() && r.post() != null && r.post() == entry.post());
    }
}
