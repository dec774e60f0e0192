package cn.duban.evidence;

import static cn.duban.evidence.EvidenceRefused.Reason.ARCHIVE;
import static cn.duban.evidence.EvidenceRefused.Reason.BROKEN;
import static cn.duban.evidence.EvidenceRefused.Reason.MACROS;
import static cn.duban.evidence.EvidenceRefused.Reason.PROTECTED;
import static cn.duban.evidence.EvidenceRefused.Reason.UNKNOWN_TYPE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file is, read from its content. The name only tells a table of text (csv) from other text. */
final class Sniffer {

    private static final int HEAD = 64 * 1024;
    private static final Set<String> HEIC = Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1");
    private static final Set<String> MP4 = Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "dash", "XAVC",
            "3gp4", "3gp5", "3gp6", "3gr6", "3gs6", "MSNV");

    private Sniffer() {}

    /** @throws EvidenceRefused if the content is none of the formats taken in */
    static String mediaType(Path file, String name) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        var start = new String(head, 0, Math.min(head.length, 32), ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) return FileFormat.PNG.mediaType();
        if (start.startsWith("\u00ff\u00d8\u00ff")) return FileFormat.JPEG.mediaType();
        if (start.contains("%PDF-")) return FileFormat.PDF.mediaType();
        if (start.startsWith("#!AMR")) return FileFormat.AMR.mediaType();
        if (start.startsWith("RIFF")) return riff(start, name);
        if (start.startsWith("ftyp", 4)) return brand(new String(head, 0, Math.min(head.length, 64), ISO_8859_1), name);
        if (start.startsWith("ID3") || isMpegAudio(head)) return FileFormat.MP3.mediaType();
        if (start.startsWith("PK\u0003\u0004")) return zipped(file, name);
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) return compound(file, name);
        if (isArchive(start)) throw new EvidenceRefused(ARCHIVE, name);
        return PlainText.mediaType(head, name);
    }

    private static boolean isArchive(String start) {
        return start.startsWith("Rar!") || start.startsWith("7z\u00bc\u00af") || start.startsWith("\u001f\u008b")
                || start.startsWith("PK\u0005\u0006") || start.startsWith("BZh") || start.startsWith("\u00fd7zXZ");
    }

    private static String riff(String start, String name) {
        if (start.startsWith("WEBP", 8)) return FileFormat.WEBP.mediaType();
        if (start.startsWith("WAVE", 8)) return FileFormat.WAV.mediaType();
        throw new EvidenceRefused(UNKNOWN_TYPE, name);
    }

    private static String brand(String start, String name) {
        var brand = start.substring(8, Math.min(12, start.length()));
        if (HEIC.contains(brand)) return FileFormat.HEIC.mediaType();
        if (MP4.contains(brand)) return FileFormat.MP4.mediaType();
        return switch (brand) {
            case "M4A ", "M4B " -> FileFormat.M4A.mediaType();
            case "qt  " -> FileFormat.MOV.mediaType();
            default -> {
                if (alsoReadableAsMp4(start)) yield FileFormat.MP4.mediaType();
                throw new EvidenceRefused(UNKNOWN_TYPE, name);
            }
        };
    }

    /** Cameras name a brand of their own first and the common ones after it. */
    private static boolean alsoReadableAsMp4(String start) {
        for (int at = 16; at + 4 <= Math.min(start.length(), start.charAt(3)); at += 4) if (MP4.contains(start.substring(at, at + 4))) return true;
        return false;
    }

    /** A frame of layer III whose bit rate and sampling rate are allowed values, so that UTF-16 text (FF FE) does not pass. */
    private static boolean isMpegAudio(byte[] head) {
        if (head.length < 4 || (head[0] & 0xff) != 0xff || (head[1] & 0xe6) != 0xe2) return false;
        int rates = head[2] & 0xff;
        return (rates >> 4) != 0 && (rates >> 4) != 15 && (rates >> 2 & 3) != 3;
    }

    private static String zipped(Path file, String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("OFD.xml") != null) return FileFormat.OFD.mediaType();
            if (zip.getEntry("[Content_Types].xml") == null) throw new EvidenceRefused(ARCHIVE, name);
            if (zip.stream().anyMatch(e -> e.getName().endsWith("vbaProject.bin"))) throw new EvidenceRefused(MACROS, name);
            if (zip.getEntry("word/document.xml") != null) return FileFormat.DOCX.mediaType();
            if (zip.getEntry("xl/workbook.xml") != null) return FileFormat.XLSX.mediaType();
            if (zip.getEntry("ppt/presentation.xml") != null) return FileFormat.PPTX.mediaType();
            throw new EvidenceRefused(ARCHIVE, name);
        } catch (ZipException _) {
            throw new EvidenceRefused(BROKEN, name);
        }
    }

    /** The older Office and WPS formats are small file systems of their own; what lies in the root tells them apart. */
    private static String compound(Path file, String name) {
        try (var office = new POIFSFileSystem(file.toFile(), true)) {
            var root = office.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) throw new EvidenceRefused(PROTECTED, name);
            if (root.hasEntryCaseInsensitive("WordDocument")) return FileFormat.DOC.mediaType();
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) return FileFormat.XLS.mediaType();
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) return FileFormat.PPT.mediaType();
            throw new EvidenceRefused(UNKNOWN_TYPE, name);
        } catch (IOException | RuntimeException e) {
            if (e instanceof EvidenceRefused refused) throw refused;
            throw new EvidenceRefused(UNKNOWN_TYPE, name);
        }
    }
}
