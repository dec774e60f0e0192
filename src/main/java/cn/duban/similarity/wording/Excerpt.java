package cn.duban.similarity.wording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A stretch of a text around the first word found, its parts marked or plain.
 *
 * @param cut whether the text goes on before, and after
 */
public record Excerpt(List<Piece> pieces, boolean cutBefore, boolean cutAfter) {

    private static final int BEFORE = 24;
    private static final int LENGTH = 96;

    public record Piece(String text, boolean marked) {}

    /**
     * @param folded the same text in the spelling that words are compared in, character for character
     * @param words folded too
     */
    public static Excerpt around(String text, String folded, List<String> words) {
        return marked(text, marks(text, folded, words));
    }

    public static Excerpt marked(String text, BitSet marks) {
        var start = Math.max(0, marks.nextSetBit(0) - BEFORE);
        if (text.length() <= LENGTH) start = 0;
        start = whole(text, Math.min(start, Math.max(0, text.length() - LENGTH)));
        var end = whole(text, Math.min(text.length(), start + LENGTH));
        return new Excerpt(pieces(text, marks, start, end), start > 0, end < text.length());
    }

    /** All of it, as for a title. */
    public static Excerpt whole(String text, String folded, List<String> words) {
        return whole(text, marks(text, folded, words));
    }

    public static Excerpt whole(String text, BitSet marks) {
        return new Excerpt(pieces(text, marks, 0, text.length()), false, false);
    }

    public static Excerpt plain(String text) {
        return new Excerpt(List.of(new Piece(text, false)), false, false);
    }

    private static BitSet marks(String text, String folded, List<String> words) {
        var marks = new BitSet(text.length());
        if (folded.length() != text.length()) return marks;
        for (var word : words)
            for (int at = folded.indexOf(word); at >= 0 && !word.isEmpty(); at = folded.indexOf(word, at + 1)) marks.set(at, at + word.length());
        return marks;
    }

    private static List<Piece> pieces(String text, BitSet marks, int start, int end) {
        var pieces = new ArrayList<Piece>();
        for (int at = start; at < end; ) {
            var marked = marks.get(at);
            var turn = marked ? marks.nextClearBit(at) : marks.nextSetBit(at);
            var next = turn < 0 || turn > end ? end : turn;
            pieces.add(new Piece(text.substring(at, next), marked));
            at = next;
        }
        return pieces;
    }

    /** Never between the halves of one character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
