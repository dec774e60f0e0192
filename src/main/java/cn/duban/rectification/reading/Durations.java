package cn.duban.rectification.reading;

import cn.duban.rectification.reading.Reading.Claim;
import cn.duban.rectification.reading.Reading.Period;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/** 「为期三个半月」 against the two dates before it. */
final class Durations {
    private static final Pattern LASTING = Pattern.compile(
            "为期\\s?(?:约|近)?(?:(?<n>" + Numerals.ANY + ")(?<unit>个半月|个多月|个月|周|天|日)|(?<half>半个月))");
    private static final double DAYS_OF_MONTH = 30.44;
    /** Months are spoken of roughly; ten days off is still the same month count. */
    private static final int ROUGHLY = 10;

    private Durations() {}

    static void check(Passage passage, int from, Period period, List<Claim> claims, List<Remark> remarks) {
        var matcher = LASTING.matcher(passage.text);
        if (!matcher.find(from) || matcher.start() - from > 80) {
            return;
        }
        var shortest = ChronoUnit.DAYS.between(period.fromLatest(), period.toEarliest());
        var longest = ChronoUnit.DAYS.between(period.fromEarliest(), period.toLatest()) + 1;
        var unit = matcher.group("unit");
        var number = matcher.group("half") != null ? 0 : Numerals.of(matcher.group("n"));
        var days = switch (unit) {
            case "个半月" -> (number + 0.5) * DAYS_OF_MONTH;
            case "个多月" -> (number + 0.25) * DAYS_OF_MONTH;
            case "个月" -> number * DAYS_OF_MONTH;
            case "周" -> number * 7.0;
            case "天", "日" -> number;
            case null, default -> 15;
        };
        var slack = unit != null && (unit.equals("天") || unit.equals("日")) ? 1 : ROUGHLY;
        var holds = days >= shortest - slack && days <= longest + slack;
        var line = passage.lineAt(matcher.start());
        claims.add(new Claim("DURATION", matcher.group(), BigDecimal.valueOf(Math.round(days)), BigDecimal.valueOf(shortest), holds, line));
        if (!holds) {
            remarks.add(new Remark("DURATION", "文中称“" + matcher.group() + "”，但" + period.words() + "（"
                    + period.fromEarliest() + " 至 " + period.toLatest() + "）是 " + shortest + " 天。", line));
        }
    }
}
