package cn.duban.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The account of a person, without anything secret. */
record Account(
        int person,
        String login,
        boolean mustChange,
        @Nullable Instant lockedUntil,
        @Nullable Instant disabledAt,
        @Nullable Integer lastPost) {

    AccountRow.State state(Instant now) {
        if (disabledAt != null) return AccountRow.State.DISABLED;
        if (lockedUntil != null && lockedUntil.isAfter(now)) return AccountRow.State.LOCKED;
        return mustChange ? AccountRow.State.ONE_TIME : AccountRow.State.OPEN;
    }
}
