package cn.duban.sheets;

import static cn.duban_db.sheets.Tables.DUPLICATE;

import cn.duban.ledger.Admission;
import cn.duban.ledger.DuplicateBatch;
import cn.duban.ledger.DuplicateBatch.Wanted;
import cn.duban.ledger.DuplicateDecision;
import cn.duban.ledger.Duplicates.Hit;
import cn.duban.ledger.Duplicates.Intended;
import cn.duban.sheets.Line.Outcome;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Component;

/** Rows that may stand on the ledger already: found by the check, decided by a person, minded by the import. */
@Component
class RowDuplicates {

    /** New rows that are held against the ledger before they are imported; of a whole archive none is, and the page says where it is looked over afterwards. */
    static final int LOOKED_AT = 3_000;
    private static final int SHOWN = 30;

    private final DSLContext sql;
    private final Lines lines;
    private final Admission admission;

    RowDuplicates(DSLContext sql, Lines lines, Admission admission) {
        this.sql = sql;
        this.lines = lines;
        this.admission = admission;
    }

    /** Of new rows the numbers of those that may stand there already. */
    List<Integer> find(Collection<Line> found, Viewer viewer) {
        var all = found.stream().filter(line -> line.outcome() == Outcome.NEW).toList();
        var fresh = all.size() > LOOKED_AT ? List.<Line>of() : all;
        var hits = hits(fresh, viewer);
        return IntStream.range(0, fresh.size()).filter(i -> !hits.get(i).isEmpty()).mapToObj(i -> fresh.get(i).no()).toList();
    }

    /** Anew: what was decided on another reading of the sheet counts no more. */
    void ask(SheetIntake intake, List<Integer> rows) {
        var writes = new ArrayList<Query>();
        writes.add(sql.deleteFrom(DUPLICATE).where(of(intake.tenant(), intake.id())));
        for (var no : rows)
            writes.add(sql.insertInto(DUPLICATE, DUPLICATE.TENANT, DUPLICATE.INTAKE, DUPLICATE.NO, DUPLICATE.REASON).values(intake.tenant(), intake.id(), no, ""));
        sql.batch(writes).execute();
    }

    private List<List<Hit>> hits(List<Line> fresh, Viewer viewer) {
        return admission.ofTexts(fresh.stream().map(line -> Objects.requireNonNull(line.content())).map(said -> new Intended(said.title(), said.body(), said.roles().getOrDefault("lead", List.of()), null)).toList(), viewer);
    }

    int undecided(int tenant, UUID intake) {
        return sql.fetchCount(DUPLICATE, of(tenant, intake), DUPLICATE.CHOICE.isNull());
    }

    /** The first that nobody decided on; what looks like nothing any more is forgotten, where that can be said at all. */
    DuplicateBatch asked(SheetIntake intake, Map<String, String> typed, Viewer viewer) {
        var waiting = sql.select(DUPLICATE.NO).from(DUPLICATE).where(of(intake.tenant(), intake.id()), DUPLICATE.CHOICE.isNull()).orderBy(DUPLICATE.NO).limit(SHOWN).fetch(DUPLICATE.NO);
        var rows = lines.numbered(intake.tenant(), intake.id(), waiting);
        var hits = hits(rows, viewer);
        var gone = IntStream.range(0, rows.size()).filter(i -> hits.get(i).isEmpty()).mapToObj(i -> rows.get(i).no()).toList();
        if (!gone.isEmpty() && admission.able()) sql.deleteFrom(DUPLICATE).where(of(intake.tenant(), intake.id()), DUPLICATE.NO.in(gone)).execute();
        return DuplicateBatch.of(IntStream.range(0, rows.size()).mapToObj(i -> new Wanted(rows.get(i).no(), Objects.requireNonNull(rows.get(i).content()).title(), intake.mapping().type(), hits.get(i))).toList(), typed, true);
    }

    /** What was decided of those that were shown; one reason for all is meant for those behind them, too. */
    void decide(SheetIntake intake, DuplicateBatch batch) {
        var writes = new ArrayList<Query>();
        batch.decisions().forEach((no, decision) -> writes.add(sql.update(DUPLICATE).set(DUPLICATE.CHOICE, decision.choice()).set(DUPLICATE.REASON, decision.reason()).where(of(intake.tenant(), intake.id()), DUPLICATE.NO.eq(no))));
        if (!batch.all().isEmpty()) writes.add(sql.update(DUPLICATE).set(DUPLICATE.CHOICE, DuplicateDecision.Kind.OPEN.word()).set(DUPLICATE.REASON, batch.all())
                .where(of(intake.tenant(), intake.id()), DUPLICATE.CHOICE.isNull()).and(DUPLICATE.NO.notIn(batch.items().stream().map(DuplicateBatch.Item::at).toList())));
        sql.batch(writes).execute();
    }

    /** By row; those that nobody was asked about are not in it. */
    Map<Integer, DuplicateDecision> decisions(int tenant, UUID intake, List<Line> rows) {
        var decisions = new HashMap<Integer, DuplicateDecision>();
        sql.select(DUPLICATE.NO, DUPLICATE.CHOICE, DUPLICATE.REASON).from(DUPLICATE).where(of(tenant, intake), DUPLICATE.CHOICE.isNotNull(), DUPLICATE.NO.in(rows.stream().map(Line::no).toList()))
                .forEach(r -> decisions.put(r.value1(), Objects.requireNonNull(DuplicateDecision.read(r.value2(), r.value3()))));
        return decisions;
    }

    private static Condition of(int tenant, UUID intake) {
        return DUPLICATE.TENANT.eq(tenant).and(DUPLICATE.INTAKE.eq(intake));
    }
}
