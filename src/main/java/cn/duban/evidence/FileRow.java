package cn.duban.evidence;

import cn.duban.web.Words;
import java.util.Locale;

/**
 * A file as pages list it ({@code evidence/file.jte}), here and in the rooms above.
 *
 * @param format the short word for its format, such as PDF
 */
public record FileRow(FileId id, String name, String size, String format, String kind) {

    public static FileRow of(Receipt receipt) {
        return of(receipt.id(), receipt.name(), receipt.size(), receipt.mediaType(), receipt.kind());
    }

    public static FileRow of(FileId id, String name, long size, String mediaType, EvidenceKind kind) {
        return new FileRow(id, name, size(size), FileFormat.of(mediaType).name(), kind.label());
    }

    public String href() {
        return "/evidence/" + id;
    }

    public String preview() {
        return href() + "/preview/1";
    }

    public String description() {
        return Words.say("evidence.file.description", kind, format, size);
    }

    static String size(long bytes) {
        if (bytes < 1024) return bytes + " B";
        if (bytes < 1024 * 1024) return String.format(Locale.ROOT, "%.0f KB", bytes / 1024.0);
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }
}
