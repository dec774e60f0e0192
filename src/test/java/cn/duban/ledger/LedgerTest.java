package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import cn.duban.ledger.type.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class LedgerTest {

    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired Proof proof;
    @Autowired Town town;

    @Test
    void drivesAMeasureFromDocketToCloseOut() {
        var id = town.aMeasureToVerify();
        ledger.act(id, Act.of("close").saying("verdict", "现场核实，整改到位"), town.as("inspect1"));

        var dossier = dossiers.of(id).orElseThrow();
        assertThat(dossier.matter().state()).isEqualTo("closed");
        assertThat(dossier.matter().phase()).isEqualTo(Phase.ENDED);
        assertThat(dossier.matter().owes()).isNull();
        assertThat(dossier.matter().version()).isEqualTo(5);
        assertThat(dossier.leadAssignment().orElseThrow().state()).isEqualTo(Assignment.State.ACCEPTED);
        assertThat(dossier.clocks()).filteredOn(Clock::running).extracting(Clock::name).containsExactly("revisit");
        assertThat(proofOf(id)).isEmpty();
    }

    @Test
    void neverLetsAUnitVerifyItsOwnWork() {
        var id = town.aMeasureToVerify();
        var close = Act.of("close").saying("verdict", "我们自己看过了");
        for (var own : List.of("eco", "eco.registry", "eco.review", "eco.handle", "eco.handle2", "housing", "housing.handle1"))
            assertThatThrownBy(() -> ledger.act(id, close, town.as(own))).as(own).isInstanceOf(Refusal.Refused.class);
        assertThat(dossiers.of(id).orElseThrow().matter().state()).isEqualTo("submitted");
    }

    @Test
    void barsWhoeverEnteredForTheUnitFromVerifyingIt() {
        var id = town.aMeasureAtWork();
        ledger.act(id, Act.of("report").saying("note", "电话里说已清理一半").onBehalfOf(new Act.Behalf(town.unit("市生态环境局"), "林晚照")), town.as("inspect1"));
        ledger.act(id, Act.of("submit").saying("note", "完成").with(town.aFile("eco.handle")), town.as("eco.handle"));

        assertThatThrownBy(() -> ledger.act(id, Act.of("close").saying("verdict", "好"), town.as("inspect1")))
                .isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo("own-work"));
        ledger.act(id, Act.of("close").saying("verdict", "好"), town.as("inspect2"));
        assertThat(dossiers.of(id).orElseThrow().matter().state()).isEqualTo("closed");
    }

    @Test
    void actsOnEachOfSeveralOrOnNone() {
        var one = town.anAssignedMeasure();
        var other = town.anAssignedMeasure();
        var done = ledger.actEach(List.of(one.id(), other.id()), Act.of("receive"), town.as("eco.registry"));
        assertThat(done).extracting(Ledger.Done::id).containsExactly(one, other);
        for (var id : List.of(one, other)) {
            assertThat(dossiers.of(id).orElseThrow().leadAssignment().orElseThrow().state()).isEqualTo(Assignment.State.RECEIVED);
            assertThat(proofOf(id)).isEmpty();
        }
        var third = town.anAssignedMeasure();
        assertThatThrownBy(() -> ledger.actEach(List.of(third.id(), one.id()), Act.of("receive"), town.as("eco.registry"))).isInstanceOf(Refusal.Refused.class);
        assertThat(dossiers.of(third).orElseThrow().leadAssignment().orElseThrow().state()).isEqualTo(Assignment.State.GIVEN);
    }

    @Test
    void saysWhatIsMissing() {
        var id = town.aDraftedMeasure();
        assertThatThrownBy(() -> ledger.act(id, Act.of("assign"), town.as("inspect")))
                .isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().missing()).containsExactly("leader", "lead", "due"));
    }

    @Test
    void refusesAnActOnWhatSomebodyElseChanged() {
        var id = town.aMeasureAtWork();
        var seen = dossiers.of(id).orElseThrow().matter().version();
        ledger.act(id, Act.of("report").saying("note", "进展一").seen(seen), town.as("eco.handle"));
        assertThatThrownBy(() -> ledger.act(id, Act.of("report").saying("note", "进展二").seen(seen), town.as("eco.handle2")))
                .isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo("conflict"));
    }

    @Test
    void letsOneOfTwoWinAndDoublesNothing() throws Exception {
        var id = town.anAssignedMeasure();
        var start = new CyclicBarrier(2);
        try (var two = Executors.newFixedThreadPool(2)) {
            var tries = List.<Callable<String>>of(() -> attempt(id, "eco.registry", start), () -> attempt(id, "eco", start));
            var results = new ArrayList<String>();
            for (var result : two.invokeAll(tries)) results.add(result.get());
            assertThat(results).containsOnlyOnce("done");
            assertThat(results).containsAnyOf("conflict", "state");
        }
        assertThat(dossiers.of(id).orElseThrow().matter().version()).isEqualTo(3);
        assertThat(proofOf(id)).isEmpty();
    }

    private String attempt(MatterId id, String login, CyclicBarrier start) throws Exception {
        var viewer = town.as(login);
        start.await();
        try {
            ledger.act(id, Act.of("receive"), viewer);
            return "done";
        } catch (Refusal.Refused refused) {
            return refused.refusal().rule();
        }
    }

    @Test
    void answersTheSameRequestTwiceAndDoesItOnce() {
        var id = town.aMeasureAtWork();
        var report = Act.of("report").saying("note", "只报一次");
        var first = ledger.act(id, report, town.as("eco.handle"), "k-1");
        var second = ledger.act(id, report, town.as("eco.handle"), "k-1");
        assertThat(second.entry()).isEqualTo(first.entry());
        assertThatThrownBy(() -> ledger.act(id, Act.of("report").saying("note", "另一份"), town.as("eco.handle"), "k-1"))
                .isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo("idempotency"));
    }

    @Test
    void answersAWholeBatchTwice() {
        var batch = List.of(town.measure("清理一号排口"), town.measure("清理二号排口"));
        var first = ledger.openAll(batch, town.as("inspect"), "k-batch");
        assertThat(first).hasSize(2);
        assertThat(ledger.openAll(batch, town.as("inspect"), "k-batch")).isEqualTo(first);
    }

    @Test
    void keepsTheKeysOfTwoPeopleInOnePostApart() {
        var id = town.aMeasureAtWork();
        var own = town.as("eco.handle");
        var colleague = new cn.duban.web.Viewer(own.tenant(), town.as("eco.handle2").person(), "同岗同事", own.post(), own.postName(), own.unit(), own.unitName(), own.duties());
        var first = ledger.act(id, Act.of("comment").saying("note", "已看"), own, "k-shared");
        assertThat(ledger.act(id, Act.of("comment").saying("note", "我也看了"), colleague, "k-shared").entry()).isGreaterThan(first.entry());
    }

    @Test
    void answersARepeatedActWhoseFileIsNoLongerTheirsToAttach() {
        var id = town.aMeasureAtWork();
        var file = town.aFile("eco.handle");
        var first = ledger.act(id, Act.of("submit").saying("note", "完成").with(file), town.as("eco.handle"), "k-file");
        assertThat(ledger.act(id, Act.of("submit").saying("note", "完成").with(file), town.as("eco.handle"), "k-file")).isEqualTo(first);
    }

    @Test
    void keepsAnAssistingUnitsOwnReceiptAnswerAndVerdict() {
        var id = town.aMeasureAtWork();
        var assist = dossiers.of(id).orElseThrow().assignments().stream().filter(a -> a.role().equals("assist")).findFirst().orElseThrow();
        assertThatThrownBy(() -> ledger.act(id, Act.of("receive").on(assist.no()), town.as("eco.registry"))).isInstanceOf(Refusal.Refused.class);
        ledger.act(id, Act.of("receive").on(assist.no()), town.as("housing.registry"));
        ledger.act(id, Act.of("answer").on(assist.no()).saying("note", "工地渣土已查处"), town.as("housing.handle1"));
        assertThatThrownBy(() -> ledger.act(id, Act.of("accept").on(assist.no()), town.as("housing"))).isInstanceOf(Refusal.Refused.class);
        ledger.act(id, Act.of("accept").on(assist.no()), town.as("eco.review"));
        assertThat(dossiers.of(id).orElseThrow().assignment(assist.no()).orElseThrow().state()).isEqualTo(Assignment.State.ACCEPTED);
        assertThat(proofOf(id)).isEmpty();
    }

    @Test
    void letsNobodyAcceptAnAnswerThatTheyEnteredThemselves() {
        var id = town.aMeasureAtWork();
        var assist = dossiers.of(id).orElseThrow().assignments().stream().filter(a -> a.role().equals("assist")).findFirst().orElseThrow();
        var housing = new Act.Behalf(town.unit("市住建局"), "卫一砖");
        ledger.act(id, Act.of("receive").on(assist.no()).onBehalfOf(housing), town.as("inspect1"));
        ledger.act(id, Act.of("answer").on(assist.no()).saying("note", "电话答复").onBehalfOf(housing), town.as("inspect1"));
        assertThatThrownBy(() -> ledger.act(id, Act.of("accept").on(assist.no()), town.as("inspect1"))).isInstanceOf(Refusal.Refused.class);
        ledger.act(id, Act.of("accept").on(assist.no()), town.as("inspect2"));
    }

    @Test
    void refusesAnotherUnitsNameOverOnesOwnAct() {
        var id = town.aMeasureAtWork();
        var assist = dossiers.of(id).orElseThrow().assignments().stream().filter(a -> a.role().equals("assist")).findFirst().orElseThrow();
        ledger.act(id, Act.of("receive").on(assist.no()), town.as("housing.registry"));
        var elsewhere = new Act.Behalf(town.unit("市财政局"), "别人");
        assertThatThrownBy(() -> ledger.act(id, Act.of("answer").on(assist.no()).saying("note", "x").onBehalfOf(elsewhere), town.as("housing.handle1"))).isInstanceOf(Refusal.Refused.class);
        assertThatThrownBy(() -> ledger.act(id, Act.of("comment").saying("note", "x").onBehalfOf(elsewhere), town.as("eco.handle"))).isInstanceOf(Refusal.Refused.class);
    }

    @Test
    void goesRoundInsideTheUnitAndLeavesItSigned() {
        var id = town.aMeasureAtWork();
        var lead = dossiers.of(id).orElseThrow().leadAssignment().orElseThrow().no();
        ledger.act(id, Act.of("hand-on").on(lead).to(town.post("eco.handle")), town.as("eco.registry"));
        assertThatThrownBy(() -> ledger.act(id, Act.of("submit").saying("note", "未经审签").with(town.aFile("eco.handle")), town.as("eco.handle"))).isInstanceOf(Refusal.Refused.class);
        ledger.act(id, Act.of("pass-up").on(lead).to(town.post("eco.review")), town.as("eco.handle"));
        ledger.act(id, Act.of("pass-up").on(lead).to(town.post("eco")), town.as("eco.review"));
        assertThatThrownBy(() -> ledger.act(id, Act.of("sign").on(lead), town.as("eco.review"))).isInstanceOf(Refusal.Refused.class);
        ledger.act(id, Act.of("sign").on(lead), town.as("eco"));
        ledger.act(id, Act.of("submit").saying("note", "已审签").with(town.aFile("eco.handle")), town.as("eco.handle"));
        assertThat(dossiers.of(id).orElseThrow().matter().state()).isEqualTo("submitted");
        assertThat(proofOf(id)).isEmpty();
    }

    @Test
    void mergesKeepsEverythingAndUndoesIt() {
        var master = town.aMeasureAtWork();
        var copy = town.aMeasureAtWork();
        ledger.act(copy, Act.of("merge").other(master.id()).saying("reason", "同一件事"), town.as("inspect"));
        assertThat(dossiers.of(copy).orElseThrow().matter().phase()).isEqualTo(Phase.MERGED);
        assertThat(dossiers.of(copy).orElseThrow().clocks()).noneMatch(Clock::running);
        assertThatThrownBy(() -> ledger.act(copy, Act.of("report").saying("note", "x"), town.as("eco.handle"))).isInstanceOf(Refusal.Refused.class);

        ledger.act(copy, Act.of("unmerge").other(master.id()), town.as("inspect"));
        var back = dossiers.of(copy).orElseThrow();
        assertThat(back.matter().phase()).isEqualTo(Phase.OPEN);
        assertThat(back.clocks()).filteredOn(Clock::running).extracting(Clock::name).contains("rectify", "progress");
        assertThat(proofOf(master)).isEmpty();
        assertThat(proofOf(copy)).isEmpty();
    }

    @Test
    void hidesADraftFromTheUnitItIsMeantFor() {
        var id = town.aDraftedMeasure();
        assertThatThrownBy(() -> ledger.act(id, Act.of("comment").saying("note", "?"), town.as("eco")))
                .isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo("not-found"));
    }

    private List<Proof.Break> proofOf(MatterId id) {
        return proof.prove(id.tenant()).breaks().stream().filter(b -> b.where().contains(id.id().toString())).toList();
    }
}
