package cn.duban.publication;

/** 二十三 and 23 as a number. */
final class Numeral {

    private static final String DIGITS = "零一二三四五六七八九";

    private Numeral() {}

    static int value(String text) {
        if (Character.isDigit(text.charAt(0))) return text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text);
        var sum = 0;
        var digit = 0;
        for (var c : text.toCharArray()) {
            switch (c) {
                case '十' -> { sum += Math.max(digit, 1) * 10; digit = 0; }
                case '百' -> { sum += Math.max(digit, 1) * 100; digit = 0; }
                case '两' -> digit = 2;
                default -> digit = DIGITS.indexOf(c);
            }
        }
        return sum + digit;
    }
}
