package cn.duban.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** Paragraphs and table rows of a docx in reading order, with the numbers that Word generates written out. */
final class WordText {
    private final List<String> lines = new ArrayList<>();
    private final WordNumbering numbering = new WordNumbering();

    private WordText() {}

    static List<String> lines(byte[] bytes, String name) throws UnreadableDocument {
        var lines = read(bytes, name);
        if (lines.isEmpty()) {
            throw new UnreadableDocument("“" + name + "”里没有文字。", "There is no text in \"" + name + "\".");
        }
        return lines;
    }

    /** What the library throws at a damaged or hostile file is of every kind, down to a stack that tables within tables use up. */
    private static List<String> read(byte[] bytes, String name) throws UnreadableDocument {
        try {
            WordArchive.weigh(bytes, name);
            try (var archive = OPCPackage.open(new ByteArrayInputStream(bytes))) {
                WordFlattening.flatten(archive);
                var text = new WordText();
                text.read(new XWPFDocument(archive));
                archive.revert();
                return text.lines;
            }
        } catch (IOException | InvalidFormatException | RuntimeException | StackOverflowError e) {
            throw new UnreadableDocument("“" + name + "”不是可读的 docx 文件，请用文字处理软件打开后另存为 docx。", "\"" + name + "\" is no readable docx file; open it with a word processor and save it as docx again.");
        }
    }

    private void read(IBody body) {
        for (var element : body.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> text(paragraph).lines().filter(line -> !line.isBlank()).forEach(lines::add);
                case XWPFTable table -> read(table);
                default -> { }
            }
        }
    }

    private String text(XWPFParagraph paragraph) {
        return numbering.label(paragraph) + paragraph.getText();
    }

    private void read(XWPFTable table) {
        for (var row : table.getRows()) {
            var cells = row.getTableCells().stream().map(this::text).collect(Collectors.joining("\t"));
            if (!cells.isBlank()) {
                lines.add(cells);
            }
        }
    }

    /** A cell is one piece of a line: its paragraphs, and the cells of tables within it, are parted by a space. */
    private String text(XWPFTableCell cell) {
        return cell.getBodyElements().stream()
                .map(element -> switch (element) {
                    case XWPFParagraph paragraph -> text(paragraph);
                    case XWPFTable table -> table.getRows().stream().flatMap(row -> row.getTableCells().stream()).map(this::text).collect(Collectors.joining(" "));
                    default -> "";
                })
                .map(text -> text.replaceAll("\\s*[\\r\\n\\t]+\\s*", " ").strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
