package cn.duban.hotline.contact;

import cn.duban.ledger.Personal.Kind;

/** Enough to tell two callers apart, and no more. Pure. */
public final class Masking {

    private Masking() {}

    public static String of(Kind kind, String text) {
        return switch (kind) {
            case PHONE -> text.length() < 7 ? "***" : text.substring(0, 3) + "****" + text.substring(text.length() - 2);
            case NAME -> text.codePointCount(0, text.length()) < 2 ? "*" : text.substring(0, text.offsetByCodePoints(0, 1)) + "**";
            case ADDRESS -> text.length() <= 6 ? "***" : text.substring(0, 6) + "***";
            case MAIL -> text.indexOf('@') < 1 ? "***" : text.substring(0, text.offsetByCodePoints(0, 1)) + "***" + text.substring(text.indexOf('@'));
            default -> "***";
        };
    }
}
