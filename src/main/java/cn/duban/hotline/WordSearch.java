package cn.duban.hotline;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.val;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;

/** What is looked for in short texts of the desk: every word of two characters or more must stand in them. Pure. */
public record WordSearch(List<String> words) {

    private static final int SHORTEST = 2;
    private static final int MOST = 8;

    public static WordSearch of(String typed) {
        return new WordSearch(Arrays.stream(spelled(typed).split("[\\s\\p{Punct}，。？！、；：“”]+")).filter(word -> word.codePointCount(0, word.length()) >= SHORTEST).distinct().limit(MOST).toList());
    }

    /** The one spelling that is compared: half width, small letters. */
    public static String spelled(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    public boolean empty() {
        return words.isEmpty();
    }

    public Condition in(Field<String> searched) {
        return words.stream().map(word -> position(searched, val(word)).gt(0)).reduce(Condition::and).orElse(noCondition());
    }
}
