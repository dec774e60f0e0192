package cn.duban.publication;

import cn.duban.documents.Block;
import cn.duban.documents.BodyText;
import cn.duban.documents.DocumentKind;
import cn.duban.documents.Imprint;
import cn.duban.documents.OfficialDocument;
import cn.duban.documents.ScanCode;
import cn.duban.documents.Signature;
import cn.duban.publication.Composition.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A bulletin on paper, in the form of GB/T 9704: from what the public reads, so that nothing hidden can come along. */
final class BulletinDocx {

    private BulletinDocx() {}

    static String name(Content open) {
        return (open.number().isEmpty() ? "" : open.number() + " ") + Content.plain(open.title());
    }

    /** @param proof where anybody holds the paper against what was published; null where there is no such address */
    static OfficialDocument document(Content open, @Nullable String proof) {
        var body = new BodyText();
        open.passages().forEach(p -> add(body, p));
        var document = OfficialDocument.of(DocumentKind.BULLETIN, Content.plain(open.title())).issuerMark(open.mark() + "文件")
                .body(body).signature(new Signature(open.mark(), open.datedOn(), true)).note("此件公开发布")
                .imprint(new Imprint(List.of(), open.mark(), open.datedOn())).code(proof == null ? null : new ScanCode(proof, "扫码核验本件与发布时是否一致"));
        if (!open.number().isEmpty()) document.number(open.number());
        return document.build();
    }

    private static void add(BodyText body, Content.Passage passage) {
        if (passage.kind() == Kind.FIGURES) table(body, passage.plain());
        else if (passage.kind() == Kind.TABLE) table(body, FigureTable.of(passage.segments()), passage.plain());
        else if (passage.kind().level() > 0) body.add(new Block.Heading(passage.kind().level(), passage.plain(), ""));
        else passage.plain().lines().filter(line -> !line.isBlank()).forEach(line -> body.paragraph(line.strip()));
    }

    private static void table(BodyText body, FigureTable table, String text) {
        if (table.rows().isEmpty()) body.paragraph(text);
        else body.table("", IntStream.range(0, table.head().size()).mapToObj(i -> i == 0 ? Block.Column.text(table.head().get(i), 9) : Block.Column.word(table.head().get(i), 4)).toList(), table.plain());
    }

    /** Name and figure by turns; a covered row is no table any more. */
    private static void table(BodyText body, String text) {
        var cells = Arrays.asList(text.split("\\|"));
        if (cells.size() < 2) {
            body.paragraph(text);
            return;
        }
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i + 1 < cells.size(); i += 4)
            rows.add(List.of(cells.get(i), cells.get(i + 1), i + 2 < cells.size() ? cells.get(i + 2) : "", i + 3 < cells.size() ? cells.get(i + 3) : ""));
        body.table("", List.of(Block.Column.text("项目", 6), Block.Column.word("数据", 5), Block.Column.text("项目", 6), Block.Column.word("数据", 5)), rows);
    }
}
