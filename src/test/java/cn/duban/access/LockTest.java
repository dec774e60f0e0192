package cn.duban.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockTest {

    @Test
    void leavesFourTriesFreeAndDoublesFromThere() {
        assertThat(IntStream.rangeClosed(0, 8).mapToObj(Lock::after).map(Duration::toMinutes)).containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L);
    }

    @Test
    void neverShutsForMoreThanAnHour() {
        assertThat(IntStream.of(11, 12, 100, Integer.MAX_VALUE).mapToObj(Lock::after)).containsOnly(Duration.ofHours(1));
    }
}
