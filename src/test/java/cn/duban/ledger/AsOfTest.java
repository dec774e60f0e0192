package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class AsOfTest {

    @Autowired AsOf ledger;
    @Autowired Ledger acts;
    @Autowired Dossiers dossiers;
    @Autowired Town town;

    @Test
    void foldsToTheRowsThatStandToday() {
        var id = town.aMeasureToVerify();
        acts.act(id, Act.of("close").saying("verdict", "到位"), town.as("inspect1"));
        var then = ledger.at(id, Map.of(id.id(), 99)).getFirst();
        var now = dossiers.of(id).orElseThrow();
        assertThat(then.matter()).isEqualTo(now.matter());
        assertThat(then.responsibilities()).isEqualTo(now.responsibilities());
        assertThat(then.clocks()).isEqualTo(now.clocks());
        assertThat(then.broken()).isNull();
        assertThat(then.last("verdict").orElseThrow().text()).isEqualTo("到位");
    }

    @Test
    void foldsToEveryStepOnTheWay() {
        var id = town.aDraftedMeasure();
        var stood = new ArrayList<Matter>();
        stood.add(dossiers.of(id).orElseThrow().matter());
        acts.act(id, town.assign(), town.as("inspect"));
        stood.add(dossiers.of(id).orElseThrow().matter());
        acts.act(id, Act.of("receive"), town.as("eco.registry"));
        stood.add(dossiers.of(id).orElseThrow().matter());
        for (int version = 1; version <= 3; version++) {
            var then = ledger.at(id, Map.of(id.id(), version)).getFirst();
            assertThat(then.matter()).isEqualTo(stood.get(version - 1));
            assertThat(then.head()).isEqualTo(stood.get(version - 1).head().digits());
        }
    }

    @Test
    void knowsNothingOfWhatCameLater() {
        var id = town.aMeasureAtWork();
        var instant = acts.now();
        acts.act(id, Act.of("pause").saying("reason", "等待汛期"), town.as("inspect"));
        assertThat(ledger.tree(id, instant).getFirst().matter().state()).isEqualTo("working");
        assertThat(ledger.tree(id, acts.now()).getFirst().matter().state()).isEqualTo("paused");
        assertThat(ledger.tree(id, instant.minusSeconds(3600))).isEmpty();
    }
}
