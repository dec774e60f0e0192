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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        var step = new Step(intake, type, new SourceRows(door, intake, type, directories.of(intake.tenant())), viewer);
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
        private final MatterType type;
        private final SourceRows rows;
        private final Viewer viewer;
        private int done;

        private Step(SheetIntake intake, MatterType type, SourceRows rows, Viewer viewer) {
            this.intake = intake;
            this.type = type;
            this.rows = rows;
            this.viewer = viewer;
            this.done = intake.done();
        }

        private boolean bring(Line line) {
            try {
                return line.outcome() == Outcome.NEW ? take(line) : change(line);
            } catch (Refusal.Refused refused) {
                return settle(line, Outcome.FAULTY, line.matter(), null, Remark.of(Kind.FAULT, null, Said.of(refused.refusal().zh(), refused.refusal().en())));
            }
        }

        private boolean take(Line line) {
            var taken = rows.door().take(intake.tenant(), Objects.requireNonNull(intake.source()), rows.row(line));
            return taken.isPresent() ? settle(line, Outcome.NEW, taken.get(), content(line), null)
                    : settle(line, Outcome.HELD, null, null, Remark.of(Kind.HELD, null, Said.of("没有直接成为工单，另行存放着，等坐席处理。", "became no ticket by itself and is held apart for the desk.")));
        }

        /** What still differs; what was taken over before this broke off differs no more, or bears its key. */
        private boolean change(Line line) {
            var matter = Objects.requireNonNull(line.matter());
            var id = new MatterId(intake.tenant(), matter);
            var content = content(line);
            var now = present.of(List.of(matter), viewer).get(matter);
            var told = Words.in(Words.CHINESE, "sheets.source", intake.name(), intake.sheetName(), line.no()) + "\n" + rows.changes(line.remarks());
            if (rows.sendsBack(line)) {
                // what somebody had done again meanwhile is done again
                if (rows.door().against(id) == null) ledger.act(id, dated(rows.door().again(id, content.fields().get(SourceRows.BACK) + "\n" + told), content), viewer, key(line));
            } else if (now != null && now.draft()) {
                if (differs(content, now)) ledger.act(id, corrected(content, now, told), viewer, key(line));
            } else if (now != null && now.phase().equals("open")) ledger.act(id, dated(rows.door().told(told), content), viewer, key(line));
            return settle(line, Outcome.CHANGED, matter, content, null);
        }

        private String key(Line line) {
            return "sheet-" + intake.id() + "-" + line.no();
        }

        private Act dated(Act act, Content content) {
            var due = content.fields().getOrDefault(rows.door().dueField(), "");
            return due.isEmpty() ? act : act.field(rows.door().dueField(), due);
        }

        private boolean differs(Content content, Present.Now now) {
            return Stream.of(Target.TITLE, Target.BODY).anyMatch(part -> !content.part(part).equals(now.parts().part(part))) || fields(content).anyMatch(field -> !field.getValue().equals(now.parts().fields().get(field.getKey())));
        }

        private Stream<Map.Entry<String, String>> fields(Content content) {
            return content.fields().entrySet().stream().filter(field -> type.fields().containsKey(field.getKey()));
        }

        private Act corrected(Content content, Present.Now now, String told) {
            var act = Act.of("correct").saying("note", told);
            for (var part : List.of(Target.TITLE, Target.BODY)) if (!content.part(part).equals(now.parts().part(part))) act = act.saying(part, content.part(part));
            for (var field : fields(content).toList()) if (!field.getValue().equals(now.parts().fields().get(field.getKey()))) act = act.field(field.getKey(), field.getValue());
            return act;
        }

        private static Content content(Line line) {
            return Objects.requireNonNull(line.content());
        }

        /** @param said what is in the book from now on; null where the row became nothing */
        private boolean settle(Line line, Outcome outcome, @Nullable UUID matter, @Nullable Content said, @Nullable Remark more) {
            var remarks = new ArrayList<>(line.remarks());
            if (more != null) remarks.add(more);
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
