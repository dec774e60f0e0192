package cn.duban.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The visible text of a web page: one line for each block, table rows with their cells divided by tabs. */
final class HtmlText implements NodeVisitor {
    private static final Set<String> CELLS = Set.of("td", "th");

    /** More paragraphs than a cell of a ledger holds. */
    private static final int PARAGRAPHS = 12;

    /** Elements within elements; pages that offices publish have a tenth of it. */
    private static final int DEEPEST = 250;

    private final Map<Element, Boolean> layout = new IdentityHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int rows;

    private HtmlText() {}

    static List<String> lines(byte[] bytes, String decoded, String name) throws UnreadableDocument {
        var page = parse(bytes, decoded);
        if (NodeTraversor.filter((node, depth) -> depth > DEEPEST ? FilterResult.STOP : FilterResult.CONTINUE, page) == FilterResult.STOP) {
            throw new UnreadableDocument("“" + name + "”的网页层层嵌套，超过 " + DEEPEST + " 层，请把其中的文字另存为纯文本后再读。", "\"" + name + "\" is nested more than " + DEEPEST + " levels deep; save its text as plain text first.");
        }
        page.select("script, style, noscript, template, nav, select, button, head > *").remove();
        page.select("td[rowspan]").forEach(HtmlText::leaveRoom);
        var text = new HtmlText();
        page.body().traverse(text);
        text.close();
        return text.lines;
    }

    /** A cell that reaches down over several rows leaves an empty one in each of them, so that their columns stay in step. */
    private static void leaveRoom(Element cell) {
        var span = cell.attr("rowspan");
        var row = cell.parent();
        // a header of two lines is read as it is printed
        if (row == null || row.previousElementSibling() == null || !span.matches("[2-9]|[1-9]\\d{1,2}")) {
            return;
        }
        var column = 0;
        for (var before = cell.previousElementSibling(); before != null; before = before.previousElementSibling()) {
            column += CELLS.contains(before.normalName()) ? 1 : 0;
        }
        for (var below = row.nextElementSibling(); below != null && below.elementSiblingIndex() < row.elementSiblingIndex() + Integer.parseInt(span); below = below.nextElementSibling()) {
            var cells = below.children();
            if (column < cells.size()) {
                cells.get(column).before(new Element("td"));
            } else {
                below.appendElement("td");
            }
        }
    }

    /** The page may declare its own character set; without one our own decoding stands. */
    private static Document parse(byte[] bytes, String decoded) {
        if (decoded.toLowerCase(Locale.ROOT).contains("charset=")) {
            try {
                var declared = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
                if (!declared.text().contains("\uFFFD")) {
                    return declared;
                }
            } catch (IOException unknownCharset) {
                return Jsoup.parse(decoded);
            }
        }
        return Jsoup.parse(decoded);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText().replaceAll("[\\r\\n\\t]+", " "));
        } else if (node instanceof Element element) {
            if (isRow(element)) {
                close();
                rows++;
            } else if (rows == 0 && breaks(element)) {
                close();
            } else if (breaks(element)) {
                part();
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (isRow(element)) {
            rows--;
            closeRow();
        } else if (rows > 0 && CELLS.contains(element.normalName())) {
            if (!line.isEmpty() && line.charAt(line.length() - 1) == ' ') {
                line.setLength(line.length() - 1);
            }
            line.append('\t');
        } else if (rows == 0 && breaks(element)) {
            close();
        } else if (breaks(element)) {
            part();
        }
    }

    /** Within a row paragraphs share a line and still do not run together. */
    private void part() {
        if (!line.isEmpty() && !Character.isWhitespace(line.charAt(line.length() - 1))) {
            line.append(' ');
        }
    }

    /** A row of data; older pages lay out the whole article in one cell, with paragraphs or tables of its own. */
    private boolean isRow(Element element) {
        return element.normalName().equals("tr") && !layout.computeIfAbsent(element, row -> !row.select("table").isEmpty()
                || row.children().stream().anyMatch(cell -> cell.select("p, br, div, li, h1, h2, h3").size() >= PARAGRAPHS));
    }

    private static boolean breaks(Element element) {
        return element.isBlock() || element.normalName().equals("br");
    }

    /** Every cell ends with a tab, the last one with the row. */
    private void closeRow() {
        var text = line.toString().replaceAll(" {2,}", " ").replaceAll("^ +| +$", "");
        var cells = text.endsWith("\t") ? text.substring(0, text.length() - 1) : text;
        if (!cells.isBlank()) {
            lines.add(cells.strip().indexOf('\t') < 0 ? cells.strip() : cells);
        }
        line.setLength(0);
    }

    private void close() {
        var text = line.toString().replaceAll(" {2,}", " ").strip();
        if (!text.isEmpty()) {
            lines.add(text);
        }
        line.setLength(0);
    }
}
