package cn.duban.ledger;

import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One promise: the row itself. What its entries add up to, never more.
 *
 * @param fields the type's own fields, as text
 * @param owes the role that owes the next step; null when nothing is owed
 * @param position its place among the children of one parent, as read or entered
 * @param imported it came out of a document; its words on what was done are claims, unverified
 * @param dueOn the day that was promised; a {@code due} clock may end later, after a pause
 * @param dueAt when the nearest running clock ends, for lists and lamps
 * @param version number of the latest entry, and the optimistic lock
 * @param head hash of the latest entry
 */
public record Matter(
        int tenant,
        UUID id,
        String ledger,
        String type,
        int typeTenant,
        int typeVersion,
        String number,
        String title,
        String body,
        Map<String, String> fields,
        String state,
        Phase phase,
        @Nullable String owes,
        @Nullable UUID parent,
        int position,
        Secrecy secrecy,
        boolean imported,
        LocalDate receivedOn,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        @Nullable Instant settledAt,
        @Nullable UUID mergedInto,
        Instant openedAt,
        int version,
        Hex head) {

    /** As it stands in the first state of its type; {@code version} is that of the type. */
    static Matter opened(Opening opening, MatterTypes.Version version, MatterType type, String number, int tenant, LocalDate today, Instant now) {
        var state = type.initial();
        return new Matter(tenant, opening.id(), opening.ledger(), type.name(), version.tenant(), version.version(), number,
                opening.title(), opening.body(), Map.copyOf(opening.fields()), state.name(), Phase.of(type, state), state.owes(), opening.parent(), opening.position(),
                opening.secrecy(), opening.imported(), opening.receivedOn() == null ? today : opening.receivedOn(), opening.due(), null, null, null, now, 1, Hex.ZERO);
    }

    public MatterId address() {
        return new MatterId(tenant, id);
    }

    Matter worded(String title, String body, Map<String, String> fields) {
        return new Matter(tenant, id, ledger, type, typeTenant, typeVersion, number, title, body, fields, state, phase, owes, parent, position, secrecy, imported, receivedOn, dueOn, dueAt, settledAt, mergedInto, openedAt, version, head);
    }

    Matter due(@Nullable LocalDate day) {
        return new Matter(tenant, id, ledger, type, typeTenant, typeVersion, number, title, body, fields, state, phase, owes, parent, position, secrecy, imported, receivedOn, day, dueAt, settledAt, mergedInto, openedAt, version, head);
    }

    Matter in(MatterType.State next, Phase phase, Instant now) {
        var settled = !phase.done() ? null : settledAt == null ? now : settledAt;
        return new Matter(tenant, id, ledger, type, typeTenant, typeVersion, number, title, body, fields, next.name(), phase, phase == Phase.VOID || phase == Phase.MERGED ? null : next.owes(), parent, position, secrecy, imported, receivedOn, dueOn, dueAt, settled, mergedInto, openedAt, version, head);
    }

    Matter mergedInto(@Nullable UUID master) {
        return new Matter(tenant, id, ledger, type, typeTenant, typeVersion, number, title, body, fields, state, phase, owes, parent, position, secrecy, imported, receivedOn, dueOn, dueAt, settledAt, master, openedAt, version, head);
    }

    Matter classified(Secrecy level) {
        return new Matter(tenant, id, ledger, type, typeTenant, typeVersion, number, title, body, fields, state, phase, owes, parent, position, level, imported, receivedOn, dueOn, dueAt, settledAt, mergedInto, openedAt, version, head);
    }

    Matter ofType(int tenantOfType, int newVersion) {
        return new Matter(tenant, id, ledger, type, tenantOfType, newVersion, number, title, body, fields, state, phase, owes, parent, position, secrecy, imported, receivedOn, dueOn, dueAt, settledAt, mergedInto, openedAt, version, head);
    }

    Matter ticking(@Nullable Instant nearest) {
        return new Matter(tenant, id, ledger, type, typeTenant, typeVersion, number, title, body, fields, state, phase, owes, parent, position, secrecy, imported, receivedOn, dueOn, nearest, settledAt, mergedInto, openedAt, version, head);
    }

    Matter sealed(int entry, Hex hash) {
        return new Matter(tenant, id, ledger, type, typeTenant, typeVersion, number, title, body, fields, state, phase, owes, parent, position, secrecy, imported, receivedOn, dueOn, dueAt, settledAt, mergedInto, openedAt, entry, hash);
    }
}
