package cn.duban.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.inspection.Declaration;
import cn.duban.inspection.PlanQuery;
import cn.duban.inspection.Plans;
import cn.duban.ledger.Proof;
import cn.duban.ledger.Town;
import cn.duban.ledger.MatterId;
import cn.duban.rectification.Intakes;
import cn.duban.rectification.Round;
import cn.duban.rectification.Rounds;
import cn.duban.web.Viewer;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@DubanTest
class DemoLedgerTest {

    @Autowired DemoLedger demo;
    @Autowired DemoInspections inspections;
    @Autowired Plans plans;
    @Autowired Town town;
    @Autowired Rounds rounds;
    @Autowired Intakes intakes;
    @Autowired Proof proof;

    @Test
    void playsThroughTheDoorsAndProves() {
        demo.load(town.city);
        var inspect = town.as("inspect");
        var round = rounds.list(inspect).stream().map(line -> rounds.find(line.id(), inspect).orElseThrow()).filter(r -> r.findings().size() == 12).findFirst().orElseThrow();
        assertThat(round.measures().map(m -> m.state())).contains("drafted", "assigned", "working", "submitted", "closed");
        assertThat(proof.prove().breaks()).noneMatch(b -> b.where().contains(round.head().id().toString()));
    }

    @Test
    void entersWhatIsMissingAfterItWasStoppedOnTheWay() throws IOException {
        var city = town.another();
        var inspect = city.as("inspect");
        try (var bulletin = new ClassPathResource("demo/bulletin.txt").getInputStream()) {
            intakes.read(inspect, "营商环境专项巡察整改通报.txt", bulletin.readAllBytes());
        }
        demo.load(city.city);
        var whole = standing(inspect);
        demo.load(city.city);
        assertThat(standing(inspect)).as("entered once more").isEqualTo(whole);
        assertThat(intakes.list(inspect)).hasSize(1);
    }

    @Test
    void plansThreeInspectionsOfWhichOneWaits() {
        var city = town.another();
        inspections.load(city.city);
        inspections.load(city.city);
        var all = plans.list(new PlanQuery(null, null, null, null, null, null), city.as("inspect"));
        assertThat(all).extracting(Declaration::state).as("entered once more").containsExactlyInAnyOrder(Declaration.State.APPROVED, Declaration.State.APPROVED, Declaration.State.DECLARED);
    }

    private Map<MatterId, String> standing(Viewer inspect) {
        var round = rounds.find(rounds.list(inspect).getFirst().id(), inspect).orElseThrow();
        return Stream.concat(Stream.of(round.head()), round.measures()).collect(Collectors.toMap(Round.Line::id, line -> line.state() + " " + line.version()));
    }
}
