package cn.duban.inspection.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A special report as it stands. */
public record Report(int tenant, UUID id, @Nullable UUID declaration, String addressee, String title, String text, int unit, List<Integer> writers, int revision, boolean vouched, State state, String begunName, Instant begunAt, @Nullable String submittedName, @Nullable Instant submittedAt,
        @Nullable String frozen, byte @Nullable [] digest, List<Figure> figures, List<Check> checks, List<Step> steps) {

    public enum State { DRAFTED, SUBMITTED }

    /**
     * @param unit that it comes from; null where it is bound to the ledger
     * @param said what the unit says instead; null unless it corrected it
     */
    public record Figure(String name, String value, @Nullable Integer unit, String source, @Nullable String bound, int revision, Answer state, @Nullable String said, @Nullable Integer byPerson, @Nullable String byName, @Nullable Instant at) {

        Figure valued(String counted) {
            return new Figure(name, counted, unit, source, bound, revision, state, said, byPerson, byName, at);
        }

        /** Counted by the ledger itself, or confirmed by its unit. */
        public boolean settled() {
            return bound != null || state == Answer.CONFIRMED;
        }
    }

    public enum Answer { ASKED, CONFIRMED, CORRECTED }

    /** Read through by somebody who did not write it, in one revision. */
    public record Check(int revision, int person, String name, Instant at) {}

    public record Step(int no, String what, String words, String name, Instant at) {}

    public boolean open() {
        return state == State.DRAFTED;
    }

    public String href() {
        return "/inspections/reports/" + id;
    }

    Optional<Figure> figure(String name) {
        return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
    }

    boolean checked() {
        return checks.stream().anyMatch(check -> check.revision() == revision && !writers.contains(check.person()));
    }
}
