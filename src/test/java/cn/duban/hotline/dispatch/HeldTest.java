package cn.duban.hotline.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What takes seconds is reckoned by nobody who waits: the last one is given at once, an old one is made anew. */
class HeldTest {

    private final AtomicInteger reckoned = new AtomicInteger();
    private final Semaphore done = new Semaphore(0);
    private volatile Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private Held<String> held = held(true);

    private Held<String> held(boolean wanted) {
        return new Held<>("test", Duration.ofHours(1), tenant -> {
            done.release();
            if (reckoned.incrementAndGet() == 1) throw new IllegalStateException("the first time fails");
            return tenant + "/" + reckoned.get();
        }, new Held.Room<>(6, String::length), clock, wanted);
    }

    @AfterEach
    void stop() {
        held.stop();
    }

    private void once() throws InterruptedException {
        assertThat(done.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    /** The thread that reckons ends a moment after it has. */
    private String waited(String but) {
        var last = "";
        while (last.equals(but) || last.isEmpty()) last = held.of(7).orElse("");
        return last;
    }

    @Test
    void givesNothingAtFirstAndTriesAgainAfterAFailure() throws InterruptedException {
        assertThat(held.of(7)).isEmpty();
        once();
        assertThat(waited("")).isEqualTo("7/2");
        assertThat(reckoned).as("fresh for an hour").hasValue(2);
        now = now.plus(Duration.ofHours(2));
        assertThat(held.of(7)).as("the old one at once").contains("7/2");
        assertThat(waited("7/2")).isEqualTo("7/3");
    }

    @Test
    void reckonsNothingByItselfWhereThatIsNotWanted() {
        held.stop();
        held = held(false);
        assertThat(held.of(7)).isEmpty();
        reckoned.set(1);
        assertThat(held.renew(7)).isEqualTo("7/2");
        assertThat(held.of(7)).contains("7/2");
        assertThat(reckoned).hasValue(2);
    }

    @Test
    void holdsNoMoreThanThereIsRoomFor() {
        held.stop();
        held = held(false);
        reckoned.set(1);
        held.renew(7);
        held.renew(8);
        assertThat(held.of(7).isPresent() ^ held.of(8).isPresent()).as("three characters and one each, six in all").isTrue();
    }
}
