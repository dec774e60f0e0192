package cn.duban.workdays;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code deadline --from 2026-02-09 --budget 20wd [--region 370200] [--as-of DATE] [--explain] [--lang en]}: the last
 * day on the first line, then a word if it is provisional, with {@code --explain} every day. Works from the shipped
 * arrangements alone, without database and Spring.
 */
public final class DeadlineCommand {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final Set<String> VALUED = Set.of("--from", "--budget", "--region", "--as-of", "--lang");
    private static final String USAGE = "用法：deadline --from 日期 --budget 期限 [--region 区划代码] [--as-of 日期] [--explain] [--lang en]。";
    private static final String USAGE_EN = "Usage: deadline --from DATE --budget PERIOD [--region CODE] [--as-of DATE] [--explain] [--lang en].";

    private DeadlineCommand() {}

    /** @return 0, or 2 with one sentence on {@code err} when the input cannot be read */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            answer(options(args), out);
            return 0;
        } catch (Misread e) {
            err.println(e.said(english(args)));
            return 2;
        }
    }

    /** Asked before the options are read, for what is wrong with them is said in the same language. */
    private static boolean english(String[] args) {
        return String.join(" ", args).matches(".*--lang[= ]en.*");
    }

    private static Map<String, String> options(String[] args) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < args.length; i++) {
            var name = args[i];
            if (i == 0 && name.equals("deadline")) continue;
            var equals = name.indexOf('=');
            if (name.equals("--explain")) options.put(name, "");
            else if (equals > 0 && VALUED.contains(name.substring(0, equals)))
                options.put(name.substring(0, equals), name.substring(equals + 1));
            else if (!VALUED.contains(name))
                throw new Misread("不认识“" + name + "”。" + USAGE, "There is no option " + name + ". " + USAGE_EN);
            else if (++i == args.length) throw new Misread(name + " 后面缺少内容。" + USAGE, "Nothing follows " + name + ". " + USAGE_EN);
            else options.put(name, args[i]);
        }
        for (var needed : List.of("--from", "--budget"))
            if (!options.containsKey(needed)) throw new Misread("缺少 " + needed + "。" + USAGE, needed + " is missing. " + USAGE_EN);
        return options;
    }

    private static void answer(Map<String, String> options, PrintStream out) {
        var period = Period.parse(options.get("--budget"));
        var region = options.getOrDefault("--region", Region.NATION);
        var asOf = options.containsKey("--as-of") ? date("--as-of", options.get("--as-of")) : LocalDate.MAX;
        var locale = Locale.forLanguageTag(options.getOrDefault("--lang", "zh"));
        var deadlines = new Deadlines(Arrangements.shipped().calendar(region, asOf));
        var deadline = due(deadlines, options.get("--from"), period);

        if (period.unit().hourly())
            out.println(LocalDateTime.ofInstant(deadline.dueAt(), deadlines.zone()).format(MINUTES));
        else out.println(deadline.lastDay());
        if (options.containsKey("--explain")) deadline.explain(locale).forEach(out::println);
        else if (deadline.provisional()) out.println(Wording.of(locale).provisional(deadline));
    }

    /** A day, or for hours a day with a time such as 2026-02-09T10:30. */
    private static Deadline due(Deadlines deadlines, String from, Period period) {
        if (from.indexOf('T') < 0 && from.indexOf(' ') < 0) return deadlines.due(date("--from", from), period);
        try {
            var at = LocalDateTime.parse(from.replace(' ', 'T'));
            inRange("--from", at.toLocalDate());
            return deadlines.due(at.atZone(deadlines.zone()).toInstant(), period);
        } catch (DateTimeException e) {
            throw new Misread("--from 的时间“" + from + "”读不懂：请写成例如 2026-02-09T10:30。", "--from " + from + " is no time; write it like 2026-02-09T10:30.");
        }
    }

    private static LocalDate date(String option, String text) {
        try {
            return inRange(option, LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new Misread(option + " 的日期“" + text + "”读不懂：请写成例如 2026-02-09。", option + " " + text + " is no day; write it like 2026-02-09.");
        }
    }

    private static LocalDate inRange(String option, LocalDate date) {
        if (date.getYear() < 1900 || date.getYear() > 2200)
            throw new Misread(option + " 的日期" + date + "不在1900年至2200年之间。", option + " " + date + " lies outside the years 1900 to 2200.");
        return date;
    }
}
