package cn.duban.notices;

import static cn.duban_db.notices.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told that a clock ends, once each, and never because of a clock that was late before anybody looked. */
@DubanTest
class ClockNoticesTest {

    @Autowired DSLContext sql;
    @Autowired Town towns;
    @Autowired ClockNotices clocks;

    private Town town;

    @BeforeEach
    void found() {
        town = towns.another();
    }

    @Test
    void warnsWhoOwesAndTellsLeaderAndSupervisorOfABreach() {
        var id = town.anAssignedMeasure();
        var now = Instant.now();
        clocks.look(id.tenant(), now);
        assertThat(told(id, Kind.ENDING)).containsExactly("eco.registry 签收时限");
        assertThat(told(id, Kind.BREACHED)).isEmpty();
        var later = now.plus(Duration.ofDays(9));
        clocks.look(id.tenant(), later);
        clocks.look(id.tenant(), later.plusSeconds(300));
        assertThat(told(id, Kind.BREACHED)).containsExactlyInAnyOrder("eco.registry 签收时限", "vice1 签收时限", "inspect 签收时限", "inspect1 签收时限", "inspect2 签收时限");
        assertThat(told(id, Kind.ENDING)).containsExactly("eco.registry 签收时限");
    }

    @Test
    void warnsOfAReportAndLeavesItsBreachToTheCards() {
        var id = town.aMeasureAtWork();
        clocks.look(id.tenant(), Instant.now());
        clocks.look(id.tenant(), Instant.now().plus(Duration.ofDays(40)));
        assertThat(told(id, Kind.ENDING)).contains("eco.handle 半月一督查");
        assertThat(told(id, Kind.BREACHED)).noneMatch(line -> line.contains("半月一督查"));
    }

    @Test
    void keepsSilentAboutWhatWasLateBeforeItFirstLooked() {
        var id = town.anAssignedMeasure();
        clocks.look(id.tenant(), Instant.now().plus(Duration.ofDays(30)));
        assertThat(told(id, Kind.BREACHED)).isEmpty();
    }

    private List<String> told(MatterId id, Kind kind) {
        return sql.selectFrom(NOTICE).where(NOTICE.TENANT.eq(id.tenant()), NOTICE.KEY.eq(id.id()), NOTICE.KIND.eq(kind.word())).orderBy(NOTICE.ID)
                .fetch(n -> town.city.logins().entrySet().stream().filter(e -> e.getValue().equals(n.getPerson())).map(Map.Entry::getKey).findFirst().orElse("?") + " " + n.getWhatZh());
    }
}
