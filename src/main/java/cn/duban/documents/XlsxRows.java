package cn.duban.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet's XML, one after the other. */
final class XlsxRows {

    private final XMLStreamReader xml;
    private final ReadOnlySharedStringsTable texts;
    private final StylesTable styles;
    private final boolean dates1904;
    private final Merged merged;
    private final Map<Integer, Boolean> dateStyles = new HashMap<>();
    private List<String> cells = new ArrayList<>();
    private int no;

    XlsxRows(XMLStreamReader xml, ReadOnlySharedStringsTable texts, StylesTable styles, boolean dates1904, Merged merged) {
        this.xml = xml;
        this.texts = texts;
        this.styles = styles;
        this.dates1904 = dates1904;
        this.merged = merged;
    }

    int no() {
        return no;
    }

    List<String> cells() {
        return cells;
    }

    boolean next() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("row")) continue;
            var written = xml.getAttributeValue(null, "r");
            no = written == null ? no + 1 : Integer.parseInt(written);
            cells = new ArrayList<>();
            row();
            merged.row(no, cells);
            return true;
        }
        return false;
    }

    private void row() throws XMLStreamException {
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) return;
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) cell();
        }
    }

    private void cell() throws XMLStreamException {
        var place = xml.getAttributeValue(null, "r");
        var column = place == null ? cells.size() : new CellReference(place).getCol();
        var type = xml.getAttributeValue(null, "t");
        var style = xml.getAttributeValue(null, "s");
        var said = new StringBuilder();
        var phonetic = 0;
        var taken = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "c" -> {
                        var text = SheetText.clean(text(type, style, said.toString()));
                        // what lies far to the right is kept just beyond the last column, where it is refused
                        if (column < SheetText.MOST_COLUMNS || !text.isEmpty()) put(Math.min(column, SheetText.MOST_COLUMNS), text);
                        return;
                    }
                    case "rPh" -> phonetic--;
                    case "v", "t" -> taken = false;
                    default -> { }
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "rPh" -> phonetic++;
                    case "v", "t" -> taken = phonetic == 0;
                    default -> { }
                }
            } else if (taken && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE)) {
                said.append(xml.getText());
            }
        }
    }

    private void put(int column, String text) {
        while (cells.size() < column) cells.add("");
        if (column < cells.size()) cells.set(column, text);
        else cells.add(text);
    }

    private String text(@Nullable String type, @Nullable String style, String value) {
        if (value.isEmpty()) return "";
        return switch (type == null ? "n" : type) {
            case "s" -> texts.getItemAt(Integer.parseInt(value.strip())).getString();
            case "inlineStr", "str" -> new XSSFRichTextString(value).getString();
            case "b" -> value.equals("1") ? "是" : "否";
            case "d" -> value.length() >= 10 ? value.substring(0, 10) : value;
            case "e" -> value;
            default -> number(value.strip(), style == null ? 0 : Integer.parseInt(style));
        };
    }

    private String number(String value, int style) {
        var number = Double.parseDouble(value);
        if (dateStyles.computeIfAbsent(style, this::showsDates) && DateUtil.isValidExcelDate(number)) return SheetDates.text(number, dates1904);
        return NumberToTextConverter.toText(number);
    }

    private boolean showsDates(int style) {
        if (style >= styles.getNumCellStyles()) return false;
        var format = styles.getStyleAt(style);
        return DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString());
    }
}
