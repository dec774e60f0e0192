package cn.duban.evidence;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** The first pages of a PDF as pictures, bounded in pages, in pixels and in time. */
final class PdfPages {

    static final int MOST_PAGES = 3;

    private static final int DEEPEST = 12;

    private PdfPages() {}

    /** @throws NoPreview if a page holds too large a picture, or drawing takes longer than {@code most} in all */
    static List<BufferedImage> small(Path file, Duration most) throws IOException {
        long end = System.nanoTime() + most.toNanos();
        try (var pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            var drawn = new ArrayList<BufferedImage>();
            var renderer = new Renderer(pdf, end);
            renderer.setSubsamplingAllowed(true);
            for (int i = 0; i < Math.min(pdf.getNumberOfPages(), MOST_PAGES); i++) {
                var page = pdf.getPage(i);
                refuseLargePictures(page.getCOSObject(), DEEPEST, Collections.newSetFromMap(new IdentityHashMap<>()));
                drawn.add(renderer.renderImage(i, scale(page), ImageType.RGB));
            }
            return drawn;
        } catch (TooLong _) {
            throw new NoPreview("drawing took longer than " + most);
        }
    }

    private static float scale(PDPage page) throws NoPreview {
        var box = page.getCropBox();
        float longest = Math.max(box.getWidth(), box.getHeight());
        float shortest = Math.min(box.getWidth(), box.getHeight());
        if (!(shortest >= 1)) throw new NoPreview("a page without area");
        return Pictures.LONGEST / longest;
    }

    /** Looks through everything a page can draw, without decoding it, for pictures that claim too many pixels. */
    private static void refuseLargePictures(COSDictionary from, int depth, Set<COSDictionary> seen) throws IOException {
        if (depth == 0 || !seen.add(from)) return;
        if (COSName.IMAGE.equals(from.getCOSName(COSName.SUBTYPE)))
            Pictures.refuseTooManyPixels(from.getInt(COSName.WIDTH), from.getInt(COSName.HEIGHT));
        for (var entry : from.entrySet()) {
            if (entry.getKey().equals(COSName.PARENT)) continue;
            if (from.getDictionaryObject(entry.getKey()) instanceof COSDictionary inner) refuseLargePictures(inner, depth - 1, seen);
        }
    }

    /** Unchecked, because PDFBox passes over faults of single operators and this one must end the page. */
    private static final class TooLong extends RuntimeException {}

    private static final class Renderer extends PDFRenderer {

        private final long end;

        Renderer(PDDocument pdf, long end) {
            super(pdf);
            this.end = end;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    if (System.nanoTime() > end) throw new TooLong();
                    super.processOperator(operator, operands);
                }
            };
        }
    }
}
