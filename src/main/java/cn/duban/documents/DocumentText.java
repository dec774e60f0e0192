package cn.duban.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The text of a document, line by line; {@code lines.get(0)} is line 1. */
public record DocumentText(Kind kind, List<String> lines) {

    public enum Kind { TEXT, HTML, WORD }

    /** More than any bulletin or plan; a larger file is a wrong file. */
    static final int LARGEST = 20 * 1024 * 1024;

    /** Every tag of a page becomes an object many times its size. */
    private static final int LARGEST_PAGE = 4 * 1024 * 1024;

    public DocumentText {
        lines = List.copyOf(lines);
    }

    public static DocumentText read(Path file) throws UnreadableDocument {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableDocument("找不到文件“" + file + "”，请检查路径。", "There is no file \"" + file + "\"; check the path.");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw tooLarge(file.getFileName().toString(), LARGEST);
            }
            return read(Files.readAllBytes(file), file.getFileName().toString());
        } catch (IOException e) {
            throw new UnreadableDocument("文件“" + file + "”打不开，请检查读取权限。", "\"" + file + "\" cannot be opened; check that it may be read.");
        }
    }

    public static DocumentText read(byte[] bytes, String name) throws UnreadableDocument {
        if (bytes.length > LARGEST) {
            throw tooLarge(name, LARGEST);
        }
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            return new DocumentText(Kind.WORD, WordText.lines(bytes, name));
        }
        if (startsWith(bytes, '%', 'P', 'D', 'F')) {
            throw new UnreadableDocument("“" + name + "”是 PDF 文件，请把其中的文字另存为 docx 或纯文本后再读。", "\"" + name + "\" is a PDF; save its text as docx or plain text first.");
        }
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableDocument("“" + name + "”是旧版 Word（doc）文件，请另存为 docx 后再读。", "\"" + name + "\" is an old Word file (doc); save it as docx first.");
        }
        var text = PlainText.decode(bytes, name);
        var document = looksLikeHtml(text, name) ? page(bytes, text, name) : new DocumentText(Kind.TEXT, text.lines().toList());
        if (document.lines.stream().allMatch(String::isBlank)) {
            throw new UnreadableDocument("“" + name + "”里没有文字。", "There is no text in \"" + name + "\".");
        }
        return document;
    }

    private static DocumentText page(byte[] bytes, String text, String name) throws UnreadableDocument {
        if (bytes.length > LARGEST_PAGE) {
            throw tooLarge(name, LARGEST_PAGE);
        }
        return new DocumentText(Kind.HTML, HtmlText.lines(bytes, text, name));
    }

    private static UnreadableDocument tooLarge(String name, int limit) {
        return new UnreadableDocument("“" + name + "”超过 " + limit / 1024 / 1024 + " MB，不像一份通报或计划，请检查是否选错了文件。", "\"" + name + "\" exceeds " + limit / 1024 / 1024 + " MB, which no bulletin or plan does; check that it is the right file.");
    }

    private static boolean looksLikeHtml(String text, String name) {
        var head = text.substring(0, Math.min(text.length(), 4000)).strip().toLowerCase(Locale.ROOT);
        if (head.startsWith("<!doctype html") || head.startsWith("<html") || head.contains("<body") || head.contains("<head")) {
            return true;
        }
        var tags = head.split("<(p|div|span|table|br)[ />]", -1).length - 1;
        var suffix = name.toLowerCase(Locale.ROOT);
        return tags >= 3 || tags >= 1 && (suffix.endsWith(".html") || suffix.endsWith(".htm"));
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (var i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
