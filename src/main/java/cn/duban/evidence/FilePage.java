package cn.duban.evidence;

import cn.duban.web.Dates;
import cn.duban.web.Titled;
import java.time.Instant;

/**
 * One file with its preview.
 *
 * @param pages pages that are drawn, 0 if none
 * @param media {@code audio} or {@code video} for what a browser plays, otherwise empty
 */
public record FilePage(FileRow file, Instant uploadedAt, int pages, String media) implements Titled {

    static FilePage of(Receipt receipt, int pages) {
        var type = receipt.mediaType();
        var media = type.startsWith("video/") ? "video" : type.startsWith("audio/") && !type.equals("audio/amr") ? "audio" : "";
        return new FilePage(FileRow.of(receipt), receipt.uploadedAt(), pages, media);
    }

    @Override
    public String title() {
        return file.name();
    }

    public String received() {
        return Dates.minute(uploadedAt);
    }
}
