package cn.duban.publication;

import java.math.BigDecimal;

/** 二十三 and 23 as a number. */
final class Numeral {

    private static final String DIGITS = "零一二三四五六七八九";

    private Numeral() {}

    static int value(String text) {
        if (Character.isDigit(text.charAt(0))) return text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text);
        if (text.length() > 1 && text.length() < 10 && text.chars().allMatch(c -> digit((char) c) >= 0)) return Integer.parseInt(digits(text));
        var sum = 0;
        var digit = 0;
        for (var c : text.toCharArray()) {
            var unit = "十百千".indexOf(c);
            if (unit < 0) digit = Math.max(digit(c), 0);
            else {
                sum += Math.max(digit, 1) * (int) Math.pow(10, unit + 1);
                digit = 0;
            }
        }
        return sum + digit;
    }

    /** 九十五点五 as 95.5. */
    static BigDecimal decimal(String text) {
        var point = text.indexOf('点');
        var whole = BigDecimal.valueOf(value(point < 0 ? text : "零" + text.substring(0, point)));
        return point < 0 || point + 1 == text.length() ? whole : whole.add(new BigDecimal("0." + digits(text.substring(point + 1).replaceAll("[十百点]", ""))));
    }

    private static String digits(String text) {
        return text.chars().map(c -> digit((char) c)).mapToObj(Integer::toString).reduce("", String::concat);
    }

    private static int digit(char c) {
        return c == '两' ? 2 : c == '〇' ? 0 : DIGITS.indexOf(c);
    }
}
