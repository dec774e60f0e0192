package cn.duban.publication;

import cn.duban.documents.Block;
import cn.duban.documents.BodyText;
import cn.duban.documents.DocumentKind;
import cn.duban.documents.Imprint;
import cn.duban.documents.OfficialDocument;
import cn.duban.documents.OfficialDocx;
import cn.duban.documents.Signature;
import cn.duban.publication.Composition.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A bulletin on paper, in the form of GB/T 9704: from what the public reads, so that nothing hidden can come along. */
final class BulletinDocx {

    private static final MediaType WORD = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private BulletinDocx() {}

    static ResponseEntity<byte[]> answer(Content open, byte[] bytes) {
        var name = (open.number().isEmpty() ? "" : open.number() + " ") + Content.plain(open.title()) + ".docx";
        return ResponseEntity.ok().contentType(WORD)
                .header("Content-Disposition", ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(bytes);
    }

    static byte[] bytes(Content open) throws IOException {
        var body = new BodyText();
        open.passages().forEach(p -> add(body, p));
        var document = OfficialDocument.of(DocumentKind.BULLETIN, Content.plain(open.title())).issuerMark(open.mark() + "文件")
                .body(body).signature(new Signature(open.mark(), open.datedOn(), true)).note("此件公开发布")
                .imprint(new Imprint(List.of(), open.mark(), open.datedOn()));
        if (!open.number().isEmpty()) document.number(open.number());
        var out = new ByteArrayOutputStream();
        new OfficialDocx().write(document.build(), out);
        return out.toByteArray();
    }

    private static void add(BodyText body, Content.Passage passage) {
        if (passage.kind() == Kind.FIGURES) table(body, passage.plain());
        else if (passage.kind().level() > 0) body.add(new Block.Heading(passage.kind().level(), passage.plain(), ""));
        else passage.plain().lines().filter(line -> !line.isBlank()).forEach(line -> body.paragraph(line.strip()));
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
