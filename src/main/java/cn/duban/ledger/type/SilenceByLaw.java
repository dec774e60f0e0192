package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Lapse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The closed list of articles in which a law gives silence a meaning. Everything else is overdue and escalates: nothing in
 * law lets pushed information count as received because a day went by.
 */
public enum SilenceByLaw {
    /** 《行政许可法》第三十二条第一款第（四）项：逾期不告知补正的，自收到申请材料之日起即为受理。 */
    ACCEPTED_UNLESS_ASKED("行政许可法", 32, 4),
    /** 《行政许可法》第五十条：逾期未作延续决定的，视为准予延续。 */
    RENEWED_UNLESS_DECIDED("行政许可法", 50, 0),
    /** 《政府信息公开条例》第三十条：无正当理由逾期不补正的，视为放弃申请。 */
    ABANDONED_UNLESS_SUPPLEMENTED("政府信息公开条例", 30, 0),
    /** 《政府信息公开条例》第三十二条：第三方逾期未提出意见的，由行政机关依照本条例的规定决定是否公开。 */
    DECIDED_WITHOUT_THIRD_PARTY("政府信息公开条例", 32, 0),
    /** 《政府信息公开条例》第三十四条：被征求意见的机关逾期未提出意见的，视为同意公开。 */
    CONSENT_OF_CO_PRODUCER("政府信息公开条例", 34, 0);

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|[〇一二三四五六七八九十百]+");

    private final String act;
    private final int article;
    private final int item;

    SilenceByLaw(String act, int article, int item) {
        this.act = act;
        this.article = article;
        this.item = item;
    }

    /** The article that a clock cites, if it is on the list. Items may be cited as {@code 32(4)} or 第三十二条第四项. */
    public static Optional<SilenceByLaw> cited(Lapse lapse) {
        var act = lapse.act().replaceAll("[《》\\s]|中华人民共和国", "").replaceFirst("^信息公开条例$", "政府信息公开条例");
        var numbers = numbers(lapse.article());
        return numbers.isEmpty() ? Optional.empty() : Arrays.stream(values())
                .filter(law -> law.act.equals(act) && law.article == numbers.getFirst())
                .filter(law -> law.item == 0 || numbers.size() > 1 && numbers.getLast() == law.item)
                .findFirst();
    }

    /** The list in words, for the person whose article is not on it. */
    static String list() {
        return String.join("、", Arrays.stream(values()).map(SilenceByLaw::toString).toList());
    }

    @Override
    public String toString() {
        return "《" + act + "》" + article + (item == 0 ? "" : "(" + item + ")");
    }

    private static List<Integer> numbers(String article) {
        var numbers = new ArrayList<Integer>();
        var found = NUMBER.matcher(article);
        while (found.find()) numbers.add(value(found.group()));
        return numbers;
    }

    private static int value(String number) {
        if (Character.isDigit(number.charAt(0)) && number.charAt(0) < 128) return number.length() > 6 ? -1 : Integer.parseInt(number);
        var sum = 0;
        var digit = 0;
        for (var c : number.toCharArray()) {
            switch (c) {
                case '十' -> { sum += Math.max(digit, 1) * 10; digit = 0; }
                case '百' -> { sum += Math.max(digit, 1) * 100; digit = 0; }
                default -> digit = DIGITS.indexOf(c);
            }
        }
        return sum + digit;
    }
}
