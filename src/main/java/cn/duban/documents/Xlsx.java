package cn.duban.documents;

import cn.duban.documents.SheetText.Sheet;
import cn.duban.documents.SheetText.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.SAXException;

/** Reads xlsx as a stream: each sheet is gone through twice, for what is merged stands behind the rows. */
final class Xlsx {

    private static final XMLInputFactory XML = factory();

    private Xlsx() {}

    static List<Sheet> read(Path file, String name, SheetText.Counted rows) throws IOException, UnreadableDocument {
        SheetArchive.weigh(file, name);
        try (var archive = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var reader = new XSSFReader(archive);
            var texts = new ReadOnlySharedStringsTable(archive, false);
            var styles = reader.getStylesTable();
            var sheets = new ArrayList<Sheet>();
            var parts = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (parts.hasNext()) {
                try (var first = parts.next(); var second = parts.getSheetPart().getInputStream()) {
                    var merged = new Merged(spans(first));
                    var cells = new XlsxRows(XML.createXMLStreamReader(second), texts, styles, dates1904(reader), merged);
                    var last = 0;
                    var columns = 0;
                    while (cells.next()) {
                        if (!rows.row(sheets.size(), cells.no(), cells.cells())) continue;
                        last = cells.no();
                        columns = Math.max(columns, cells.cells().size());
                    }
                    if (last > 0) sheets.add(new Sheet(parts.getSheetName(), last, columns, merged.inHead()));
                }
            }
            return sheets;
        } catch (OpenXML4JException | OpenXML4JRuntimeException | SAXException | XMLStreamException | POIXMLException | IllegalArgumentException | IllegalStateException broken) {
            throw new UnreadableDocument("“" + name + "”不是 Excel 工作簿，或者已经损坏。请用 Excel 或者 WPS 打开后另存为 xlsx 再试。", "\"" + name + "\" is no Excel workbook, or it is damaged. Open it with Excel or WPS, save it as xlsx and try again.");
        }
    }

    private static boolean dates1904(XSSFReader reader) throws IOException, XMLStreamException, OpenXML4JException {
        try (var in = reader.getWorkbookData()) {
            var xml = XML.createXMLStreamReader(in);
            while (xml.hasNext())
                if (xml.next() == javax.xml.stream.XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("workbookPr")) {
                    var value = xml.getAttributeValue(null, "date1904");
                    return "1".equals(value) || "true".equals(value);
                }
            return false;
        }
    }

    private static List<Span> spans(InputStream sheet) throws XMLStreamException {
        var spans = new ArrayList<Span>();
        var xml = XML.createXMLStreamReader(sheet);
        while (xml.hasNext())
            if (xml.next() == javax.xml.stream.XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("mergeCell")) {
                var area = CellRangeAddress.valueOf(xml.getAttributeValue(null, "ref"));
                spans.add(new Span(area.getFirstRow() + 1, area.getFirstColumn(), area.getLastRow() + 1, area.getLastColumn()));
            }
        xml.close();
        return spans;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
