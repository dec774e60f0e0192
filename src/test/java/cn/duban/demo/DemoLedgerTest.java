package cn.duban.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.Proof;
import cn.duban.ledger.Town;
import cn.duban.rectification.Rounds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class DemoLedgerTest {

    @Autowired DemoLedger demo;
    @Autowired Town town;
    @Autowired Rounds rounds;
    @Autowired Proof proof;

    @Test
    void playsThroughTheDoorsAndProves() {
        demo.load(town.city);
        var inspect = town.as("inspect");
        var round = rounds.list(inspect).stream().map(line -> rounds.find(line.id(), inspect).orElseThrow()).filter(r -> r.findings().size() == 12).findFirst().orElseThrow();
        assertThat(round.measures().map(m -> m.state())).contains("drafted", "assigned", "working", "submitted", "closed");
        assertThat(proof.prove().breaks()).noneMatch(b -> b.where().contains(round.head().id().toString()));
    }
}
