package cn.duban.notices;

import static cn.duban_db.notices.Tables.TIMER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class NoticeTimersTest {

    @Autowired DataSource data;
    @Autowired DSLContext sql;
    @Autowired Posting posting;
    @Autowired ClockNotices clocks;
    @Autowired Digests digests;
    @Autowired Sweeping sweeping;
    @Autowired ObjectProvider<NoticeTimers> running;

    @Test
    void keepsItsTimersInTheDatabaseOnceForAllNodes() {
        assertThat(running.getIfAvailable()).as("off in tests").isNull();
        for (int node = 0; node < 2; node++) {
            var timers = new NoticeTimers(data, posting, clocks, digests, sweeping);
            timers.start();
            assertThat(timers.isRunning()).isTrue();
            timers.stop();
            assertThat(timers.isRunning()).isFalse();
        }
        assertThat(sql.select(TIMER.TASK_NAME).from(TIMER).orderBy(TIMER.TASK_NAME).fetch(TIMER.TASK_NAME)).containsExactly("notices.clocks", "notices.digest", "notices.send", "notices.sweep");
        sql.deleteFrom(TIMER).execute();
    }
}
