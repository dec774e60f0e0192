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
     * @param returned whether it was sent back, so that the verdict says why
     * @param received when, and by whom
     */
    public record Share(int no, String state, String colour, String icon, String given, @Nullable String due, @Nullable String received, @Nullable String answered, @Nullable String answer,
            @Nullable String verdict, boolean returned, @Nullable String stage, List<Offer> offers) {}
}
