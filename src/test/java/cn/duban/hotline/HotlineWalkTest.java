package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.hotline.figures.Figure;
import cn.duban.hotline.figures.MonthFigures;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.ledger.Verifier;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.ledger.type.ShippedTypes;
import cn.duban.rating.Level;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever citizens, agents, units and the named person do to a ticket in whatever order, through the door: at every moment in which it is open somebody
 * bears the next step, under a running clock, and its number and code go on opening it; also while another unit takes over the line. What was joined to another one waits with it, and once that is answered
 * the desk owes its caller a call, until that was said. {@code ledger.RandomWalkTest} walks the same type without a database, longer.
 */
@DubanTest
class HotlineWalkTest {

    private static final int WALKS = 8;
    private static final int STEPS = 40;
    private static final List<String> LOGINS = List.of("hotline.registry", "hotline.handle", "housing", "housing.registry", "housing.handle1", "eco", "eco.registry", "eco.handle", "transport.registry", "secretary");

    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired DeskChange desks;
    @Autowired Desks line;
    @Autowired Citizen citizen;
    @Autowired Codes codes;
    @Autowired Tickets tickets;
    @Autowired Joined joined;
    @Autowired Joining joining;
    @Autowired Ratings ratings;
    @Autowired MonthFigures figures;
    @Autowired Verifier verifier;
    @Autowired DSLContext sql;

    private final MatterType type = ShippedTypes.load().get("hotline-ticket");

    @Test
    void owesSomebodySomethingAtEveryMoment() {
        var town = new Town(cities, directories, ledger, files);
        hotline.opens(town);
        var reached = new TreeSet<String>();
        for (int seed = 0; seed < WALKS; seed++) walk(town, new Random(seed), new Random(seed), new Random(seed), reached);
        assertThat(reached).as("walks come everywhere").contains("moved", "joined", "joined and answered", "parted", "received", "dispatched", "disputed", "working", "drafted", "replied", "again", "closed");
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    /** @param ties its own chances, so that what is joined leaves the way of the master as it is @param moves of the desk, likewise */
    private void walk(Town town, Random random, Random ties, Random moves, TreeSet<String> reached) {
        var taken = hotline.reported(town, Map.of());
        var other = hotline.reported(town, Map.of("phone", "13900000000"));
        var path = new ArrayList<String>();
        for (int step = 0; step < STEPS; step++) {
            hold(taken, path);
            hold(other, town, path, reached);
            if (moves.nextInt(12) == 0) move(taken, other, town, path, reached);
            if (ties.nextInt(3) == 0) tie(other, taken, town, ties, path, reached);
            reached.add(tickets.find(taken.id()).orElseThrow().state());
            // anybody at all, or whoever can: so that long ways come to their end as well
            var tried = viewers(town);
            Collections.shuffle(tried, random);
            var acts = type.actionsFrom(tickets.find(taken.id()).orElseThrow().state());
            var act = random.nextInt(6) == 0 ? onShare(random) : acts.isEmpty() ? "supplement" : acts.get(random.nextInt(acts.size())).name();
            // a way out at the beginning would end nearly every walk
            if (List.of("answer-now", "decline-to-take").contains(act) && random.nextInt(8) > 0) continue;
            for (var viewer : tried.subList(0, random.nextInt(3) == 0 ? 1 : tried.size()))
                if (done(taken, full(act, town, random), viewer)) {
                    path.add(act);
                    break;
                }
            addUp(town, path);
        }
    }

    /** Whoever is asked what they think is satisfied, dissatisfied or says nothing, whatever happened. */
    private void addUp(Town town, List<String> path) {
        for (var tally : figures.published(town.city.tenant(), YearMonth.from(town.today())))
            assertThat(tally.of(Figure.SATISFIED) + tally.of(Figure.DISSATISFIED) + tally.of(Figure.UNRATED)).as("satisfied %d, dissatisfied %d, unrated %d after %s", tally.of(Figure.SATISFIED), tally.of(Figure.DISSATISFIED), tally.of(Figure.UNRATED), path).isEqualTo(tally.of(Figure.ASKED));
    }

    /** The line goes to the other unit, and whatever is owed with it at once; what has ended follows with the timer. */
    private void move(Intake.Taken taken, Intake.Taken other, Town town, List<String> path, TreeSet<String> reached) {
        var next = agent(town).unit() == town.unit("市政府督查室") ? town.unit("12345热线中心") : town.unit("市政府督查室");
        desks.set(next, town.today(), town.as("admin"));
        path.add("move");
        for (var id : List.of(taken.id(), other.id()))
            if (tickets.find(id).orElseThrow().phase() != Phase.ENDED) assertThat(tickets.supervisor(id)).as("owed by the desk of the day: " + path).contains(next);
        desks.follow(town.city.tenant());
        for (var id : List.of(taken.id(), other.id())) assertThat(tickets.supervisor(id)).as("with the desk of the day: " + path).contains(next);
        reached.add("moved");
    }

    /** Whoever answers the line now. */
    private Viewer agent(Town town) {
        return town.as(today("hotline.registry", town));
    }

    /** The agents of the desk of the day, the units, and the citizen. */
    private List<Viewer> viewers(Town town) {
        var viewers = new ArrayList<>(LOGINS.stream().map(login -> town.as(today(login, town))).toList());
        viewers.add(citizen.of(town.city.tenant()));
        return viewers;
    }

    private String today(String login, Town town) {
        var moved = login.startsWith("hotline.") && line.unit(town.city.tenant()).orElseThrow() == town.unit("市政府督查室");
        return !moved ? login : login.equals("hotline.registry") ? "inspect" : "inspect1";
    }

    /** Joined, asked what they think, and parted again: whatever comes of it. */
    private void tie(Intake.Taken other, Intake.Taken master, Town town, Random random, List<String> path, TreeSet<String> reached) {
        var agent = agent(town);
        var own = tickets.find(other.id()).orElseThrow();
        try {
            if (!own.joined()) ledger.act(other.id(), Act.of("merge").other(master.id().id()).saying("reason", "同一件事"), agent);
            else switch (random.nextInt(8)) {
                case 0 -> ledger.act(other.id(), Act.of("unmerge").other(master.id().id()).saying("reason", "不是一件事"), agent);
                case 1 -> joining.raise(own, "没有解决", citizen.of(town.city.tenant()));
                case 2 -> ratings.rate(other.id(), ratings.waiting(own).orElse(0), random.nextBoolean() ? Level.SATISFIED : Level.DISSATISFIED, "", citizen.of(town.city.tenant()));
                case 3 -> joining.unreached(own, random.nextBoolean(), "九点拨打", agent);
                default -> { }
            }
        } catch (Refused refused) {
            return;
        }
        path.add("tie");
        if (own.joined() && !tickets.find(other.id()).orElseThrow().joined()) reached.add("parted");
    }

    private void hold(Intake.Taken other, Town town, List<String> path, TreeSet<String> reached) {
        hold(other, path);
        var own = tickets.find(other.id()).orElseThrow();
        if (!own.joined()) return;
        reached.add("joined");
        var master = joining.master(own);
        if (master.answer().isEmpty()) {
            assertThat(master.open()).as("somebody works on the master: " + path).isTrue();
            return;
        }
        reached.add("joined and answered");
        var answer = master.answer().get().no();
        var said = joined.calls(other.id()).stream().anyMatch(call -> call.answer() == answer && call.said().settles());
        assertThat(joined.toBeCalled(agent(town)).stream().anyMatch(owed -> owed.ticket().equals(other.id().id()))).as("the caller is asked, or said what they think: " + path).isEqualTo(!said);
    }

    private boolean done(Intake.Taken taken, Act act, Viewer viewer) {
        try {
            ledger.act(taken.id(), act, viewer);
            return true;
        } catch (Refused refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return false;
        }
    }

    private static String onShare(Random random) {
        return List.of("receive", "answer", "accept", "return", "decline", "uphold", "release").get(random.nextInt(7)) + "#" + (1 + random.nextInt(4));
    }

    private Act full(String name, Town town, Random random) {
        var share = name.split("#");
        var act = Act.of(share[0]).saying("note", "说明").saying("reason", "理由").saying("verdict", "属实");
        if (share.length > 1) return act.on(Integer.parseInt(share[1]));
        var needs = type.action(name).map(MatterType.Action::needs).orElse(List.of());
        if (needs.contains("due")) act = act.due(town.today().plusDays(1 + random.nextInt(20)));
        if (needs.contains("lead")) act = act.role("lead", town.unit(random.nextBoolean() ? "市住建局" : "市生态环境局"));
        if (needs.contains("lead") && random.nextInt(4) == 0) act = act.role("assist", town.unit("市交通运输局"));
        if (needs.contains("umpire")) act = act.role("umpire", town.post("secretary"));
        var values = new HashMap<>(Map.of("category", "教育", "grade", "usual", "pleased", "satisfied", "displeased", "dissatisfied"));
        values.keySet().retainAll(needs);
        for (var field : values.entrySet()) act = act.field(field.getKey(), field.getValue());
        return act;
    }

    private void hold(Intake.Taken taken, List<String> path) {
        var ticket = tickets.find(taken.id()).orElseThrow();
        var where = ticket.state() + " " + path;
        assertThat(codes.opened(taken.id().tenant(), taken.number(), taken.code())).as("never gone: " + where).contains(taken.id());
        if (ticket.phase() != Phase.DRAFT && ticket.phase() != Phase.OPEN) return;
        assertThat(bearers(taken.id())).as("somebody owes the next step: " + where).isPositive();
        assertThat(count("select count(*) from ledger.clock where tenant = ? and matter = ? and assignment is null and state = 'running'", taken.id())).as("under a clock: " + where).isPositive();
    }

    private int bearers(MatterId id) {
        return count("select count(*) from ledger.matter m join ledger.responsibility r on r.tenant = m.tenant and r.matter = m.id and r.role = m.owes and r.until is null where m.tenant = ? and m.id = ?", id);
    }

    private int count(String query, MatterId id) {
        return sql.fetchSingle(query, id.tenant(), id.id()).get(0, Integer.class);
    }
}
