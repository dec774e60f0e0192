package cn.duban.notices;

import cn.duban.timers.Timed;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** When notices are looked for and sent. */
@Component
class NoticeTimers implements Timed {

    private final Posting posting;
    private final ClockNotices clocks;
    private final Digests digests;
    private final Sweeping sweeping;

    NoticeTimers(Posting posting, ClockNotices clocks, Digests digests, Sweeping sweeping) {
        this.posting = posting;
        this.clocks = clocks;
        this.digests = digests;
        this.sweeping = sweeping;
    }

    @Override
    public List<Timer> timers() {
        return List.of(
                Timer.every(Duration.ofSeconds(10), "notices.send", posting::send),
                Timer.every(Duration.ofMinutes(5), "notices.clocks", clocks::look),
                Timer.every(Duration.ofMinutes(10), "notices.digest", digests::enqueue),
                Timer.daily(LocalTime.of(3, 20), "notices.sweep", sweeping::sweep));
    }
}
