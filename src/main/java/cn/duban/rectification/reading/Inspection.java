package cn.duban.rectification.reading;

import cn.duban.rectification.reading.Reading.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who inspected, when, and when the findings were handed over, with the contradictions among the places that say so. */
final class Inspection {
    private static final Pattern GROUP = Pattern.compile(
            "(?:中央|(?:省|自治区|市|区|县|州|盟|旗|镇|乡|校|工|集团)(?:委|党委|党工委)|党工委|党委)(?:第[一二三四五六七八九十\\d]{1,3})(?:轮)?(?:常规|专项|交叉|提级|机动|生态环境保护)?(?:巡[察视]|督[查察])组"
            + "|(?:省|市|区|县|州|旗)委巡[察视][一二三四五六七八九十]{1,3}组");
    private static final Pattern ANY_GROUP = Pattern.compile(
            "(?:中央|(?:省|自治区|市|区|县|州|盟|旗|镇|校)(?:委|党委))(?:巡[察视]|督[查察])(?:工作)?组|第[一二三四五六七八九十]{1,3}(?:轮)?(?:生态环境保护)?(?:巡[察视]|督[查察])组");
    private static final Pattern HANDED = Pattern.compile("反馈");
    private static final Pattern NOT_HANDED = Pattern.compile("反馈(?:前|之前|问题|的问题)");
    private static final Pattern SPAN = Pattern.compile("\\s*(?:起)?(?:至|到|—+|-|–|~)\\s*");

    final @Nullable String by;
    final @Nullable LocalDate feedbackOn;
    final @Nullable Period period;

    Inspection(List<Passage> all, List<Passage> opening, List<Reading.Claim> claims, List<Remark> remarks) {
        by = group(all, remarks);
        feedbackOn = feedback(opening);
        period = period(opening, claims, remarks);
    }

    private static @Nullable String group(List<Passage> all, List<Remark> remarks) {
        for (var pattern : List.of(GROUP, ANY_GROUP)) {
            var lines = new LinkedHashMap<String, List<Integer>>();
            for (var passage : all) {
                var matcher = pattern.matcher(passage.text);
                while (matcher.find()) {
                    lines.computeIfAbsent(matcher.group(), key -> new ArrayList<>()).add(passage.lineAt(matcher.start()));
                }
            }
            if (lines.isEmpty()) {
                continue;
            }
            var most = lines.entrySet().stream().reduce((one, other) -> other.getValue().size() > one.getValue().size() ? other : one).orElseThrow().getKey();
            lines.forEach((name, at) -> {
                if (!name.equals(most) && !most.endsWith(name) && name.charAt(0) == most.charAt(0) && (at.size() > 1 || isNamedBeside(all, name))) {
                    remarks.add(new Remark("SECOND_GROUP", "除“" + most + "”外，文中还有“" + name + "”的巡察，请核对各问题由谁提出。", at.getFirst()));
                } else if (!name.equals(most) && !most.endsWith(name) && name.charAt(0) == most.charAt(0)) {
                    remarks.add(new Remark("CONTRADICTION", "巡察组的名称前后不一：多处写“" + most + "”，这里写“" + name + "”，请核对。", at.getFirst()));
                }
            });
            return most;
        }
        return null;
    }

    /** 第三巡察组、第五巡察组: a second group, not a slip of the pen. */
    private static boolean isNamedBeside(List<Passage> all, String name) {
        var ordinal = name.substring(name.indexOf('第') < 0 ? 0 : name.indexOf('第'));
        return all.stream().anyMatch(passage -> passage.text.contains("组、" + ordinal) || passage.text.contains("组、" + name) || passage.text.contains("组和" + ordinal));
    }

    /** The day named last before the word 反馈 in its sentence. */
    private static @Nullable LocalDate feedback(List<Passage> opening) {
        LocalDate told = null;
        for (var passage : opening) {
            for (var sentence : passage.sentences()) {
                var handed = HANDED.matcher(sentence.text);
                while (handed.find()) {
                    LocalDate last = null;
                    var before = told;
                    for (var found : Dates.find(sentence.text.substring(0, handed.start()))) {
                        before = day(found, before);
                        last = found.rest().matches("\\d{1,2}月\\d{1,2}[日号]") && before != null ? before : last;
                    }
                    if (last != null && !NOT_HANDED.matcher(sentence.text.substring(handed.start())).lookingAt()) {
                        return last;
                    }
                }
                for (var found : Dates.find(sentence.text)) {
                    told = day(found, told);
                }
            }
        }
        return null;
    }

    /** A date without a year follows the one told before it: 2022年9月…10月28日…, 1月17日 is of the next year. */
    private static @Nullable LocalDate day(Dates.Found found, @Nullable LocalDate before) {
        if (found.year() == null && before == null) {
            return null;
        }
        var range = found.in(found.year() != null ? found.year() : before.getYear());
        if (range == null) {
            return before;
        }
        return found.wantsYear() && before != null && range[1].isBefore(before) && before.getMonthValue() - range[1].getMonthValue() >= 2
                ? range[1].plusYears(1) : range[1];
    }

    private static @Nullable Period period(List<Passage> opening, List<Reading.Claim> claims, List<Remark> remarks) {
        for (var passage : opening) {
            if (!passage.text.contains("巡") && !passage.text.contains("督") && !passage.text.contains("检查")) {
                continue;
            }
            var dates = Dates.find(passage.text);
            for (var i = 0; i + 1 < dates.size(); i++) {
                var from = dates.get(i);
                var to = dates.get(i + 1);
                if (from.year() == null || !SPAN.matcher(passage.text.substring(from.end(), to.start())).matches()) {
                    continue;
                }
                var first = from.in(from.year());
                var last = to.in(from.year());
                if (first == null || last == null) {
                    continue;
                }
                if (to.year() == null && last[1].isBefore(first[0])) {
                    last = new LocalDate[] {last[0].plusYears(1), last[1].plusYears(1)};
                }
                var period = new Period(passage.slice(from.start(), to.end()).printed, first[0], first[1], last[0], last[1], passage.lineAt(from.start()));
                Durations.check(passage, to.end(), period, claims, remarks);
                return period;
            }
        }
        return null;
    }
}
