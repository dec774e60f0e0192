package cn.duban.documents;

import java.util.ArrayList;
import java.util.List;

/** Collects blocks and numbers headings: {@code 一、}, {@code （一）}, {@code 1.}, {@code （1）}; a level starts anew under the next higher one. */
public final class BodyText {
    private final List<Block> blocks = new ArrayList<>();
    private final int[] counts = new int[5];

    /** A heading that is given its number here. */
    public BodyText heading(int level, String text) {
        return heading(level, text, "");
    }

    /** A heading that is given its number here, and words that follow it on the same line. */
    public BodyText heading(int level, String text, String runIn) {
        var heading = new Block.Heading(level, text, runIn);
        counts[level]++;
        for (int lower = level + 1; lower < counts.length; lower++) {
            counts[lower] = 0;
        }
        return add(new Block.Heading(heading.level(), HeadingNumber.of(level, counts[level]) + text, runIn));
    }

    public BodyText paragraph(String text) {
        return add(new Block.Paragraph(text));
    }

    public BodyText table(String caption, List<Block.Column> columns, List<List<String>> rows) {
        return add(new Block.Table(caption, columns, rows));
    }

    public BodyText pageBreak() {
        return add(new Block.PageBreak());
    }

    /** A block as it is: a heading keeps the number in its own text. */
    public BodyText add(Block block) {
        blocks.add(block);
        return this;
    }

    public List<Block> blocks() {
        return List.copyOf(blocks);
    }
}
