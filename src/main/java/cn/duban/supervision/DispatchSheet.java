package cn.duban.supervision;

import cn.duban.documents.TablesXlsx.Cell;
import cn.duban.documents.TablesXlsx.Count;
import cn.duban.documents.TablesXlsx.Table;
import cn.duban.supervision.DispatchPage.Row;
import cn.duban.supervision.DispatchPage.Section;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A round as tables: its figures first, then each section of its page, the missing at the front. */
final class DispatchSheet {

    private DispatchSheet() {}

    static List<Table> of(DispatchPage page) {
        var tables = new ArrayList<Table>();
        var above = List.of(page.name(), page.about(), page.from() + " — " + page.to() + " " + Words.say(page.closed() ? "supervision.dispatch.sheet" : "supervision.dispatch.running"));
        var figures = new ArrayList<List<Cell>>(List.of(figure("due", page.due()), figure("reported", page.reported()), figure("missing", page.missing())));
        if (page.former() != null) figures.add(figure("former", page.former()));
        tables.add(new Table(Words.say("supervision.dispatch.sheet"), page.shown() == 0 ? above : Stream.concat(above.stream(), Stream.of(Words.say("supervision.dispatch.shown", page.shown(), page.due()))).toList(), List.of(Words.say("supervision.dispatch.figure"), Words.say("supervision.dispatch.number")), figures));
        page.sections().forEach(section -> tables.add(table(section, above)));
        return tables;
    }

    private static List<Cell> figure(String what, int number) {
        return List.of(said(Words.say("supervision.dispatch.figure." + what)), new Count(number));
    }

    private static Table table(Section section, List<String> above) {
        var head = List.of(Words.say("supervision.dispatch.unit"), Words.say("supervision.dispatch.no"), Words.say("supervision.target.matter"), Words.say("supervision.dispatch.news"));
        return new Table(Words.say("supervision.dispatch.section." + section.key(), section.rows().size()), above, head, section.rows().stream().map(DispatchSheet::row).toList());
    }

    private static List<Cell> row(Row row) {
        return List.of(said(row.unit()), said(row.number()), said(row.title()), said(row.entry() != null ? Words.say("supervision.dispatch.entry", row.entry()) : row.before() ? Words.say("supervision.dispatch.again") : ""));
    }

    private static Cell said(String text) {
        return new cn.duban.documents.TablesXlsx.Words(text);
    }
}
