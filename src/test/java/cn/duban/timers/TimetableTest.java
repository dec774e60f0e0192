package cn.duban.timers;

import static cn.duban_db.timers.Tables.TIMER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class TimetableTest {

    @Autowired DataSource data;
    @Autowired DSLContext sql;
    @Autowired List<Timed> rooms;
    @Autowired ObjectProvider<Timetable> running;

    @Test
    void keepsTheTimersOfAllRoomsInTheDatabaseOnceForAllNodes() {
        assertThat(running.getIfAvailable()).as("off in tests").isNull();
        for (int node = 0; node < 2; node++) {
            var timetable = new Timetable(data, List.of(() -> rooms.stream().flatMap(room -> room.timers().stream()).map(timer -> new Timed.Timer(timer.name(), timer.schedule(), () -> {})).toList()));
            timetable.start();
            assertThat(timetable.isRunning()).isTrue();
            timetable.stop();
            assertThat(timetable.isRunning()).isFalse();
        }
        assertThat(sql.select(TIMER.TASK_NAME).from(TIMER).orderBy(TIMER.TASK_NAME).fetch(TIMER.TASK_NAME)).doesNotHaveDuplicates()
                .contains("ledger.anchor", "ledger.look-back", "ledger.recount", "ledger.type-moves", "notices.clocks", "notices.digest", "notices.send", "notices.sweep", "progress.periods")
                .hasSameSizeAs(rooms.stream().flatMap(room -> room.timers().stream()).toList());
        sql.deleteFrom(TIMER).execute();
    }
}
