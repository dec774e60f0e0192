package cn.duban.documents;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Weighs an xlsx before it is opened: a small file may unpack to more than the machine has. */
final class SheetArchive {

    /** Of all parts together; a sheet of 100,000 full rows has about half of it. */
    static final long LARGEST = 800L * 1024 * 1024;

    /** The table of texts is held in memory while the sheet is read. */
    static final long LARGEST_TEXTS = 160L * 1024 * 1024;

    private static final int MOST_PARTS = 5000;

    private SheetArchive() {}

    /** Unpacks every part into nothing, as the central directory lists them, and stops at the first byte too many. */
    static void weigh(Path file, String name) throws IOException, UnreadableDocument {
        var buffer = new byte[64 * 1024];
        long all = 0;
        var parts = 0;
        try (var archive = ZipFile.builder().setPath(file).get()) {
            for (var entries = archive.getEntries(); entries.hasMoreElements();) {
                var entry = entries.nextElement();
                if (++parts > MOST_PARTS) throw bomb(name, "里的部件超过 " + MOST_PARTS + " 个", "has more than " + MOST_PARTS + " parts");
                var texts = entry.getName().endsWith("sharedStrings.xml") || entry.getName().endsWith("styles.xml");
                long own = 0;
                try (var in = archive.getInputStream(entry)) {
                    for (int n; (n = in.read(buffer)) >= 0;) {
                        all += n;
                        own += n;
                        if (all > LARGEST) throw bomb(name, "展开后超过 " + LARGEST / 1024 / 1024 + " MB", "unpacks to more than " + LARGEST / 1024 / 1024 + " MB");
                        if (texts && own > LARGEST_TEXTS) throw bomb(name, "里的文字展开后超过 " + LARGEST_TEXTS / 1024 / 1024 + " MB", "unpacks to more than " + LARGEST_TEXTS / 1024 / 1024 + " MB of text");
                    }
                }
            }
        }
    }

    private static UnreadableDocument bomb(String name, String how, String english) {
        return new UnreadableDocument("“" + name + "”" + how + "，不像一份台账，没有打开它。请检查是否选错了文件，或者拆成几个文件再试。",
                "\"" + name + "\" " + english + ", which no ledger does; it was not opened. Check that it is the right file, or split it.");
    }
}
