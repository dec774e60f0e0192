package cn.duban.sheets;

import cn.duban.ledger.Act;
import cn.duban.ledger.Admission;
import cn.duban.ledger.DuplicateDecision;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.MatterType;
import cn.duban.sheets.Books.Row;
import cn.duban.sheets.Line.Outcome;
import cn.duban.sheets.Remark.Kind;
import cn.duban.sheets.reading.Said;
import cn.duban.units.Directories;
import cn.duban.web.Traffic;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The import itself, a batch at a time: matters, rows of the book and what was reached in one transaction that holds the rows of the
 * sheet, so that it goes on where it was and nothing is opened twice. A row that the ledger refuses after all becomes a faulty one and stops no other.
 */
@Component
class Running implements DisposableBean {

    static final int BATCH = 500;

    /** So many pages may be asked for at a time, on average, while each of two batches takes a core of its own. */
    private static final double PEOPLE = Runtime.getRuntime().availableProcessors() - 2 + 0.25;

    /** Two batches take a second or two, where nothing else is at work. */
    private static final Duration PAIR = Duration.ofSeconds(30);

    private final SheetIntakes intakes;
    private final Lines lines;
    private final Books books;
    private final Present present;
    private final Parents parents;
    private final Ledger ledger;
    private final Directories directories;
    private final RowDuplicates duplicates;
    private final Admission admission;
    private final TransactionTemplate transaction;
    private final Traffic.Watch traffic;
    private final ExecutorService second = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("sheets-second").factory());

    Running(SheetIntakes intakes, Lines lines, Books books, Present present, Parents parents, Ledger ledger, Directories directories, RowDuplicates duplicates, Admission admission, PlatformTransactionManager transactions, Traffic traffic) {
        this.traffic = traffic.watch();
        this.duplicates = duplicates;
        this.admission = admission;
        this.intakes = intakes;
        this.lines = lines;
        this.books = books;
        this.present = present;
        this.parents = parents;
        this.ledger = ledger;
        this.directories = directories;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return false once nothing is left, or somebody else has it */
    boolean batch(SheetIntake intake, MatterType type, String onLedger, Viewer viewer) {
        var step = new Step(intake, type, onLedger, viewer);
        var fresh = lines.waiting(intake.tenant(), intake.id(), Outcome.NEW, 2 * BATCH);
        if (!fresh.isEmpty()) return take(fresh, step, new Step(intake, type, onLedger, viewer));
        var changed = lines.waiting(intake.tenant(), intake.id(), Outcome.CHANGED, BATCH);
        if (changed.isEmpty()) {
            finish(intake);
            return false;
        }
        for (var line : changed) if (!step.correct(line)) return false;
        return true;
    }

    /**
     * One core decides while PostgreSQL writes on another: two batches side by side, once there is a book for both and as long as people leave cores for both. What follows
     * waits for the end of the sheet. Numbers are taken before, in the order of the sheet.
     */
    private boolean take(List<Line> fresh, Step step, Step beside) {
        var free = traffic.average() < PEOPLE;
        var cut = beside.book == null || !free ? 0 : cut(fresh);
        ledger.followLater(PAIR);
        if (cut == 0) return step.take(fresh.subList(0, Math.min(BATCH, fresh.size())));
        var ours = step.readied(fresh.subList(0, cut));
        var theirs = beside.readied(fresh.subList(cut, Math.min(cut + BATCH, fresh.size())));
        var other = CompletableFuture.supplyAsync(() -> beside.take(theirs), second);
        try {
            // where another node has one of the two, the work goes on all the same
            return step.take(ours) | other.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            // nothing of this batch goes on after it is over
            other.handle((taken, failed) -> taken).join();
        }
    }

    /** Where the second batch begins: at the place nearest to the middle at which the matter above changes, since each opens what stands above its own rows; 0 where there is none. */
    static int cut(List<Line> fresh) {
        var middle = fresh.size() / 2;
        for (int off = 0; off <= middle; off++)
            for (int at : new int[] {middle - off, middle + off}) {
                if (at <= 0 || at >= fresh.size() || at > BATCH) continue;
                if (Collections.disjoint(above(fresh.subList(0, at)), above(fresh.subList(at, Math.min(at + BATCH, fresh.size()))))) return at;
            }
        return 0;
    }

    private static Set<String> above(List<Line> some) {
        var titles = new LinkedHashSet<String>();
        some.forEach(line -> titles.add(content(line).parent()));
        titles.remove("");
        return titles;
    }

    @Override
    public void destroy() {
        second.shutdown();
    }

    /** Rows that stand as before take their new place in the book; the rest of the mapping is kept for the next issue. */
    void finish(SheetIntake intake) {
        ledger.followLater(Duration.ZERO);
        transaction.executeWithoutResult(status -> intakes.hold(intake).ifPresent(held -> {
            var book = Optional.ofNullable(held.book()).orElseGet(() -> books.keep(held, held.mapping()));
            var rows = new LinkedHashMap<UUID, Row>();
            books.rows(held.tenant(), book).forEach(row -> rows.put(row.matter(), row));
            var moved = new ArrayList<Row>();
            for (var outcome : List.of(Outcome.UNCHANGED, Outcome.HELD))
                for (int last = 0; ; ) {
                    var same = lines.found(held.tenant(), held.id(), outcome, last, 1000);
                    if (same.isEmpty()) break;
                    for (var line : same) {
                        var row = rows.get(line.matter());
                        var kept = row == null || held.source() == null ? null : SourceRows.knowing(row.content(), content(line));
                        if (row != null && (row.place() != line.no() || kept != null && !kept.equals(row.content()))) moved.add(new Row(row.matter(), row.key(), line.no(), kept == null ? row.content() : kept));
                        // what came by another way is in the book from now on
                        if (row == null && held.source() != null && outcome == Outcome.UNCHANGED) moved.add(new Row(Objects.requireNonNull(line.matter()), content(line).key(), line.no(), content(line)));
                    }
                    last = same.getLast().no();
                }
            books.write(held.tenant(), book, moved);
            lines.forget(held.tenant(), held.id(), held.mapping().bottom());
            intakes.advanced(held, held.total(), book);
            intakes.arrived(held, SheetIntake.State.DONE);
        }));
    }

    private final class Step {

        private final SheetIntake intake;
        private final MatterType type;
        private final String onLedger;
        private final Viewer viewer;
        /** Known from the first row on that was written. */
        private @Nullable UUID book;

        private Step(SheetIntake intake, MatterType type, String onLedger, Viewer viewer) {
            this.intake = intake;
            this.type = type;
            this.onLedger = onLedger;
            this.viewer = viewer;
            this.book = intake.book();
        }

        private boolean take(List<Line> fresh) {
            return take(readied(fresh));
        }

        /** Those that were left out by a person first. */
        private boolean take(Readied batch) {
            for (var line : batch.left()) if (!leave(line, Objects.requireNonNull(batch.decisions().get(line.no())))) return false;
            return batch.opened().isEmpty() || open(batch.opened(), batch.decisions(), batch.numbered());
        }

        /** Who is opened, with the numbers they take; none yet where the ledger refuses one of them, which then has to be found. */
        private Readied readied(List<Line> fresh) {
            var decisions = duplicates.decisions(intake.tenant(), intake.id(), fresh);
            var left = new ArrayList<Line>();
            var opened = new ArrayList<Line>();
            for (var line : fresh) {
                var decision = decisions.get(line.no());
                (decision != null && decision.kind() == DuplicateDecision.Kind.LEAVE ? left : opened).add(line);
            }
            try {
                return new Readied(left, opened, decisions, opened.isEmpty() ? null : numbered(opened, decisions));
            } catch (Refusal.Refused refused) {
                return new Readied(left, opened, decisions, null);
            }
        }

        private boolean leave(Line line, DuplicateDecision decision) {
            var remarks = new ArrayList<>(line.remarks());
            remarks.add(Remark.of(Kind.DOUBT, null, Said.of("查重后决定不立项。" + decision.reason(), "Left out as a duplicate. " + decision.reason())));
            return settle(line, null, null, remarks, Outcome.NONE);
        }

        /** All of them or, where the ledger refuses, each half by itself. */
        private boolean open(List<Line> fresh, Map<Integer, DuplicateDecision> decisions, @Nullable NumberedBatch numbered) {
            try {
                return together(fresh, numbered == null ? numbered(fresh, decisions) : numbered, decisions);
            } catch (Refusal.Refused refused) {
                if (refused.refusal().rule().equals("conflict")) return true;
                if (fresh.size() == 1) return refuse(fresh.getFirst(), refused.refusal());
                var half = fresh.size() / 2;
                return open(fresh.subList(0, half), decisions, null) && open(fresh.subList(half, fresh.size()), decisions, null);
            }
        }

        private NumberedBatch numbered(List<Line> fresh, Map<Integer, DuplicateDecision> decisions) {
            var batch = parents.of(intake, book, type, onLedger, above(fresh));
            var openings = new ArrayList<>(batch.openings());
            fresh.forEach(line -> openings.add(Admission.noted(opening(line, batch), List.of(), decisions.getOrDefault(line.no(), DuplicateDecision.NONE))));
            return new NumberedBatch(batch, openings, ledger.number(openings, viewer));
        }

        private boolean together(List<Line> fresh, NumberedBatch numbered, Map<Integer, DuplicateDecision> decisions) {
            var batch = numbered.parents();
            var openings = numbered.openings();
            return Boolean.TRUE.equals(transaction.execute(status -> {
                lines.unhurried();
                if (!lines.hold(intake.tenant(), intake.id(), fresh)) return false;
                ledger.openNumbered(numbered.numbered(), viewer, null);
                var into = book != null ? book : books.keep(intake, intake.mapping());
                books.parents(intake.tenant(), into, batch.openings());
                parents.docket(batch, type, viewer);
                for (int i = 0; i < fresh.size(); i++)
                    admission.settle(new MatterId(viewer.tenant(), openings.get(batch.openings().size() + i).id()), decisions.getOrDefault(fresh.get(i).no(), DuplicateDecision.NONE), viewer, null);
                var rows = new ArrayList<Row>();
                var matters = new LinkedHashMap<Integer, UUID>();
                for (int i = 0; i < fresh.size(); i++) {
                    var line = fresh.get(i);
                    var matter = openings.get(batch.openings().size() + i).id();
                    rows.add(new Row(matter, content(line).key().isEmpty() ? null : content(line).key(), line.no(), content(line)));
                    matters.put(line.no(), matter);
                }
                books.write(intake.tenant(), into, rows);
                lines.opened(intake.tenant(), intake.id(), matters);
                return reached(fresh.size(), into, status);
            }));
        }

        /** Last, so that the sheet itself is held for a moment only; nothing of it stays where it was stopped meanwhile. */
        private boolean reached(int further, @Nullable UUID into, TransactionStatus status) {
            if (!intakes.advanced(intake, further, book, into)) {
                status.setRollbackOnly();
                return false;
            }
            book = into;
            return true;
        }

        private Opening opening(Line line, Parents.Batch batch) {
            var content = content(line);
            var parent = content.parent().isEmpty() ? intake.mapping().parent() : batch.known().get(content.parent());
            // where a column names the matter above, the one chosen for the whole sheet stands above that
            if (content.parent().isEmpty() && intake.mapping().to(Target.PARENT).isPresent()) parent = null;
            var note = Words.in(Words.CHINESE, "sheets.source", intake.name(), intake.sheetName(), line.no()) + (content.note().isBlank() ? "" : "\n" + content.note());
            return new Opening(Ledger.newId(), onLedger, type.name(), content.title(), content.body(), content.fields(), content.roles(), content.due(), content.received(), parent, line.no(),
                    Secrecy.INTERNAL, true, note, null);
        }

        /** Only what still differs is asked for, by an act of its own; asked twice, it is done once. */
        private boolean correct(Line line) {
            var matter = Objects.requireNonNull(line.matter());
            var book = Objects.requireNonNull(intake.mapping().book());
            var before = books.row(intake.tenant(), book, matter).orElseThrow();
            var content = content(line);
            var now = present.of(List.of(matter), viewer).get(matter);
            var taken = new Differences(intake.mapping(), type, directories.of(intake.tenant()), null).between(before.content(), content, now).taken();
            try {
                if (now != null && !taken.isEmpty() && taken.stream().anyMatch(part -> !now.parts().part(part).equals(content.part(part))))
                    ledger.act(new MatterId(intake.tenant(), matter), act(line.no(), content, taken), viewer, "sheet-" + intake.id() + "-" + line.no());
            } catch (Refusal.Refused refused) {
                return refuse(line, refused.refusal());
            }
            return settle(line, book, new Row(matter, content.key().isEmpty() ? before.key() : content.key(), line.no(), before.content().taking(taken, content)), line.remarks(), line.outcome());
        }

        private Act act(int no, Content content, Set<String> parts) {
            var act = Act.of("correct");
            for (var part : parts) {
                if (part.equals(Target.TITLE) || part.equals(Target.BODY)) act = act.saying(part, content.part(part));
                else if (part.equals(Target.DUE)) act = act.due(content.due());
                else if (part.startsWith(Target.FIELD)) act = act.field(part.substring(Target.FIELD.length()), content.part(part));
                else act = act.role(part.substring(Target.ROLE.length()), content.roles().getOrDefault(part.substring(Target.ROLE.length()), List.of()));
            }
            return act.saying("note", Words.in(Words.CHINESE, "sheets.source", intake.name(), intake.sheetName(), no));
        }

        private boolean refuse(Line line, Refusal why) {
            var remarks = new ArrayList<>(line.remarks());
            remarks.add(Remark.of(Kind.FAULT, null, Said.of(why.zh(), why.en())));
            return settle(line, null, null, remarks, Outcome.FAULTY);
        }

        private boolean settle(Line line, @Nullable UUID into, @Nullable Row row, List<Remark> remarks, Outcome outcome) {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                if (!lines.hold(intake.tenant(), intake.id(), List.of(line))) return false;
                if (row != null && into != null) books.write(intake.tenant(), into, List.of(row));
                lines.find(intake.tenant(), intake.id(), List.of(new Line(line.no(), line.cells(), outcome, line.content(), remarks, line.matter(), true)));
                return reached(1, book, status);
            }));
        }
    }

    /** @param left by a person's decision @param numbered null where the numbers are taken as the rows are opened */
    private record Readied(List<Line> left, List<Line> opened, Map<Integer, DuplicateDecision> decisions, @Nullable NumberedBatch numbered) {}

    /** @param openings those of the matters above first */
    private record NumberedBatch(Parents.Batch parents, List<Opening> openings, List<Ledger.Numbered> numbered) {}

    private static Content content(Line line) {
        return Objects.requireNonNull(line.content());
    }
}
