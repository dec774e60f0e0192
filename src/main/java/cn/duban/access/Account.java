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
        @Nullable Integer lastPost) {}
