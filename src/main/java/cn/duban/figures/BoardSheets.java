package cn.duban.figures;

import cn.duban.documents.TablesXlsx.Cell;
import cn.duban.documents.TablesXlsx.Count;
import cn.duban.documents.TablesXlsx.Table;
import cn.duban.web.Dates;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of a board as the page shows them, in its order; beside each rate stand its numerator and its denominator. */
record BoardSheets(Board board, String filter, String ranked) {

    private record Column(String head, Function<Tally, Cell> cell) {}

    static List<Table> of(Board board, String filter) {
        var sheets = new BoardSheets(board, filter, Words.say("figures.ranked", Words.say("figures.rank." + board.ranking().word())));
        var tables = new ArrayList<Table>();
        tables.add(sheets.headline());
        board.sections().forEach(section -> tables.add(sheets.table(Words.say("figures.by." + section.by()), Words.say("figures.by." + section.by()), section.lines(), lines(), true)));
        tables.add(sheets.table(Words.say("figures.months"), Words.say("figures.by.month"), board.months().reversed(), months(), false));
        tables.add(sheets.ages());
        tables.add(sheets.moves());
        return tables;
    }

    private List<String> above(String title, boolean ordered) {
        var above = new ArrayList<>(List.of(Words.say("figures.board.title") + " · " + title, Words.say("figures.board.told", Dates.minute(board.at()), board.since()), Words.say("figures.only", filter)));
        if (ordered) above.add(ranked);
        return above;
    }

    private Table headline() {
        var columns = Stream.of(Stream.of(count(Kind.OPEN), count(Kind.SOON), count(Kind.LATE)), rate("figures.late.rate", Tally::lateRate, Kind.LATE, Kind.OPEN), months().stream()).flatMap(all -> all);
        var rows = columns.map(column -> List.of(said(column.head()), column.cell().apply(board.total()))).toList();
        return new Table(Words.say("figures.whole"), above(Words.say("figures.whole"), false), List.of(Words.say("figures.item"), Words.say("figures.number")), rows);
    }

    private Table table(String title, String by, List<Board.Line> lines, List<Column> columns, boolean ordered) {
        var head = Stream.concat(Stream.of(by), columns.stream().map(Column::head)).toList();
        return new Table(title, above(title, ordered), head,
                lines.stream().map(line -> Stream.concat(Stream.of(said(line.label())), columns.stream().map(column -> column.cell().apply(line.tally()))).toList()).toList());
    }

    private Table ages() {
        return new Table(Words.say("figures.ages"), above(Words.say("figures.ages"), false), List.of(Words.say("figures.ages.how"), Words.say("figures.ages.count")),
                Kind.AGES.stream().map(kind -> List.of(said(Words.say("figures.of." + kind.word())), new Count(board.total().of(kind)))).toList());
    }

    private Table moves() {
        var head = Stream.of("figures.by.type", "figures.moves.from", "figures.moves.to", "figures.moves.count", "figures.moves.days").map(Words::say).toList();
        return new Table(Words.say("figures.moves"), above(Words.say("figures.moves"), false), head,
                board.moves().stream().map(move -> List.of(said(move.type()), said(move.from()), said(move.to()), new Count(move.count()), said(move.days()))).toList());
    }

    private static List<Column> lines() {
        return Stream.of(Stream.of(count(Kind.OPEN), count(Kind.SOON), count(Kind.LATE)), rate("figures.late.rate", Tally::lateRate, Kind.LATE, Kind.OPEN), Stream.of(count(Kind.SETTLED)), onTime(),
                Stream.of(count(Kind.RETURNED), count(Kind.REOPENED))).flatMap(columns -> columns).toList();
    }

    private static List<Column> months() {
        return Stream.of(Stream.of(count(Kind.OPENED), count(Kind.SETTLED)), onTime(), Stream.of(count(Kind.RETURNED), count(Kind.REOPENED))).flatMap(columns -> columns).toList();
    }

    private static Stream<Column> onTime() {
        return rate("figures.ontime.rate", Tally::onTime, Kind.ON_TIME, Kind.JUDGED);
    }

    private static Column count(Kind kind) {
        return new Column(Words.say("figures.of." + kind.word()), tally -> new Count(tally.of(kind)));
    }

    private static Stream<Column> rate(String name, Function<Tally, String> rate, Kind over, Kind under) {
        var head = Words.say(name);
        return Stream.of(new Column(head, tally -> said(rate.apply(tally))),
                new Column(Words.say("figures.numerator", head, Words.say("figures.of." + over.word())), tally -> new Count(tally.of(over))),
                new Column(Words.say("figures.denominator", head, Words.say("figures.of." + under.word())), tally -> new Count(tally.of(under))));
    }

    private static Cell said(String text) {
        return new cn.duban.documents.TablesXlsx.Words(text);
    }
}
