package cn.duban.figures;

import cn.duban.web.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a board as comma-separated text, with the mark by which spreadsheets know UTF-8. */
record BoardFile(Board board) {

    private static final List<Kind> COLUMNS = Stream.of(List.of(Kind.OPEN, Kind.SOON, Kind.LATE), Kind.AGES, List.of(Kind.OPENED, Kind.SETTLED, Kind.JUDGED, Kind.ON_TIME, Kind.RETURNED, Kind.REOPENED)).flatMap(List::stream).toList();

    String text() {
        var text = new StringBuilder("\uFEFF");
        line(text, Stream.of(Words.say("figures.until", board.day()), Words.say("figures.since", board.since())));
        board.sections().forEach(section -> {
            line(text, Stream.concat(Stream.of(Words.say("figures.by." + section.by())), COLUMNS.stream().map(kind -> Words.say("figures.of." + kind.word()))));
            section.lines().forEach(line -> line(text, Stream.concat(Stream.of(line.label()), COLUMNS.stream().map(kind -> String.valueOf(line.tally().of(kind))))));
        });
        line(text, Stream.concat(Stream.of(Words.say("figures.by.month")), Kind.TURNS.stream().map(kind -> Words.say("figures.of." + kind.word()))));
        board.months().forEach(line -> line(text, Stream.concat(Stream.of(line.label()), Kind.TURNS.stream().map(kind -> String.valueOf(line.tally().of(kind))))));
        return text.toString();
    }

    /** A cell that a spreadsheet would take for a formula is told as text. */
    private static void line(StringBuilder text, Stream<String> cells) {
        text.append(cells.map(cell -> "\"" + (cell.matches("[=+\\-@\\t].*") ? "'" : "") + cell.replace("\"", "\"\"") + "\"").collect(Collectors.joining(","))).append("\r\n");
    }
}
