package cn.duban.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;

/**
 * Makes plain paragraphs, rows and cells of what Word wraps: the contents of content controls take the place of the control, the
 * paragraphs of a text box follow the one that it hangs on. A prompt (“单击此处输入”) is no text, and a generated table of contents
 * says nothing that the text does not.
 */
final class WordFlattening {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final QName PARAGRAPH = new QName(W, "p");
    private static final QName CONTROL = new QName(W, "sdt");
    private static final QName CONTROLLED = new QName(W, "sdtContent");
    private static final QName BOX = new QName(W, "txbxContent");
    private static final QName FALLBACK = new QName("http://schemas.openxmlformats.org/markup-compatibility/2006", "Fallback");
    private static final String ABOUT = "declare namespace w='" + W + "' ";
    private static final String NO_TEXT = ABOUT + "./w:sdtPr/w:showingPlcHdr";
    private static final String GALLERY = ABOUT + "./w:sdtPr/w:docPartObj/w:docPartGallery";

    /** Tables within tables within controls; no person builds them a tenth as deep. */
    private static final int DEEPEST = 300;

    private WordFlattening() {}

    static void flatten(OPCPackage archive) throws IOException {
        for (var relation : archive.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT)) {
            flatten(archive.getPart(relation));
        }
    }

    private static void flatten(PackagePart part) throws IOException {
        XmlObject xml;
        try (var in = part.getInputStream()) {
            xml = XmlObject.Factory.parse(in, POIXMLTypeLoader.DEFAULT_XML_OPTIONS);
        } catch (XmlException e) {
            throw new IOException(e);
        }
        for (var box : boxes(xml).reversed()) {
            lift(box);
        }
        unwrap(xml);
        try (var out = part.getOutputStream()) {
            xml.save(out, POIXMLTypeLoader.DEFAULT_XML_OPTIONS);
        }
    }

    /** Text boxes in order. Where one is drawn in two ways for old and new readers, the new one is kept. */
    private static List<XmlCursor> boxes(XmlObject xml) throws IOException {
        var boxes = new ArrayList<XmlCursor>();
        var at = xml.newCursor();
        int depth = 0;
        for (var token = at.toNextToken(); !token.isEnddoc(); ) {
            depth += token.isStart() ? 1 : token.isEnd() ? -1 : 0;
            if (depth > DEEPEST) {
                throw new IOException("Nested deeper than " + DEEPEST);
            }
            if (token.isStart() && FALLBACK.equals(at.getName())) {
                at.removeXml();
                depth--;
                token = at.currentTokenType();
                continue;
            }
            if (token.isStart() && BOX.equals(at.getName())) {
                boxes.add(at.newCursor());
            }
            token = at.toNextToken();
        }
        return boxes;
    }

    private static void lift(XmlCursor box) {
        var host = box.newCursor();
        do {
            if (!host.toParent()) {
                return;
            }
        } while (!PARAGRAPH.equals(host.getName()));
        host.toEndToken();
        host.toNextToken();
        box.moveXmlContents(host);
    }

    private static void unwrap(XmlObject xml) {
        var at = xml.newCursor();
        for (var token = at.toNextToken(); !token.isEnddoc(); token = at.currentTokenType()) {
            if (!token.isStart() || !CONTROL.equals(at.getName())) {
                at.toNextToken();
                continue;
            }
            var before = at.newCursor();
            before.toPrevToken();
            var content = at.newCursor();
            if (!generated(at.getObject()) && content.toChild(CONTROLLED)) {
                content.moveXmlContents(at);
            }
            at.removeXml();
            at.toCursor(before);
            at.toNextToken();
        }
    }

    private static boolean generated(XmlObject control) {
        if (control.selectPath(NO_TEXT).length > 0) {
            return true;
        }
        var gallery = control.selectPath(GALLERY);
        return gallery.length > 0 && gallery[0].newCursor().getAttributeText(new QName(W, "val")) instanceof String name
                && name.equals("Table of Contents");
    }
}
