package cn.duban.hotline;

import static cn.duban_db.hotline.Tables.JOINED_CALL;
import static cn.duban_db.ledger.Tables.ACT_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Sight;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tickets that go on under another one (并案): what their callers said of the answer to it, and who is still owed a call. */
@Component
public class Joined {

    private static final List<String> ANSWERED = List.of("replied", "closed", "declined");
    static final List<String> DONE_WITH = List.of("rated", "given-up", "parted");
    private static final cn.duban_db.ledger.tables.MatterRow M = MATTER_ROW.as("m");
    private static final cn.duban_db.ledger.tables.MatterRow MASTER = MATTER_ROW.as("master");
    private static final cn.duban_db.ledger.tables.ActRow A = ACT_ROW.as("a");

    private final DSLContext sql;
    private final Sight sight;
    private final Directories directories;
    private final Clock clock;

    Joined(DSLContext sql, Sight sight, Directories directories, Clock clock) {
        this.sql = sql;
        this.sight = sight;
        this.directories = directories;
        this.clock = clock;
    }

    /** What was tried or said once. @param answer the entry of the master that it was about @param level from 5 to 1; null where nobody rated */
    public record Call(UUID master, int answer, Said said, @Nullable Integer level, String words, Instant at, String name) {}

    public enum Said {
        RATED, UNREACHED,
        /** Tried several times, or left no telephone: not rated, which is no satisfaction. */
        GIVEN_UP,
        /** Raised again by itself. */
        PARTED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean settles() {
            return this != UNREACHED;
        }
    }

    /** The first one first. */
    public List<Call> calls(MatterId ticket) {
        return calls(ticket.tenant(), List.of(ticket.id())).getOrDefault(ticket.id(), List.of());
    }

    /** Of several tickets in one statement; of each the first one first. */
    public Map<UUID, List<Call>> calls(int tenant, Collection<UUID> tickets) {
        return tickets.isEmpty() ? Map.of() : sql.select(JOINED_CALL.MATTER, JOINED_CALL.MASTER, JOINED_CALL.ANSWER, JOINED_CALL.SAID, JOINED_CALL.LEVEL, JOINED_CALL.WORDS, JOINED_CALL.AT, JOINED_CALL.NAME).from(JOINED_CALL)
                .where(JOINED_CALL.TENANT.eq(tenant), JOINED_CALL.MATTER.eq(any(tickets.toArray(UUID[]::new)))).orderBy(JOINED_CALL.MATTER, JOINED_CALL.NO)
                .fetchGroups(r -> r.value1(), r -> new Call(r.value2(), r.value3(), Said.valueOf(r.value4().toUpperCase(Locale.ROOT).replace('-', '_')), r.value5(), r.value6(), r.value7(), r.value8()));
    }

    /** The last that was settled about one answer to a master; empty where its caller is still to be asked. */
    public static Optional<Call> settled(List<Call> calls, UUID master, int answer) {
        return calls.stream().filter(call -> call.master().equals(master) && call.answer() == answer && call.said().settles()).reduce((one, other) -> other);
    }

    /** Whether somebody is still to be asked about this answer. */
    public boolean waits(MatterId ticket, Ticket master) {
        return master.answer().filter(answer -> settled(calls(ticket), master.id().id(), answer.no()).isEmpty()).isPresent();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(MatterId ticket, Call call, Viewer by) {
        int next = sql.select(coalesce(max(JOINED_CALL.NO), inline(0)).plus(1)).from(JOINED_CALL).where(JOINED_CALL.TENANT.eq(ticket.tenant()), JOINED_CALL.MATTER.eq(ticket.id())).fetchSingle().value1();
        sql.insertInto(JOINED_CALL).set(JOINED_CALL.TENANT, ticket.tenant()).set(JOINED_CALL.MATTER, ticket.id()).set(JOINED_CALL.NO, next).set(JOINED_CALL.MASTER, call.master()).set(JOINED_CALL.ANSWER, call.answer())
                .set(JOINED_CALL.SAID, call.said().word()).set(JOINED_CALL.LEVEL, call.level()).set(JOINED_CALL.WORDS, call.words()).set(JOINED_CALL.AT, clock.instant()).set(JOINED_CALL.PERSON, by.person()).set(JOINED_CALL.NAME, by.personName()).execute();
    }

    Instant now() {
        return clock.instant();
    }

    /** All that go on under this one now: whoever sends an answer out sends it to their callers as well. */
    public List<MatterId> under(MatterId master) {
        return sql.select(M.ID).from(M).where(M.TENANT.eq(master.tenant()), M.MERGED_INTO.eq(master.id()), M.PHASE.eq(inline("merged"))).orderBy(M.OPENED_AT, M.ID).fetch(r -> new MatterId(master.tenant(), r.value1()));
    }

    /** The same, each with the entry of its own that joined it. */
    Map<MatterId, Integer> underSince(MatterId master) {
        var since = field(select(max(A.NO)).from(A).where(A.TENANT.eq(M.TENANT), A.MATTER.eq(M.ID), A.ACT.eq(inline("merge"))));
        var under = new LinkedHashMap<MatterId, Integer>();
        sql.select(M.ID, coalesce(since, inline(0))).from(M).where(M.TENANT.eq(master.tenant()), M.MERGED_INTO.eq(master.id()), M.PHASE.eq(inline("merged"))).orderBy(M.OPENED_AT, M.ID).forEach(r -> under.put(new MatterId(master.tenant(), r.value1()), r.value2()));
        return under;
    }

    /** Joined tickets whose master was answered and whose caller nobody asked about it so far, the longest waiting first. */
    public List<Owed> toBeCalled(Viewer viewer) {
        var answered = JoinedFigures.answered(M, A.AT);
        return sql.select(M.ID, answered, count().over()).from(M).join(MASTER).on(MASTER.TENANT.eq(M.TENANT), MASTER.ID.eq(M.MERGED_INTO))
                .where(M.TYPE.eq(inline(Tickets.TYPE)), M.PHASE.eq(inline("merged")), MASTER.STATE.in(ANSWERED.stream().map(DSL::inline).toList()), notExists(JoinedFigures.asked(M, DONE_WITH)), sight.of(viewer, directories.of(viewer.tenant()), new Sight.Columns(M.TENANT, M.ID, M.PHASE, M.SECRECY)))
                .orderBy(answered, M.ID).limit(Tickets.LISTED).fetch(r -> new Owed(r.value1(), r.value2(), r.value3()));
    }

    /** @param since when the master was answered @param all how many are to be called, those not listed among them */
    public record Owed(UUID ticket, Instant since, int all) {}
}
