package cn.duban.workdays;

import java.util.Locale;
import java.util.regex.Pattern;

/** A budget of time, written {@code 5wd 20d 3m 24h 4wh} (or 5个工作日、20日、3个月、24小时、4个工作小时). */
public record Period(int amount, Unit unit) {

    /** What is counted; {@code most} keeps typing errors from running for centuries. */
    public enum Unit {
        WORKING_DAY("wd", 5_000),
        DAY("d", 20_000),
        MONTH("m", 600),
        HOUR("h", 100_000),
        WORKING_HOUR("wh", 40_000);

        final String symbol;
        final int most;

        Unit(String symbol, int most) {
            this.symbol = symbol;
            this.most = most;
        }

        /** Hours end at an instant, days and months at the end of a day. */
        public boolean hourly() {
            return this == HOUR || this == WORKING_HOUR;
        }
    }

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(\\p{IsAlphabetic}+)");

    public Period {
        if (amount < 1) throw new Misread("期限“" + amount + unit.symbol + "”不对：至少为1。", "The period " + amount + unit.symbol + " is wrong: it is at least 1.");
        if (amount > unit.most)
            throw new Misread("期限“" + amount + unit.symbol + "”太长：最多为" + unit.most + unit.symbol + "。",
                    "The period " + amount + unit.symbol + " is too long: at most " + unit.most + unit.symbol + ".");
    }

    /** @throws IllegalArgumentException with one sentence that says what is wrong and what would be right */
    public static Period parse(String text) {
        var form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) throw unreadable(text);
        var unit = switch (form.group(2)) {
            case "wd", "个工作日", "工作日" -> Unit.WORKING_DAY;
            case "d", "日", "天", "个自然日" -> Unit.DAY;
            case "m", "个月", "月" -> Unit.MONTH;
            case "h", "小时", "个小时" -> Unit.HOUR;
            case "wh", "个工作小时", "工作小时" -> Unit.WORKING_HOUR;
            default -> throw unreadable(text);
        };
        return new Period(Integer.parseInt(form.group(1)), unit);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new Misread(
                "期限“" + text + "”读不懂：请写成数字加单位，例如 5wd（工作日）、20d（日）、3m（月）、24h（小时）、4wh（工作小时）。",
                "\"" + text + "\" is no period; write a number with its unit, such as 5wd (working days), 20d (days), 3m (months), 24h (hours), 4wh (working hours).");
    }

    /** 5个工作日, 3 months … as people say it. */
    public String say(Locale locale) {
        return Wording.of(locale).amount(amount, unit.name());
    }

    @Override
    public String toString() {
        return amount + unit.symbol;
    }
}
