package cn.duban.evidence;

import cn.duban.web.Viewer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** People and files that the tests of this room share. A tenant of its own for every test keeps them apart. */
final class EvidenceFixture {

    private static final AtomicInteger TENANTS = new AtomicInteger(700_000);

    private EvidenceFixture() {}

    static int aTenant() {
        return TENANTS.incrementAndGet();
    }

    static Viewer aHandler(int tenant) {
        return person(tenant, 11, "林小满");
    }

    static Viewer aColleague(int tenant) {
        return person(tenant, 12, "周立秋");
    }

    private static Viewer person(int tenant, int person, String name) {
        return new Viewer(tenant, person, name, person + 100, "科员", 5, "住房和城乡建设局", Set.of(Viewer.Duty.HANDLE));
    }

    static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] aPicture(String format, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    static byte[] aPdf(int pages) throws IOException {
        try (var pdf = new PDDocument()) {
            for (int i = 0; i < pages; i++) pdf.addPage(new PDPage(PDRectangle.A4));
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    static byte[] aWorkbook() throws IOException {
        try (var book = new HSSFWorkbook()) {
            book.createSheet("台账");
            var out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    static byte[] aZip(String... entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(utf8(entry));
            }
        }
        return out.toByteArray();
    }

    /** A few hundred kilobytes that claim to be a picture of so many pixels, grey and evenly black. */
    static byte[] aPngBomb(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var head = new ByteArrayOutputStream();
        var data = new DataOutputStream(head);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {1, 0, 0, 0, 0});
        chunk(out, "IHDR", head.toByteArray());
        var pixels = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(pixels)) {
            var row = new byte[1 + (width + 7) / 8];
            for (int i = 0; i < Math.min(height, 2000); i++) deflate.write(row);
        }
        chunk(out, "IDAT", pixels.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(utf8(type));
        crc.update(content);
        var data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(utf8(type));
        data.write(content);
        data.writeInt((int) crc.getValue());
    }
}
