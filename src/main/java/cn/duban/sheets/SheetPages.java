package cn.duban.sheets;

import cn.duban.ledger.Door;
import cn.duban.ledger.DuplicateBatch;
import cn.duban.ledger.MatterTypes.Published;
import cn.duban.ledger.type.MatterType;
import cn.duban.sheets.Line.Outcome;
import cn.duban.sheets.MappingPage.Choice;
import cn.duban.sheets.MappingPage.Example;
import cn.duban.sheets.OutcomePage.Missing;
import cn.duban.sheets.OutcomePage.Shown;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the pages of this room. */
@Component
class SheetPages {

    private static final int EXAMPLES = 6;
    private static final int ROWS = 100;
    private static final int SEARCHED = 60;

    private final SheetIntakes intakes;
    private final Lines lines;
    private final Books books;
    private final Proposals proposals;
    private final Mappings mappings;
    private final Present present;
    private final Directories directories;
    private final RowDuplicates duplicates;
    private final Doors doors;

    SheetPages(Doors doors, SheetIntakes intakes, Lines lines, Books books, Proposals proposals, Mappings mappings, Present present, Directories directories, RowDuplicates duplicates) {
        this.duplicates = duplicates;
        this.doors = doors;
        this.intakes = intakes;
        this.lines = lines;
        this.books = books;
        this.proposals = proposals;
        this.mappings = mappings;
        this.present = present;
        this.directories = directories;
    }

    SheetsPage all(Viewer viewer) {
        return new SheetsPage(intakes.list(viewer), doors.sources(viewer), directories.of(viewer.tenant()));
    }

    MappingPage mapping(SheetIntake intake, Viewer viewer) {
        return doors.open(intake.source(), viewer).map(open -> mapping(intake, open, viewer)).orElseGet(() -> own(intake, viewer));
    }

    /** Whoever sorts columns needs not know who somebody is: what names people is shown as such and no more. */
    private MappingPage mapping(SheetIntake intake, Doors.Open open, Viewer viewer) {
        var mapping = intake.mapping();
        var type = proposals.type(viewer, mapping.type()).orElseThrow();
        var directory = directories.of(viewer.tenant());
        var rows = lines.after(intake.tenant(), intake.id(), mapping.bottom(), SEARCHED);
        var source = new SourceRows(open.door(), intake, type, directory);
        var reader = new RowReader(mapping, type, directory);
        var examples = new ArrayList<Example>();
        for (var line : rows) {
            var read = reader.read(line.no(), line.cells());
            if (!read.matter() || examples.size() == EXAMPLES) continue;
            var remarks = new ArrayList<>(read.remarks());
            var content = source.understood(line.no(), read, remarks);
            examples.add(new Example(line.no(), content, facts(content, type, directory), remarks));
        }
        var head = new TreeMap<Integer, List<String>>();
        mappings.head(intake).forEach((no, cells) -> head.put(no, no <= mapping.bottom() ? cells : shown(cells, mapping, open.door())));
        var samples = rows.stream().limit(3).map(line -> new Line(line.no(), shown(line.cells(), mapping, open.door()), null, null, List.of(), null, false)).toList();
        return new MappingPage(intake, open.source().name(), intakes.sheets(intake.file(), viewer), intakes.sameFile(intake, viewer), List.of(), Target.of(open.door()), false, "", List.of(), head, samples, examples);
    }

    private static List<String> shown(List<String> cells, Mapping mapping, RowDoor door) {
        var shown = new ArrayList<>(cells.stream().map(Door::masked).toList());
        for (var column : mapping.columns())
            if (column.at() < shown.size() && !shown.get(column.at()).isEmpty() && column.target().startsWith(Target.DOOR) && door.personal(column.target().substring(Target.DOOR.length()))) shown.set(column.at(), "***");
        return shown;
    }

    private MappingPage own(SheetIntake intake, Viewer viewer) {
        var language = Words.english() ? Locale.ENGLISH : Words.CHINESE;
        var mapping = intake.mapping();
        var type = proposals.type(viewer, mapping.type());
        var types = java.util.stream.Stream.concat(proposals.types(viewer).stream().map(Published::type), type.stream()).map(t -> new Choice(t.name(), t.label().in(language))).distinct().toList();
        var earlier = books.list(viewer).stream().map(book -> new Choice(book.id().toString(), book.title())).toList();
        var rows = lines.after(intake.tenant(), intake.id(), mapping.bottom(), SEARCHED);
        var examples = type.map(t -> examples(mapping, t, rows, directories.of(viewer.tenant()))).orElse(List.of());
        var samples = rows.stream().limit(3).toList();
        return new MappingPage(intake, null, intakes.sheets(intake.file(), viewer), intakes.sameFile(intake, viewer), types, type.map(t -> Target.of(t, language)).orElse(List.of()),
                type.map(MatterType::parent).isPresent(), mappings.parentNumber(mapping.parent(), viewer), earlier, mappings.head(intake), samples, examples);
    }

    private static List<Example> examples(Mapping mapping, MatterType type, List<Line> rows, Directory directory) {
        var reader = new RowReader(mapping, type, directory);
        var examples = new ArrayList<Example>();
        for (var line : rows) {
            var read = reader.read(line.no(), line.cells());
            if (read.matter() && examples.size() < EXAMPLES) examples.add(new Example(line.no(), read.content().orElseThrow(), facts(read.content().orElseThrow(), type, directory), read.remarks()));
        }
        return examples;
    }

    /** Roles, fields and day in words, in the order of the type. */
    static List<Example.Fact> facts(Content content, MatterType type, Directory directory) {
        var language = Words.english() ? Locale.ENGLISH : Words.CHINESE;
        var facts = new ArrayList<Example.Fact>();
        type.roles().forEach((name, role) -> {
            var bearers = content.roles().get(name);
            if (bearers != null) facts.add(new Example.Fact(role.label().in(language), bearers.stream().map(id -> role.bearer() == MatterType.Bearer.UNIT ? directory.unitName(id) : post(id, directory)).collect(Collectors.joining("、"))));
        });
        if (content.due() != null) facts.add(new Example.Fact(Words.say("sheets.target.due"), cn.duban.web.Dates.day(content.due())));
        type.fields().forEach((name, field) -> {
            var value = content.fields().get(name);
            if (value != null) facts.add(new Example.Fact(field.label().in(language), field.choices().containsKey(value) ? field.choices().get(value).in(language) : value));
        });
        return facts;
    }

    private static String post(int id, Directory directory) {
        return directory.post(id).map(post -> post.name() + directory.holders(id).stream().map(person -> " " + person.name()).collect(Collectors.joining("、"))).orElse("");
    }

    OutcomePage outcome(SheetIntake intake, String show, int after, Viewer viewer) {
        return outcome(intake, show, after, intake.state() == SheetIntake.State.CHECKED ? duplicates.asked(intake, Map.of(), viewer) : null, viewer);
    }

    OutcomePage outcome(SheetIntake intake, String show, int after, @Nullable DuplicateBatch asked, Viewer viewer) {
        if (intake.working()) return new OutcomePage(intake, Map.of(), "", List.of(), null, List.of(), List.of(), 0, 0, null, 0);
        var tally = lines.tally(intake.tenant(), intake.id());
        // what came back corrected is no whole issue: nothing is missing from it
        var earlier = intake.mapping().partial() ? null : intake.mapping().book();
        var missing = earlier == null ? 0 : books.missing(intake, earlier);
        var what = show.isEmpty() ? first(tally, missing) : show;
        var rows = what.equals("missing") ? List.<Line>of() : what.equals("doubt") ? lines.doubted(intake.tenant(), intake.id(), ROWS)
                : Arrays.stream(Outcome.values()).filter(o -> o.word().equals(what)).findFirst().map(o -> lines.found(intake.tenant(), intake.id(), o, after, ROWS)).orElse(List.of());
        var numbers = present.of(rows.stream().map(Line::matter).filter(java.util.Objects::nonNull).toList(), viewer);
        var shown = rows.stream().map(line -> new Shown(intake.source() == null ? line : unnamed(line), line.matter() == null || !numbers.containsKey(line.matter()) ? null : numbers.get(line.matter()).number())).toList();
        var gone = !what.equals("missing") || earlier == null ? List.<Missing>of() : missing(books.missing(intake, earlier, ROWS), viewer);
        return new OutcomePage(intake, tally, what, shown, rows.size() < ROWS || what.equals("doubt") ? null : rows.getLast().no(), gone, intakes.sheets(intake.file(), viewer), missing, lines.doubts(intake.tenant(), intake.id()), asked, duplicates.undecided(intake.tenant(), intake.id()));
    }

    /** Who reported stands in the cells, and on no page. */
    private static Line unnamed(Line line) {
        return new Line(line.no(), List.of(), line.outcome(), line.content(), line.remarks(), line.matter(), line.done());
    }

    private List<Missing> missing(List<Books.Row> rows, Viewer viewer) {
        var now = present.of(rows.stream().map(Books.Row::matter).toList(), viewer);
        return rows.stream().map(row -> new Missing(viewer.tenant() + "-" + row.matter(), now.containsKey(row.matter()) ? now.get(row.matter()).number() : "", row.content().title(), row.place())).toList();
    }

    /** What a person should look at first. */
    private static String first(Map<Outcome, Integer> tally, int missing) {
        for (var outcome : List.of(Outcome.FAULTY, Outcome.HELD, Outcome.CHANGED, Outcome.NEW, Outcome.UNCHANGED)) if (tally.getOrDefault(outcome, 0) > 0) return outcome.word();
        return missing > 0 ? "missing" : Outcome.NONE.word();
    }
}
