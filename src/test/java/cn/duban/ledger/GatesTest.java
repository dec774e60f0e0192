package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.duban.DubanTest;
import cn.duban.ledger.type.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A parent closes over no open child and no child opens under a settled parent, whoever of two is faster. */
@DubanTest
class GatesTest {

    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired Proof proof;
    @Autowired Town town;
    @Autowired DSLContext sql;
    @Autowired PlatformTransactionManager transactions;

    /** How a child comes to be open. */
    enum Coming { OPENED, REDONE, UNMERGED, MASTER_REDONE }

    @ParameterizedTest
    @EnumSource
    void letsTheParentsGateSeeAChildThatCameAMomentBefore(Coming coming) throws Exception {
        var finding = aFinding();
        var come = coming(coming, finding);
        var refusal = raced(come, () -> close(finding));
        assertThat(refusal.rule()).isEqualTo("gate");
        assertThat(refusal.zh()).contains("没有办结");
        assertThat(phase(finding)).isEqualTo(Phase.OPEN);
        sound(finding);
    }

    @ParameterizedTest
    @EnumSource
    void letsNoChildComeUnderAParentSettledAMomentBefore(Coming coming) throws Exception {
        var finding = aFinding();
        var come = coming(coming, finding);
        var refusal = raced(() -> close(finding), come);
        assertThat(refusal.rule()).isEqualTo("gate");
        assertThat(refusal.zh()).contains("上级事项");
        assertThat(phase(finding)).isEqualTo(Phase.ENDED);
        assertThat(dossiers.of(finding).orElseThrow().unsettledChildren()).isEmpty();
        sound(finding);
    }

    @ParameterizedTest
    @EnumSource
    void asksTheSettledParentAlsoWhereNobodyIsFaster(Coming coming) {
        var finding = aFinding();
        var come = coming(coming, finding);
        close(finding);
        assertThat(catchThrowableOfType(Refusal.Refused.class, come::run).refusal().rule()).isEqualTo("gate");
        ledger.act(finding, Act.of("redo").saying("reason", "群众反映反弹"), town.as("inspect"));
        come.run();
        assertThatThrownBy(() -> close(finding)).isInstanceOf(Refusal.Refused.class);
    }

    @Test
    void countsAChildMergedIntoAnOpenMasterUnderTheSameGate() {
        var finding = aFinding();
        var copy = aMeasure(finding.id());
        ledger.act(copy, Act.of("merge").other(town.aMeasureAtWork().id()).saying("reason", "同一件事"), town.as("inspect"));
        assertThat(catchThrowableOfType(Refusal.Refused.class, () -> close(finding)).refusal().rule()).isEqualTo("gate");
    }

    /** Two who do not mind which version they act on: the one who waits decides on what the other made of the matter. */
    @Test
    void decidesAnewOnWhatTheFasterOneLeft() throws Exception {
        var id = town.anAssignedMeasure();
        var refusal = raced(() -> ledger.act(id, Act.of("receive"), town.as("eco.registry")), () -> ledger.act(id, Act.of("receive"), town.as("eco")));
        assertThat(refusal.rule()).isEqualTo("state");
        assertThat(dossiers.of(id).orElseThrow().matter().version()).isEqualTo(3);
    }

    private MatterId aFinding() {
        var id = ledger.open(new Opening(Ledger.newId(), "rectification", "rectification-finding", "河道脏乱", "正文", Map.of(), Map.of(), null, null, null, 0,
                Secrecy.INTERNAL, false, null, null), town.as("inspect"), null).id();
        ledger.act(id, Act.of("docket"), town.as("inspect"));
        return id;
    }

    private MatterId aMeasure(UUID parent) {
        return ledger.openNumbered(numbered(parent), town.as("inspect"), null).getFirst().id();
    }

    private List<Ledger.Numbered> numbered(UUID parent) {
        var o = town.measure("清理河道");
        return ledger.number(List.of(new Opening(o.id(), o.ledger(), o.type(), o.title(), o.body(), o.fields(), o.roles(), null, null, parent, 1, o.secrecy(), false, null, null)), town.as("inspect"));
    }

    private MatterId driven(MatterId id, String... path) {
        for (var act : path) switch (act) {
            case "assign" -> ledger.act(id, town.assign(), town.as("inspect"));
            case "receive" -> ledger.act(id, Act.of(act), town.as("eco.registry"));
            case "submit" -> ledger.act(id, Act.of(act).saying("note", "已清理").with(town.aFile("eco.handle")), town.as("eco.handle"));
            default -> ledger.act(id, Act.of(act).saying("verdict", "到位"), town.as("inspect1"));
        }
        return id;
    }

    private Runnable coming(Coming how, MatterId finding) {
        return switch (how) {
            case OPENED -> {
                var child = numbered(finding.id());
                yield () -> ledger.openNumbered(child, town.as("inspect"), null);
            }
            case REDONE -> {
                var child = driven(aMeasure(finding.id()), "assign", "receive", "submit", "close");
                yield () -> ledger.act(child, Act.of("redo").saying("reason", "反弹").due(town.today().plusDays(30)), town.as("inspect"));
            }
            case UNMERGED -> {
                var child = aMeasure(finding.id());
                var master = aDoneMaster(child);
                yield () -> ledger.act(child, Act.of("unmerge").other(master.id()), town.as("inspect"));
            }
            case MASTER_REDONE -> {
                var master = aDoneMaster(aMeasure(finding.id()));
                yield () -> ledger.act(master, Act.of("redo").saying("reason", "反弹").due(town.today().plusDays(30)), town.as("inspect"));
            }
        };
    }

    private MatterId aDoneMaster(MatterId child) {
        var master = town.aMeasureAtWork();
        ledger.act(child, Act.of("merge").other(master.id()).saying("reason", "同一件事"), town.as("inspect"));
        return driven(master, "submit", "close");
    }

    private void close(MatterId finding) {
        ledger.act(finding, Act.of("close").saying("verdict", "全部到位"), town.as("inspect"));
    }

    /** The first has written and not committed when the second starts; it commits once the second waits for it. What the second is told. */
    private Refusal raced(Runnable first, Runnable second) throws Exception {
        var written = new CountDownLatch(1);
        var waited = new CountDownLatch(1);
        var holder = new AtomicInteger();
        try (var two = Executors.newFixedThreadPool(2)) {
            var faster = two.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                first.run();
                holder.set((int) sql.fetchValue("select pg_backend_pid()"));
                written.countDown();
                await(waited);
            }));
            assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
            var slower = two.submit(() -> catchThrowableOfType(Refusal.Refused.class, second::run));
            var patience = Instant.now().plus(Duration.ofSeconds(20));
            while (!somebodyWaitsFor(holder.get()) && !slower.isDone() && Instant.now().isBefore(patience)) Thread.onSpinWait();
            var met = somebodyWaitsFor(holder.get()) || slower.isDone();
            waited.countDown();
            faster.get(30, TimeUnit.SECONDS);
            var refused = slower.get(30, TimeUnit.SECONDS);
            assertThat(met).as("they met").isTrue();
            assertThat(refused).as("the second was refused").isNotNull();
            return refused.refusal();
        } finally {
            waited.countDown();
        }
    }

    private boolean somebodyWaitsFor(int holder) {
        return (boolean) sql.fetchValue("select exists (select from pg_stat_activity where ? = any (pg_blocking_pids(pid)))", holder);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Phase phase(MatterId id) {
        return dossiers.of(id).orElseThrow().matter().phase();
    }

    private void sound(MatterId finding) {
        var ids = Stream.concat(Stream.of(finding.id()), dossiers.of(finding).orElseThrow().children().stream().map(Dossier.Child::id)).map(UUID::toString).toList();
        assertThat(proof.prove(town.city.tenant()).breaks()).noneMatch(b -> ids.stream().anyMatch(b.where()::contains));
        assertThat(List.copyOf(ids)).isNotEmpty();
    }
}
