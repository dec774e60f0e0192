package cn.duban.evidence;

import java.util.List;
import java.util.Locale;

/** The formats that are taken in; the first ending is the one given to a name that lacks it. */
enum FileFormat {
    PDF("application/pdf", "pdf"),
    OFD("application/ofd", "ofd"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic", "heif"),
    MP4("video/mp4", "mp4", "m4v", "3gp"),
    MOV("video/quicktime", "mov"),
    MP3("audio/mpeg", "mp3"),
    M4A("audio/mp4", "m4a"),
    WAV("audio/wav", "wav"),
    AMR("audio/amr", "amr"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    DOC("application/msword", "doc", "wps"),
    XLS("application/vnd.ms-excel", "xls", "et"),
    PPT("application/vnd.ms-powerpoint", "ppt", "dps"),
    CSV("text/csv", "csv"),
    TXT("text/plain", "txt", "text", "log", "md");

    private final String mediaType;
    private final List<String> endings;

    FileFormat(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    String mediaType() {
        return mediaType;
    }

    /** The name with an ending that fits: a picture called {@code report.pdf} leaves as {@code report.pdf.png}. */
    String named(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return endings.contains(ending) ? name : name + "." + endings.getFirst();
    }

    /** @param mediaType as stored, perhaps with a charset */
    static FileFormat of(String mediaType) {
        var bare = mediaType.split(";", 2)[0];
        for (var format : values()) if (format.mediaType.equals(bare)) return format;
        throw new IllegalArgumentException("No format has the media type " + mediaType + ".");
    }
}
