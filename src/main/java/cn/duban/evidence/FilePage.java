package cn.duban.evidence;

import cn.duban.web.Dates;
import cn.duban.web.Titled;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file with its preview.
 *
 * @param pages pages that are drawn, 0 if none
 * @param uses what it is evidence of
 * @param text the words of a small text file; null for others
 * @param taken what a photograph says of itself
 * @param media {@code audio} or {@code video} for what a browser plays, otherwise empty
 */
public record FilePage(FileRow file, Instant uploadedAt, List<EvidenceReaders.Use> uses, int pages, @Nullable String text, String media, @Nullable Taken taken) implements Titled {

    static FilePage of(Receipt receipt, List<EvidenceReaders.Use> uses, int pages, @Nullable String text, @Nullable Taken taken) {
        var type = receipt.mediaType();
        var media = type.startsWith("video/") ? "video" : type.startsWith("audio/") && !type.equals("audio/amr") ? "audio" : "";
        return new FilePage(FileRow.of(receipt), receipt.uploadedAt(), uses, pages, text, media, taken);
    }

    @Override
    public String title() {
        return file.name();
    }

    public String received() {
        return Dates.minute(uploadedAt);
    }
}
