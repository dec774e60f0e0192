package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.MatterTypes.Version;
import cn.duban.ledger.Migration.Fate;
import cn.duban.ledger.Migration.Plan;
import cn.duban.ledger.TypeMoves.State;
import cn.duban.ledger.type.ShippedTypes;
import cn.duban.units.Directories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Running matters moved in the background: what was tried on paper is what is done. */
@DubanTest
class TypeMovesTest {

    private static final String MEASURE = "rectification-measure";

    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired Proof proof;
    @Autowired TypeDesk desk;
    @Autowired TypeVersions versions;
    @Autowired Migration migration;
    @Autowired TypeMoves moves;
    @Autowired Matters pages;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;
    @Autowired PlatformTransactionManager transactions;

    private Town town;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
    }

    private Plan plan(String yaml, Map<String, String> states) {
        var draft = desk.draft(town.as("inspect"), "rectification", yaml);
        desk.publish(town.as("inspect"), draft.name(), draft.version(), town.today(), null);
        return new Plan(new Version(MatterTypes.SHIPPED, MEASURE, 1), new Version(town.city.tenant(), MEASURE, draft.version()), states);
    }

    private static String renamed() {
        return ShippedTypes.texts().get(MEASURE).replaceAll("\\bworking\\b", "mending");
    }

    private TypeMoves.Progress finished(long no) {
        // the page of a running move is asked once more until the worker is through; each turn waits for a lock, not for a time
        while (true) {
            moves.goOn();
            var progress = moves.progress(town.as("inspect"), MEASURE, no).orElseThrow();
            if (progress.state() != State.RUNNING) return progress;
        }
    }

    @Test
    void doesWhatTheDryRunSaidAndNothingElse() {
        for (int i = 0; i < 3; i++) town.aMeasureAtWork();
        var submitted = town.aMeasureToVerify();
        town.aDraftedMeasure();
        var closed = town.aMeasureToVerify();
        ledger.act(closed, Act.of("close").saying("verdict", "到位"), town.as("inspect1"));
        var plan = plan(renamed().replaceAll("\\bsubmitted\\b", "checking"), Map.of("working", "mending"));
        assertThat(migration.perState(town.city.tenant(), plan.from())).isEqualTo(Map.of("working", 3, "submitted", 1, "drafted", 1));
        var dry = migration.dryRun(town.as("inspect"), plan);
        var no = moves.order(town.as("inspect"), plan, "换用本级类型");
        var progress = finished(no);
        assertThat(progress.state()).isEqualTo(State.DONE);
        assertThat(progress.total()).isEqualTo(5);
        assertThat(progress.moved()).isEqualTo((int) dry.stream().filter(fate -> fate.becomes() != null).count());
        assertThat(progress.stays()).extracting(TypeMoves.Stay::number).containsExactlyInAnyOrderElementsOf(dry.stream().filter(fate -> fate.refusal() != null).map(Fate::number).toList());
        for (var fate : dry) {
            var matter = dossiers.of(fate.id()).orElseThrow().matter();
            assertThat(matter.state()).as(fate.number()).isEqualTo(fate.becomes() == null ? fate.state() : fate.becomes());
            assertThat(matter.typeTenant()).as(fate.number()).isEqualTo(fate.becomes() == null ? MatterTypes.SHIPPED : town.city.tenant());
        }
        assertThat(dossiers.of(closed).orElseThrow().matter().typeTenant()).as("what is ended stays").isEqualTo(MatterTypes.SHIPPED);
        assertThat(dossiers.of(submitted).orElseThrow().matter().state()).as("nobody said what takes its place").isEqualTo("submitted");
        assertThat(proof.prove(town.city.tenant()).breaks()).isEmpty();
        assertThat(versions.history(town.as("inspect"), MEASURE)).extracting(TypeVersions.Event::act).containsExactly("move", "publish", "draft");
    }

    @Test
    void leavesNothingThatWaitsWithoutAClock() {
        var opening = town.measure("文件里来的措施");
        var id = ledger.open(new Opening(opening.id(), opening.ledger(), opening.type(), opening.title(), opening.body(), opening.fields(), opening.roles(), null, null, null, 0,
                opening.secrecy(), true, null, null), town.as("inspect"), null).id();
        ledger.act(id, town.assign(), town.as("inspect"));
        ledger.act(id, Act.of("receive"), town.as("eco.registry"));
        ledger.act(id, Act.of("submit").saying("note", "已清理完毕").with(town.aFile("eco.handle")), town.as("eco.handle"));
        var untouched = ledger.open(new Opening(Ledger.newId(), opening.ledger(), opening.type(), "还没有动过的措施", opening.body(), opening.fields(), opening.roles(), null, null, null, 0,
                opening.secrecy(), true, null, null), town.as("inspect"), null).id();
        var plan = plan(ShippedTypes.texts().get(MEASURE).replace("while: submitted, budget: 5wd", "while: submitted, budget: 9wd"), Map.of());
        assertThat(finished(moves.order(town.as("inspect"), plan, "核查时间改为九个工作日")).moved()).isEqualTo(2);
        var clocks = dossiers.of(id).orElseThrow().clocks().stream().filter(clock -> clock.name().equals("verify")).toList();
        assertThat(clocks).extracting(Clock::budget, Clock::state).containsExactly(tuple("5wd", Clock.State.STOPPED), tuple("9wd", Clock.State.RUNNING));
        assertThat(dossiers.of(id).orElseThrow().matter().dueAt()).isEqualTo(clocks.getLast().dueAt());
        assertThat(dossiers.of(untouched).orElseThrow().clocks()).as("no clock starts for the past of what a document said").isEmpty();
        var page = pages.page(id, town.as("inspect")).orElseThrow();
        assertThat(page.timeline().getFirst().changes()).anyMatch(line -> line.equals("Time to verify stops")).anyMatch(line -> line.startsWith("Time to verify runs until"));
    }

    @Test
    void saysWhatCannotMoveAndWhy() {
        var working = town.aMeasureAtWork();
        var plan = plan(renamed(), Map.of());
        var progress = finished(moves.order(town.as("inspect"), plan, "换版"));
        assertThat(progress.moved()).isZero();
        assertThat(progress.stays()).singleElement().satisfies(stay -> assertThat(stay.zh()).contains("新版本没有“整改中”这个状态"));
        assertThat(dossiers.of(working).orElseThrow().matter().state()).isEqualTo("working");
    }

    @Test
    void goesOnWhereItStoppedAndMovesNothingTwice() {
        var many = List.of(town.aMeasureAtWork(), town.aMeasureAtWork());
        var plan = plan(renamed(), Map.of("working", "mending"));
        var no = moves.order(town.as("inspect"), plan, "换版");
        finished(no);
        var before = many.stream().map(id -> dossiers.of(id).orElseThrow().matter().version()).toList();
        moves.goOn();
        assertThat(many.stream().map(id -> dossiers.of(id).orElseThrow().matter().version())).isEqualTo(before);
        assertThat(finished(moves.order(town.as("inspect"), plan, "再来")).total()).isZero();
    }

    @Test
    void leavesNothingHalfDoneWhereAPageFails() {
        var id = town.aMeasureAtWork();
        var plan = plan(renamed(), Map.of("working", "mending"));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(migration.move(town.as("inspect"), plan, "试", List.of(id.id()))).singleElement().satisfies(fate -> assertThat(fate.becomes()).isEqualTo("mending"));
        });
        assertThat(dossiers.of(id).orElseThrow().matter().state()).isEqualTo("working");
    }

    @Test
    void refusesWhatLeadsNowhere() {
        town.aMeasureAtWork();
        var plan = plan(renamed(), Map.of("working", "mending"));
        refuses("role", () -> moves.order(town.as("inspect1"), plan, "换版"));
        refuses("missing", () -> moves.order(town.as("inspect"), plan, " "));
        refuses("input", () -> moves.order(town.as("inspect"), new Plan(plan.to(), plan.to(), Map.of()), "换版"));
        var draft = desk.draft(town.as("inspect"), "rectification", renamed().replace("5wd", "6wd"));
        refuses("state", () -> moves.order(town.as("inspect"), new Plan(plan.from(), new Version(town.city.tenant(), MEASURE, draft.version()), Map.of()), "换版"));
        desk.withdraw(town.as("inspect"), MEASURE, plan.to().version());
        refuses("state", () -> moves.order(town.as("inspect"), plan, "换版"));
    }

    private static void refuses(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo(rule));
    }
}
