package cn.duban.ledger;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** When the ledger acts by itself. The timers are rows of our PostgreSQL: whichever node comes first does the work of all. */
@Component
@ConditionalOnProperty(name = "duban.timers", havingValue = "true", matchIfMissing = true)
class Timers implements SmartLifecycle {

    private static final LocalTime BEFORE_DAWN = LocalTime.of(2, 10);

    private final Scheduler scheduler;

    Timers(DataSource data, Anchors anchors, LookBacks lookBacks, Recounting recounting, TypeMoves moves) {
        scheduler = Scheduler.create(data)
                .tableName("ledger.timer")
                .threads(2)
                .pollingInterval(Duration.ofSeconds(30))
                // what a killed node was at is taken over after six that it missed
                .heartbeatInterval(Duration.ofMinutes(1))
                .startTasks(
                        every("ledger.anchor", Schedules.daily(ZoneId.of("Asia/Shanghai"), BEFORE_DAWN), anchors::cast),
                        every("ledger.look-back", Schedules.fixedDelay(Duration.ofMinutes(5)), lookBacks::open),
                        every("ledger.recount", Schedules.fixedDelay(Duration.ofMinutes(1)), recounting::catchUp),
                        every("ledger.type-moves", Schedules.fixedDelay(Duration.ofMinutes(1)), moves::goOn))
                .build();
    }

    private static RecurringTask<Void> every(String name, Schedule schedule, Runnable work) {
        return Tasks.recurring(name, schedule).execute((instance, context) -> work.run());
    }

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public void stop() {
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return scheduler.getSchedulerState().isStarted() && !scheduler.getSchedulerState().isShuttingDown();
    }
}
