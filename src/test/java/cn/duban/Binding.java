package cn.duban;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the conditions of a plan, every part of which PostgreSQL writes in parentheses. */
final class Binding {

    private Binding() {}

    /** Whether a row of the table passes only with a tenant named by the statement: in one part of an {@code and}, in every part of an {@code or}. */
    static boolean binds(String condition, String alias) {
        var bare = bare(condition);
        var any = parts(bare, " OR ");
        if (any.size() > 1) return any.stream().allMatch(part -> binds(part, alias));
        var all = parts(bare, " AND ");
        if (all.size() > 1) return all.stream().anyMatch(part -> binds(part, alias));
        var column = "\"?" + Pattern.quote(alias) + "\"?\\.tenant";
        return bare.matches("(?s)" + column + " = (?!" + column + "$).+|.+ = " + column);
    }

    private static String bare(String condition) {
        var text = condition.strip();
        while (text.startsWith("(") && closes(text) == text.length() - 1) text = text.substring(1, text.length() - 1);
        return text;
    }

    private static int closes(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\'') i = text.indexOf('\'', i + 1);
            else if (text.charAt(i) == '(') depth++;
            else if (text.charAt(i) == ')' && --depth == 0) return i;
        }
        return -1;
    }

    /** What stands between the words, outside parentheses and quotes. */
    private static List<String> parts(String text, String word) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') i = text.indexOf('\'', i + 1);
            else if (c == '(' || c == '[') depth++;
            else if (c == ')' || c == ']') depth--;
            else if (depth == 0 && text.startsWith(word, i)) {
                parts.add(text.substring(from, i));
                from = i + word.length();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
