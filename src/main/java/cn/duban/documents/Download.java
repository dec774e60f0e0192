package cn.duban.documents;

import cn.duban.web.Refused;
import cn.duban.web.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A document as a browser keeps it, under a name without its suffix. */
public final class Download {

    private static final MediaType WORD = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private Download() {}

    public static ResponseEntity<byte[]> docx(OfficialDocument document, String name) throws IOException {
        return docx(bytes(document), name);
    }

    /** What was written before. */
    public static ResponseEntity<byte[]> docx(byte[] written, String name) {
        return answer(WORD, name + ".docx", written);
    }

    /** @throws Refused where the machine has no face for its letters */
    public static ResponseEntity<byte[]> pdf(OfficialDocument document, String name) {
        var out = new ByteArrayOutputStream();
        try {
            OfficialPdf.write(document, out);
        } catch (NoTypeface missing) {
            throw Refused.invalid("documents.no-face", missing.getMessage(), Words.say("web.no-face.next"));
        }
        return answer(MediaType.APPLICATION_PDF, name + ".pdf", out.toByteArray());
    }

    public static byte[] bytes(OfficialDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        new OfficialDocx().write(document, out);
        return out.toByteArray();
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok().contentType(type).header("Content-Disposition", ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString()).body(bytes);
    }
}
