package cn.duban.performance;

import static cn.duban.web.Words.say;

import cn.duban.documents.TablesXlsx.Cell;
import cn.duban.documents.TablesXlsx.Count;
import cn.duban.documents.TablesXlsx.Table;
import cn.duban.documents.TablesXlsx.Words;
import cn.duban.performance.Card.Score;
import cn.duban.units.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A round as tables: the ranking of each group, and all scores with what they were taken from. */
final class RoundSheets {

    private RoundSheets() {}

    static List<Table> of(Round round, Scheme scheme, Map<Integer, Card> cards, List<Standings.Place> places, Directory directory) {
        var tables = new ArrayList<Table>();
        tables.add(ranking(round, cards, places, directory));
        tables.add(new Table(say("performance.scores"), List.of(round.title()), List.of(say("performance.unit"), say("performance.no"), say("performance.indicator"), say("performance.worth"), say("performance.figure"), say("performance.points"), say("performance.reason"), say("performance.evidence"), say("performance.scored-by")),
                cards.entrySet().stream().flatMap(one -> scheme.leaves(one.getValue().group()).stream().map(leaf -> row(directory.unitName(one.getKey()), leaf, one.getValue().scores().get(leaf.no())))).toList()));
        return tables;
    }

    private static Table ranking(Round round, Map<Integer, Card> cards, List<Standings.Place> places, Directory directory) {
        var head = List.of(say("performance.group"), say("performance.rank"), say("performance.unit"), say("performance.total"), say("performance.reckoned"));
        var rows = places.isEmpty()
                ? cards.entrySet().stream().map(one -> List.<Cell>of(new Words(one.getValue().group()), new Words(""), new Words(directory.unitName(one.getKey())), new Words(""), new Words(CardWords.reckoned(one.getValue())))).toList()
                : places.stream().map(place -> List.<Cell>of(new Words(place.group()), new Count(place.rank()), new Words(directory.unitName(place.unit())), new Words(Points.said(place.total())), new Words(CardWords.reckoned(cards.get(place.unit()))))).toList();
        return new Table(say("performance.ranking"), List.of(round.title(), say("performance.state." + round.state().word())), head, rows);
    }

    private static List<Cell> row(String unit, Indicator leaf, @Nullable Score score) {
        var figure = score == null ? null : CardWords.figure(score);
        return List.of(new Words(unit), new Words(leaf.no()), new Words(leaf.name()), new Words(SchemeLines.worth(leaf)), new Words(figure == null ? "" : figure), new Words(score == null || score.points() == null ? say(score != null && score.state() == Score.State.WITHOUT ? "performance.without" : "performance.owed") : Points.said(score.points())),
                new Words(score == null ? "" : score.reason()), new Words(score == null ? "" : score.evidence()), new Words(score == null ? "" : score.scoredName()));
    }
}
