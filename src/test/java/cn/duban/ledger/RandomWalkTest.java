package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.ledger.type.ShippedTypes;
import cn.duban.units.SmallTown;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever anybody does to a matter of a shipped type, in whatever order, it keeps what the kernel promises. */
class RandomWalkTest {

    private static final int WALKS = 40;
    private static final int STEPS = 40;
    private static final int PROOF = 4;
    private static final List<String> KERNEL = List.of("comment", "reassign", "correct", "merge", "unmerge", "void", "hand-over");
    private static final List<String> ON_ASSIGNMENT = List.of("receive", "answer", "accept", "return", "hand-on", "pass-up", "hand-back", "sign", "decline", "uphold", "release");
    private static final List<Integer> UNITS = List.of(SmallTown.ECO, SmallTown.HOUSING, SmallTown.FINANCE, SmallTown.INSPECTION, SmallTown.WATER);

    @Test
    void keepsItsPromisesWhereverItGoes() {
        var reached = new TreeSet<String>();
        ShippedTypes.load().forEach((name, type) -> {
            for (int seed = 0; seed < times(type) * WALKS; seed++) new Walk(type, new Random(seed), name + " seed " + seed, reached).go();
            type.states().keySet().forEach(state -> assertThat(reached).as("walks reach every state").contains(name + "." + state));
        });
        assertThat(reached).anyMatch(state -> state.endsWith(".merged")).anyMatch(state -> state.endsWith(".void"));
    }

    /** The longer the way to the last state, the more walks, and the longer. */
    private static int times(MatterType type) {
        return type.states().size() > 10 ? 2 : 1;
    }

    private static final class Walk {
        final MatterType type;
        final Random random;
        final String name;
        final Set<String> reached;
        final Paper paper;
        final List<String> path = new ArrayList<>();

        Walk(MatterType type, Random random, String name, Set<String> reached) {
            this.type = type;
            this.random = random;
            this.name = name;
            this.reached = reached;
            this.paper = new Paper(type, LocalDate.of(2026, 1, 5).plusDays(random.nextInt(200)), random.nextInt(5) == 0, null);
        }

        void go() {
            hold(null);
            for (int step = 0; step < times(type) * STEPS; step++) {
                var before = paper.dossier;
                var viewer = somebody();
                var act = random.nextInt(3) == 0 ? anything() : offered(viewer);
                try {
                    paper.act(act, viewer);
                } catch (Refusal.Refused refused) {
                    assertThat(paper.dossier).isSameAs(before);
                    assertThat(refused.refusal().zh()).isNotBlank();
                    continue;
                }
                path.add(act.action());
                independent(before, act, viewer);
                hold(before);
                if (random.nextInt(3) > 0) paper.now = paper.now.plusSeconds(random.nextInt(12 * 86_400));
            }
            assertThat(paper.breaks()).as(name + " " + path).isEmpty();
        }

        /** Mostly whoever can do something, so that long ways come to their end as well. */
        private Viewer somebody() {
            var from = random.nextInt(paper.viewers.size());
            if (random.nextInt(2) == 0) return paper.viewers.get(from);
            return Stream.iterate(from, at -> at + 1).limit(paper.viewers.size()).map(at -> paper.viewers.get(at % paper.viewers.size()))
                    .filter(viewer -> !paper.lifecycle().offered(paper.dossier, viewer).isEmpty()).findFirst().orElseGet(() -> one(paper.viewers));
        }

        private Act offered(Viewer viewer) {
            var offered = paper.lifecycle().offered(paper.dossier, viewer);
            if (offered.isEmpty()) return anything();
            var action = one(offered);
            // a way out that stands open everywhere would end nearly every walk before it came anywhere
            return full((type.leavesOff(action) && random.nextInt(8) > 0 ? one(offered) : action).name());
        }

        private Act anything() {
            var kind = random.nextInt(20);
            if (kind == 0) return full(one(KERNEL)).saying("reason", "理由");
            if (kind < 6 && !paper.dossier.assignments().isEmpty()) return full(one(ON_ASSIGNMENT)).on(1 + random.nextInt(paper.dossier.assignments().size()));
            return full(one(List.copyOf(type.actions().keySet())));
        }

        /** With everything that any action asks for, and now and then with what it does not. */
        private Act full(String action) {
            var act = Act.of(action).saying("note", "说明").saying("reason", "理由").saying("verdict", "属实").with(Paper.aFile());
            var needs = type.action(action).map(MatterType.Action::needs).orElse(List.of("due"));
            if (needs.contains("due") || random.nextInt(10) == 0) act = act.due(paper.today().plusDays(random.nextInt(90)));
            for (var role : type.roles().values()) {
                var wanted = needs.contains(role.name()) || action.equals("reassign") || random.nextInt(8) == 0 && type.initial().name().equals(paper.dossier.matter().state());
                if (role.ledgerOwner() || !wanted) continue;
                if (role.bearer() == MatterType.Bearer.POST) act = act.role(role.name(), 1 + random.nextInt(14));
                else act = act.role(role.name(), role.many() ? List.of(one(UNITS), one(UNITS)) : List.of(one(UNITS)));
            }
            for (var field : type.fields().values()) if (needs.contains(field.name())) act = act.field(field.name(), Props.sample(field, paper.today()));
            if (action.equals("merge") || action.equals("unmerge")) act = act.other(Paper.MASTER);
            return act.to(1 + random.nextInt(14));
        }

        private <T> T one(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        /** Counted here anew: nobody of the units that work, or ever worked, on it takes an action that bars them. */
        private void independent(Dossier before, Act act, Viewer viewer) {
            var action = type.action(act.action()).filter(a -> act.assignment() == null && !a.except().isEmpty());
            if (action.isEmpty()) return;
            var barred = before.responsibilities().stream().filter(r -> action.get().except().contains(r.role())).toList();
            assertThat(barred.stream().filter(r -> r.post() != null).flatMap(r -> paper.directory.holders(r.post()).stream())).as("%s: %s by a person who bears or bore what it bars", name, act.action()).noneMatch(holder -> holder.id() == viewer.person());
            var working = barred.stream().filter(r -> r.post() == null).map(Responsibility::unit).toList();
            var own = new ArrayList<Integer>();
            paper.directory.postsOf(viewer.person()).forEach(p -> own.add(p.unit()));
            before.deeds().stream().filter(d -> d.person() == viewer.person()).forEach(d -> own.add(d.unit()));
            for (var unit : own) for (var worked : working)
                assertThat(paper.directory.within(unit, worked)).as("%s: %s by person %d of unit %d, working unit %d %s", name, act.action(), viewer.person(), unit, worked, path).isFalse();
        }

        private void hold(Dossier before) {
            var dossier = paper.dossier;
            var matter = dossier.matter();
            var where = name + " " + matter.phase() + " " + matter.state() + " " + path;
            reached.add(type.name() + "." + (matter.phase() == Phase.MERGED || matter.phase() == Phase.VOID ? matter.phase().name().toLowerCase() : matter.state()));
            assertThat(matter.settledAt() != null).as(where).isEqualTo(matter.phase().done());
            if (matter.phase() != Phase.MERGED && matter.phase() != Phase.VOID) {
                assertThat(matter.phase()).as(where).isEqualTo(Phase.of(type, type.state(matter.state())));
                assertThat(matter.owes()).as(where).isEqualTo(type.state(matter.state()).owes());
            }
            if (matter.phase() == Phase.DRAFT || matter.phase() == Phase.OPEN) {
                assertThat(dossier.bearing(Objects.requireNonNull(matter.owes(), where))).as("somebody owes: " + where).isNotEmpty();
                assertThat(paper.viewers).as("somebody can act: " + where).anyMatch(v -> !paper.lifecycle().offered(dossier, v).isEmpty());
            }
            var running = dossier.clocks().stream().filter(Clock::running).toList();
            if (matter.phase() == Phase.OPEN && !matter.imported()) assertThat(running).as("a clock runs: " + where).anyMatch(c -> c.assignment() == null);
            if (matter.phase() == Phase.ENDED) assertThat(running).as(where).allMatch(c -> type.clocks().get(c.name()).opens() != null);
            if (matter.phase() == Phase.MERGED || matter.phase() == Phase.VOID) assertThat(running).as(where).isEmpty();
            if (matter.imported() && before == null) assertThat(dossier.clocks()).as(where).isEmpty();
            once(running, where);
            journaled(before, where);
            // it proves the whole way each time; what breaks is still broken some steps later, and each walk ends with a proof
            if (path.size() % PROOF == 0) assertThat(paper.breaks()).as(where).isEmpty();
        }

        private static void once(List<Clock> running, String where) {
            assertThat(running.stream().map(c -> c.name() + "/" + c.assignment())).as("one clock of a name runs: " + where).doesNotHaveDuplicates();
        }

        /** No deadline moves, and no clock starts or stops, without a line of this very entry. */
        private void journaled(Dossier before, String where) {
            var was = new HashMap<Integer, Clock>();
            if (before != null) before.clocks().forEach(c -> was.put(c.no(), c));
            var lines = paper.dossier.journal().stream().filter(e -> e.entry() == paper.dossier.matter().version()).map(ClockEntry::clock).toList();
            for (var clock : paper.dossier.clocks()) {
                var earlier = was.get(clock.no());
                if (earlier == null || !earlier.dueAt().equals(clock.dueAt()) || earlier.state() != clock.state()) assertThat(lines).as(where).contains(clock.no());
            }
        }
    }

    /** At whatever point it is merged away, and for however long: undone, every clock has what it had. */
    @Test
    void leavesTheClocksWithWhatWasLeftAfterAMergeUndone() {
        var tried = 0;
        for (int seed = 0; seed < 60; seed++) {
            var walk = new Walk(ShippedTypes.load().get("rectification-measure"), new Random(1000 + seed), "merge seed " + seed, new TreeSet<>());
            walk.go();
            var paper = walk.paper;
            if (paper.dossier.matter().phase() == Phase.MERGED || paper.dossier.matter().phase() == Phase.VOID) continue;
            var supervisor = paper.viewers.stream().filter(v -> mayMerge(paper, v)).findFirst();
            if (supervisor.isEmpty()) continue;
            var left = left(paper);
            tried++;
            paper.act(Act.of("merge").other(Paper.MASTER).saying("reason", "同一件事"), supervisor.get());
            paper.now = paper.now.plusSeconds(86_400L * (1 + seed % 40));
            paper.act(Act.of("unmerge").other(Paper.MASTER), supervisor.get());
            assertThat(left(paper)).as("seed %d %s", seed, walk.path).isEqualTo(left);
            assertThat(paper.breaks()).isEmpty();
        }
        assertThat(tried).isGreaterThan(20);
    }

    private static boolean mayMerge(Paper paper, Viewer viewer) {
        try {
            paper.decided(Act.of("merge").other(Paper.MASTER).saying("reason", "同一件事"), viewer);
            return true;
        } catch (Refusal.Refused refused) {
            return false;
        }
    }

    /** Working days to a named day, what remains of a budget; a rhythm only goes on. */
    private static Map<String, String> left(Paper paper) {
        var left = new HashMap<String, String>();
        var ticking = new Ticking(paper.type, paper.deadlines);
        for (var clock : paper.dossier.clocks()) {
            if (!clock.running()) continue;
            var end = ticking.recounted(clock);
            var rule = paper.type.clocks().get(clock.name());
            left.put(clock.name() + "/" + clock.assignment(), rule.every() != null ? "runs"
                    : end == null ? paper.deadlines.calendar().workingDaysBetween(paper.today(), clock.lastDay()) + "wd"
                    : paper.deadlines.left(end, paper.now).toString().replaceAll("@.*", ""));
        }
        return left;
    }
}
