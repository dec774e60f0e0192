package cn.duban.sheets;

import cn.duban.ledger.Door;
import cn.duban.ledger.Matters;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.type.MatterType;
import cn.duban.sheets.Mapping.Column;
import cn.duban.sheets.reading.Heading;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person typed about a sheet, as a mapping. */
@Component
class Mappings {

    private static final int HEAD = 40;

    private final Lines lines;
    private final Proposals proposals;
    private final Books books;
    private final Matters matters;
    private final Doors doors;

    Mappings(Lines lines, Proposals proposals, Books books, Matters matters, Doors doors) {
        this.doors = doors;
        this.lines = lines;
        this.proposals = proposals;
        this.books = books;
        this.matters = matters;
    }

    /** The first rows of a sheet by their number. */
    Map<Integer, List<String>> head(SheetIntake intake) {
        return lines.between(intake.tenant(), intake.id(), 1, HEAD).stream().collect(Collectors.toMap(Line::no, Line::cells, (a, b) -> a, TreeMap::new));
    }

    Mapping read(SheetIntake intake, Map<String, String> typed, Viewer viewer) {
        var was = intake.mapping();
        var top = Math.clamp(number(typed, "top", was.top()), 1, HEAD);
        var bottom = Math.clamp(number(typed, "bottom", was.bottom()), top, Math.min(HEAD, top + 4));
        var open = doors.open(intake.source(), viewer);
        if (open.isPresent()) return read(intake, typed, open.get().door(), top, bottom);
        var name = typed.getOrDefault("type", was.type());
        var type = proposals.type(viewer, name);
        if (type.isEmpty()) return new Mapping(top, bottom, title(typed, was), "", null, year(typed, was), typed.containsKey("loose"), false, plain(heading(intake, top, bottom)), null);
        var chosen = new ArrayList<Column>();
        for (var column : was.columns()) chosen.add(new Column(column.at(), column.name(), typed.getOrDefault("column" + column.at(), column.target())));
        var stands = top == was.top() && bottom == was.bottom() && name.equals(was.type());
        var columns = stands ? chosen : proposals.columns(heading(intake, top, bottom), type.get(), chosen);
        once(columns);
        return new Mapping(top, bottom, title(typed, was), name, parent(typed, type.get(), viewer), year(typed, was), typed.containsKey("loose"), was.partial(), columns, book(typed, name, viewer));
    }

    /** Of a sheet from outside only the head and the columns are to be decided. */
    private Mapping read(SheetIntake intake, Map<String, String> typed, RowDoor door, int top, int bottom) {
        var was = intake.mapping();
        var allowed = Target.of(door).stream().map(Target::word).collect(Collectors.toSet());
        var stands = top == was.top() && bottom == was.bottom();
        var columns = (stands ? was.columns() : Target.propose(heading(intake, top, bottom).columns(), door)).stream()
                .map(column -> new Column(column.at(), column.name(), Optional.ofNullable(typed.get("column" + column.at())).filter(target -> stands && allowed.contains(target)).orElse(column.target()))).toList();
        once(columns);
        return new Mapping(top, bottom, was.title(), was.type(), null, year(typed, was), true, was.partial(), columns, was.book());
    }

    private static List<Column> plain(Heading heading) {
        var columns = new ArrayList<Column>();
        for (var name : heading.columns()) columns.add(new Column(columns.size(), name, Target.BODY));
        return columns;
    }

    private Heading heading(SheetIntake intake, int top, int bottom) {
        // what is taken for a head is kept as it is, and may after all be a row that names a number
        var rows = new TreeMap<Integer, List<String>>();
        head(intake).forEach((no, cells) -> rows.put(no, cells.stream().map(Door::masked).toList()));
        return Heading.at(top, bottom, rows, intake.spans());
    }

    /** Two columns cannot both be the title; they can both go into the body. */
    private static void once(List<Column> columns) {
        var taken = new HashSet<String>();
        for (var column : columns) {
            if (column.target().equals(Target.BODY) || column.target().equals(Target.NOTHING) || taken.add(column.target())) continue;
            var first = columns.stream().filter(c -> c.target().equals(column.target())).findFirst().orElseThrow();
            throw Refused.invalid("sheets.twice", Words.say("sheets.twice", first.letter(), first.name(), column.letter(), column.name()), Words.say("sheets.twice.next"));
        }
    }

    private @Nullable UUID parent(Map<String, String> typed, MatterType type, Viewer viewer) {
        var number = typed.getOrDefault("parent", "").strip();
        if (number.isEmpty() || type.parent() == null) return null;
        return named(number, viewer).map(row -> row.id().id())
                .orElseThrow(() -> Refused.invalid("sheets.no-parent", Words.say("sheets.no-parent", number), Words.say("sheets.no-parent.next")));
    }

    private Optional<MatterRow> named(String number, Viewer viewer) {
        return matters.list(MatterQuery.all().holding(number).pages(10), viewer).rows().stream().filter(row -> row.number().equals(number)).findFirst();
    }

    /** The number of the matter above, for the form. */
    String parentNumber(@Nullable UUID parent, Viewer viewer) {
        return parent == null ? "" : Optional.ofNullable(matters.rows(List.of(parent), viewer).get(parent)).map(MatterRow::number).orElse("");
    }

    private @Nullable UUID book(Map<String, String> typed, String type, Viewer viewer) {
        var id = typed.getOrDefault("book", "");
        return books.list(viewer).stream().filter(book -> book.id().toString().equals(id) && book.type().equals(type)).map(Books.Book::id).findFirst().orElse(null);
    }

    private static String title(Map<String, String> typed, Mapping was) {
        var title = typed.getOrDefault("title", was.title()).strip();
        return title.isEmpty() ? was.title() : title.substring(0, Math.min(120, title.length()));
    }

    private static int year(Map<String, String> typed, Mapping was) {
        return Math.clamp(number(typed, "year", was.year()), 1990, 2099);
    }

    private static int number(Map<String, String> typed, String name, int otherwise) {
        var text = typed.getOrDefault(name, "").strip();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
