package cn.duban.rectification.reading;

import cn.duban.rectification.reading.Reading.Claim;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Percentages against their numerator and denominator, and wholes against their parts, wherever the text gives both. */
final class Figures {
    private static final String UNIT = "(件|个|项|条|人次|人|次|家|名|户|起|份|台|辆|场|宗|所)";
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])(\\d+(?:\\.\\d+)?)\\s?(万?)" + UNIT);
    private static final Pattern SHARE = Pattern.compile("(?:(" + Numerals.ANY + ")项)?(?:合计)?占(?:比|总[^,。;%\\d]{0,10}|全部[^,。;%\\d]{0,10})?(?:的|为|达到?|约)?\\s?(\\d+(?:\\.\\d+)?)\\s?%(以上|左右)?");
    private static final Pattern WHOLE = Pattern.compile("(?<![\\d.])(\\d+)\\s?(个|项|件|条|家|名|人|台|户|起|份|处|辆|场)[^,。;:\\d]{0,12}[,。:;]\\s?其中");
    private static final Pattern PART = Pattern.compile("(?<![\\d.])(\\d+)\\s?(个|项|件|条|家|名|人|台|户|起|份|处|辆|场)(?!月|工作日|方面|小时|的\\d)");
    private static final Pattern CLAUSE = Pattern.compile("[;。\\n]");

    private Figures() {}

    static void check(List<Passage> body, List<Claim> claims, List<Remark> remarks) {
        for (var passage : body) {
            for (var clause : passage.split(CLAUSE)) {
                shares(clause, claims, remarks);
                parts(clause, claims, remarks);
            }
        }
    }

    private record Amount(BigDecimal value, String unit) {}

    private static void shares(Passage clause, List<Claim> claims, List<Remark> remarks) {
        var share = SHARE.matcher(clause.text);
        while (share.find()) {
            if (share.group(3) != null) {
                continue;
            }
            var amounts = new ArrayList<Amount>();
            var number = NUMBER.matcher(clause.text).region(0, share.start());
            while (number.find()) {
                var value = new BigDecimal(number.group(1));
                amounts.add(new Amount(number.group(2).isEmpty() ? value : value.multiply(BigDecimal.valueOf(10_000)), number.group(3)));
            }
            var together = share.group(1) == null ? 1 : Math.max(1, Numerals.of(share.group(1)));
            if (amounts.size() < together + 1) {
                continue;
            }
            var part = amounts.subList(amounts.size() - together, amounts.size()).stream().map(Amount::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            var whole = amounts.get(amounts.size() - together - 1);
            if (whole.unit.equals(amounts.getLast().unit) && whole.value.compareTo(part) >= 0 && whole.value.signum() > 0) {
                percentage(clause.slice(share.start(), share.end()), new BigDecimal(share.group(2)), part, whole.value, claims, remarks);
            }
        }
    }

    /** Rounded is right, cut is told, anything else is a contradiction. */
    static void percentage(Passage words, BigDecimal stated, BigDecimal part, BigDecimal whole, List<Claim> claims, List<Remark> remarks) {
        var exact = Claims.percent(part, whole);
        var scale = Math.max(0, stated.scale());
        var rounded = exact.setScale(scale, RoundingMode.HALF_UP);
        var cut = exact.setScale(scale, RoundingMode.DOWN);
        var holds = rounded.compareTo(stated) == 0 || cut.compareTo(stated) == 0;
        claims.add(new Claim("PERCENTAGE", words.printed + "(" + part.toPlainString() + "/" + whole.toPlainString() + ")", stated, exact.setScale(3, RoundingMode.HALF_UP), holds, words.line()));
        if (rounded.compareTo(stated) != 0) {
            remarks.add(new Remark("PERCENTAGE", "文中称“" + words.printed + "”，" + part.toPlainString() + "/" + whole.toPlainString() + " 实为 "
                    + exact.setScale(Math.max(scale + 1, 1), RoundingMode.HALF_UP).toPlainString() + "%" + (holds ? "，系舍去尾数而未四舍五入。" : "，与原文不符。"), words.line()));
        }
    }

    private static void parts(Passage clause, List<Claim> claims, List<Remark> remarks) {
        var whole = WHOLE.matcher(clause.text);
        if (!whole.find() || clause.text.contains("整改")) {
            return;
        }
        var total = new BigDecimal(whole.group(1));
        var sum = BigDecimal.ZERO;
        var count = 0;
        var end = whole.end();
        var part = PART.matcher(clause.text).region(whole.end(), clause.text.length());
        while (part.find()) {
            if (part.group(2).equals(whole.group(2))) {
                sum = sum.add(new BigDecimal(part.group(1)));
                count++;
                end = part.end();
            }
        }
        if (count < 2 || sum.compareTo(total) < 0) {
            return;
        }
        var words = clause.slice(whole.start(), end);
        claims.add(new Claim("SUM", words.printed, total, sum, sum.compareTo(total) == 0, words.line()));
        if (sum.compareTo(total) > 0) {
            remarks.add(new Remark("SUM", "“" + words.printed + "”各部分相加是 " + sum + "，超过总数 " + total + "，请核对。", words.line()));
        }
    }
}
