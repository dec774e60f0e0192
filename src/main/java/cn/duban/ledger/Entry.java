package cn.duban.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the append-only timeline: who did what, in the names of that day, and everything that it changed.
 *
 * <p>{@code digest} = SM3(salt ‖ canonical payload); {@code hash} = SM3(canonical header ‖ digest ‖ previous hash). A
 * payload can so be erased by a recorded rule while the chain stays whole.
 *
 * @param payload {@code note}, {@code reason}, {@code verdict} … and {@code delta}: table → row key → changed columns
 */
public record Entry(
        int tenant,
        UUID matter,
        int no,
        String act,
        Instant at,
        int person,
        String personName,
        int post,
        String postName,
        int unit,
        String unitName,
        @Nullable Integer behalfUnit,
        @Nullable String behalfName,
        @Nullable String fromState,
        String toState,
        @Nullable Map<String, Object> payload,
        @Nullable Hex salt,
        Hex digest,
        Hex previous,
        Hex hash) {

    /** Without the content that {@code digest} stands for. */
    Entry bare() {
        return new Entry(tenant, matter, no, act, at, person, personName, post, postName, unit, unitName, behalfUnit, behalfName, fromState, toState, null, null, digest, previous, hash);
    }
}
