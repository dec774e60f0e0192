package cn.duban.sheets;

import static cn.duban.ledger.Said.in;
import static cn.duban.ledger.Said.stateOf;

import cn.duban.documents.SheetWriter;
import cn.duban.documents.SheetWriter.Look;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.Matters;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.io.IOException;
import java.io.OutputStream;
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
        try (var sheet = SheetWriter.open(Words.say("ledger.matters.title"), 7)) {
            sheet.row(1, List.of(Words.say("ledger.column.number"), Words.say("ledger.column.title"), Words.say("sheets.out.kind"), Words.say("ledger.column.state"), Words.say("ledger.column.unit"),
                    Words.say("ledger.column.due"), Words.say("ledger.column.lamp")), Look.HEAD);
            var no = 1;
            var next = query.after(null).pages(MatterQuery.LARGEST);
            while (no <= MOST) {
                var page = matters.list(next, viewer);
                for (var row : page.rows()) sheet.row(++no, cells(row), Look.TEXT);
                if (page.next() == null) break;
                next = next.after(page.next());
            }
            if (no > MOST) sheet.row(++no, List.of("", Words.say("sheets.out.cut", MOST)), Look.TEXT);
            sheet.write(out);
        }
    }

    private static List<String> cells(MatterRow row) {
        var mark = row.unverified() ? Words.say("ledger.claim.mark") : "";
        return List.of(row.number(), row.title(), in(row.typeLabel()), stateOf(row) + (mark.isEmpty() ? "" : "（" + mark + "）"), String.join("、", row.leads()),
                row.dueDay() == null ? "" : row.dueDay().toString(), row.lamp() == null ? "" : Words.say("ledger.lamp." + row.lamp().word()));
    }
}
