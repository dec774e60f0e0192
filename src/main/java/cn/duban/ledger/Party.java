package cn.duban.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers in a role, with the share that the unit was given; in the reader's language.
 *
 * @param name the unit, or the post with its unit
 * @param people who holds the post today
 */
public record Party(String role, String roleLabel, String name, List<String> people, String since, @Nullable String until, @Nullable Share share) {

    /**
     * A unit's own assignment.
     *
     * @param stage where it lies inside the unit; null where the unit does not use these steps
     * @param verdict what was said of the answer
     * @param said the key of what the verdict is called: why it was sent back, why the unit objected
     * @param decided the entry that decided that the unit is competent
     * @param received when, and by whom
     */
    public record Share(int no, String state, String colour, String icon, String given, @Nullable String due, @Nullable String received, @Nullable String answered, @Nullable String answer,
            @Nullable String verdict, String said, @Nullable String stage, @Nullable Integer decided, List<Offer> offers) {}
}
