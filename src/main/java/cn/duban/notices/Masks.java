package cn.duban.notices;

import java.util.regex.Pattern;

/** What pages and records may show of an address: enough to know one's own by. */
final class Masks {

    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\p{N}._%+-]+@([\\p{L}\\p{N}.-]+)");

    private Masks() {}

    /** {@code lin@mc.gov.cn} as {@code l***@mc.gov.cn}. */
    static String mail(String address) {
        var at = address.indexOf('@');
        return at < 1 ? "" : address.charAt(0) + "***" + address.substring(at);
    }

    /** {@code 13812345678} as {@code 138****5678}. */
    static String phone(String number) {
        return number.length() < 7 ? "" : number.substring(0, 3) + "****" + number.substring(number.length() - 4);
    }

    /** What a server answered, without the addresses that servers like to repeat. */
    static String answer(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        var masked = MAIL.matcher(cn.duban.ledger.Door.masked(line)).replaceAll(m -> java.util.regex.Matcher.quoteReplacement(mail(m.group())));
        return masked.length() <= 300 ? masked : masked.substring(0, 300) + "…";
    }
}
