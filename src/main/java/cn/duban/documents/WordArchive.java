package cn.duban.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** Weighs a docx before anything is built of it: a few packed megabytes may unpack to more than the machine has. */
final class WordArchive {
    /** Of all parts that are read as text; a plan of a hundred thousand characters has about two. */
    static final int LARGEST_TEXT = 16 * 1024 * 1024;

    static final int LARGEST = 64 * 1024 * 1024;
    static final int MOST_PARTS = 1000;

    private WordArchive() {}

    /** Streams the archive as its reader does, so that both see the same parts, and stops at the first byte too many. */
    static void weigh(byte[] bytes, String name) throws IOException, UnreadableDocument {
        long text = 0;
        long all = 0;
        var parts = 0;
        var buffer = new byte[64 * 1024];
        try (var archive = new ZipArchiveInputStream(new ByteArrayInputStream(bytes))) {
            while (archive.getNextEntry() != null) {
                if (++parts > MOST_PARTS) {
                    throw tooLarge(name, "里的部件超过 " + MOST_PARTS + " 个", "has more than " + MOST_PARTS + " parts");
                }
                var first = true;
                var readable = false;
                for (int n; (n = archive.read(buffer)) >= 0; all += n) {
                    if (first && n > 0) {
                        readable = mayBeXml(buffer, n);
                        first = false;
                    }
                    text += readable ? n : 0;
                    if (text > LARGEST_TEXT || all + n > LARGEST) {
                        var most = (text > LARGEST_TEXT ? LARGEST_TEXT : LARGEST) / 1024 / 1024 + " MB";
                        throw tooLarge(name, "展开后超过 " + most, "unpacks to more than " + most);
                    }
                }
            }
        }
    }

    /** By its first byte, whatever the part is called: a mark, white space or an angle bracket, in any encoding. */
    private static boolean mayBeXml(byte[] head, int length) {
        int second = length > 1 ? head[1] & 0xFF : 0;
        return switch (head[0] & 0xFF) {
            case '<', ' ', '\t', '\r', '\n', 0x00, 0xEF, 0xFE, 0x4C -> true;
            case 0xFF -> second == 0xFE;
            default -> false;
        };
    }

    private static UnreadableDocument tooLarge(String name, String how, String english) {
        return new UnreadableDocument(String.format(Locale.ROOT, "“%s”%s，不像一份通报或计划，请检查是否选错了文件，或者另存为纯文本后再读。", name, how),
                "\"" + name + "\" " + english + ", which no bulletin or plan does; check that it is the right file, or save it as plain text first.");
    }
}
