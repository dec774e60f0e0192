package cn.duban.timers;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** What a room does by itself: a bean of this type. Its work is done twice where a node dies in the middle, so it must bear that. */
public interface Timed {

    List<Timer> timers();

    /** @param name stable, the room's name first, such as {@code ledger.anchor} */
    record Timer(String name, Schedule schedule, Runnable work) {

        /** @param pause between the end of one run and the next */
        public static Timer every(Duration pause, String name, Runnable work) {
            return new Timer(name, Schedules.fixedDelay(pause), work);
        }

        /** By the clock that most of the country goes by; what is dated asks the zone of each government itself. */
        public static Timer daily(LocalTime at, String name, Runnable work) {
            return new Timer(name, Schedules.daily(ZoneId.of("Asia/Shanghai"), at), work);
        }
    }
}
