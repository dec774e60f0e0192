package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Rehearsal.Move;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** What is tried out is what happens: the same random walk on paper and through the real ledger ends in the same states, owes the same, and has the same days. */
@DubanTest
class RehearsalAgreesTest {

    private static final int WALKS = 6;
    private static final int STEPS = 14;

    @Autowired Dossiers dossiers;
    @Autowired Writer writer;
    @Autowired Idempotency idempotency;
    @Autowired MatterTypes types;
    @Autowired Numbering numbering;
    @Autowired Directories directories;
    @Autowired Calendars calendars;
    @Autowired EvidenceFiles files;
    @Autowired Sight sight;
    @Autowired Outbox outbox;
    @Autowired PlatformTransactionManager transactions;
    @Autowired org.springframework.beans.factory.ObjectProvider<ReportRule> reportRules;
    @Autowired org.springframework.beans.factory.ObjectProvider<Objection> objections;
    @Autowired Hosts hosts;
    @Autowired City cities;

    /** A clock that stands until it is set. */
    private static final class Stopped extends Clock {
        Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Stopped clock = new Stopped();
    private Ledger ledger;
    private Town town;

    private static final Map<String, String> PLAYERS = players("supervisor", "inspect1", "leader", "vice1", "lead", "eco", "lead-1", "eco.handle", "lead-2", "finance.handle",
            "assist-1", "housing.handle1", "assist-2", "labour.handle", "stranger", "transport.handle", "consult-1", "finance.handle", "consult-2", "health.handle");

    private static Map<String, String> players(String... pairs) {
        var players = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) players.put(pairs[i], pairs[i + 1]);
        return players;
    }

    private Viewer player(String id) {
        return town.as(PLAYERS.get(id));
    }

    /** The units and posts of the real city that stand for the invented ones. */
    private Map<String, List<Integer>> real(Map<String, List<Integer>> invented) {
        var real = new LinkedHashMap<String, List<Integer>>();
        invented.forEach((role, bearers) -> real.put(role, switch (role) {
            case "leader" -> List.of(town.post("vice1"));
            case "handler" -> List.of(town.post("eco.handle"));
            case "consult" -> List.of(player("consult-1").unit(), player("consult-2").unit());
            case "assist" -> List.of(town.unit("市住建局"), player("assist-2").unit());
            default -> bearers.size() == 1 ? List.of(town.unit("市生态环境局")) : List.of(town.unit("市生态环境局"), player("lead-2").unit());
        }));
        return real;
    }

    @Test
    void onPaperAsInTheLedger() {
        ledger = new Ledger(dossiers, writer, idempotency, types, numbering, directories, calendars, files, sight, outbox, clock, transactions, reportRules, objections, hosts);
        town = new Town(cities, directories, ledger, files);
        var done = 0;
        for (var name : List.of("rectification-measure", "rectification-finding", "follow-up-review", "rectification-round", "deputy-suggestion"))
            for (int seed = 0; seed < WALKS; seed++) done += walk(name, new Random(seed), name + " seed " + seed);
        assertThat(done).as("acts that both allowed").isGreaterThan(WALKS * 10);
    }

    private int walk(String name, Random random, String where) {
        var type = types.current(town.city.tenant(), name).type();
        var directory = town.directory();
        var deadlines = new Deadlines(calendars.of(town.city.tenant(), directory.region()), directory.zone());
        clock.now = LocalDate.of(2026, 1, 5).plusDays(random.nextInt(200)).atTime(9, 0).atZone(directory.zone()).toInstant();
        var rehearsal = new Rehearsal(type, directory, deadlines, clock.now);
        var opening = town.measure("演练对照");
        var id = ledger.open(new Opening(opening.id(), "rectification", name, opening.title(), "", rehearsal.opening().fields(), real(rehearsal.opening().roles()), null, null, null, 0, Secrecy.INTERNAL, false, null, null), player("supervisor"), null).id();
        same(rehearsal, id, where);
        var done = 0;
        var path = new ArrayList<String>();
        for (int step = 0; step < STEPS; step++) {
            var move = move(rehearsal, random);
            var act = rehearsal.filled(move);
            var viewer = player(move.actor());
            clock.now = move.at();
            var refused = refused(id, act.evidence().isEmpty() ? act.roles(real(act.roles())) : act.roles(real(act.roles())).files(List.of(town.aFile(viewer))), viewer);
            var played = rehearsal.play(move);
            path.add(move.actor() + " " + move.act());
            assertThat(played.refusal() == null).as("%s %s: paper %s, ledger %s", where, path, played.refusal(), refused).isEqualTo(refused == null);
            if (refused == null) done++;
            same(rehearsal, id, where + " " + path);
        }
        return done;
    }

    private Refusal refused(MatterId id, Act act, Viewer viewer) {
        try {
            ledger.act(id, act, viewer);
            return null;
        } catch (Refusal.Refused refused) {
            return refused.refusal();
        }
    }

    /** Mostly what is allowed, now and then anything; with days in between. */
    private static Move move(Rehearsal rehearsal, Random random) {
        var at = rehearsal.now().plus(Duration.ofHours(random.nextInt(24 * 12)));
        var due = at.atZone(Deadlines.CHINA).toLocalDate().plusDays(20 + random.nextInt(60));
        var players = rehearsal.players().stream().map(Rehearsal.Player::id).filter(PLAYERS::containsKey).toList();
        var moves = new ArrayList<Move>();
        for (var player : players)
            for (var choice : rehearsal.choices(player, at, due, Set.of()))
                if (!choice.act().equals("void") && (choice.refusal() == null || random.nextInt(12) == 0)) moves.add(new Move(at, player, choice.act(), choice.assignment(), due, Set.of()));
        return moves.get(random.nextInt(moves.size()));
    }

    private void same(Rehearsal rehearsal, MatterId id, String where) {
        var paper = rehearsal.dossier();
        var real = dossiers.of(id).orElseThrow();
        assertThat(real.matter().state()).as(where).isEqualTo(paper.matter().state());
        assertThat(real.matter().phase()).as(where).isEqualTo(paper.matter().phase());
        assertThat(real.matter().owes()).as(where).isEqualTo(paper.matter().owes());
        assertThat(real.matter().dueAt()).as(where).isEqualTo(paper.matter().dueAt());
        assertThat(clocks(real)).as(where).isEqualTo(clocks(paper));
        assertThat(shares(real)).as(where).isEqualTo(shares(paper));
    }

    private static List<String> clocks(Dossier dossier) {
        return dossier.clocks().stream().map(c -> c.no() + " " + c.name() + " " + c.assignment() + " " + c.state() + " " + c.lastDay() + " " + c.dueAt() + " " + c.remaining()).toList();
    }

    private static List<String> shares(Dossier dossier) {
        return dossier.assignments().stream().map(a -> a.no() + " " + a.role() + " " + a.state() + " " + a.dueOn()).toList();
    }
}
