package cn.duban.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the timers of all rooms. */
@Component
@ConditionalOnProperty(name = "duban.timers", havingValue = "true", matchIfMissing = true)
class Timetable implements SmartLifecycle {

    private final Scheduler scheduler;

    Timetable(DataSource data, List<Timed> rooms) {
        var timers = rooms.stream().flatMap(room -> room.timers().stream()).map(Timetable::recurring).toList();
        scheduler = Scheduler.create(data)
                .tableName("timers.timer")
                // a long anchor or import never keeps mail from leaving
                .threads(6)
                .pollingInterval(Duration.ofSeconds(5))
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(6)
                // whoever stops the product waits for no long walk: it goes on where it was after the next start
                .shutdownMaxWait(Duration.ofSeconds(10))
                .startTasks(timers)
                .build();
    }

    private static RecurringTask<Void> recurring(Timed.Timer timer) {
        return Tasks.recurring(timer.name(), timer.schedule()).execute((instance, context) -> timer.work().run());
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
