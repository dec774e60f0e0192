package cn.duban.hotline.channel;

import cn.duban.rating.Level;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rating as people write it back in a text: a figure from 1 to 5 alone, or one of the five levels by its words, after which something more may be said. Whatever else
 * is written is no rating: 「5号楼停电」 is not, and neither is 「一般」, which nobody asked for. Pure.
 *
 * @param words what is said beside the level; may be empty
 */
public record WrittenRating(Level level, String words) {

    private static final String BEFORE = "\\s*(?:(?:回复|评价|评分)[:：\\s]*)?";
    private static final String WORDS = "非常不满意|很不满意|不满意|基本满意|非常满意|十分满意|很满意|满意";
    private static final Pattern FIGURE = Pattern.compile(BEFORE + "([1-5一二三四五])\\s*[分星]?\\s*(" + WORDS + ")?[\\s.。!！~]*");
    private static final Pattern WORD = Pattern.compile("(?s)" + BEFORE + "(" + WORDS + ")(?:[\\s,，.。!！;；:~]+(.*))?");
    private static final Map<String, Level> LEVELS = Map.of("非常满意", Level.VERY_SATISFIED, "十分满意", Level.VERY_SATISFIED, "很满意", Level.VERY_SATISFIED, "满意", Level.SATISFIED, "基本满意", Level.BASICALLY,
            "不满意", Level.DISSATISFIED, "很不满意", Level.VERY_DISSATISFIED, "非常不满意", Level.VERY_DISSATISFIED);

    public static Optional<WrittenRating> read(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[“”\"'‘’「」【】]", "").strip();
        var figure = FIGURE.matcher(plain);
        if (figure.matches()) {
            var level = Level.of(points(figure.group(1).charAt(0))).orElseThrow();
            // whoever writes 「5 不满意」 contradicts themselves: somebody has to ask
            return figure.group(2) == null || LEVELS.get(figure.group(2)) == level ? Optional.of(new WrittenRating(level, "")) : Optional.empty();
        }
        var word = WORD.matcher(plain);
        return word.matches() ? Optional.of(new WrittenRating(LEVELS.get(word.group(1)), word.group(2) == null ? "" : word.group(2).strip())) : Optional.empty();
    }

    private static int points(char figure) {
        var chinese = "一二三四五".indexOf(figure);
        return chinese < 0 ? figure - '0' : chinese + 1;
    }
}
