package cn.duban.escalation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How documents of one kind are numbered and worded.
 *
 * @param no 0 for the product's own
 * @param pattern of the number, with {@code {年}} and {@code {号}}
 */
record Form(Kind kind, int no, LocalDate since, String pattern, String title, String body, String changer) {

    /** The places that a text may have, each filled in with a fact of the matter. */
    static final List<String> PLACES = List.of("文种", "收文", "单位", "事项", "编号", "时限", "到期日", "逾期", "答复期限", "依据", "扣分", "参加单位", "申诉期限", "发文单位");

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    String number(int year, int seq) {
        return pattern.replace("{年}", String.valueOf(year)).replace("{号}", String.valueOf(seq));
    }

    /** Places that nobody fills in. */
    static List<String> unknown(String text) {
        return PLACE.matcher(text).results().map(place -> place.group(1)).filter(place -> !PLACES.contains(place)).distinct().toList();
    }

    /** A line with a place that is empty is left out. */
    static String filled(String text, Map<String, String> facts) {
        var lines = text.lines().filter(line -> {
            var places = PLACE.matcher(line).results().map(place -> place.group(1)).toList();
            return places.stream().noneMatch(place -> facts.getOrDefault(place, "").isEmpty());
        });
        return PLACE.matcher(String.join("\n", lines.toList())).replaceAll(place -> java.util.regex.Matcher.quoteReplacement(facts.getOrDefault(place.group(1), "")));
    }
}
