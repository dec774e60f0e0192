package cn.duban.documents;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text: UTF-8 when it is valid UTF-8, UTF-16 by its mark, else GB18030 (GB 18030-2022), else not a text. */
final class PlainText {
    private PlainText() {}

    static String decode(byte[] bytes, String name) throws UnreadableDocument {
        if (bytes.length == 0) {
            throw new UnreadableDocument("“" + name + "”是空文件。", "\"" + name + "\" is empty.");
        }
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE
                || bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        for (var at : bytes) {
            if (at == 0) {
                throw notText(name);
            }
        }
        try {
            return withoutMark(strictly(bytes, StandardCharsets.UTF_8));
        } catch (CharacterCodingException notUtf8) {
            try {
                return strictly(bytes, Charset.forName("GB18030"));
            } catch (CharacterCodingException neither) {
                throw notText(name);
            }
        }
    }

    private static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static UnreadableDocument notText(String name) {
        return new UnreadableDocument("“" + name + "”不是文字文件；能读的是纯文本（UTF-8 或 GB18030）、网页（HTML）和 docx。", "\"" + name + "\" is no text; what can be read are plain text (UTF-8 or GB18030), web pages (HTML) and docx.");
    }
}
