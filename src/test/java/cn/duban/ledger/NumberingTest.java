package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.NUMBER_SERIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DubanTest
class NumberingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Autowired DSLContext sql;
    @Autowired Town town;
    @Autowired PlatformTransactionManager transactions;

    private int tenant() {
        return town.city.tenant();
    }

    @Test
    void leavesNoGapWhenANodeIsStoppedAndStartedAgain() {
        var first = new Numbering(sql);
        var given = IntStream.range(0, 21).mapToObj(i -> first.next(tenant(), "停{year}-{seq}", DAY, "")).toList();
        assertThat(given).startsWith("停2026-1", "停2026-2").endsWith("停2026-21");
        first.handBack();
        assertThat(new Numbering(sql).next(tenant(), "停{year}-{seq}", DAY, "")).isEqualTo("停2026-22");
    }

    @Test
    void handsNothingBackThatAnotherNodeWentPast() {
        var one = new Numbering(sql);
        var other = new Numbering(sql);
        var all = new HashSet<String>();
        for (var i = 0; i < 10; i++) all.add(one.next(tenant(), "双{seq}", DAY, ""));
        all.add(other.next(tenant(), "双{seq}", DAY, ""));
        one.handBack();
        for (var i = 0; i < 40; i++) assertThat(all.add(other.next(tenant(), "双{seq}", DAY, ""))).isTrue();
    }

    @Test
    void givesEveryNumberOnceToManyAtATime() throws Exception {
        var nodes = List.of(new Numbering(sql), new Numbering(sql));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var numbers = pool.invokeAll(IntStream.range(0, 400).mapToObj(i -> (java.util.concurrent.Callable<String>) () ->
                    nodes.get(i % 2).next(tenant(), "并{seq}", DAY, "")).toList()).stream().map(f -> f.resultNow()).toList();
            assertThat(numbers).doesNotHaveDuplicates();
        }
        // a busy series takes larger blocks, so 400 numbers of two nodes cost few statements and leave few gaps
        assertThat(sql.select(NUMBER_SERIES.NEXT).from(NUMBER_SERIES).where(NUMBER_SERIES.TENANT.eq(tenant()), NUMBER_SERIES.SERIES.eq("并{seq}"))
                .fetchSingle().value1()).isBetween(401L, 401L + 2 * 256);
    }

    @Test
    void takesNoSecondConnectionInsideATransaction() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> new Numbering(sql).next(tenant(), "内{seq}", DAY, "")))
                .isInstanceOf(IllegalStateException.class);
    }
}
