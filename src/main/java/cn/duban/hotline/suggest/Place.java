package cn.duban.hotline.suggest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where something is, as somebody wrote it down: 文昌街与玉泉巷路口, 机械厂家属院7号楼. One place is written in several ways, so what two have in common counts. */
record Place(Set<String> pairs, Map<String, Set<Integer>> numbers) {

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,5}|[零一二三四五六七八九十]{1,3})(号楼|栋|幢|号院|号(?!线)|路(?=公交|车|$)|期|单元|组)");
    private static final String DIGITS = "零一二三四五六七八九";

    static Place of(String text) {
        var plain = plain(text);
        var numbers = new HashMap<String, Set<Integer>>();
        NUMBER.matcher(plain).results().forEach(found -> numbers.computeIfAbsent(kind(found.group(2)), none -> new HashSet<>()).add(number(found.group(1))));
        return new Place(pairs(plain), numbers);
    }

    private static String plain(String text) {
        var plain = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).map(Character::toLowerCase).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static Set<String> pairs(String plain) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= plain.length(); i++) pairs.add(plain.substring(i, i + 2));
        return pairs;
    }

    private static String kind(String written) {
        return written.equals("栋") || written.equals("幢") ? "号楼" : written;
    }

    private static int number(String written) {
        if (Character.isDigit(written.charAt(0)) && written.charAt(0) < 128) return Integer.parseInt(written);
        var ten = written.indexOf('十');
        if (ten < 0) return written.chars().reduce(0, (sum, digit) -> sum * 10 + DIGITS.indexOf(digit));
        var tens = ten == 0 ? 1 : Math.max(0, DIGITS.indexOf(written.charAt(ten - 1)));
        return tens * 10 + (ten + 1 < written.length() ? Math.max(0, DIGITS.indexOf(written.charAt(ten + 1))) : 0);
    }

    /** How much of this the other says too, from 0 to 1. */
    double within(Place other) {
        return pairs.isEmpty() ? 0 : (double) pairs.stream().filter(other.pairs::contains).count() / pairs.size();
    }

    /** Both say which house, line or part, and not the same one. */
    boolean contradicts(Place other) {
        return numbers.entrySet().stream().anyMatch(kind -> other.numbers.containsKey(kind.getKey()) && kind.getValue().stream().noneMatch(other.numbers.get(kind.getKey())::contains));
    }
}
