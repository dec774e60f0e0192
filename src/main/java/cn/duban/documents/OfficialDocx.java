package cn.duban.documents;

import java.io.IOException;
import java.io.OutputStream;

/** Writes an {@link OfficialDocument} as docx in the form of GB/T 9704-2012. */
public final class OfficialDocx {
    private final Typefaces faces;

    public OfficialDocx() {
        this(Typefaces.STANDARD);
    }

    public OfficialDocx(Typefaces faces) {
        this.faces = faces;
    }

    /** The stream stays open. */
    public void write(OfficialDocument document, OutputStream out) throws IOException {
        try (var paper = BlankPaper.open(faces)) {
            RedHead.print(document, paper, faces);
            var body = new BodyPrinter(paper, faces);
            body.title(document);
            body.blocks(document.body());
            body.annexNotes(document.annexes());
            var tail = new Tail(paper);
            if (document.signature() != null) {
                tail.sign(document.signature());
            }
            if (document.note() != null) {
                tail.note(document.note());
            }
            body.annexes(document.annexes(), document.unbroken());
            if (document.imprint() != null) {
                tail.imprint(document.imprint());
            }
            if (document.code() != null) {
                tail.code(document.code());
            }
            if (document.imprint() != null || document.code() != null) {
                tail.anchor();
            }
            var facts = paper.getProperties().getCoreProperties();
            facts.setTitle(document.title().replace("\n", ""));
            facts.setCategory(document.kind().word());
            facts.setCreator(document.signature() == null ? "" : document.signature().issuer());
            paper.write(out);
        }
    }
}
