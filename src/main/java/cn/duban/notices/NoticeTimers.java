package cn.duban.notices;

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

/**
 * When notices are looked for and sent. The timers are rows of our PostgreSQL: whichever node comes first does the work of
 * all, and where a node is killed at it, another takes over within a minute.
 */
@Component
@ConditionalOnProperty(name = "duban.timers", havingValue = "true", matchIfMissing = true)
class NoticeTimers implements SmartLifecycle {

    private final Scheduler scheduler;

    NoticeTimers(DataSource data, Posting posting, ClockNotices clocks, Digests digests, Sweeping sweeping) {
        scheduler = Scheduler.create(data)
                .tableName("notices.timer")
                .threads(3)
                .pollingInterval(Duration.ofSeconds(5))
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(6)
                .startTasks(
                        every("notices.send", Schedules.fixedDelay(Duration.ofSeconds(10)), posting::send),
                        every("notices.clocks", Schedules.fixedDelay(Duration.ofMinutes(5)), clocks::look),
                        every("notices.digest", Schedules.fixedDelay(Duration.ofMinutes(10)), digests::enqueue),
                        every("notices.sweep", Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(3, 20)), sweeping::sweep))
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
