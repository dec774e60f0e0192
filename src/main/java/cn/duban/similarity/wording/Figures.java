package cn.duban.similarity.wording;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text counts, and where it stands in order: amounts with their measure, years, and addresses such as 12号楼. Amounts are equal
 * however they are written: 3.2万, 32000, 三万二千.
 *
 * @param amounts value → as the text writes it
 * @param measured measure → the values counted in it
 * @param addresses kind, such as 号楼 → numbers
 */
public record Figures(Map<BigDecimal, String> amounts, Map<String, Set<BigDecimal>> measured, Set<Integer> years, Map<String, Set<String>> addresses) {

    private static final String ASCII = "0123456789";
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(20[0-9]{2})(?=年|年度|[-—至、〕\\]])");
    private static final Finder ADDRESS = Finder.of("(?<![月〕0-9])([0-9]{1,5}|[一二三四五六七八九十]{1,3})(号楼|号院|栋|幢|单元|号(?!文|令|线)|路(?=公交|车|终)|期(?!间|限|待|货|望|盼)|标段)", ASCII + "一二三四五六七八九十");
    private static final String MEASURE = "平方米|立方米|公里|千米|微克|个?百分点|[%％元吨处件户人个家名米亩台条项批场座辆套份枚层棵株盏间所部张头班组口度倍笔位]";
    private static final Finder AMOUNT = Finder.of("(?<![第每0-9.零一二两三四五六七八九十百千])(百分之)?([0-9]+(?:\\.[0-9]+)?|[零一二两三四五六七八九十百千]+(?:万[零一二两三四五六七八九十百千]*)?)([百千]?万|亿|千)?(余|多|来|几)?(" + MEASURE + ")?", ASCII + "零一二两三四五六七八九十百千");

    /** 十四五度: one or the other. */
    private static final Pattern ROUGHLY = Pattern.compile("[一二两三四五六七八九]{2}");
    private static final BigDecimal SMALLEST = BigDecimal.TEN;
    private static final String DIGITS = "零一二三四五六七八九";

    public static Figures in(String text) {
        var plain = half(text);
        var years = new LinkedHashSet<Integer>();
        YEAR.matcher(plain).results().forEach(found -> years.add(Integer.valueOf(found.group(1))));
        var addresses = new LinkedHashMap<String, Set<String>>();
        ADDRESS.each(plain, found -> addresses.computeIfAbsent(found.group(2), kind -> new LinkedHashSet<>()).add(value(found.group(1), null).toPlainString()));
        var amounts = new LinkedHashMap<BigDecimal, String>();
        var measured = new HashMap<String, Set<BigDecimal>>();
        AMOUNT.each(plain, found -> {
            var measure = found.group(5);
            // about so many is no figure, and what has no measure is a date, a telephone, a name
            if (found.group(4) != null || ROUGHLY.matcher(found.group(2)).find() || measure == null && found.group(1) == null) return;
            var value = value(found.group(2), found.group(3));
            if (value.compareTo(SMALLEST) < 0 && value.stripTrailingZeros().scale() <= 0) return;
            amounts.putIfAbsent(value, found.group().strip());
            var kind = measure == null || "％".equals(measure) ? "%" : measure;
            measured.computeIfAbsent(kind, none -> new LinkedHashSet<>()).add(value);
        });
        return new Figures(amounts, measured, years, addresses);
    }

    /** Amounts that both count, as this text writes them. */
    public List<String> common(Figures other) {
        return amounts.entrySet().stream().filter(amount -> other.amounts.containsKey(amount.getKey())).map(Map.Entry::getValue).toList();
    }

    /** Both count the same kind of thing, and no amount is the same. */
    public boolean differ(Figures other) {
        return common(other).isEmpty() && apart(measured, other.measured);
    }

    /** Both name years, and none is the same. */
    public boolean otherYears(Figures other) {
        return !years.isEmpty() && !other.years.isEmpty() && years.stream().noneMatch(other.years::contains);
    }

    /** Both name a house, a line, a phase, and not the same one. */
    public boolean otherAddress(Figures other) {
        return apart(addresses, other.addresses);
    }

    private static <T> boolean apart(Map<String, Set<T>> one, Map<String, Set<T>> other) {
        return one.entrySet().stream().anyMatch(kind -> other.containsKey(kind.getKey()) && kind.getValue().stream().noneMatch(other.get(kind.getKey())::contains));
    }

    private static String half(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            plain.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c);
        }
        return plain.toString();
    }

    private static BigDecimal value(String number, @Nullable String times) {
        var value = Character.isDigit(number.charAt(0)) && number.charAt(0) < 128 ? new BigDecimal(number) : BigDecimal.valueOf(chinese(number));
        var factor = times == null ? 1 : switch (times) {
            case "千" -> 1_000L;
            case "百万" -> 1_000_000L;
            case "千万" -> 10_000_000L;
            case "亿" -> 100_000_000L;
            default -> 10_000L;
        };
        var product = value.multiply(BigDecimal.valueOf(factor)).stripTrailingZeros();
        return product.scale() < 0 ? product.setScale(0) : product;
    }

    private static long chinese(String number) {
        var ten = number.indexOf('万');
        if (ten >= 0) return (ten == 0 ? 1 : chinese(number.substring(0, ten))) * 10_000 + (ten + 1 == number.length() ? 0 : chinese(number.substring(ten + 1)));
        long sum = 0;
        long digit = 0;
        for (var c : number.toCharArray()) {
            switch (c) {
                case '千' -> { sum += Math.max(1, digit) * 1_000; digit = 0; }
                case '百' -> { sum += Math.max(1, digit) * 100; digit = 0; }
                case '十' -> { sum += Math.max(1, digit) * 10; digit = 0; }
                case '两' -> digit = 2;
                default -> digit = digit * 10 + DIGITS.indexOf(c);
            }
        }
        return sum + digit;
    }
}
