package cn.duban.sheets;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.type.MatterType;
import cn.duban.sheets.Books.Row;
import cn.duban.sheets.Line.Outcome;
import cn.duban.sheets.Remark.Kind;
import cn.duban.sheets.reading.Said;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The import of a source's sheet, row by row through its {@link RowDoor}. The door takes a number once and an act bears the row's key, so that a row which
 * was taken and not written down is answered the same when it is brought again.
 */
@Component
class Bringing {

    private final SheetIntakes intakes;
    private final Lines lines;
    private final Books books;
    private final Present present;
    private final Ledger ledger;
    private final Running running;
    private final Doors doors;
    private final Directories directories;
    private final TransactionTemplate transaction;

    Bringing(SheetIntakes intakes, Lines lines, Books books, Present present, Ledger ledger, Running running, Doors doors, Directories directories, PlatformTransactionManager transactions) {
        this.intakes = intakes;
        this.lines = lines;
        this.books = books;
        this.present = present;
        this.ledger = ledger;
        this.running = running;
        this.doors = doors;
        this.directories = directories;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return false once nothing is left, or somebody else has it */
    boolean batch(SheetIntake intake, MatterType type, Viewer viewer) {
        var door = doors.open(intake.source(), viewer).orElseThrow().door();
        var step = new Step(intake, new SourceRows(door, intake, type, directories.of(intake.tenant())), viewer);
        for (var outcome : List.of(Outcome.NEW, Outcome.CHANGED)) {
            var waiting = lines.waiting(intake.tenant(), intake.id(), outcome, Running.BATCH);
            for (var line : waiting) if (!step.bring(line)) return false;
            if (!waiting.isEmpty()) return true;
        }
        running.finish(intake);
        return false;
    }

    private final class Step {

        private final SheetIntake intake;
        private final SourceRows rows;
        private final Viewer viewer;
        private int done;

        private Step(SheetIntake intake, SourceRows rows, Viewer viewer) {
            this.intake = intake;
            this.rows = rows;
            this.viewer = viewer;
            this.done = intake.done();
        }

        private boolean bring(Line line) {
            try {
                return line.outcome() == Outcome.NEW ? take(line) : change(line);
            } catch (Refusal.Refused refused) {
                return settle(line, Outcome.FAULTY, line.matter(), null, more(line, Remark.of(Kind.FAULT, null, Said.of(refused.refusal().zh(), refused.refusal().en()))));
            }
        }

        private boolean take(Line line) {
            var taken = rows.door().take(intake.tenant(), Objects.requireNonNull(intake.source()), rows.row(line));
            return taken.isPresent() ? settle(line, Outcome.NEW, taken.get(), content(line), line.remarks())
                    : settle(line, Outcome.HELD, null, null, more(line, Remark.of(Kind.HELD, null, Said.of("没有直接成为工单，另行存放着，等坐席处理。", "became no ticket by itself and is held apart for the desk."))));
        }

        /** What still differs and can still be taken over; of that, no more: what was changed here meanwhile stays. Written down with it, or neither is. */
        private boolean change(Line line) {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var settled = changed(line);
                if (!settled) status.setRollbackOnly();
                return settled;
            }));
        }

        private boolean changed(Line line) {
            var matter = Objects.requireNonNull(line.matter());
            var id = new MatterId(intake.tenant(), matter);
            var content = content(line);
            var now = present.of(List.of(matter), viewer).get(matter);
            var kept = books.continued(intake, intake.mapping()).flatMap(book -> books.row(intake.tenant(), book, matter)).map(Row::content).orElse(null);
            var found = rows.differing(content, kept, now);
            var before = rows.before(content, kept, now);
            var told = Words.in(Words.CHINESE, "sheets.source", intake.name(), intake.sheetName(), line.no()) + "\n" + rows.changes(found.remarks());
            if (rows.sendsBack(line)) {
                var refusal = rows.door().against(id);
                // the page goes on saying the reason, and the next issue is held against what was before
                if (refusal != null) return settle(line, Outcome.HELD, matter, null, more(line, Remark.of(Kind.HELD, null, Said.of(refusal.zh(), refusal.en()))));
                ledger.act(id, dated(rows.door().again(id, content.fields().get(SourceRows.BACK) + "\n" + told), content), viewer, key(line));
                return settle(line, Outcome.CHANGED, matter, content, line.remarks());
            }
            var closed = now == null || !now.draft() && !now.phase().equals("open");
            if (!found.nothing() && (closed || found.taken().isEmpty())) return settle(line, Outcome.HELD, matter, null, said(line, found.remarks()));
            if (now != null && now.draft()) {
                if (found.taken().stream().anyMatch(part -> !now.parts().part(part).equals(content.part(part)))) ledger.act(id, corrected(content, found.taken(), told), viewer, key(line));
            } else if (!closed && !found.nothing()) ledger.act(id, dated(rows.door().told(told), content), viewer, key(line));
            return settle(line, Outcome.CHANGED, matter, SourceRows.knowing(before.taking(found.taken(), content), content), said(line, found.remarks()));
        }

        /** What is true of it now, in the place of what was when it was checked. */
        private static List<Remark> said(Line line, List<Remark> now) {
            return Stream.concat(now.stream(), line.remarks().stream().filter(remark -> remark.kind() != Kind.CHANGE && remark.kind() != Kind.HELD)).toList();
        }

        private static List<Remark> more(Line line, Remark remark) {
            return Stream.concat(line.remarks().stream(), Stream.of(remark)).toList();
        }

        private String key(Line line) {
            return "sheet-" + intake.id() + "-" + line.no();
        }

        private Act dated(Act act, Content content) {
            var due = content.fields().getOrDefault(rows.door().dueField(), "");
            return due.isEmpty() ? act : act.field(rows.door().dueField(), due);
        }

        private static Act corrected(Content content, Set<String> parts, String told) {
            var act = Act.of("correct").saying("note", told);
            for (var part : parts) act = part.startsWith(Target.FIELD) ? act.field(part.substring(Target.FIELD.length()), content.part(part)) : act.saying(part, content.part(part));
            return act;
        }

        private static Content content(Line line) {
            return Objects.requireNonNull(line.content());
        }

        /** @param said what is in the book from now on; null where the row became nothing */
        private boolean settle(Line line, Outcome outcome, @Nullable UUID matter, @Nullable Content said, List<Remark> remarks) {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var held = intakes.hold(intake.at(done)).orElse(null);
                if (held == null) return false;
                var book = Optional.ofNullable(held.book()).orElseGet(() -> books.keep(held, held.mapping()));
                if (said != null && matter != null) books.write(held.tenant(), book, List.of(new Row(matter, said.key(), line.no(), said)));
                lines.find(held.tenant(), held.id(), List.of(new Line(line.no(), line.cells(), outcome, line.content(), remarks, matter, true)));
                intakes.advanced(held, held.done() + 1, book);
                done = held.done() + 1;
                return true;
            }));
        }
    }
}
