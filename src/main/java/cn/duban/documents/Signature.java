package cn.duban.documents;

import java.time.LocalDate;

/**
 * 发文机关署名 and 成文日期. A sealed document leaves room for a seal of 42 mm that covers both and begins at most one line below
 * the text.
 */
public record Signature(String issuer, LocalDate on, boolean sealed) {

    /** Arabic digits, full year, no leading zeros: 2026年3月8日. */
    static String date(LocalDate on) {
        return on.getYear() + "年" + on.getMonthValue() + "月" + on.getDayOfMonth() + "日";
    }
}
