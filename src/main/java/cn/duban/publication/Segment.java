package cn.duban.publication;

import org.jspecify.annotations.Nullable;

/**
 * A run of text in a part.
 *
 * @param figure the name of the figure that it is, if it is one
 * @param hidden under a redaction; in what the public gets, the text is then {@link #MARK} and the figure is gone
 */
public record Segment(String text, @Nullable String figure, boolean hidden) {

    public static final String MARK = "▇▇〔略〕";

    static Segment words(String text) {
        return new Segment(text, null, false);
    }

    Segment covered() {
        return new Segment(text, figure, true);
    }
}
