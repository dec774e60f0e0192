package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.TIMER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class TimersTest {

    @Autowired DataSource data;
    @Autowired DSLContext sql;
    @Autowired Anchors anchors;
    @Autowired LookBacks lookBacks;
    @Autowired Recounting recounting;
    @Autowired TypeMoves moves;
    @Autowired ObjectProvider<Timers> running;

    @Test
    void keepsItsTimersInTheDatabaseOnceForAllNodes() {
        assertThat(running.getIfAvailable()).as("off in tests").isNull();
        for (int node = 0; node < 2; node++) {
            var timers = new Timers(data, anchors, lookBacks, recounting, moves);
            timers.start();
            assertThat(timers.isRunning()).isTrue();
            timers.stop();
            assertThat(timers.isRunning()).isFalse();
        }
        assertThat(sql.select(TIMER.TASK_NAME).from(TIMER).orderBy(TIMER.TASK_NAME).fetch(TIMER.TASK_NAME))
                .containsExactly("ledger.anchor", "ledger.look-back", "ledger.recount", "ledger.type-moves");
        sql.deleteFrom(TIMER).execute();
    }
}
