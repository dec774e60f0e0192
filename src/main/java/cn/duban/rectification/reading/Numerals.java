package cn.duban.rectification.reading;

import java.util.regex.Pattern;

/** Chinese and Arabic whole numbers: 三, 十二, 四十, 两, 12. */
final class Numerals {
    static final String CHINESE = "[一二三四五六七八九十百零〇两]";
    static final String ANY = "(?:\\d+|" + CHINESE + "+)";
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern ARABIC = Pattern.compile("\\d{1,9}");

    private Numerals() {}

    /** The value, or -1 for what is no number. */
    static int of(String text) {
        if (ARABIC.matcher(text).matches()) {
            return Integer.parseInt(text);
        }
        var total = 0;
        var digit = 0;
        for (var c : text.toCharArray()) {
            if (c == '十' || c == '百') {
                total += Math.max(digit, 1) * (c == '十' ? 10 : 100);
                digit = 0;
            } else {
                digit = c == '两' ? 2 : c == '〇' ? 0 : DIGITS.indexOf(c);
                if (digit < 0) {
                    return -1;
                }
            }
        }
        return text.isEmpty() ? -1 : total + digit;
    }
}
