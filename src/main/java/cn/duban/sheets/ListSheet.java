package cn.duban.sheets;

import cn.duban.documents.SheetWriter;
import cn.duban.documents.SheetWriter.Look;
import cn.duban.ledger.MatterColumn;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A list of matters as xlsx: its filters, its order, its columns, and only what the viewer may see; read page by page, never held. */
@Component
class ListSheet {

    /** Excel ends at a million; nobody reads more than this. */
    private static final int MOST = 100_000;

    private final Matters matters;

    ListSheet(Matters matters) {
        this.matters = matters;
    }

    /** The stream stays open. */
    void write(MatterQuery query, Viewer viewer, OutputStream out) throws IOException {
        var columns = columns(query);
        try (var sheet = SheetWriter.open(Words.say("ledger.matters.title"), columns.size())) {
            sheet.row(1, columns.stream().map(MatterColumn::label).toList(), Look.HEAD);
            var no = 1;
            var next = query.after(null).pages(MatterQuery.LARGEST);
            while (no <= MOST) {
                var page = matters.list(next, viewer);
                for (var row : page.rows()) sheet.row(++no, columns.stream().map(column -> column.of(row)).toList(), Look.TEXT);
                if (page.next() == null) break;
                next = next.after(page.next());
            }
            if (no > MOST) sheet.row(++no, List.of("", Words.say("sheets.out.cut", MOST)), Look.TEXT);
            sheet.write(out);
        }
    }

    /** Those of the page; the type, which the page says under the title, has a column of its own. */
    private static List<MatterColumn> columns(MatterQuery query) {
        var columns = new ArrayList<>(query.columns().isEmpty() ? MatterColumn.USUAL : query.columns());
        if (!columns.contains(MatterColumn.TYPE)) columns.add(columns.indexOf(MatterColumn.TITLE) + 1, MatterColumn.TYPE);
        return columns;
    }
}
