package cn.duban.figures;

import static cn.duban_db.figures.Tables.STANDING;
import static cn.duban_db.figures.Tables.STRETCH;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import cn.duban.figures.Standing.Audience;
import cn.duban.figures.Standing.Counted;
import cn.duban.figures.Summing.Through;
import cn.duban.ledger.Step;
import cn.duban.ledger.Steps;
import cn.duban.ledger.type.Phase;
import cn.duban_db.figures.tables.records.StandingRecord;
import cn.duban_db.figures.tables.records.StretchRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps how matters stand, and the sums in step with it. A standing is a function of the entries alone, so that whoever comes
 * later, or twice, or on another node, writes the same; the sums are told what was really new.
 */
@Component
class Standings {

    private static final JsonMapper JSON = JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private final DSLContext sql;
    private final Steps steps;
    private final Summing summing;
    private final TransactionTemplate transaction;

    Standings(DSLContext sql, Steps steps, Summing summing, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.steps = steps;
        this.summing = summing;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Brings these matters up to their latest entry, one batch of a government after the other. */
    void count(int tenant, Collection<UUID> matters) {
        transaction.executeWithoutResult(status -> count(summing.hold(tenant), matters));
    }

    private void count(Through through, Collection<UUID> matters) {
        var tenant = through.tenant();
        var known = known(tenant, matters);
        var standings = new ArrayList<Standing>();
        var ended = new ArrayList<StretchRecord>();
        var latest = steps.last(tenant, matters).stream().filter(last -> last.matter().version() > seen(known, last)).toList();
        // where between the one known and the latest others were made, each of them is told by the entries
        var several = steps.all(tenant, latest.stream().filter(last -> last.matter().version() > seen(known, last) + 1).map(last -> last.matter().id()).toList());
        var changes = new ArrayList<Change>();
        for (var last : latest) {
            var then = known.get(last.matter().id());
            var stretches = new ArrayList<Stretch>();
            for (var step : several.getOrDefault(last.matter().id(), List.of(last))) {
                if (then != null && then.seen() >= step.matter().version()) continue;
                var next = Standing.after(then, step);
                if (then != null && next.no() != then.no()) {
                    ended.add(stretch(then, next.beganAt()));
                    stretches.add(then.until(next.beganAt()));
                }
                then = next;
            }
            if (then == null) continue;
            standings.add(then);
            stretches.add(then.until(null));
            if (through.holds(then.matter())) changes.add(new Change(known.get(then.matter()), stretches, then));
        }
        sum(through, changes);
        if (!ended.isEmpty()) sql.insertInto(STRETCH).columns(STRETCH.fields()).valuesOfRecords(ended).onConflictDoNothing().execute();
        if (!standings.isEmpty()) sql.insertInto(STANDING).select(select(asterisk()).from(rows(standings)))
                .onConflict(STANDING.TENANT, STANDING.MATTER).doUpdate().setAllToExcluded().where(STANDING.SEEN.lt(excluded(STANDING.SEEN))).execute();
    }

    /** As one text: with a parameter for each column of each row, putting the statement together took longer than writing it. */
    private static Table<?> rows(List<Standing> standings) {
        return table("jsonb_populate_recordset(null::{0}, {1})", STANDING, val(JSONB.valueOf(JSON.writeValueAsString(standings.stream().map(standing -> row(standing).intoMap()).toList()))));
    }

    /** @param stretches those that began or ended, the one that runs last */
    private record Change(@Nullable Standing before, List<Stretch> stretches, Standing after) {

        /** Whether others see all of it now, or some no longer: then its past counts for them too. */
        boolean moved() {
            return before != null && !before.circle().equals(after.circle());
        }
    }

    private void sum(Through through, List<Change> changes) {
        if (changes.isEmpty()) return;
        var earlier = summing.ended(through.tenant(), changes.stream().filter(Change::moved).map(change -> change.after().matter()).toList());
        var delta = through.nothing();
        for (var change : changes) {
            var before = change.before();
            if (before != null) delta.add(before.circle(), before.until(null), -1);
            for (var stretch : earlier.getOrDefault(change.after().matter(), List.of())) {
                if (before != null) delta.add(before.circle(), stretch, -1);
                delta.add(change.after().circle(), stretch, 1);
            }
            change.stretches().forEach(stretch -> delta.add(change.after().circle(), stretch, 1));
        }
        summing.add(through.tenant(), delta);
    }

    private static int seen(Map<UUID, Standing> known, Step last) {
        var before = known.get(last.matter().id());
        return before == null ? 0 : before.seen();
    }

    /** The next few matters after this one that were not counted up to their latest entry. */
    List<UUID> behind(int tenant, @Nullable UUID after, int most) {
        // both sides begin behind the last one: two indexes are walked in step, and nothing is read again
        return sql.select(MATTER_ROW.ID).from(MATTER_ROW)
                .leftJoin(STANDING).on(STANDING.TENANT.eq(MATTER_ROW.TENANT), STANDING.MATTER.eq(MATTER_ROW.ID), STANDING.TENANT.eq(tenant), after == null ? noCondition() : STANDING.MATTER.gt(after))
                .where(MATTER_ROW.TENANT.eq(tenant), after == null ? noCondition() : MATTER_ROW.ID.gt(after), STANDING.SEEN.isNull().or(STANDING.SEEN.lt(MATTER_ROW.VERSION)))
                .orderBy(MATTER_ROW.ID).limit(most).fetch(MATTER_ROW.ID);
    }

    private Map<UUID, Standing> known(int tenant, Collection<UUID> matters) {
        return sql.selectFrom(STANDING).where(STANDING.TENANT.eq(tenant), STANDING.MATTER.eq(any(matters.toArray(UUID[]::new)))).fetch(Standings::of).stream().collect(Collectors.toMap(Standing::matter, Function.identity()));
    }

    private static Standing of(StandingRecord r) {
        var counted = new Counted(r.getLedger(), r.getType(), r.getSource(), r.getState(), Phase.valueOf(r.getPhase().toUpperCase(Locale.ROOT)), r.getOwes(), r.getSecrecy(), r.getUnit(), r.getLeader(), r.getLateAt());
        return new Standing(r.getTenant(), r.getMatter(), r.getNo(), r.getSeen(), r.getBeganAt(), r.getAct(), Turn.of(r.getTurn()), r.getOnTime(),
                r.getFromState(), r.getFromSince(), counted, r.getStateSince(), new Audience(list(r.getSupervisors()), list(r.getBearers()), list(r.getPosts())));
    }

    private static List<Integer> list(Integer[] numbers) {
        return Arrays.asList(numbers);
    }

    static StandingRecord row(Standing s) {
        var c = s.counted();
        var a = s.audience();
        return new StandingRecord(s.tenant(), s.matter(), s.no(), s.seen(), s.beganAt(), s.act(), word(s.turn()), s.onTime(), s.fromState(), s.fromSince(), c.ledger(), c.type(), c.source(),
                c.state(), s.stateSince(), c.phase().name().toLowerCase(Locale.ROOT), c.owes(), c.secrecy(), c.unit(), c.leader(), c.lateAt(), array(a.supervisors()), array(a.bearers()), array(a.posts()));
    }

    static StretchRecord stretch(Standing s, java.time.Instant until) {
        var c = s.counted();
        return new StretchRecord(s.tenant(), s.matter(), s.no(), s.beganAt(), until, s.act(), word(s.turn()), s.onTime(), s.fromState(), s.fromSince(), c.ledger(), c.type(), c.source(),
                c.state(), s.stateSince(), c.phase().name().toLowerCase(Locale.ROOT), c.owes(), c.secrecy(), c.unit(), c.leader(), c.lateAt());
    }

    private static @Nullable String word(@Nullable Turn turn) {
        return turn == null ? null : turn.word();
    }

    private static Integer[] array(List<Integer> numbers) {
        return numbers.toArray(Integer[]::new);
    }
}
