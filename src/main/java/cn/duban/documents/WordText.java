package cn.duban.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Paragraphs and table rows of a docx in reading order, with the numbers that Word generates written out. */
final class WordText {
    private final List<String> lines = new ArrayList<>();
    private final WordNumbering numbering = new WordNumbering();

    private WordText() {}

    static List<String> lines(byte[] bytes, String name) throws UnreadableDocument {
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var text = new WordText();
            text.read(document);
            if (text.lines.isEmpty()) {
                throw new UnreadableDocument("“" + name + "”里没有文字。");
            }
            return text.lines;
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw new UnreadableDocument("“" + name + "”不是可读的 docx 文件，请用文字处理软件打开后另存为 docx。");
        }
    }

    private void read(IBody body) {
        for (var element : body.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> read(paragraph);
                case XWPFTable table -> read(table);
                default -> { }
            }
        }
    }

    private void read(XWPFParagraph paragraph) {
        var text = numbering.label(paragraph) + paragraph.getText();
        text.lines().filter(line -> !line.isBlank()).forEach(lines::add);
    }

    private void read(XWPFTable table) {
        for (var row : table.getRows()) {
            var cells = row.getTableCells().stream()
                    .map(cell -> cell.getText().replaceAll("\\s*[\\r\\n\\t]+\\s*", " ").strip())
                    .collect(Collectors.joining("\t"));
            if (!cells.isBlank()) {
                lines.add(cells);
            }
        }
    }
}
