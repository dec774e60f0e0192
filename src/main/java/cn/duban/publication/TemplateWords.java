package cn.duban.publication;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words that a template may use: figures of the whole, of each group, of each matter told by name. */
final class TemplateWords {

    /** Before a figure: what the bulletin of the same series published last said. */
    static final String FORMER = "上次";

    /** Told as they are, since they are no figures. */
    static final List<String> PLAIN = List.of("期间", "台账", "通报");

    static final List<String> COUNTS = List.of("应办", "期初在办", "本期新增", "本期办结", "按期办结", "期末在办", "待交办", "逾期", "新逾期", "持续逾期", "期初逾期", "本期退回", "本期重办", "未报进展");
    static final List<String> RATES = List.of("办结率", "按期办结率", "逾期率");
    static final List<String> CHANGES = List.of("在办增减", "逾期增减");
    static final List<String> FACTS = List.of("截止日", Sheets.CONTACT);

    static final List<String> OF_GROUP = List.of("件数", "在办", "新增", "办结", "办结率", "逾期", "退回", "未报");
    static final List<String> OF_MATTER = List.of("事项", "责任单位", "期限", "编号");

    private TemplateWords() {}

    /** What matters are gathered by. */
    enum Group {
        UNITS("单位"), TYPES("类别"), STATES("状态");

        private final String word;

        Group(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /** Before a line that is written once for each. */
        String mark() {
            return "各" + word;
        }

        /** Before a table with a row for each. */
        String table() {
            return mark() + "表";
        }
    }

    /** Matters told by name. @param prefix of their figures; those of the first bulletins keep the names that these bear */
    enum Told {
        STILL("持续逾期事项", "still"), NEWLY("新逾期事项", "newly"), OVERDUE("逾期事项", "逾期事项"), SETTLED("办结事项", "办结事项"), OPENED("新增事项", "新增事项"),
        RETURNED("退回事项", "退回事项"), UNREPORTED("未报事项", "未报事项");

        private final String mark;
        private final String prefix;

        Told(String mark, String prefix) {
            this.mark = mark;
            this.prefix = prefix;
        }

        String mark() {
            return mark;
        }

        String prefix() {
            return prefix;
        }
    }

    static Optional<Group> group(String mark) {
        return Arrays.stream(Group.values()).filter(group -> group.mark().equals(mark)).findFirst();
    }

    static Optional<Group> table(String mark) {
        return Arrays.stream(Group.values()).filter(group -> group.table().equals(mark)).findFirst();
    }

    static Optional<Told> told(String mark) {
        return Arrays.stream(Told.values()).filter(told -> told.mark().equals(mark)).findFirst();
    }

    /** Whether a placeholder can stand in any line. */
    static boolean everywhere(String word) {
        return PLAIN.contains(word) || CHANGES.contains(word) || FACTS.contains(word) || figure(former(word));
    }

    static boolean figure(String word) {
        return COUNTS.contains(word) || RATES.contains(word);
    }

    static boolean ofGroup(String word, Group group) {
        return word.equals(group.word()) || OF_GROUP.contains(former(word));
    }

    /** The figure itself, asked for now or as it was told last. */
    static String former(String word) {
        return word.startsWith(FORMER) ? word.substring(FORMER.length()) : word;
    }

    /** Every word, to propose what was meant. */
    static Set<String> all() {
        var all = new java.util.TreeSet<String>();
        for (var words : List.of(PLAIN, COUNTS, RATES, CHANGES, FACTS, OF_GROUP, OF_MATTER)) all.addAll(words);
        for (var group : Group.values()) all.add(group.word());
        return all;
    }
}
