package cn.duban.escalation;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Lets ladders climb as though days had passed, for tests that want a document to look at. */
@Component
public class LaterDays {

    private final Firing firing;
    private final Clock clock;

    LaterDays(Firing firing, Clock clock) {
        this.firing = firing;
        this.clock = clock;
    }

    /** Looks today first, as every house does, and then once more after so many days. */
    public void pass(int tenant, int days) {
        firing.fire(tenant, clock.instant());
        firing.fire(tenant, clock.instant().plus(Duration.ofDays(days)));
    }
}
