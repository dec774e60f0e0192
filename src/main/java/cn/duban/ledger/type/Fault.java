package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Label;

/**
 * One thing wrong with a matter type, in words for the person who writes it.
 *
 * @param source the file, or the name under which the type was typed in
 * @param line counted from 1; 0 where the type did not come from a text
 * @param code a stable word for the rule that was broken
 */
public record Fault(String source, int line, String code, Label text) {

    public static Fault of(String source, int line, String code, String zh, String en) {
        return new Fault(source, line, code, new Label(zh, en));
    }

    /** {@code file:line: code: text}, as editors and compilers know it, on one line. */
    @Override
    public String toString() {
        return "%s:%d: %s: %s".formatted(source, line, code, text).replaceAll("\\s+", " ");
    }
}
