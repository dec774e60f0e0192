package cn.duban.rectification;

import cn.duban.ledger.MatterThen;
import cn.duban.ledger.type.Phase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Counts a round of rectification: the only place where the figures of a bulletin come from. Every figure is the set of the
 * matters counted. What was voided or merged away is not counted; what a document claims was done is not done.
 *
 * @param findings in the order of the round
 * @param measures finding → its measures, in order
 */
record RectificationBulletinTally(LocalDate on, List<MatterThen> findings, Map<UUID, List<MatterThen>> measures) {

    static final String FINDING = "rectification-finding";
    static final String MEASURE = "rectification-measure";

    /** What is due and in whose hands: once it is handed in for verification, the days are the verifier's. */
    private static final Set<String> RUNNING = Set.of("drafted", "assigned", "working");

    static RectificationBulletinTally of(List<MatterThen> matters, LocalDate on) {
        var byId = matters.stream().collect(Collectors.toMap(m -> m.matter().id(), m -> m));
        var findings = matters.stream().filter(m -> m.is(FINDING) && counts(m)).toList();
        var measures = new LinkedHashMap<UUID, List<MatterThen>>();
        findings.forEach(f -> measures.put(f.matter().id(), new ArrayList<>()));
        matters.stream().filter(m -> m.is(MEASURE) && counts(m)).forEach(m -> {
            var home = home(byId, m.matter().parent());
            if (home != null && measures.containsKey(home)) measures.get(home).add(m);
        });
        return new RectificationBulletinTally(on, findings, measures);
    }

    private static boolean counts(MatterThen matter) {
        return matter.matter().phase() != Phase.VOID && matter.matter().phase() != Phase.MERGED;
    }

    /** A merged finding's measures are told under the finding that took it in. */
    private static UUID home(Map<UUID, MatterThen> byId, UUID parent) {
        var seen = new LinkedHashSet<UUID>();
        var at = parent;
        while (at != null && seen.add(at) && byId.containsKey(at) && byId.get(at).matter().mergedInto() != null) at = byId.get(at).matter().mergedInto();
        return at;
    }

    /** The ways in which a finding can stand; each finding in exactly one. */
    enum Standing {
        DONE("已销号"), CONTINUING("基本完成、长期坚持"), READY("措施办结、待核定"), REOPENED("重新整改"), WORKING("整改中"), DRAFTED("待立项");

        final String word;

        Standing(String word) {
            this.word = word;
        }
    }

    /** A finding counts as done when it was closed out and no measure of it is at work again. */
    Standing standing(MatterThen finding) {
        var own = measures.getOrDefault(finding.matter().id(), List.of());
        var settled = own.stream().allMatch(m -> m.matter().phase().done());
        if (finding.matter().phase().done()) return settled ? Standing.DONE : Standing.REOPENED;
        if (own.isEmpty() || !settled) return finding.matter().state().equals("drafted") && own.stream().allMatch(m -> m.matter().state().equals("drafted")) ? Standing.DRAFTED : Standing.WORKING;
        return own.stream().anyMatch(m -> m.matter().state().equals("standing")) ? Standing.CONTINUING : Standing.READY;
    }

    List<MatterThen> allMeasures() {
        return findings.stream().flatMap(f -> measures.get(f.matter().id()).stream()).toList();
    }

    boolean overdue(MatterThen measure) {
        var due = measure.dueDay();
        return RUNNING.contains(measure.matter().state()) && due != null && due.isBefore(on);
    }

    /** A finding is overdue where one of its measures is, or its own day passed before it was closed out. */
    boolean findingOverdue(MatterThen finding) {
        var due = finding.dueDay();
        return measures.get(finding.matter().id()).stream().anyMatch(this::overdue)
                || !finding.matter().phase().done() && due != null && due.isBefore(on) && standing(finding) != Standing.READY;
    }

    Set<UUID> findings(Predicate<MatterThen> which) {
        return ids(findings, which);
    }

    Set<UUID> measures(Predicate<MatterThen> which) {
        return ids(allMeasures(), which);
    }

    Set<UUID> measuresIn(String... states) {
        return measures(m -> List.of(states).contains(m.matter().state()));
    }

    Set<UUID> findings(Standing... standings) {
        return findings(f -> List.of(standings).contains(standing(f)));
    }

    private static Set<UUID> ids(List<MatterThen> matters, Predicate<MatterThen> which) {
        return matters.stream().filter(which).map(m -> Objects.requireNonNull(m.matter().id())).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
