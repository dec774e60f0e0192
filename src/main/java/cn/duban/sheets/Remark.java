package cn.duban.sheets;

import cn.duban.sheets.reading.Said;
import cn.duban.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Something said of one row.
 *
 * @param kind whether it stops the row, wants a look, or says what changed
 * @param column the cell it is about, by the letter of its column; null for the whole row
 */
public record Remark(Kind kind, @Nullable String column, String name, String zh, String en) {

    public enum Kind { FAULT, DOUBT, CHANGE, HELD }

    static Remark of(Kind kind, Mapping.@Nullable Column column, Said said) {
        return new Remark(kind, column == null ? null : column.letter(), column == null ? "" : column.name(), said.zh(), said.en());
    }

    /** {@code F 列“完成时限”：…} in the reader's language. */
    public String text() {
        var sentence = Words.english() ? en : zh;
        return column == null ? sentence : Words.say("sheets.remark.cell", column, name, sentence);
    }

    /** For the file that goes back to whoever keeps the sheet. */
    String written() {
        return column == null ? zh : Words.in(Words.CHINESE, "sheets.remark.cell", column, name, zh);
    }
}
