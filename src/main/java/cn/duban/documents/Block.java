package cn.duban.documents;

import java.util.List;

/** What the body of a document is made of, in reading order. */
public sealed interface Block {

    /**
     * A heading of level 1 to 4 ({@code 一、} 黑体, {@code （一）} 楷体, {@code 1.} and {@code （1）} 仿宋), its number included in the
     * text. Words in {@code runIn} follow on the same line in the body's face.
     */
    record Heading(int level, String text, String runIn) implements Block {
        public Heading {
            if (level < 1 || level > 4) {
                throw new IllegalArgumentException("公文正文的层次只有四级，没有第 " + level + " 级。请改用 1 至 4 级标题。");
            }
        }
    }

    /** A paragraph of the body, its first line two characters in. */
    record Paragraph(String text) implements Block {}

    /** A ruled table; its header row repeats on every page. Every row has as many cells as there are columns. */
    record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("表格没有列。请至少给出一列。");
            }
            for (var row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("表格有 " + columns.size() + " 列，其中一行却有 " + row.size()
                            + " 格：" + row + "。请补齐或删去多出的格。");
                }
            }
        }
    }

    /** A column's header, its share of the width, and whether its cells are centred (short words, dates, numbers). */
    record Column(String header, int weight, boolean centred) {
        public Column {
            if (weight < 1) {
                throw new IllegalArgumentException("表格列“" + header + "”的宽度份额须为正数。");
            }
        }

        public static Column text(String header, int weight) {
            return new Column(header, weight, false);
        }

        public static Column word(String header, int weight) {
            return new Column(header, weight, true);
        }
    }

    /** What follows begins on a new page. */
    record PageBreak() implements Block {}
}
