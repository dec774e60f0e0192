package cn.duban.escalation;

import cn.duban.documents.BodyText;
import cn.duban.documents.DocumentKind;
import cn.duban.documents.Download;
import cn.duban.documents.Imprint;
import cn.duban.documents.OfficialDocument;
import cn.duban.documents.Signature;
import cn.duban.units.Directory;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;

/** A document on paper, in the form of GB/T 9704. What was revoked says so under its date. */
final class DocumentDocx {

    private DocumentDocx() {}

    static ResponseEntity<byte[]> answer(Document document, Issuing issuing, Directory directory) throws IOException {
        return Download.docx(paper(document, issuing, directory), Objects.requireNonNull(document.issued()).number() + " " + document.title());
    }

    private static OfficialDocument paper(Document document, Issuing issuing, Directory directory) {
        var issued = Objects.requireNonNull(document.issued());
        var body = new BodyText();
        document.body().lines().filter(line -> !line.isBlank()).forEach(line -> body.paragraph(line.strip()));
        var issuer = directory.fullName(document.supervisor()).replace(" ", "");
        var paper = OfficialDocument.of(document.kind() == Kind.NAMED ? DocumentKind.BULLETIN : DocumentKind.NOTICE, document.title()).issuerMark(issuer).number(issued.number())
                .addressee(issuing.addressee(document)).body(body).signature(new Signature(issuer, issued.on(), true)).imprint(new Imprint(List.of(), issuer, issued.on()));
        if (document.state() == Document.State.REVOKED) paper.note("本件已撤销");
        return paper.build();
    }
}
