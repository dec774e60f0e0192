package cn.duban.documents;

import cn.duban.web.Dates;
import cn.duban.web.QrCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STXAlign;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STYAlign;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STWrap;

/** 署名, 成文日期, 附注, 版记 and the code below it. */
final class Tail {
    /** Right and left indent of the imprint: one character of 四号. */
    private static final int INSET = 280;

    /** 首条和末条分隔线 0.35 mm, 中间的 0.25 mm. */
    private static final int OUTER_RULE = TypeArea.twips(0.35);

    private static final int INNER_RULE = TypeArea.twips(0.25);

    private final XWPFDocument paper;

    Tail(XWPFDocument paper) {
        this.paper = paper;
    }

    void sign(Signature signature) {
        // The signature must never stand alone on a page: the last lines of the text go with it.
        if (!paper.getParagraphs().isEmpty()) {
            paper.getParagraphs().getLast().setKeepNext(true);
        }
        if (signature.sealed()) {
            sealed(signature);
        } else {
            unsealed(signature);
        }
    }

    /** Both lines are centred in a box that ends at the right edge, so the issuer stands over the middle of the date. */
    private void sealed(Signature signature) {
        var date = Dates.written(signature.on());
        double dateWidth = TitleLines.width(date);
        double box = Math.max(dateWidth + 2 * 4, TitleLines.width(signature.issuer()) + 1);
        int left = TypeArea.characters(28 - Math.min(28, box));
        line(signature.issuer(), 2 * TypeArea.LINE).indent(left, 0, 0).paragraph().setAlignment(ParagraphAlignment.CENTER);
        line(date, 0).indent(left, 0, 0).after(TypeArea.LINE).paragraph().setAlignment(ParagraphAlignment.CENTER);
    }

    /** The issuer two characters from the right, the date beginning two characters right of the issuer's first one. */
    private void unsealed(Signature signature) {
        var date = Dates.written(signature.on());
        double issuer = TitleLines.width(signature.issuer());
        double dateWidth = TitleLines.width(date);
        double begin = 28 - 2 - issuer;
        if (begin + 2 + dateWidth > 26) {
            begin = 26 - dateWidth - 2;
        }
        begin = Math.max(0, begin);
        line(signature.issuer(), TypeArea.LINE).indent(TypeArea.characters(begin), 0, 0);
        line(date, 0).indent(TypeArea.characters(begin + 2), 0, 0);
    }

    private Pen line(String text, int before) {
        return Pen.on(paper.createParagraph(), StyleSheet.SIGNATURE).before(before).write(text);
    }

    void note(String note) {
        var bare = note.startsWith("（") && note.endsWith("）") ? note : "（" + note + "）";
        Pen.on(paper.createParagraph(), StyleSheet.BODY).write(bare);
    }

    /**
     * A frame on the lower edge of the type area of the page on which the text ends. The rules are black lines of exactly their thickness
     * and not borders: LibreOffice gives up a frame whose paragraphs have different borders, and borders would end at the indents.
     */
    void imprint(Imprint imprint) {
        paper.getParagraphs().getLast().setKeepNext(true);
        rule(OUTER_RULE);
        if (!imprint.copies().isEmpty()) {
            framed(StyleSheet.IMPRINT).indent(INSET * 4, INSET, -INSET * 3)
                    .write("抄送：" + String.join("，", imprint.copies()) + "。");
            rule(INNER_RULE);
        }
        framed(StyleSheet.IMPRINT).indent(INSET, INSET, 0).tab(TypeArea.WIDTH - INSET, STTabJc.RIGHT)
                .write(imprint.printedBy() + "\t" + Dates.written(imprint.printedOn()) + "印发");
        rule(OUTER_RULE);
    }

    /** A frame of its own below the type area: whatever stands in the text keeps its place. */
    void code(ScanCode code) {
        paper.getParagraphs().stream().filter(line -> !framed(line)).reduce((one, other) -> other).ifPresent(line -> line.setKeepNext(true));
        int side = (int) Math.round(ScanCode.SIDE * Units.EMU_PER_CENTIMETER / 10);
        var picture = below();
        picture.properties().addNewSpacing().setLineRule(STLineSpacingRule.AUTO);
        picture.properties().getSpacing().setLine(BigInteger.valueOf(240));
        try {
            picture.paragraph().createRun().addPicture(new ByteArrayInputStream(QrCode.of(code.address()).png(8)), PictureType.PNG, "code.png", side, side);
        } catch (InvalidFormatException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        below().line(200).write(code.words());
    }

    private static boolean framed(XWPFParagraph line) {
        return line.getCTP().isSetPPr() && line.getCTP().getPPr().isSetFramePr();
    }

    private Pen below() {
        var pen = Pen.on(paper.createParagraph(), StyleSheet.CODE);
        var frame = pen.properties().addNewFramePr();
        frame.setW(BigInteger.valueOf(TypeArea.twips(ScanCode.WIDTH)));
        frame.setHAnchor(STHAnchor.MARGIN);
        frame.setXAlign(STXAlign.CENTER);
        frame.setVAnchor(STVAnchor.PAGE);
        frame.setY(BigInteger.valueOf(TypeArea.twips(ScanCode.FROM_TOP)));
        frame.setWrap(STWrap.AROUND);
        return pen;
    }

    /** What frames hang on: a line of half a point behind the last of the text, so that none gets a page without text. */
    void anchor() {
        Pen.on(paper.createParagraph(), StyleSheet.ANCHOR);
    }

    private void rule(int twips) {
        var shade = framed(StyleSheet.RULE).line(twips).properties().addNewShd();
        shade.setVal(STShd.CLEAR);
        shade.setColor("auto");
        shade.setFill("000000");
    }

    /** Neighbouring paragraphs with the same frame share one frame. */
    private Pen framed(String style) {
        var pen = Pen.on(paper.createParagraph(), style);
        var frame = pen.properties().addNewFramePr();
        frame.setW(BigInteger.valueOf(TypeArea.WIDTH));
        frame.setHAnchor(STHAnchor.MARGIN);
        frame.setXAlign(STXAlign.LEFT);
        frame.setVAnchor(STVAnchor.MARGIN);
        frame.setYAlign(STYAlign.BOTTOM);
        frame.setVSpace(BigInteger.valueOf(120));
        frame.setWrap(STWrap.NOT_BESIDE);
        return pen;
    }
}
