package cn.duban.ledger;

import cn.duban.web.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one act makes of one matter, before it is written: the rows as they will stand, and the words that go into the
 * entry. Filled by the rules, read by the writer; never shared.
 */
final class Change {

    final @Nullable Dossier before;
    final Instant now;
    final String act;
    Matter matter;
    final Map<Integer, Responsibility> responsibilities = new TreeMap<>();
    final Map<Integer, Assignment> assignments = new TreeMap<>();
    final Map<Integer, Clock> clocks = new TreeMap<>();
    final Map<Integer, Relation> relations = new TreeMap<>();
    final List<ClockEntry> journal = new ArrayList<>();
    final List<AttachedEvidence> evidence = new ArrayList<>();
    final Map<String, Object> words = new LinkedHashMap<>();
    Act.@Nullable Behalf behalf;
    /** The entry whose content goes; the act's own entry then states every row anew. */
    @Nullable Integer erases;
    /** Decided on the gate that no child is open, which must still hold when it is written. */
    boolean childless;

    Change(String act, Matter fresh, Instant now) {
        this.before = null;
        this.act = act;
        this.matter = fresh;
        this.now = now;
    }

    Change(String act, Dossier before, Instant now) {
        this.before = before;
        this.act = act;
        this.matter = before.matter();
        this.now = now;
        before.responsibilities().forEach(r -> responsibilities.put(r.no(), r));
        before.assignments().forEach(a -> assignments.put(a.no(), a));
        before.clocks().forEach(c -> clocks.put(c.no(), c));
        before.relations().forEach(r -> relations.put(r.no(), r));
    }

    /** Whether it opens the matter, or opens it again. */
    boolean opens() {
        return !matter.phase().done() && (before == null || before.matter().phase().done());
    }

    /** The parents that get an open child by it, also through what is merged into the matter: none of them may be settled when it is written. */
    List<UUID> parentsOfOpened() {
        if (!opens()) return List.of();
        var merged = before == null ? Stream.<Dossier.Merged>empty() : before.merged().stream();
        return Stream.concat(Stream.ofNullable(matter.parent()), merged.flatMap(m -> Stream.ofNullable(m.parent()))).distinct().toList();
    }

    /** Everything about the matter once this is written, as far as the change itself says it: children and what is merged stay as they were. */
    Dossier after(Matter sealed, Viewer viewer) {
        var deeds = new ArrayList<>(before == null ? List.<Dossier.Deed>of() : before.deeds());
        deeds.add(new Dossier.Deed(entryNo(), act, viewer.person(), viewer.post(), behalf == null ? viewer.unit() : behalf.unit(), true, act.equals(Reminding.ACT) ? now : null));
        return new Dossier(sealed, List.copyOf(responsibilities.values()), List.copyOf(assignments.values()), List.copyOf(clocks.values()),
                joined(before == null ? List.of() : before.journal(), journal), List.copyOf(relations.values()), joined(before == null ? List.of() : before.evidence(), evidence),
                before == null ? List.of() : before.children(), List.copyOf(deeds), before == null ? List.of() : before.childShares(), before == null ? List.of() : before.merged(), before == null ? null : before.parentPhase());
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    int entryNo() {
        return before == null ? 1 : before.matter().version() + 1;
    }

    @Nullable String fromState() {
        return before == null ? null : before.matter().state();
    }

    void bear(String role, int unit, @Nullable Integer post) {
        var no = next(responsibilities);
        responsibilities.put(no, new Responsibility(matter.tenant(), matter.id(), no, role, unit, post, now, null));
    }

    void assign(String role, int unit, java.time.@Nullable LocalDate due) {
        var no = next(assignments);
        assignments.put(no, new Assignment(matter.tenant(), matter.id(), no, role, unit, Assignment.State.GIVEN,
                Assignment.Stage.UNIT, null, now, due, null, null, null, null, null, null));
    }

    void put(Assignment assignment) {
        assignments.put(assignment.no(), assignment);
    }

    int nextClock() {
        return next(clocks);
    }

    void put(Clock clock, ClockEntry.Kind kind, String reason) {
        clocks.put(clock.no(), clock);
        var known = before == null ? 0 : before.journal().stream().filter(e -> e.clock() == clock.no()).mapToInt(ClockEntry::no).max().orElse(0);
        var no = known + 1 + (int) journal.stream().filter(e -> e.clock() == clock.no()).count();
        journal.add(new ClockEntry(matter.tenant(), matter.id(), clock.no(), no, entryNo(), kind, now, clock.lastDay(), reason));
    }

    void relate(Relation.Kind kind, int otherTenant, UUID other) {
        var no = next(relations);
        relations.put(no, new Relation(matter.tenant(), matter.id(), no, kind, otherTenant, other, now, null));
    }

    void attach(Act.Attachment file, @Nullable Integer assignment) {
        var no = (before == null ? 0 : before.evidence().stream().mapToInt(AttachedEvidence::no).max().orElse(0)) + evidence.size() + 1;
        evidence.add(new AttachedEvidence(matter.tenant(), matter.id(), no, entryNo(), assignment, file.hash(), file.name(), file.kind(), file.mediaType(), file.size()));
    }

    private static int next(Map<Integer, ?> rows) {
        return rows.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }
}
