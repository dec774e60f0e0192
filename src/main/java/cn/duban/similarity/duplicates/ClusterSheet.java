package cn.duban.similarity.duplicates;

import cn.duban.documents.TablesXlsx.Cell;
import cn.duban.documents.TablesXlsx.Count;
import cn.duban.documents.TablesXlsx.Table;
import cn.duban.ledger.Said;
import cn.duban.web.Dates;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Clusters as a table: a row a matter, with the number of its cluster. */
final class ClusterSheet {

    private ClusterSheet() {}

    static Table of(List<Cluster> clusters) {
        var rows = new ArrayList<List<Cell>>();
        var no = 0;
        for (var cluster : clusters) {
            no++;
            for (var member : cluster.members()) {
                var row = member.row();
                rows.add(List.of(new Count(no), text(Words.say("ledger.duplicates.level." + cluster.level().word())), text(row.number()), text(row.title()), text(String.join("、", row.leads())), text(Said.stateOf(row)),
                        text(Dates.day(row.facts().openedOn())), text(row.dueDay() == null ? "" : Dates.day(row.dueDay())), text(member.like() == null ? "" : member.like()), text(String.join("；", member.reasons()))));
            }
        }
        var head = Stream.of("no", "level", "number", "title", "lead", "state", "opened", "due", "like", "reasons").map(column -> Words.say("similarity.clusters.column." + column)).toList();
        return new Table(Words.say("similarity.clusters.title"), List.of(Words.say("similarity.clusters.title")), head, rows);
    }

    private static Cell text(String text) {
        return new cn.duban.documents.TablesXlsx.Words(text);
    }
}
