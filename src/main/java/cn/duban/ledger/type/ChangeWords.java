package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.TypeDifference.Change;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A change of one attribute as people feel it: who may do what from now on, what else is asked of them, how long they have. */
final class ChangeWords {

    /** What it means for people that something joins, or leaves, a list; {@code %1$s} is the part, {@code %2$s} what joins or leaves. */
    private record Sentence(Label joins, Label leaves, boolean looserByLeaving) {}

    private static final Map<String, Sentence> LISTS = Map.of(
            "by", new Sentence(
                    new Label("今后“%2$s”也可以办“%1$s”。", "“%2$s” may take “%1$s” as well."),
                    new Label("今后“%2$s”不能再办“%1$s”。", "“%2$s” may no longer take “%1$s”."), false),
            "except", new Sentence(
                    new Label("今后承担过“%2$s”的单位和个人不能办“%1$s”。", "Whoever bore “%2$s” may no longer take “%1$s”."),
                    new Label("“%1$s”不再回避“%2$s”：承担过“%2$s”的单位和个人今后可以办它。", "“%1$s” no longer bars “%2$s”: those who did the work may take it."), true),
            "needs", new Sentence(
                    new Label("办“%1$s”今后还须提供“%2$s”。", "“%1$s” needs “%2$s” as well."),
                    new Label("办“%1$s”今后不再须提供“%2$s”。", "“%1$s” no longer needs “%2$s”."), true),
            "from", new Sentence(
                    new Label("今后在“%2$s”时也可以办“%1$s”。", "“%1$s” is possible from “%2$s” as well."),
                    new Label("今后在“%2$s”时不能办“%1$s”。", "“%1$s” is no longer possible from “%2$s”."), false),
            "while", new Sentence(
                    new Label("“%1$s”今后在“%2$s”时也计时。", "“%1$s” runs in “%2$s” as well."),
                    new Label("“%1$s”今后在“%2$s”时不再计时。", "“%1$s” no longer runs in “%2$s”."), true),
            "breach", new Sentence(
                    new Label("“%1$s”超期后今后还有“%2$s”。", "When “%1$s” runs out there is a %2$s as well."),
                    new Label("“%1$s”超期后不再有“%2$s”。", "When “%1$s” runs out there is no %2$s any more."), true),
            "public", new Sentence(
                    new Label("“%2$s”今后可以公开。", "“%2$s” may be public."),
                    new Label("“%2$s”今后不再公开。", "“%2$s” is no longer public."), false),
            "choices", new Sentence(
                    new Label("“%1$s”增加一个选项“%2$s”。", "“%1$s” gets the choice “%2$s”."),
                    new Label("“%1$s”去掉选项“%2$s”。", "“%1$s” loses the choice “%2$s”."), false));

    private static final Pattern AMOUNT = Pattern.compile("(\\d+)(\\D.*)");

    private ChangeWords() {}

    static Change joins(String path, String list, Label part, Label what) {
        return new Change(path, told(LISTS.get(list).joins(), part, what), false, false);
    }

    static Change leaves(String path, String list, Label part, Label what) {
        return new Change(path, told(LISTS.get(list).leaves(), part, what), false, LISTS.get(list).looserByLeaving());
    }

    private static Label told(Label sentence, Label part, Label what) {
        return new Label(sentence.zh().formatted(part.zh(), what.zh()), sentence.en().formatted(part.en(), what.en()));
    }

    /** Where the sentence is worth more than 由…改为…; empty otherwise. */
    static Optional<Change> attribute(String path, String attribute, Label part, Label was, Label is) {
        return switch (attribute) {
            case "budget", "after", "within", "up-to" -> period(path, part, was, is);
            case "gate" -> Optional.of(gate(path, part, was, is));
            case "most" -> Optional.of(most(path, part, was, is));
            case "owes" -> Optional.of(new Change(path, new Label("在“%s”时，下一步今后由“%s”负责，原来是“%s”。".formatted(part.zh(), is.zh(), was.zh()),
                    "In “%s” the next step is owed by “%s”, not “%s”.".formatted(part.en(), is.en(), was.en())), false, false));
            default -> Optional.empty();
        };
    }

    private static Optional<Change> period(String path, Label part, Label was, Label is) {
        var before = AMOUNT.matcher(was.zh());
        var after = AMOUNT.matcher(is.zh());
        if (!before.matches() || !after.matches() || !before.group(2).equals(after.group(2))) return Optional.empty();
        var longer = amount(after) > amount(before);
        return Optional.of(new Change(path, new Label("“%s”由%s%s为%s。".formatted(part.zh(), was.zh(), longer ? "延长" : "缩短", is.zh()),
                "“%s” is %s from %s to %s.".formatted(part.en(), longer ? "extended" : "shortened", was.en(), is.en())), false, longer));
    }

    private static int amount(Matcher matched) {
        return Integer.parseInt(matched.group(1));
    }

    private static Change most(String path, Label part, Label was, Label is) {
        if (is.equals(TypeWords.NOTHING)) return new Change(path, new Label("“%s”今后不限次数，原来最多%s次。".formatted(part.zh(), was.zh()), "“%s” may be taken at will, not %s time(s) at most.".formatted(part.en(), was.en())), false, true);
        var before = was.equals(TypeWords.NOTHING) ? Integer.MAX_VALUE : Integer.parseInt(was.zh());
        return new Change(path, new Label("“%s”今后最多%s次%s。".formatted(part.zh(), is.zh(), before == Integer.MAX_VALUE ? "，原来不限" : "，原来最多" + was.zh() + "次"),
                "“%s” may be taken %s time(s) at most, %s.".formatted(part.en(), is.en(), before == Integer.MAX_VALUE ? "not at will" : "not " + was.en())), false, Integer.parseInt(is.zh()) > before);
    }

    private static Change gate(String path, Label part, Label was, Label is) {
        if (is.equals(TypeWords.NOTHING)) return new Change(path, new Label("办“%s”今后不再要求%s。".formatted(part.zh(), was.zh()), "“%s” no longer asks that %s.".formatted(part.en(), was.en())), false, true);
        return new Change(path, new Label("办“%s”今后要求%s。".formatted(part.zh(), is.zh()), "“%s” asks that %s.".formatted(part.en(), is.en())), false, false);
    }
}
