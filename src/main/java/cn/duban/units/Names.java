package cn.duban.units;

import java.text.Normalizer;
import java.util.Locale;

/** Makes names comparable: full and half width, spaces, brackets and quotation marks do not tell names apart. */
final class Names {

    private Names() {}

    static String plain(String name) {
        var plain = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .map(Names::bracket)
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && "“”\"'‘’《》·•".indexOf(c) < 0)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** What was typed, trimmed and in normal form, fit to be kept. */
    static String kept(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("[\\s\\u3000]+", " ");
    }

    private static int bracket(int c) {
        return switch (c) {
            case '〔', '[', '【' -> '(';
            case '〕', ']', '】' -> ')';
            default -> c;
        };
    }
}
