package cn.duban.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutsideTest {

    /** These numbers stand in sealed entries: how they are made never changes. */
    @Test
    void isMadeOfTheGovernmentAndTheNumberThere() {
        assertThat(Outside.number(1, 0)).isEqualTo(1_074_003_968);
        assertThat(Outside.number(2, 15)).isEqualTo(1_074_266_127);
        assertThat(Outside.number(4_095, 262_143)).isEqualTo(Integer.MAX_VALUE);
        for (var own : new int[] {0, 1, 77, 262_143})
            for (var government : new int[] {1, 2, 3_000, 4_095}) {
                var number = Outside.number(government, own);
                assertThat(Outside.is(number)).isTrue();
                assertThat(Outside.government(number)).isEqualTo(government);
                assertThat(Outside.own(number)).isEqualTo(own);
            }
        assertThat(Outside.is(262_143)).isFalse();
        assertThatThrownBy(() -> Outside.number(4_096, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Outside.number(1, 262_144)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isReadFromEachSide() {
        assertThat(Outside.seenFrom(1, 15, 2)).isEqualTo(Outside.number(2, 15));
        assertThat(Outside.seenFrom(2, Outside.number(2, 15), 1)).isEqualTo(15);
        assertThat(Outside.seenFrom(2, 15, 2)).isEqualTo(15);
        assertThat(Outside.seenFrom(3, Outside.number(2, 15), 1)).isEqualTo(Outside.number(2, 15));
        assertThat(Outside.is(Outside.seenFrom(1, 999_999_999, 2))).as("what nobody can be").isTrue();
        assertThat(Outside.seenFrom(1, 999_999_999, 2)).isEqualTo(Outside.seenFrom(1, -3, 2)).isLessThan(Outside.number(1, 0));
    }

    @Test
    void leavesTheDutiesOfSupervisingAndAdministeringAtHome() {
        var at = Outside.viewer(1, new Viewer(2, 7, "纪怀山", 4, "局长", 15, "水务局", Set.of(Duty.SIGN, Duty.SUPERVISE, Duty.ADMINISTER)), "临溪区水务局");
        assertThat(at).isEqualTo(new Viewer(1, Outside.number(2, 7), "纪怀山", Outside.number(2, 4), "局长", Outside.number(2, 15), "临溪区水务局", Set.of(Duty.SIGN)));
    }

    @Test
    void relatesARegionToThoseAboveAndBelow() {
        assertThat(Neighbours.related("990100", "990102")).isTrue();
        assertThat(Neighbours.related("990102", "990000")).isTrue();
        assertThat(Neighbours.related("990102", "990103")).as("two districts of one city").isFalse();
        assertThat(Neighbours.related("990100", "990100")).isFalse();
        assertThat(Neighbours.related("990100", "990202")).isFalse();
    }
}
