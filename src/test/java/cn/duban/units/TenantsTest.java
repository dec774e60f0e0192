package cn.duban.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work by the clock for one government never keeps another's from being done. */
class TenantsTest {

    @Test
    void everyGovernmentHasItsTurnAndWhatFailedIsTold() {
        var served = new ArrayList<Integer>();
        assertThatThrownBy(() -> Tenants.each(List.of(1, 2, 3, 4), tenant -> {
            if (tenant % 2 == 1) throw new IllegalArgumentException("no desk in " + tenant);
            served.add(tenant);
        })).hasMessageContaining("government 1").hasRootCauseMessage("no desk in 1").satisfies(failed -> assertThat(failed.getSuppressed()).singleElement().satisfies(other -> assertThat(other).hasMessageContaining("government 3")));
        assertThat(served).containsExactly(2, 4);
    }

    @Test
    void whoIsToldToStopStops() {
        var served = new ArrayList<Integer>();
        assertThatThrownBy(() -> Tenants.each(List.of(1, 2), tenant -> {
            served.add(tenant);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("closed");
        })).hasMessage("closed");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(served).containsExactly(1);
    }
}
