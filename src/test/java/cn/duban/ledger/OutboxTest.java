package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.DELIVERED;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.duban.DubanTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts reach every listener once, in order, whatever becomes of the others. Where several are at work nothing is committed, so nobody else empties the box. */
@DubanTest
class OutboxTest {

    @Autowired Town town;
    @Autowired Ledger ledger;
    @Autowired Outbox outbox;
    @Autowired DSLContext sql;
    @Autowired PlatformTransactionManager transactions;

    private static final int OPENING = 1;

    /** Takes acts and remembers them; may be told to fail at some, by a statement that PostgreSQL refuses. */
    private final class Listener implements MatterListener {
        final String name;
        final List<Integer> taken = new ArrayList<>();
        int calls;
        int failsAt = -1;
        UUID matter;

        Listener(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void acted(MatterActed event) {
            throw new AssertionError("asked for several at a time");
        }

        @Override
        public void acted(List<MatterActed> events) {
            calls++;
            var own = events.stream().filter(e -> e.matter().id().equals(matter) && e.entry() > OPENING).map(MatterActed::entry).toList();
            if (own.contains(failsAt)) sql.insertInto(DELIVERED).set(DELIVERED.TENANT, 1).execute();
            taken.addAll(own);
        }
    }

    private final Listener steady = new Listener("steady");
    private final Listener shaky = new Listener("shaky");

    private void withThreeActs(java.util.function.Consumer<Outbox> then) {
        var id = town.aDraftedMeasure();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (var note : List.of("一", "二", "三")) ledger.act(id, Act.of("comment").saying("note", note), town.as("inspect"));
            steady.matter = id.id();
            shaky.matter = id.id();
            var beans = new StaticListableBeanFactory();
            beans.addBean("steady", steady);
            beans.addBean("shaky", shaky);
            var box = new Outbox(sql, beans.getBeanProvider(MatterListener.class), Clock.systemUTC(), transactions, true);
            try {
                then.accept(box);
            } finally {
                box.destroy();
                status.setRollbackOnly();
            }
        });
    }

    @Test
    void handsActsOverTogetherAndOnce() {
        withThreeActs(box -> {
            box.dispatch(town.city.tenant());
            box.dispatch(town.city.tenant());
            assertThat(steady.taken).containsExactly(2, 3, 4);
            assertThat(steady.calls).isEqualTo(1);
            assertThat(sql.fetchCount(OUTBOX, OUTBOX.MATTER.eq(steady.matter), OUTBOX.NO.gt(OPENING))).isZero();
        });
    }

    /** An act of many that one listener keeps refusing holds up no later act on its matter, at no listener. */
    @Test
    void goesOnBehindAnActOfManyThatIsRefused() {
        withThreeActs(box -> {
            sql.update(OUTBOX).set(OUTBOX.LATER, true).where(OUTBOX.MATTER.eq(steady.matter), OUTBOX.NO.eq(3)).execute();
            shaky.failsAt = 3;
            box.dispatch(town.city.tenant());
            assertThat(steady.taken).containsExactly(2, 3);
            box.dispatch(town.city.tenant());
            assertThat(steady.taken).containsExactly(2, 3, 4);
            assertThat(shaky.taken).containsExactly(2, 4);
        });
    }

    /** What was done to many at once waits as long as it is told to; what others do meanwhile does not, but for what follows one of those acts. */
    @Test
    void handsOnWhatWasDoneToManyAfterTheRest() {
        var many = IntStream.range(0, Writer.MANY).mapToObj(i -> town.measure("一批 " + i)).toList();
        outbox.rest(Duration.ofMinutes(5));
        try {
            ledger.openAll(many, town.as("inspect"), null);
            var alone = town.aDraftedMeasure();
            var among = new MatterId(alone.tenant(), many.getFirst().id());
            ledger.act(among, Act.of("comment").saying("note", "随后办理"), town.as("inspect"));
            await().atMost(Duration.ofSeconds(20)).until(() -> !waits(alone, OPENING));
            assertThat(waits(among, OPENING)).isTrue();
            assertThat(waits(among, OPENING + 1)).isTrue();
        } finally {
            outbox.rest(Duration.ZERO);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> many.stream().noneMatch(one -> sql.fetchExists(OUTBOX, OUTBOX.MATTER.eq(one.id()))));
    }

    private boolean waits(MatterId id, int entry) {
        return sql.fetchExists(OUTBOX, OUTBOX.TENANT.eq(id.tenant()), OUTBOX.MATTER.eq(id.id()), OUTBOX.NO.eq(entry));
    }

    @Test
    void triesAgainOnlyWhatFailedAndOnlyWhereItFailed() {
        withThreeActs(box -> {
            shaky.failsAt = 3;
            box.dispatch(town.city.tenant());
            assertThat(steady.taken).containsExactly(2, 3, 4);
            assertThat(shaky.taken).containsExactly(2, 4);
            assertThat(sql.select(OUTBOX.NO).from(OUTBOX).where(OUTBOX.MATTER.eq(steady.matter), OUTBOX.NO.gt(OPENING)).fetch(OUTBOX.NO)).containsExactly(3);
            assertThat(sql.fetchCount(MATTER, MATTER.ID.eq(steady.matter))).as("the failed statement took nothing else with it").isOne();
            shaky.failsAt = -1;
            box.dispatch(town.city.tenant());
            assertThat(steady.taken).containsExactly(2, 3, 4);
            assertThat(shaky.taken).containsExactly(2, 4, 3);
            assertThat(sql.fetchCount(OUTBOX, OUTBOX.MATTER.eq(steady.matter), OUTBOX.NO.gt(OPENING))).isZero();
            assertThat(sql.fetchCount(DELIVERED, DELIVERED.MATTER.eq(steady.matter))).isZero();
        });
    }
}
