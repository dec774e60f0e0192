package cn.duban.documents;

/** 结构层次序数 of the body: 一、 （一） 1. （1）. */
public final class HeadingNumber {
    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    private HeadingNumber() {}

    public static String of(int level, int count) {
        return switch (level) {
            case 1 -> chinese(count) + "、";
            case 2 -> "（" + chinese(count) + "）";
            case 3 -> count + ".";
            default -> "（" + count + "）";
        };
    }

    static String chinese(int number) {
        if (number < 1 || number > 999) {
            throw new IllegalArgumentException("标题序数须在 1 至 999 之间，现为 " + number + "。");
        }
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int ones = number % 10;
        var text = new StringBuilder();
        if (hundreds > 0) {
            text.append(DIGITS[hundreds]).append('百');
        }
        if (tens > 0) {
            text.append(tens == 1 && hundreds == 0 ? "" : DIGITS[tens]).append('十');
        } else if (hundreds > 0 && ones > 0) {
            text.append('零');
        }
        return text.append(DIGITS[ones]).toString();
    }
}
