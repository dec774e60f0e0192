package cn.duban.publication;

import cn.duban.documents.Block;
import cn.duban.documents.BodyText;
import cn.duban.documents.DocumentKind;
import cn.duban.documents.Imprint;
import cn.duban.documents.NoTypeface;
import cn.duban.documents.OfficialDocument;
import cn.duban.documents.OfficialDocx;
import cn.duban.documents.OfficialPdf;
import cn.duban.documents.Signature;
import cn.duban.publication.Composition.Kind;
import cn.duban.web.Refused;
import cn.duban.web.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A bulletin on paper, in the form of GB/T 9704: from what the public reads, so that nothing hidden can come along. */
final class BulletinDocx {

    private static final MediaType WORD = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private BulletinDocx() {}

    static ResponseEntity<byte[]> answer(Content open, byte[] bytes) {
        return ResponseEntity.ok().contentType(WORD).header("Content-Disposition", named(open, ".docx")).body(bytes);
    }

    /** The same paper with its letters embedded. @throws Refused where the machine has no face for them */
    static ResponseEntity<byte[]> pdf(Content open) {
        var out = new ByteArrayOutputStream();
        try {
            OfficialPdf.write(document(open), out);
        } catch (NoTypeface missing) {
            throw Refused.invalid("publication.no-face", missing.getMessage(), Words.say("publication.no-face.next"));
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Content-Disposition", named(open, ".pdf")).body(out.toByteArray());
    }

    private static String named(Content open, String suffix) {
        var name = (open.number().isEmpty() ? "" : open.number() + " ") + Content.plain(open.title()) + suffix;
        return ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
    }

    static byte[] bytes(Content open) throws IOException {
        var out = new ByteArrayOutputStream();
        new OfficialDocx().write(document(open), out);
        return out.toByteArray();
    }

    private static OfficialDocument document(Content open) {
        var body = new BodyText();
        open.passages().forEach(p -> add(body, p));
        var document = OfficialDocument.of(DocumentKind.BULLETIN, Content.plain(open.title())).issuerMark(open.mark() + "文件")
                .body(body).signature(new Signature(open.mark(), open.datedOn(), true)).note("此件公开发布")
                .imprint(new Imprint(List.of(), open.mark(), open.datedOn()));
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
