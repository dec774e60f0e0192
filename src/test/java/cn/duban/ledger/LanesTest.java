package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.MatterLists.Moment;
import cn.duban.ledger.type.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists side by side hold what each would hold alone, whichever way they are read and whoever reads. */
@DubanTest
class LanesTest {

    @Autowired DSLContext sql;
    @Autowired MatterLists lists;
    @Autowired Sight sight;
    @Autowired Town towns;

    private final Moment moment = new Moment(Instant.now(), Instant.now().plus(Duration.ofDays(1)));
    private Town town;

    @BeforeEach
    void town() {
        town = towns.another();
        for (int i = 0; i < 4; i++) town.aDraftedMeasure();
        town.anAssignedMeasure();
        town.aMeasureAtWork();
        town.aMeasureToVerify();
    }

    private static Map<String, MatterQuery> phases(int size) {
        var wanted = new LinkedHashMap<String, MatterQuery>();
        for (var phase : List.of(Phase.DRAFT, Phase.OPEN, Phase.ENDED)) wanted.put(phase.name(), MatterQuery.all().ofType("rectification-measure").in(phase).pages(size));
        return wanted;
    }

    @Test
    void holdWhatEachListHoldsAlone() {
        for (var most : List.of(0, 1000)) {
            var lanes = new Lanes(sql, lists, sight, new FewMatters(sql, sight, most));
            for (var login : List.of("inspect", "eco", "eco.handle", "vice1", "mayor", "housing.registry", "permit.handle1", "admin")) {
                var viewer = town.as(login);
                lanes.of(phases(50), viewer, town.directory(), moment).forEach((phase, lane) -> {
                    var alone = lists.list(phases(50).get(phase), viewer, town.directory(), moment);
                    assertThat(lane.rows()).as(login + " " + phase + " " + most).isEqualTo(alone.rows());
                    assertThat(lane.count()).isEqualTo(alone.count());
                });
            }
        }
    }

    @Test
    void goOnEachByItself() {
        for (var most : List.of(0, 1000)) {
            var lanes = new Lanes(sql, lists, sight, new FewMatters(sql, sight, most));
            var viewer = town.as("inspect");
            var first = lanes.of(phases(3), viewer, town.directory(), moment);
            assertThat(first.get("DRAFT").rows()).hasSize(3);
            assertThat(first.get("DRAFT").count()).isEqualTo(4);
            var next = phases(3);
            next.put("DRAFT", next.get("DRAFT").after(first.get("DRAFT").next()));
            var second = lanes.of(next, viewer, town.directory(), moment);
            assertThat(second.get("DRAFT").rows()).hasSize(1).doesNotContainAnyElementsOf(first.get("DRAFT").rows());
            assertThat(second.get("DRAFT").count()).isEqualTo(4);
            assertThat(second.get("OPEN")).isEqualTo(first.get("OPEN"));
        }
    }
}
