package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.TYPE_MOVE;
import static cn.duban_db.ledger.Tables.TYPE_MOVE_STAY;

import cn.duban.ledger.Migration.Fate;
import cn.duban.ledger.Migration.Plan;
import cn.duban.ledger.MatterTypes.Version;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;

/**
 * Moves of running matters that go on in the background, page by page. What was done and where to go on stands with each page in
 * one transaction, so that a move goes on where it was after a stop, on whichever node, and moves nothing twice.
 */
@Component
public class TypeMoves implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TypeMoves.class);
    private static final TypeReference<Map<String, String>> STATES = new TypeReference<>() {};
    private static final int SHOWN = 200;

    private final DSLContext sql;
    private final Migration migration;
    private final TypeDesk desk;
    private final TypeEvents events;
    private final Directories directories;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("type-moves").factory());

    TypeMoves(DSLContext sql, Migration migration, TypeDesk desk, TypeEvents events, Directories directories, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.migration = migration;
        this.desk = desk;
        this.events = events;
        this.directories = directories;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How far a move is: of {@code total} matters {@code moved} ones moved and {@code stayed} ones stayed, with the reasons of the first of them. */
    public record Progress(long no, Plan plan, String reason, String by, Instant askedAt, State state, int total, int moved, int stayed, @Nullable Instant finishedAt, @Nullable String trouble, List<Stay> stays) {

        public int looked() {
            return moved + stayed;
        }
    }

    public enum State { RUNNING, DONE, STOPPED }

    public record Stay(String number, String state, String zh, String en) {}

    /** Orders a move, which begins at once; says its number. */
    public long order(Viewer viewer, Plan plan, String reason) {
        desk.require(viewer);
        migration.check(viewer, plan);
        if (reason.isBlank()) throw Refusal.of("missing", "请写明理由。", "Give the reason.").thrown();
        Door.check(reason);
        return transaction.execute(status -> {
            var total = migration.perState(viewer.tenant(), plan.from()).values().stream().mapToInt(Integer::intValue).sum();
            var running = sql.fetchExists(TYPE_MOVE, TYPE_MOVE.TENANT.eq(viewer.tenant()), TYPE_MOVE.NAME.eq(plan.to().name()), TYPE_MOVE.STATE.eq("running"));
            if (running) throw Refusal.of("conflict", "这类事项正在转换，请等它完成。", "Matters of this type are being moved; wait until that is done.").thrown();
            long no = sql.insertInto(TYPE_MOVE).set(TYPE_MOVE.TENANT, viewer.tenant()).set(TYPE_MOVE.NAME, plan.to().name())
                    .set(TYPE_MOVE.FROM_TENANT, plan.from().tenant()).set(TYPE_MOVE.FROM_VERSION, plan.from().version())
                    .set(TYPE_MOVE.TO_TENANT, plan.to().tenant()).set(TYPE_MOVE.TO_VERSION, plan.to().version())
                    .set(TYPE_MOVE.STATES, JSONB.valueOf(Rows.text(plan.states()))).set(TYPE_MOVE.REASON, reason.strip())
                    .set(TYPE_MOVE.PERSON, viewer.person()).set(TYPE_MOVE.POST, viewer.post()).set(TYPE_MOVE.ASKED_AT, clock.instant())
                    .set(TYPE_MOVE.STATE, "running").set(TYPE_MOVE.TOTAL, total).returningResult(TYPE_MOVE.NO).fetchSingle().value1();
            events.add(viewer, plan.to(), "move", reason.strip());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    worker.execute(TypeMoves.this::goOn);
                }
            });
            return no;
        });
    }

    /** Everything that is ordered and not done yet; also what another node left when it stopped. */
    void goOn() {
        try {
            for (var move : waiting()) while (page(move.tenant(), move.no())) { /* until no matter is left */ }
        } catch (RuntimeException e) {
            log.warn("A move of matters to another version was interrupted; it goes on in a minute.", e);
        }
    }

    private record Ordered(int tenant, long no) {}

    private List<Ordered> waiting() {
        return sql.select(TYPE_MOVE.TENANT, TYPE_MOVE.NO).from(TYPE_MOVE).where(TYPE_MOVE.STATE.eq("running")).orderBy(TYPE_MOVE.ASKED_AT).fetch(r -> new Ordered(r.value1(), r.value2()));
    }

    /** One page; says whether there may be another. */
    private boolean page(int tenant, long no) {
        return transaction.execute(status -> {
            var claimed = sql.select(TYPE_MOVE.NAME, TYPE_MOVE.FROM_TENANT, TYPE_MOVE.FROM_VERSION, TYPE_MOVE.TO_TENANT, TYPE_MOVE.TO_VERSION, TYPE_MOVE.STATES, TYPE_MOVE.REASON, TYPE_MOVE.PERSON, TYPE_MOVE.POST, TYPE_MOVE.AFTER)
                    .from(TYPE_MOVE).where(TYPE_MOVE.TENANT.eq(tenant), TYPE_MOVE.NO.eq(no), TYPE_MOVE.STATE.eq("running")).forUpdate().skipLocked().fetchOptional();
            if (claimed.isEmpty()) return false;
            var r = claimed.get();
            var plan = new Plan(new Version(r.value2(), r.value1(), r.value3()), new Version(r.value4(), r.value1(), r.value5()), Rows.JSON.readValue(r.value6().data(), STATES));
            var viewer = mover(tenant, r.value8(), r.value9());
            if (viewer.isEmpty()) return end(tenant, no, State.STOPPED, "下令的人已经不在原来的岗位，或者不再管理事项类型，转换停在这里；请由现任管理人员重新下令。");
            var page = migration.page(tenant, plan.from(), r.value10());
            if (page.isEmpty()) return end(tenant, no, State.DONE, null);
            var fates = migration.move(viewer.get(), plan, r.value7(), page);
            note(tenant, no, fates, page.getLast());
            return true;
        });
    }

    /** Whoever ordered it, as they stand today. */
    private Optional<Viewer> mover(int tenant, int person, int post) {
        var directory = directories.of(tenant);
        return directory.postsOf(person).stream().filter(held -> held.id() == post).findFirst().map(held -> directory.viewer(directory.person(person).orElseThrow(), held)).filter(desk::may);
    }

    private void note(int tenant, long no, List<Fate> fates, UUID last) {
        var moved = (int) fates.stream().filter(fate -> fate.becomes() != null).count();
        for (var fate : fates) {
            if (fate.refusal() == null) continue;
            sql.insertInto(TYPE_MOVE_STAY).set(TYPE_MOVE_STAY.TENANT, tenant).set(TYPE_MOVE_STAY.MOVE, no).set(TYPE_MOVE_STAY.MATTER, fate.id().id()).set(TYPE_MOVE_STAY.NUMBER, fate.number())
                    .set(TYPE_MOVE_STAY.STATE, fate.state()).set(TYPE_MOVE_STAY.ZH, fate.refusal().zh()).set(TYPE_MOVE_STAY.EN, fate.refusal().en()).execute();
        }
        sql.update(TYPE_MOVE).set(TYPE_MOVE.MOVED, TYPE_MOVE.MOVED.plus(moved)).set(TYPE_MOVE.AFTER, last).where(TYPE_MOVE.TENANT.eq(tenant), TYPE_MOVE.NO.eq(no)).execute();
    }

    private boolean end(int tenant, long no, State state, @Nullable String trouble) {
        sql.update(TYPE_MOVE).set(TYPE_MOVE.STATE, state.name().toLowerCase(Locale.ROOT)).set(TYPE_MOVE.FINISHED_AT, clock.instant()).set(TYPE_MOVE.TROUBLE, trouble)
                .where(TYPE_MOVE.TENANT.eq(tenant), TYPE_MOVE.NO.eq(no)).execute();
        return false;
    }

    public Optional<Progress> progress(Viewer viewer, String name, long no) {
        desk.require(viewer);
        var directory = directories.of(viewer.tenant());
        var stays = sql.select(TYPE_MOVE_STAY.NUMBER, TYPE_MOVE_STAY.STATE, TYPE_MOVE_STAY.ZH, TYPE_MOVE_STAY.EN).from(TYPE_MOVE_STAY)
                .where(TYPE_MOVE_STAY.TENANT.eq(viewer.tenant()), TYPE_MOVE_STAY.MOVE.eq(no)).orderBy(TYPE_MOVE_STAY.NUMBER).limit(SHOWN)
                .fetch(r -> new Stay(r.value1(), r.value2(), r.value3(), r.value4()));
        var stayed = sql.fetchCount(TYPE_MOVE_STAY, TYPE_MOVE_STAY.TENANT.eq(viewer.tenant()), TYPE_MOVE_STAY.MOVE.eq(no));
        return sql.selectFrom(TYPE_MOVE).where(TYPE_MOVE.TENANT.eq(viewer.tenant()), TYPE_MOVE.NAME.eq(name), TYPE_MOVE.NO.eq(no))
                .fetchOptional(r -> new Progress(no, new Plan(new Version(r.getFromTenant(), name, r.getFromVersion()), new Version(r.getToTenant(), name, r.getToVersion()), Rows.JSON.readValue(r.getStates().data(), STATES)),
                        r.getReason(), directory.person(r.getPerson()).map(p -> p.name()).orElse(""), r.getAskedAt(), State.valueOf(r.getState().toUpperCase(Locale.ROOT)), r.getTotal(), r.getMoved(), stayed, r.getFinishedAt(), r.getTrouble(), stays));
    }

    /** The moves of a type, the latest first. */
    public List<Long> of(Viewer viewer, String name) {
        desk.require(viewer);
        return sql.select(TYPE_MOVE.NO).from(TYPE_MOVE).where(TYPE_MOVE.TENANT.eq(viewer.tenant()), TYPE_MOVE.NAME.eq(name)).orderBy(TYPE_MOVE.NO.desc()).limit(10).fetch(TYPE_MOVE.NO);
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
