package cn.duban.evidence;

import static cn.duban.evidence.EvidenceRefused.Reason.UNKNOWN_TYPE;
import static cn.duban.evidence.EvidenceRefused.Reason.WEB_PAGE;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Text in the encodings that Chinese offices use; the encoding is kept with the media type so that a browser shows it right. */
final class PlainText {

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private PlainText() {}

    static String mediaType(byte[] head, String name) {
        var charset = charset(head).orElseThrow(() -> new EvidenceRefused(UNKNOWN_TYPE, name));
        var text = decode(head, charset).orElseThrow(() -> new EvidenceRefused(UNKNOWN_TYPE, name));
        if (text.chars().anyMatch(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f')) throw new EvidenceRefused(UNKNOWN_TYPE, name);
        var start = text.replace("\uFEFF", "").stripLeading();
        if (start.startsWith("<") || start.startsWith("#!")) throw new EvidenceRefused(WEB_PAGE, name);
        var format = name.toLowerCase(Locale.ROOT).endsWith(".csv") ? FileFormat.CSV : FileFormat.TXT;
        return format.mediaType() + ";charset=" + charset.name();
    }

    private static Optional<Charset> charset(byte[] head) {
        if (head.length > 1 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) return Optional.of(StandardCharsets.UTF_16);
        if (head.length > 1 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) return Optional.of(StandardCharsets.UTF_16);
        return CHARSETS.stream().filter(charset -> decode(head, charset).isPresent()).findFirst();
    }

    /** Empty if a byte does not fit; a character that the end of the head cuts in two does. */
    private static Optional<String> decode(byte[] head, Charset charset) {
        var decoder = charset.newDecoder();
        var out = CharBuffer.allocate(head.length + 1);
        var result = decoder.decode(ByteBuffer.wrap(head), out, false);
        return result.isError() ? Optional.empty() : Optional.of(out.flip().toString());
    }
}
