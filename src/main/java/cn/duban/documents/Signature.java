package cn.duban.documents;

import java.time.LocalDate;

/**
 * 发文机关署名 and 成文日期. A sealed document leaves room for a seal of 42 mm that covers both and begins at most one line below
 * the text.
 *
 * @param on written as {@link cn.duban.web.Dates#written} has it: Arabic digits, full year, no leading zeros
 */
public record Signature(String issuer, LocalDate on, boolean sealed) {}
