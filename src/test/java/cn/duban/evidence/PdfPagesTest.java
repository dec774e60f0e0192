package cn.duban.evidence;

import static cn.duban.evidence.EvidenceFixture.aPdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPagesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir Path folder;

    private Path saved(PDDocument pdf) throws IOException {
        var file = folder.resolve("file.pdf");
        pdf.save(file.toFile());
        return file;
    }

    @Test
    void drawsTheFirstPages() throws IOException {
        var file = Files.write(folder.resolve("a.pdf"), aPdf(9));
        var pages = PdfPages.small(file, LONG);
        assertThat(pages).hasSize(3);
        assertThat(pages.getFirst().getHeight()).isBetween(1195, 1201);
    }

    @Test
    void refusesAPageWithAHugePicture() throws IOException {
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            var picture = new PDImageXObject(pdf, new ByteArrayInputStream(new byte[10]), COSName.FLATE_DECODE, 50_000, 50_000, 1, PDDeviceGray.INSTANCE);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.drawImage(picture, 0, 0, 100, 100);
            }
            var file = saved(pdf);
            assertThatExceptionOfType(NoPreview.class).isThrownBy(() -> PdfPages.small(file, LONG)).withMessageContaining("50000");
        }
    }

    @Test
    void stopsDrawingWhenTheTimeIsUp() throws IOException {
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                for (int i = 0; i < 1000; i++) {
                    content.addRect(i, i, 10, 10);
                    content.fill();
                }
            }
            var file = saved(pdf);
            assertThatExceptionOfType(NoPreview.class).isThrownBy(() -> PdfPages.small(file, Duration.ZERO));
        }
    }

    @Test
    void drawsNothingOfAProtectedOrDamagedFile() throws IOException {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            var file = saved(pdf);
            assertThatIOException().isThrownBy(() -> PdfPages.small(file, LONG));
        }
        var damaged = Files.writeString(folder.resolve("damaged.pdf"), "%PDF-1.7 and nothing more");
        assertThatIOException().isThrownBy(() -> PdfPages.small(damaged, LONG));
    }
}
