package cn.duban.proposal;

import cn.duban.web.Rate;
import cn.duban.web.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param may whether the reader may register one */
public record ProposalsPage(ProposalScope scope, Line total, List<Line> units, List<String> sessions, boolean may) {

    /** The figures of all, or of what one unit leads. */
    public record Line(String name, ProposalScope scope, Map<Figure, Integer> figures) {

        public int of(Figure figure) {
            return figures.getOrDefault(figure, 0);
        }

        public String href(Figure figure) {
            return scope.href("/proposals/rows", figure.word(), null);
        }

        /** As a share of what it is a part of, with both numbers; null where it is no rate. */
        public @Nullable String rate(Figure figure) {
            var whole = figure.whole();
            return whole == null ? null : Words.say("proposal.rate", Words.say("proposal.of." + whole.word()), Rate.text(of(figure), of(whole)));
        }
    }

    /** Satisfied or basically satisfied, of those who said what they think. */
    public String content() {
        return Rate.text(total.of(Figure.SATISFIED) + total.of(Figure.BASICALLY), total.of(Figure.FELT));
    }

    public String solved() {
        return Rate.text(total.of(Figure.A), total.of(Figure.REPLIED));
    }

    public String satisfied() {
        return Rate.text(total.of(Figure.SATISFIED), total.of(Figure.FELT));
    }

    public String inTime() {
        return Rate.text(total.of(Figure.IN_TIME), total.of(Figure.REPLIED));
    }
}
