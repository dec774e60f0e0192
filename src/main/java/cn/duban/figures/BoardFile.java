package cn.duban.figures;

import cn.duban.web.CsvText;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of a board as comma-separated text, with the mark by which spreadsheets know UTF-8. */
record BoardFile(Board board) {

    private static final List<Kind> COLUMNS = Stream.of(List.of(Kind.OPEN, Kind.SOON, Kind.LATE), Kind.AGES, List.of(Kind.OPENED, Kind.SETTLED, Kind.JUDGED, Kind.ON_TIME, Kind.RETURNED, Kind.REOPENED)).flatMap(List::stream).toList();

    String text() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(Words.say("figures.until", board.day()), Words.say("figures.since", board.since())));
        board.sections().forEach(section -> {
            rows.add(row(Words.say("figures.by." + section.by()), COLUMNS, kind -> Words.say("figures.of." + kind.word())));
            section.lines().forEach(line -> rows.add(row(line.label(), COLUMNS, kind -> String.valueOf(line.tally().of(kind)))));
        });
        rows.add(row(Words.say("figures.by.month"), Kind.TURNS, kind -> Words.say("figures.of." + kind.word())));
        board.months().forEach(line -> rows.add(row(line.label(), Kind.TURNS, kind -> String.valueOf(line.tally().of(kind)))));
        return CsvText.quoted(rows);
    }

    private static List<String> row(String first, List<Kind> kinds, Function<Kind, String> cell) {
        return Stream.concat(Stream.of(first), kinds.stream().map(cell)).toList();
    }
}
