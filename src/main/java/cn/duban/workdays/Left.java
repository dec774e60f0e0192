package cn.duban.workdays;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was left of a period when it stopped, to be continued later; written {@code 3wd 12d 5400s 5400ws}. What had
 * already run out cannot be brought back by stopping it: then {@code expiredAt} keeps the instant at which it did.
 */
public record Left(long amount, Measure measure, @Nullable Instant expiredAt) {

    /** Months are left over as days, hours as seconds. */
    public enum Measure {
        WORKING_DAYS("wd"),
        DAYS("d"),
        SECONDS("s"),
        WORKING_SECONDS("ws");

        final String symbol;

        Measure(String symbol) {
            this.symbol = symbol;
        }

        static Measure of(Period.Unit unit) {
            return switch (unit) {
                case WORKING_DAY -> WORKING_DAYS;
                case DAY, MONTH -> DAYS;
                case HOUR -> SECONDS;
                case WORKING_HOUR -> WORKING_SECONDS;
            };
        }
    }

    private static final Pattern FORM = Pattern.compile("(\\d+)(wd|d|s|ws)(?:@(\\S+))?");

    public static Left of(long amount, Measure measure) {
        return new Left(amount, measure, null);
    }

    public static Left parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) throw new IllegalArgumentException("剩余期限“" + text + "”读不懂：请写成例如 3wd、12d、5400s、5400ws。");
        for (var measure : Measure.values())
            if (measure.symbol.equals(form.group(2)))
                return new Left(
                        Long.parseLong(form.group(1)),
                        measure,
                        form.group(3) == null ? null : Instant.parse(form.group(3)));
        throw new IllegalStateException(text);
    }

    public boolean expired() {
        return expiredAt != null;
    }

    public String say(Locale locale) {
        var words = Wording.of(locale);
        if (expiredAt != null) return words.say("left.expired");
        return switch (measure) {
            case WORKING_DAYS -> words.amount((int) amount, Period.Unit.WORKING_DAY.name());
            case DAYS -> words.amount((int) amount, Period.Unit.DAY.name());
            case SECONDS -> words.hours(Duration.ofSeconds(amount), false);
            case WORKING_SECONDS -> words.hours(Duration.ofSeconds(amount), true);
        };
    }

    @Override
    public String toString() {
        return amount + measure.symbol + (expiredAt == null ? "" : "@" + expiredAt);
    }
}
