package cn.duban.documents;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Automatic list numbers: they are not in the text of a docx and must be counted as Word would count them. */
final class WordNumbering {
    private static final String DIGITS = "零一二三四五六七八九";
    private final Map<BigInteger, int[]> counters = new HashMap<>();

    String label(XWPFParagraph paragraph) {
        var list = paragraph.getNumID();
        var level = paragraph.getNumIlvl();
        var pattern = paragraph.getNumLevelText();
        if (list == null || level == null || pattern == null || "bullet".equals(paragraph.getNumFmt())) {
            return "";
        }
        var counter = counters.computeIfAbsent(list, key -> new int[10]);
        var depth = Math.min(level.intValue(), 8);
        counter[depth]++;
        for (var deeper = depth + 1; deeper < counter.length; deeper++) {
            counter[deeper] = 0;
        }
        var label = pattern;
        for (var at = 0; at <= depth; at++) {
            label = label.replace("%" + (at + 1), at == depth ? format(counter[at], paragraph.getNumFmt()) : "" + counter[at]);
        }
        return label;
    }

    private static String format(int number, String kind) {
        if (kind != null && (kind.startsWith("chinese") || kind.startsWith("japanese") || kind.startsWith("taiwanese"))) {
            return chinese(number);
        }
        if ("decimalEnclosedCircle".equals(kind) || "decimalEnclosedCircleChinese".equals(kind)) {
            return number <= 20 ? String.valueOf((char) ('①' + number - 1)) : "(" + number + ")";
        }
        return String.valueOf(number);
    }

    static String chinese(int number) {
        if (number >= 100) {
            return String.valueOf(number);
        }
        var tens = number / 10;
        var ones = number % 10;
        return (tens > 1 ? "" + DIGITS.charAt(tens) : "") + (tens > 0 ? "十" : "") + (ones > 0 ? "" + DIGITS.charAt(ones) : "");
    }
}
