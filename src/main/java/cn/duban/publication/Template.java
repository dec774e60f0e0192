package cn.duban.publication;

import cn.duban.crypto.Sm3;
import cn.duban.publication.TemplateWords.Group;
import cn.duban.publication.TemplateWords.Told;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a bulletin of a period is laid out, line by line: each line is a heading, a paragraph, a table of figures, or what is written once for each
 * unit, type, state or matter. It decides on words and order alone; the figures are counted without it, so that a published bulletin is
 * proved whatever became of its template.
 */
record Template(List<Line> lines) {

    Template {
        lines = List.copyOf(lines);
    }

    /** Which template a bulletin was begun from, in which version. */
    record Ref(int no, int version) {}

    /**
     * @param name by which the parts that come of it are known; the same as long as the line says the same
     * @param no of the line in the text, from 1
     */
    record Line(int no, String name, Says says) {}

    sealed interface Says {}

    record Title(String text) implements Says {}

    /** Its number comes by itself; where nothing is left under it, it is left out. */
    record Heading(int level, String text) implements Says {}

    record Words(String text) implements Says {}

    /** Left out where the figure is nought, or unless it is. */
    record When(String figure, boolean some, String text) implements Says {}

    record Tiles(List<Cell> cells) implements Says {}

    record Table(Group group, List<Cell> cells) implements Says {}

    /** @param repeated the words in square brackets, written once for each within one paragraph; null where each is a paragraph of its own */
    record EachGroup(Group group, String before, @Nullable String repeated, String after) implements Says {}

    record EachMatter(Told told, String before, @Nullable String repeated, String after) implements Says {}

    record Cell(String label, String figure) {}

    private static final List<String> NAMES = List.of("title", "intro", "overview", "figures", "all", "units", "unit", "late", "still", "newly", "next", "closing", "contact");

    static final String SHIPPED_TEXT = """
            【标题】关于{台账}办理情况的{通报}（{期间}）
            现将{期间}{台账}办理情况通报如下，数据截至{截止日}。
            # 总体情况
            【数字】期初在办、本期新增、本期办结、期末在办、逾期、退回=本期退回、重新办理=本期重办、未报进展
            本期应办{应办}项：期初在办{期初在办}项，本期新增{本期新增}项；本期办结{本期办结}项，办结率为{办结率}，按期办结率为{按期办结率}。期末在办{期末在办}项，其中逾期{逾期}项（本期新逾期{新逾期}项，上期逾期至今仍未办结{持续逾期}项）。本期退回{本期退回}项，重新办理{本期重办}项，应报未报进展{未报进展}项。
            # 各单位办理情况
            【各单位】{单位}：在办{在办}项，本期新增{新增}项，办结{办结}项，办结率{办结率}；逾期{逾期}项，退回{退回}项，未报进展{未报}项。
            # 逾期事项
            【持续逾期事项】上期逾期至今：[{事项}（{责任单位}，应于{期限}前办结）]。
            【新逾期事项】本期新逾期：[{事项}（{责任单位}，应于{期限}前办结）]。
            # 下一步工作
            请逾期和未报进展的单位查明原因，抓紧办理，按要求报送进展。
            {监督联系方式}
            """;

    /** What comes with the product; its parts keep the names under which earlier bulletins were edited. */
    static final Template SHIPPED = named(TemplateReader.read(SHIPPED_TEXT).template());

    private static Template named(Template read) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < read.lines.size(); i++) lines.add(new Line(read.lines.get(i).no(), NAMES.get(i), read.lines.get(i).says()));
        return new Template(lines);
    }

    /** By the words of a line, so that what somebody rewrote is found again in the next bulletin as long as the line stays. */
    static Template of(List<Says> says, List<Integer> numbers, List<String> texts) {
        var lines = new ArrayList<Line>();
        var taken = new HashSet<String>();
        for (int i = 0; i < says.size(); i++) {
            var name = "t" + digest(texts.get(i));
            for (int again = 2; !taken.add(name); again++) name = "t" + digest(texts.get(i)) + "-" + again;
            lines.add(new Line(numbers.get(i), name, says.get(i)));
        }
        return new Template(lines);
    }

    static String digest(String text) {
        return Sm3.hex(Sm3.digest(text.getBytes(StandardCharsets.UTF_8))).substring(0, 12);
    }
}
