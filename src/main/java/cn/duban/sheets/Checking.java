package cn.duban.sheets;

import cn.duban.ledger.type.MatterType;
import cn.duban.sheets.Books.Row;
import cn.duban.sheets.Line.Outcome;
import cn.duban.sheets.Remark.Kind;
import cn.duban.sheets.SheetIntake.State;
import cn.duban.sheets.reading.Said;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The dry run: every row gets its outcome, nothing is written to the ledger. Begun anew where it was interrupted. */
@Component
class Checking {

    private static final int AT_ONCE = 1000;

    private final SheetIntakes intakes;
    private final Lines lines;
    private final Books books;
    private final Present present;
    private final Directories directories;
    private final RowDuplicates duplicates;
    private final Doors doors;
    private final TransactionTemplate transaction;

    Checking(SheetIntakes intakes, Lines lines, Books books, Present present, Directories directories, RowDuplicates duplicates, Doors doors, PlatformTransactionManager transactions) {
        this.doors = doors;
        this.duplicates = duplicates;
        this.transaction = new TransactionTemplate(transactions);
        this.intakes = intakes;
        this.lines = lines;
        this.books = books;
        this.present = present;
        this.directories = directories;
    }

    /** @param on told how far it is, half for reading and half for writing; answers whether to go on */
    void check(SheetIntake intake, MatterType type, Viewer viewer, IntPredicate on) {
        var work = new Work(intake, type, viewer);
        for (int last = 0; ; ) {
            var rows = lines.after(intake.tenant(), intake.id(), last, AT_ONCE);
            if (rows.isEmpty()) break;
            rows.forEach(work::read);
            last = rows.getLast().no();
            if (!on.test(work.found.size())) return;
        }
        work.compare();
        var all = List.copyOf(work.found.values());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var to = Math.min(all.size(), from + AT_ONCE);
            if (!written(intake, all.subList(from, to)) || !on.test(all.size() + to)) return;
        }
        // what is alike among tickets of a source is found once they are there, by the desk
        var alike = intake.source() == null ? duplicates.find(all, viewer) : List.<Integer>of();
        transaction.executeWithoutResult(status -> {
            if (!intakes.holdsChecked(intake)) return;
            duplicates.ask(intake, alike);
            intakes.arrived(intake, State.CHECKED);
        });
    }

    /** Never after the check was stopped, or done by another node: then the import may have begun. */
    private boolean written(SheetIntake intake, List<Line> found) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!intakes.holdsChecked(intake)) return false;
            lines.find(intake.tenant(), intake.id(), found);
            return true;
        }));
    }

    private final class Work {

        private final SheetIntake intake;
        private final MatterType type;
        private final Viewer viewer;
        private final RowReader reader;
        private final @Nullable SourceRows source;
        private final Map<Integer, Line> found = new TreeMap<>();
        private final Map<Content, Integer> said = new HashMap<>();
        private final Map<String, Integer> keys = new HashMap<>();
        /** Of rows that went out to be corrected: the number of the matter that they are. */
        private final Map<Integer, String> numbers = new HashMap<>();

        private Work(SheetIntake intake, MatterType type, Viewer viewer) {
            this.intake = intake;
            this.type = type;
            this.viewer = viewer;
            this.reader = new RowReader(intake.mapping(), type, directories.of(intake.tenant()));
            this.source = doors.open(intake.source(), viewer).map(open -> new SourceRows(open.door(), intake, type, directories.of(intake.tenant()))).orElse(null);
        }

        private void read(Line line) {
            var read = reader.read(line.no(), line.cells());
            if (!read.matter()) {
                found.put(line.no(), line.found(Outcome.NONE, null, List.of(), null));
                return;
            }
            if (read.number() != null) numbers.put(line.no(), read.number());
            var remarks = new ArrayList<>(read.remarks());
            var content = source == null ? read.content().orElseThrow() : source.understood(line.no(), read, remarks);
            if (remarks.stream().noneMatch(remark -> remark.kind() == Kind.FAULT)) twice(line.no(), content, remarks);
            var faulty = remarks.stream().anyMatch(remark -> remark.kind() == Kind.FAULT);
            found.put(line.no(), line.found(faulty ? Outcome.FAULTY : Outcome.NEW, content, remarks, null));
        }

        /** The same row again, or the same key: one of the two is a mistake, and only a person knows which. */
        private void twice(int no, Content content, List<Remark> remarks) {
            var key = content.key().isEmpty() ? null : keys.putIfAbsent(content.key(), no);
            if (key != null) {
                remarks.add(Remark.of(Kind.FAULT, intake.mapping().to(Target.KEY).orElse(null), Said.of("与第 " + key + " 行的编号相同。请改正编号，或者删去重复的一行。", "is the same as in row " + key + ". Mend the key, or take one of the rows out.")));
                return;
            }
            // two tickets of a source may say the same, under two numbers
            var before = source == null ? said.putIfAbsent(content, no) : null;
            if (before != null) remarks.add(Remark.of(Kind.FAULT, null, Said.of("与第 " + before + " 行的内容完全相同，没有导入。如果是重复录入，请删去；确实是两件事的，请改出区别。",
                    "Says the same as row " + before + " and was left out. Take it out if it is the same matter; otherwise make the two differ.")));
        }

        private void compare() {
            var book = books.continued(intake, intake.mapping()).orElse(null);
            if (source != null) compare(source, book);
            if (source != null || book == null) return;
            var rows = books.rows(intake.tenant(), book);
            // a faulty row is still the row it was: it must not count as missing
            var contents = found.values().stream().filter(line -> line.outcome() == Outcome.NEW || line.outcome() == Outcome.FAULTY)
                    .collect(Collectors.toMap(Line::no, line -> java.util.Objects.requireNonNull(line.content())));
            var faulty = found.values().stream().filter(line -> line.outcome() == Outcome.FAULTY).map(Line::no).collect(Collectors.toSet());
            var matched = intake.mapping().partial() ? Comparison.exactly(contents, rows, known(rows)) : Comparison.of(contents, rows, faulty);
            var differing = matched.entrySet().stream().filter(m -> !m.getValue().content().equals(contents.get(m.getKey()))).toList();
            var now = present.of(differing.stream().map(m -> m.getValue().matter()).toList(), viewer);
            var differences = new Differences(intake.mapping(), type, directories.of(intake.tenant()), null);
            matched.forEach((no, row) -> found.computeIfPresent(no, (n, line) -> judged(line, row, now, differences)));
        }

        private void compare(SourceRows source, @Nullable UUID book) {
            var there = source.there();
            var matters = there.values().stream().flatMap(Optional::stream).toList();
            var before = book == null ? Map.<UUID, Content>of() : books.rows(intake.tenant(), book).stream().collect(Collectors.toMap(Row::matter, Row::content));
            var now = present.of(matters, viewer);
            found.replaceAll((no, line) -> source.judged(line, there, before, now));
        }

        private Map<Integer, Row> known(List<Row> rows) {
            var byMatter = rows.stream().collect(Collectors.toMap(Row::matter, row -> row));
            var matters = present.numbered(numbers.values(), viewer);
            var known = new HashMap<Integer, Row>();
            numbers.forEach((no, number) -> {
                var row = byMatter.get(matters.get(number));
                if (row != null) known.put(no, row);
            });
            return known;
        }

        private Line judged(Line line, Row row, Map<UUID, Present.Now> now, Differences differences) {
            var content = java.util.Objects.requireNonNull(line.content());
            if (line.outcome() == Outcome.FAULTY) return line.found(Outcome.FAULTY, content, line.remarks(), row.matter());
            if (row.content().equals(content)) return line.found(Outcome.UNCHANGED, content, line.remarks(), row.matter());
            var differing = differences.between(row.content(), content, now.get(row.matter()));
            var remarks = Stream.concat(differing.remarks().stream(), line.remarks().stream()).toList();
            var outcome = differing.nothing() ? Outcome.UNCHANGED : differing.taken().isEmpty() ? Outcome.HELD : Outcome.CHANGED;
            return line.found(outcome, content, remarks, row.matter());
        }
    }
}
