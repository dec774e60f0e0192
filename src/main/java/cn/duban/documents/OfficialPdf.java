package cn.duban.documents;

import cn.duban.documents.Faces.Face;
import cn.duban.web.Dates;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an {@link OfficialDocument} as PDF in the form of GB/T 9704-2012, on the same grid of 22 lines and 28 characters as {@link
 * OfficialDocx}, its letters embedded: what is sent out looks the same wherever it is opened.
 */
public final class OfficialPdf {

    /** 二号. */
    private static final float TITLE = 22;
    private static final int TITLE_WIDTH = 19;
    private static final double MARK_LARGEST = 52;
    private static final double MARK_SMALLEST = 26;

    private final OfficialDocument document;
    private final GridPages pages;

    private OfficialPdf(OfficialDocument document, OutputStream out) {
        this.document = document;
        this.pages = new GridPages(document.title().replace("\n", ""), out);
    }

    /** @throws NoTypeface where no face can be embedded; the stream stays open */
    public static void write(OfficialDocument document, OutputStream out) {
        new OfficialPdf(document, out).print();
    }

    private void print() {
        front();
        if (document.issuerMark() != null) mark(document.issuerMark());
        title(document.title());
        if (document.issuerMark() == null && document.number() != null) centred(document.number(), Face.KAI);
        if (document.addressee() != null) {
            pages.skip(1);
            pages.paragraph(List.of(new GridPages.Run(document.addressee().endsWith("：") ? document.addressee() : document.addressee() + "：", Face.BODY)), 0);
        } else {
            pages.skip(1);
        }
        blocks(document.body());
        annexNotes();
        if (document.signature() != null) sign(document.signature());
        if (document.note() != null) pages.paragraph(List.of(new GridPages.Run(document.note().startsWith("（") ? document.note() : "（" + document.note() + "）", Face.BODY)), 2);
        annexes();
        if (document.imprint() != null) imprint(document.imprint());
        if (document.code() != null) pages.code(document.code());
        pages.close();
    }

    private void front() {
        var marks = new ArrayList<String>();
        if (document.copyNumber() != null) marks.add(document.copyNumber());
        if (document.secrecy() != null) marks.add(document.secrecy());
        if (document.urgency() != null) marks.add(document.urgency().word());
        marks.forEach(mark -> pages.paragraph(List.of(new GridPages.Run(mark, Face.HEI)), 0));
    }

    /** 发文机关标志 35 mm below the upper edge of the type area, the number two lines below it, the red rule 4 mm under that. */
    private void mark(String words) {
        var natural = GridPages.WIDTH / TitleLines.width(words);
        var narrowed = Math.clamp(natural / MARK_LARGEST, 0.65, 1.0);
        var size = Math.clamp(natural / narrowed, MARK_SMALLEST, MARK_LARGEST);
        pages.mark(words, (float) size, (float) (100 * narrowed), GridPages.points(35));
        pages.under(GridPages.points(35) + size);
        pages.skip(2);
        var number = document.number() == null ? "" : document.number();
        if (document.signatories().isEmpty()) {
            centred(number, Face.BODY);
        } else {
            var names = String.join("　", document.signatories());
            pages.words(number, Face.BODY, 1);
            pages.words("签发人：", Face.BODY, 27 - TitleLines.width(names) - 4.1);
            pages.words(names, Face.KAI, 27 - TitleLines.width(names));
            pages.skip(1);
        }
        pages.redRule(GridPages.points(4));
        pages.skip(2);
    }

    private void title(String words) {
        var lines = TitleLines.of(words, document.unbroken(), TITLE_WIDTH);
        for (var line : lines) {
            pages.room(1);
            pages.sized(line, Face.MARK, TITLE, (28 - TitleLines.width(line) * TITLE / 16) / 2);
            pages.skip(1);
        }
    }

    private void centred(String words, Face face) {
        pages.words(words, face, (28 - TitleLines.width(words)) / 2);
        pages.skip(1);
    }

    private void blocks(List<Block> blocks) {
        for (var block : blocks) {
            switch (block) {
                case Block.Heading heading -> {
                    // a heading does not stand alone at the foot of a page
                    pages.room(heading.runIn().isEmpty() ? 2 : 1);
                    var runs = new ArrayList<GridPages.Run>();
                    runs.add(new GridPages.Run(heading.text(), switch (heading.level()) { case 1 -> Face.HEI; case 2 -> Face.KAI; default -> Face.BODY; }));
                    if (!heading.runIn().isEmpty()) runs.add(new GridPages.Run(heading.runIn(), Face.BODY));
                    pages.paragraph(runs, 2);
                }
                case Block.Paragraph paragraph -> pages.paragraph(List.of(new GridPages.Run(paragraph.text(), Face.BODY)), 2);
                case Block.Table table -> {
                    // nor does a caption without the head and the first row of its table
                    pages.room(4);
                    if (!table.caption().isEmpty()) centred(table.caption(), Face.HEI);
                    pages.table(table);
                }
                case Block.PageBreak ignored -> pages.turn();
            }
        }
    }

    private void annexNotes() {
        var several = document.annexes().size() > 1;
        for (int i = 0; i < document.annexes().size(); i++) {
            if (i == 0) pages.skip(1);
            pages.paragraph(List.of(new GridPages.Run((i == 0 ? "附件：" : "　　　") + (several ? (i + 1) + "." : "") + document.annexes().get(i).title(), Face.BODY)), 2);
        }
    }

    private void sign(Signature signature) {
        var date = Dates.written(signature.on());
        var issuer = TitleLines.width(signature.issuer());
        var width = TitleLines.width(date);
        pages.skip(signature.sealed() ? 2 : 1);
        pages.room(2);
        if (signature.sealed()) {
            var box = Math.min(28, Math.max(width + 8, issuer + 1));
            pages.words(signature.issuer(), Face.BODY, 28 - box + (box - issuer) / 2);
            pages.skip(1);
            pages.words(date, Face.BODY, 28 - box + (box - width) / 2);
            pages.skip(2);
        } else {
            var begin = Math.max(0, Math.min(26 - issuer, 24 - width));
            pages.words(signature.issuer(), Face.BODY, begin);
            pages.skip(1);
            pages.words(date, Face.BODY, begin + 2);
            pages.skip(1);
        }
    }

    private void annexes() {
        for (int i = 0; i < document.annexes().size(); i++) {
            pages.turn();
            pages.words("附件" + (document.annexes().size() > 1 ? i + 1 : ""), Face.HEI, 0);
            pages.skip(2);
            title(document.annexes().get(i).title());
            pages.skip(1);
            blocks(document.annexes().get(i).body());
        }
    }

    /** 版记: on the lower edge of the last page; if the text reaches there, on one more. */
    private void imprint(Imprint imprint) {
        var copies = imprint.copies().isEmpty() ? List.<String>of() : GridPages.wrapped("抄送：" + String.join("，", imprint.copies()) + "。", GridPages.SMALL_LINE);
        pages.room(copies.size() + 2);
        pages.imprint(copies, imprint.printedBy(), Dates.written(imprint.printedOn()) + "印发");
    }
}
