package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.duban.DubanTest;
import cn.duban.ledger.type.Phase;
import cn.duban.web.Viewer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What may be merged into what, by whom, and what becomes of a matter that took another in. */
@DubanTest
class MergingTest {

    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired Proof proof;
    @Autowired Town town;

    @Test
    void mergesOnlyIntoAMatterThatOneSupervisesToo() {
        var section = town.as("permit.review2", 0).has(Viewer.Duty.SUPERVISE) ? town.as("permit.review2", 0) : town.as("permit.review2", 1);
        assertThat(section.has(Viewer.Duty.SUPERVISE)).isTrue();
        var own = ledger.open(town.measure("热线转来的同一件事"), section, null).id();
        var master = town.anAssignedMeasure();
        ledger.act(master, Act.of("reassign").role("lead", section.unit()).saying("reason", "改由热线牵头"), town.as("inspect"));
        var worker = new Viewer(section.tenant(), section.person(), section.personName(), section.post(), section.postName(), section.unit(), section.unitName(),
                java.util.Set.of(Viewer.Duty.SUPERVISE, Viewer.Duty.REGISTRY));
        assertThat(refused(own, Act.of("merge").other(master.id()).saying("reason", "重复"), worker).rule()).isEqualTo("role");
        assertThat(dossiers.of(own).orElseThrow().matter().phase()).isEqualTo(Phase.DRAFT);
    }

    @Test
    void mergesIntoAMatterOfTheSameTypeOnly() {
        var finding = ledger.open(new Opening(Ledger.newId(), "rectification", "rectification-finding", "河道脏乱", "", Map.of(), Map.of(), null, null, null, 0, Secrecy.INTERNAL, false, null, null),
                town.as("inspect"), null).id();
        assertThat(refused(town.aMeasureAtWork(), Act.of("merge").other(finding.id()).saying("reason", "重复"), town.as("inspect")).rule()).isEqualTo("input");
    }

    @Test
    void unmergesFromTheMasterOnly() {
        var master = town.aMeasureAtWork();
        var copy = merged(master);
        var stranger = town.aMeasureAtWork();
        assertThat(refused(copy, Act.of("unmerge").other(stranger.id()), town.as("inspect")).rule()).isEqualTo("input");
        assertThat(refused(copy, Act.of("unmerge"), town.as("inspect")).zh()).contains("并入");
        assertThat(dossiers.of(copy).orElseThrow().matter().mergedInto()).isEqualTo(master.id());
        ledger.act(copy, Act.of("unmerge").other(master.id()), town.as("inspect"));
        assertThat(dossiers.of(master).orElseThrow().relations()).noneMatch(Relation::current);
    }

    @Test
    void keepsAMasterWhileSomebodyIsMergedIntoIt() {
        var master = town.aMeasureAtWork();
        var copy = merged(master);
        var number = dossiers.of(copy).orElseThrow().matter().number();
        for (var act : java.util.List.of(Act.of("void").saying("reason", "误录"), Act.of("merge").other(town.aMeasureAtWork().id()).saying("reason", "重复"))) {
            var refusal = refused(master, act, town.as("inspect"));
            assertThat(refusal.rule()).isEqualTo("state");
            assertThat(refusal.zh()).contains(number, "撤销合并");
            assertThat(refusal.en()).contains(number);
        }
        ledger.act(copy, Act.of("unmerge").other(master.id()), town.as("inspect"));
        ledger.act(master, Act.of("void").saying("reason", "误录"), town.as("inspect"));
        assertThat(proof.prove(town.city.tenant()).breaks()).noneMatch(b -> b.where().contains(master.id().toString()));
    }

    private MatterId merged(MatterId master) {
        var copy = town.aMeasureAtWork();
        ledger.act(copy, Act.of("merge").other(master.id()).saying("reason", "同一件事"), town.as("inspect"));
        return copy;
    }

    private Refusal refused(MatterId id, Act act, Viewer viewer) {
        var refused = catchThrowableOfType(Refusal.Refused.class, () -> ledger.act(id, act, viewer));
        assertThat(refused).as(act.action()).isNotNull();
        return refused.refusal();
    }
}
