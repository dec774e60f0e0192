package cn.duban.rectification.reading;

import java.util.regex.Pattern;

/** Chinese and Arabic whole numbers: 三, 十二, 四十, 两, 12. */
final class Numerals {
    static final String CHINESE = "[一二三四五六七八九十百零〇两]";
    static final String ANY = "(?:\\d+|" + CHINESE + "+)";
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern ARABIC = Pattern.compile("\\d{1,9}");

    private Numerals() {}

    /** 一 to 九十九. */
    static String chinese(int number) {
        var tens = number / 10;
        var digit = number % 10;
        return (tens == 0 ? "" : (tens == 1 ? "" : DIGITS.substring(tens, tens + 1)) + "十") + (digit == 0 ? "" : DIGITS.substring(digit, digit + 1));
    }

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
