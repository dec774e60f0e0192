package cn.duban.similarity;

import cn.duban.similarity.Compared.Earlier;
import cn.duban.similarity.Compared.Verdict;
import cn.duban.similarity.wording.Excerpt;
import cn.duban.similarity.wording.Facts;
import cn.duban.similarity.wording.Wording;
import java.util.Comparator;
import java.util.List;

/** Judges one report by the earlier ones of its series. Pure: no database, no viewer. */
final class Series {

    private static final double COPIED = 0.95;
    private static final double ALIKE = 0.6;

    /** Reports that share less of their pairs of characters are not compared any closer. */
    private static final double WORTH = 0.25;

    /** Characters in a row that count as taken over (most words have two), and that a phrase has to be quoted. */
    private static final int TAKEN = 2;
    private static final int PHRASE = 8;
    private static final int PHRASES = 3;

    private Series() {}

    /** A report of before. */
    record Before(Earlier earlier, String text) {}

    /** @param before of two equally alike the one named first counts */
    static Compared judge(String text, List<Before> before) {
        var frame = Wording.of(Facts.masked(text));
        var nearest = before.stream().map(one -> new Nearest(one, share(frame, one.text()))).max(Comparator.comparingDouble(Nearest::share).thenComparing(one -> -before.indexOf(one.before())));
        if (nearest.isEmpty()) return new Compared(Verdict.NEW, 0, null, List.of(), List.of(), Excerpt.plain(text));
        var one = nearest.get().before();
        var share = nearest.get().share();
        var facts = Facts.added(text, one.text());
        var own = Wording.of(text);
        var taken = own.stretches(Wording.of(one.text()), PHRASE);
        var phrases = own.quoted(taken, PHRASE, PHRASES);
        return new Compared(verdict(share, facts), share, one.earlier(), phrases, facts, own.marked(taken));
    }

    static boolean copies(String text, String earlier) {
        var share = share(Wording.of(Facts.masked(text)), earlier);
        return verdict(share, Facts.added(text, earlier)) == Verdict.COPIED;
    }

    /** The same words but for so few, and no figure or day that the earlier one does not have. */
    static boolean nearly(String text, String earlier, double least) {
        return share(Wording.of(Facts.masked(text)), earlier) >= least && Facts.added(text, earlier).isEmpty();
    }

    private record Nearest(Before before, double share) {}

    private static double share(Wording frame, String text) {
        var earlier = Wording.of(Facts.masked(text));
        var roughly = frame.within(earlier);
        return roughly < WORTH ? 0 : frame.share(frame.stretches(earlier, Math.min(TAKEN, Math.max(1, frame.length()))));
    }

    private static Verdict verdict(double share, List<String> facts) {
        if (share < ALIKE) return Verdict.NEW;
        if (!facts.isEmpty()) return Verdict.FRAME;
        return share >= COPIED ? Verdict.COPIED : Verdict.EDITED;
    }
}
