package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.duban.DubanTest;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where a new matter may be hung, and whom it may name. */
@DubanTest
class OpeningTest {

    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired Admission admission;
    @Autowired Proof proof;
    @Autowired Town town;

    @Test
    void hangsAMatterUnderTheParentOfItsTypeOnly() {
        var inspect = town.as("inspect");
        var round = ledger.open(opening("rectification-round", null), inspect, null).id().id();
        var finding = ledger.open(opening("rectification-finding", round), inspect, null).id().id();
        var measure = ledger.open(opening("rectification-measure", finding), inspect, null).id().id();
        for (var wrong : List.of(opening("rectification-measure", round), opening("rectification-measure", measure), opening("rectification-finding", finding),
                opening("rectification-finding", measure), opening("rectification-round", round), opening("follow-up-review", finding)))
            assertThat(refused(List.of(wrong), inspect).rule()).as(wrong.type()).isEqualTo("parent");
        assertThat(refused(List.of(opening("rectification-measure", round)), inspect).zh()).contains("整改措施", "整改问题", "整改轮次");
    }

    @Test
    void hangsNothingUnderAMatterOfAnotherSupervisor() {
        var finding = ledger.open(opening("rectification-finding", null), town.as("inspect"), null).id();
        ledger.act(finding, Act.of("docket"), town.as("inspect"));
        var above = new Viewer(town.city.tenant(), town.as("mayor").person(), "市长", town.as("mayor").post(), "市长", town.as("mayor").unit(), "市政府",
                java.util.Set.of(Viewer.Duty.SUPERVISE, Viewer.Duty.LEAD));
        assertThat(refused(List.of(opening("rectification-measure", finding.id())), above).rule()).isEqualTo("role");
    }

    @Test
    void wantsParentsOfABatchToStandEarlierAndToFit() {
        var inspect = town.as("inspect");
        var round = opening("rectification-round", null);
        var finding = opening("rectification-finding", round.id());
        var measure = opening("rectification-measure", finding.id());
        assertThat(refused(List.of(finding, round, measure), inspect).rule()).isEqualTo("parent");
        assertThat(refused(List.of(round, opening("rectification-measure", round.id())), inspect).rule()).isEqualTo("parent");
        assertThat(refused(List.of(new Opening(round.id(), round.ledger(), round.type(), "自己", "", Map.of(), Map.of(), null, null, round.id(), 0, Secrecy.INTERNAL, false, null, null)), inspect).rule()).isEqualTo("parent");
        assertThat(ledger.openAll(List.of(round, finding, measure), inspect, null)).extracting(d -> d.id().id()).containsExactly(round.id(), finding.id(), measure.id());
    }

    @Test
    void derivesSeveralMattersFromOneInABatch() {
        var origin = town.aMeasureAtWork();
        var batch = List.of(derived(origin), derived(origin));
        var done = ledger.openAll(batch, town.as("inspect"), null);
        assertThat(done).extracting(d -> d.id().id()).containsExactly(batch.get(0).id(), batch.get(1).id());
        var after = dossiers.of(origin).orElseThrow();
        assertThat(after.matter().version()).isEqualTo(4);
        assertThat(after.relations()).filteredOn(r -> r.kind() == Relation.Kind.HAS_DERIVED).extracting(Relation::other).containsExactlyInAnyOrder(batch.get(0).id(), batch.get(1).id());
        assertThat(proof.prove(town.city.tenant()).breaks()).noneMatch(b -> b.where().contains(origin.id().toString()));
    }

    @Test
    void takesNoDayThatThereIsNot() {
        for (var day : List.of("2026-02-30", "0026-01-01", "+12026-01-01", "9999-01-01")) {
            var opening = new Opening(Ledger.newId(), "supervision", "enterprise-problem", "企业反映用电容量不足", "", Map.of("raised-on", day), Map.of(), null, null, null, 0, Secrecy.INTERNAL, false, null, null);
            assertThat(refused(List.of(opening), town.as("inspect")).zh()).as(day).contains("提出日期");
        }
    }

    /** The second came before the first was through, and so found nothing under the key when it asked. */
    @Test
    void answersTheSecondOfTwoClicksWithTheMatterOfTheFirst() {
        var known = town.aDraftedMeasure();
        var fresh = town.measure("整治河道乱倒垃圾");
        var decision = new DuplicateDecision(DuplicateDecision.Kind.MERGE, known.id(), "");
        var first = admission.open(fresh, List.of(), decision, town.as("inspect"), "twice-" + fresh.id());
        assertThat(admission.together(Admission.noted(fresh, List.of(), decision), decision, town.as("inspect"), "twice-" + fresh.id()).id()).isEqualTo(first.id());
        assertThat(dossiers.of(known).orElseThrow().merged()).hasSize(1);
    }

    @Test
    void namesNoUnitOrPostThatTheRegisterOfThisGovernmentDoesNotKnow() {
        var inspect = town.as("inspect");
        var elsewhere = 900_001;
        var o = town.measure("跨区清运");
        var named = new Opening(o.id(), o.ledger(), o.type(), o.title(), o.body(), o.fields(), Map.of("lead", List.of(elsewhere)), null, null, null, 0, o.secrecy(), false, null, null);
        assertThat(refused(List.of(named), inspect).zh()).contains("本级").endsWith("。");
        assertThat(dossiers.of(new MatterId(town.city.tenant(), o.id()))).isEmpty();
        var id = town.aDraftedMeasure();
        for (var act : List.of(town.assign().role("lead", elsewhere), town.assign().role("assist", elsewhere), town.assign().role("leader", elsewhere)))
            assertThat(catchThrowableOfType(Refusal.Refused.class, () -> ledger.act(id, act, inspect)).refusal().zh()).contains("本级");
        assertThat(dossiers.of(id).orElseThrow().matter().version()).isEqualTo(1);
    }

    private Opening derived(MatterId origin) {
        var o = town.measure("由此派生");
        return new Opening(o.id(), o.ledger(), o.type(), o.title(), o.body(), o.fields(), o.roles(), (LocalDate) null, null, null, 0, o.secrecy(), false, null, origin.id());
    }

    private static Opening opening(String type, @Nullable UUID parent) {
        return new Opening(Ledger.newId(), "rectification", type, "一件事", "", type.equals("rectification-measure") ? Map.of("mode", "dated") : Map.of(), Map.of(), null, null, parent, 0,
                Secrecy.INTERNAL, false, null, null);
    }

    private Refusal refused(List<Opening> openings, Viewer viewer) {
        var refused = catchThrowableOfType(Refusal.Refused.class, () -> ledger.openAll(openings, viewer, null));
        assertThat(refused).isNotNull();
        return refused.refusal();
    }
}
