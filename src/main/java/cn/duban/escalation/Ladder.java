package cn.duban.escalation;

import cn.duban.ledger.type.MatterType.Breach;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ladder as it was published.
 *
 * @param no its number in the government; below zero the ones of the product, by version
 * @param backlog what was late already when no ladder held counts from the eve of its first day
 * @param appeal the period within which a unit may appeal, such as {@code 30d}
 * @param decision the period within which an appeal is to be decided
 * @param reason why it was published
 */
record Ladder(int no, String name, Scope scope, LocalDate since, boolean backlog, String appeal, String decision, List<Step> steps, String reason, String publisher) {

    Ladder {
        steps = List.copyOf(steps);
    }

    /** For what it is: everything, a ledger, a type, one clock of a type. */
    record Scope(@Nullable String ledger, @Nullable String type, @Nullable String clock) {

        static final Scope ALL = new Scope(null, null, null);

        boolean covers(String itsLedger, String itsType, String itsClock) {
            return (ledger == null || ledger.equals(itsLedger)) && (type == null || type.equals(itsType)) && (clock == null || clock.equals(itsClock));
        }

    }

    static final int WIDEST = 4;

    /** The narrower one wins; that of the product gives way to any other. */
    int width() {
        return scope.clock() != null ? 0 : scope.type() != null ? 1 : scope.ledger() != null ? 2 : shipped() ? WIDEST : 3;
    }

    boolean shipped() {
        return no < 0;
    }

    /** As it stands in addresses. */
    String word() {
        return word(no);
    }

    static String word(int no) {
        return no < 0 ? "shipped-" + -no : String.valueOf(no);
    }

    /** The name in the reader's language: those of the product have a text. */
    String called() {
        return shipped() ? Words.say("escalation.ladder.shipped") : name;
    }

    Ladder from(LocalDate day) {
        return new Ladder(no, name, scope, day, backlog, appeal, decision, steps, reason, publisher);
    }

    /** Those of its steps that a clock with these consequences takes. */
    List<Step> stepsFor(Collection<Breach> breach) {
        return steps.stream().filter(step -> step.only() == null || breach.contains(step.only())).toList();
    }

    /** How many days before an end anything of it may come. */
    int earliest() {
        return steps.stream().filter(step -> step.from() == Step.From.END).mapToInt(step -> -step.days()).max().orElse(0);
    }
}
