package cn.duban.inspection;

import cn.duban.ledger.MatterId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One inspection of a year's plan, as a unit declared it.
 *
 * @param unit who inspects
 * @param objects units to be inspected
 * @param decision who decided it, where it stands outside the plan
 * @param reason of the refusal or merger; of the approval, where it was one beyond the quota or too soon
 */
public record Declaration(int tenant, UUID id, int year, String title, String basis, InspectionKind kind, List<InspectionMethod> methods, String scope, LocalDate first, LocalDate last, int days,
        int unit, List<Integer> joining, List<Integer> objects, boolean unannounced, @Nullable String decision, State state, @Nullable String reason, @Nullable UUID mergedInto, @Nullable UUID matter, int version,
        int enteredBy, int enteredUnit, String enteredName, Instant enteredAt, @Nullable String decidedName, @Nullable Instant decidedAt) {

    public enum State {
        DECLARED, APPROVED, MERGED, REFUSED, WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is to take place, or may yet. */
        public boolean counts() {
            return this == DECLARED || this == APPROVED;
        }
    }

    public @Nullable MatterId address() {
        return matter == null ? null : new MatterId(tenant, matter);
    }

    public boolean open() {
        return state == State.DECLARED;
    }

    public String href() {
        return "/inspections/" + id;
    }

    Crowding.Planned planned() {
        return new Crowding.Planned(id, objects, first, last, days);
    }
}
