package cn.duban.inspection.draw;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One draw, prepared, drawn before witnesses, opened.
 *
 * @param pool canonical text of the {@link Pool}
 * @param witnesses canonical text; null before the draw
 * @param order of the candidates' numbers; empty before the draw
 */
public record Draw(int tenant, UUID id, UUID declaration, int wanted, String pool, byte[] poolDigest, byte[] secret, byte[] commitment, @Nullable String witnesses, byte @Nullable [] seed, List<Integer> order, State state,
        String preparedName, Instant preparedAt, @Nullable String drawnName, @Nullable Instant drawnAt, @Nullable String openedName, @Nullable Instant openedAt, List<Declined> declined) {

    public enum State { PREPARED, DRAWN, OPENED }

    public record Declined(int person, String reason, String by, Instant at) {}

    List<Integer> team() {
        return Lot.team(order, wanted, gone());
    }

    Set<Integer> gone() {
        return declined.stream().map(Declined::person).collect(Collectors.toSet());
    }

    public String href() {
        return "/inspections/draws/" + id;
    }
}
