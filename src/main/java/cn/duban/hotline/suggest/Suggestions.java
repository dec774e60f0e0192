package cn.duban.hotline.suggest;

import java.util.List;
import java.util.Optional;

/**
 * What a ticket may be, the likeliest first.
 *
 * @param ranked none where the text is too short to say anything
 * @param known whether it is like anything that the catalogue or a closed ticket speaks of
 */
public record Suggestions(List<Suggestion> ranked, boolean known) {

    /** The one to be filled in; none where nothing is sure enough. Then the ranked ones are only shown, and somebody reads the ticket. */
    public Optional<Suggestion> answer() {
        return ranked.stream().findFirst().filter(first -> known && first.certainty() != Certainty.POSSIBLE);
    }

    public boolean abstains() {
        return answer().isEmpty();
    }
}
