package cn.duban.documents;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/** One paragraph being written: its style, then only what differs from it. */
record Pen(XWPFParagraph paragraph) {

    static Pen on(XWPFParagraph paragraph, String style) {
        paragraph.setStyle(style);
        return new Pen(paragraph);
    }

    /** Line breaks in the text stay line breaks; a tab goes to the next tab stop. */
    Pen write(String text) {
        var run = paragraph.createRun();
        put(run, text);
        return this;
    }

    Pen write(String text, String face) {
        var run = paragraph.createRun();
        face(run, face);
        put(run, text);
        return this;
    }

    private static void put(XWPFRun run, String text) {
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            var pieces = lines[i].split("\t", -1);
            for (int j = 0; j < pieces.length; j++) {
                if (j > 0) {
                    run.addTab();
                }
                if (!pieces[j].isEmpty()) {
                    run.setText(pieces[j], run.getCTR().sizeOfTArray());
                }
            }
        }
    }

    static void face(XWPFRun run, String face) {
        var properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        var fonts = properties.addNewRFonts();
        fonts.setAscii(face);
        fonts.setHAnsi(face);
        fonts.setEastAsia(face);
        fonts.setCs(face);
    }

    Pen before(int twips) {
        spacing().setBefore(BigInteger.valueOf(twips));
        return this;
    }

    Pen after(int twips) {
        spacing().setAfter(BigInteger.valueOf(twips));
        return this;
    }

    /** An exact line height, in twips. */
    Pen line(int twips) {
        spacing().setLine(BigInteger.valueOf(twips));
        spacing().setLineRule(STLineSpacingRule.EXACT);
        return this;
    }

    Pen indent(int left, int right, int firstLine) {
        var indent = indent();
        indent.setLeft(BigInteger.valueOf(left));
        indent.setRight(BigInteger.valueOf(right));
        if (firstLine < 0) {
            indent.setHanging(BigInteger.valueOf(-firstLine));
        } else {
            indent.setFirstLine(BigInteger.valueOf(firstLine));
        }
        return this;
    }

    Pen tab(int at, STTabJc.Enum side) {
        var tabs = properties().isSetTabs() ? properties().getTabs() : properties().addNewTabs();
        var stop = tabs.addNewTab();
        stop.setVal(side);
        stop.setPos(BigInteger.valueOf(at));
        return this;
    }

    Pen withNext() {
        paragraph.setKeepNext(true);
        return this;
    }

    Pen onNewPage() {
        paragraph.setPageBreak(true);
        return this;
    }

    CTPPr properties() {
        return paragraph.getCTP().isSetPPr() ? paragraph.getCTP().getPPr() : paragraph.getCTP().addNewPPr();
    }

    private CTSpacing spacing() {
        return properties().isSetSpacing() ? properties().getSpacing() : properties().addNewSpacing();
    }

    private CTInd indent() {
        return properties().isSetInd() ? properties().getInd() : properties().addNewInd();
    }
}
