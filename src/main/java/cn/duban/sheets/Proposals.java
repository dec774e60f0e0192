package cn.duban.sheets;

import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.MatterTypes.Published;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.TypeCatalogue;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.sheets.Mapping.Column;
import cn.duban.sheets.reading.HeadWords;
import cn.duban.sheets.reading.Heading;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What the machine makes of a sheet before a person looks: the ledger it continues, else the type that has most room for its columns. */
@Component
class Proposals {

    private static final Pattern YEAR = Pattern.compile("20\\d{2}");

    private final TypeCatalogue catalogue;
    private final Books books;
    private final Directories directories;
    private final MatterTypes types;
    private final Doors doors;

    Proposals(TypeCatalogue catalogue, MatterTypes types, Books books, Directories directories, Doors doors) {
        this.doors = doors;
        this.types = types;
        this.catalogue = catalogue;
        this.books = books;
        this.directories = directories;
    }

    /** The types that are opened by people; what a clock opens is not, and what comes in by a door of its own neither. */
    List<Published> types(Viewer viewer) {
        var all = catalogue.of(viewer.tenant());
        var opened = all.stream().flatMap(t -> t.type().clocks().values().stream()).map(ClockRule::opens).filter(Objects::nonNull).collect(Collectors.toSet());
        return all.stream().filter(t -> !opened.contains(t.version().name()) && !doors.guards(t.version().name())).toList();
    }

    /** By its name; also one that was published a moment ago, which the catalogue does not list yet. */
    Optional<MatterType> type(Viewer viewer, String name) {
        var known = types(viewer).stream().filter(t -> t.version().name().equals(name)).map(Published::type).findFirst();
        if (known.isPresent() || name.isEmpty()) return known;
        try {
            return Optional.of(types.current(viewer.tenant(), name).type());
        } catch (Refusal.Refused none) {
            return Optional.empty();
        }
    }

    /** @param rows the first rows of the sheet by their number */
    Mapping first(Heading heading, Map<Integer, List<String>> rows, String file, String sheet, Viewer viewer) {
        var partial = FaultySheet.isOne(heading, rows);
        var names = partial ? heading.columns().subList(0, heading.columns().size() - 1) : heading.columns();
        var title = heading.title().isBlank() ? sheet : heading.title();
        var known = books.likely(books.list(viewer), names);
        if (known.isPresent() && type(viewer, known.get().type()).isPresent()) {
            var was = known.get().mapping();
            return new Mapping(heading.top(), heading.bottom(), known.get().title(), was.type(), was.parent(), year(title + sheet + file, viewer), was.loose(), partial, was.columns(), known.get().id());
        }
        var types = types(viewer).stream().map(Published::type).toList();
        var words = file + sheet + title + String.join(" ", names);
        var type = types.stream().max(Comparator.comparingInt((MatterType t) -> room(names, t)).thenComparing(t -> !t.roles().containsKey(MatterType.APPROVER))
                .thenComparingInt(t -> named(t, words) + types.stream().filter(above -> above.name().equals(t.parent())).mapToInt(above -> named(above, words)).sum()));
        var fits = names.stream().filter(name -> HeadWords.meaning(name).isPresent()).count() > 1;
        return new Mapping(heading.top(), heading.bottom(), title, fits ? type.map(MatterType::name).orElse("") : "", null, year(title + sheet + file, viewer), false, partial,
                type.map(t -> Target.propose(names, t)).orElse(List.of()), null);
    }

    /** What a source outside sends: columns as it was decided for its sheet before, where they are called the same. */
    Mapping of(Doors.Open open, Heading heading, Map<Integer, List<String>> rows, Viewer viewer) {
        var partial = FaultySheet.isOne(heading, rows);
        var names = partial ? heading.columns().subList(0, heading.columns().size() - 1) : heading.columns();
        var book = books.of(viewer.tenant(), open.source().key());
        var same = book.filter(before -> books.likely(List.of(before), names).isPresent());
        return new Mapping(heading.top(), heading.bottom(), open.source().name(), open.door().type(), null, year(heading.title(), viewer), true, partial,
                same.map(before -> before.mapping().columns()).orElseGet(() -> Target.propose(names, open.door())), book.map(Books.Book::id).orElse(null));
    }

    /** The same head for another type, or another head; what was decided of a column of the same name stays where the type has it. */
    List<Column> columns(Heading heading, MatterType type, List<Column> before) {
        var allowed = Target.of(type, cn.duban.web.Words.CHINESE).stream().map(Target::word).collect(Collectors.toSet());
        var had = before.stream().filter(column -> allowed.contains(column.target())).collect(Collectors.toMap(column -> column.at() + column.name(), Column::target, (a, b) -> a));
        return Target.propose(heading.columns(), type).stream().map(column -> new Column(column.at(), column.name(), had.getOrDefault(column.at() + column.name(), column.target()))).toList();
    }

    private static int room(List<String> names, MatterType type) {
        var fits = (int) Target.propose(names, type).stream().filter(column -> !column.target().equals(Target.BODY) && !column.target().equals(Target.NOTHING)).count();
        // of two with as much room the one in which a single unit answers: days and units sit there
        return 2 * fits + (Optional.ofNullable(type.roles().get("lead")).filter(role -> !role.many()).isPresent() ? 1 : 0);
    }

    /** How nearly the sheet itself calls the type by its name: the pairs of characters of its label that it says. What needs an approval first comes in by its own page. */
    private static int named(MatterType type, String words) {
        var label = type.label().zh();
        return (int) IntStream.range(0, Math.max(0, label.length() - 1)).filter(at -> words.contains(label.substring(at, at + 2))).count();
    }

    private int year(String text, Viewer viewer) {
        var year = YEAR.matcher(text);
        return year.find() ? Integer.parseInt(year.group()) : directories.of(viewer.tenant()).today().getYear();
    }
}
