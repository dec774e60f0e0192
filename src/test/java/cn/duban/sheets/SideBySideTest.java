package cn.duban.sheets;

import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static cn.duban_db.sheets.Tables.INTAKE;
import static cn.duban_db.sheets.Tables.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.documents.SheetWriter;
import cn.duban.documents.SheetWriter.Look;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.Town;
import cn.duban.sheets.SheetIntake.State;
import cn.duban.web.Viewer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A sheet of several batches under findings of their own: two batches go side by side, and one that somebody else has holds up the other no more than the sheet. */
@DubanTest
class SideBySideTest {

    private static final int ROWS = Running.BATCH * 2 + 150;
    private static final int UNDER_ONE = 7;

    @Autowired Town town;
    @Autowired Uploads uploads;
    @Autowired SheetIntakes intakes;
    @Autowired Importing importing;
    @Autowired Worker worker;
    @Autowired Running running;
    @Autowired MatterTypes types;
    @Autowired DSLContext sql;
    @Autowired PlatformTransactionManager transactions;
    @TempDir Path folder;

    private Viewer inspect;
    private UUID intake;

    @Test
    void opensEachRowAndEachFindingOnceInTheOrderOfTheSheet() throws Exception {
        inspect = town.as("inspect");
        intake = uploads.take(inspect, "并行.xlsx", ledger(), "");
        importing.check(intakes.required(intake, inspect), inspect);
        while (intakes.required(intake, inspect).state() == State.CHECKING) worker.step();
        synchronized (worker) {
            var checked = intakes.required(intake, inspect);
            importing.run(checked, checked.version(), inspect);
            worker.step();
            assertThat(done()).as("the first batch begins the book by itself").isEqualTo(Running.BATCH);
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                sql.select(LINE.NO).from(LINE).where(LINE.TENANT.eq(inspect.tenant()), LINE.INTAKE.eq(intake), LINE.OUTCOME.eq("new")).orderBy(LINE.NO.desc()).limit(1).forUpdate().fetch();
                assertThat(step()).as("one of the two goes on").isTrue();
            });
            assertThat(done()).as("the other was somebody else's").isGreaterThan(Running.BATCH).isLessThan(ROWS);
            assertThat(sql.fetchCount(LINE, LINE.TENANT.eq(inspect.tenant()), LINE.INTAKE.eq(intake), LINE.DONE.isTrue())).isEqualTo(done());
        }
        while (intakes.required(intake, inspect).working()) worker.step();
        assertThat(intakes.required(intake, inspect).state()).isEqualTo(State.DONE);
        assertThat(done()).isEqualTo(ROWS);
        var opened = sql.select(MATTER_ROW.ID, MATTER_ROW.NUMBER, MATTER_ROW.PARENT, MATTER_ROW.TITLE).from(LINE).join(MATTER_ROW).on(MATTER_ROW.TENANT.eq(LINE.TENANT), MATTER_ROW.ID.eq(LINE.MATTER))
                .where(LINE.TENANT.eq(inspect.tenant()), LINE.INTAKE.eq(intake)).orderBy(LINE.NO).fetch();
        assertThat(opened.map(row -> row.value4())).containsExactlyElementsOf(IntStream.range(0, ROWS).mapToObj(SideBySideTest::title).toList());
        assertThat(opened.map(row -> row.value1())).doesNotHaveDuplicates();
        assertThat(opened.map(row -> Integer.parseInt(row.value2().replaceAll("\\D+$", "").replaceAll("^.*\\D", "")))).as("numbers rise with the rows").isSorted().doesNotHaveDuplicates();
        var findings = (ROWS + UNDER_ONE - 1) / UNDER_ONE;
        assertThat(opened.stream().map(row -> row.value3()).distinct()).hasSize(findings).doesNotContainNull();
        assertThat(sql.fetchCount(MATTER_ROW, MATTER_ROW.TENANT.eq(inspect.tenant()), MATTER_ROW.TITLE.startsWith("并行问题"))).isEqualTo(findings);
    }

    /** On a thread of its own: this one holds a row in its transaction. */
    private boolean step() {
        var running = new boolean[1];
        var other = Thread.ofPlatform().start(() -> running[0] = stepAlone());
        try {
            // a batch that waits for the row instead of leaving it would wait for this very test
            assertThat(other.join(Duration.ofSeconds(60))).as("it waits for nobody").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return running[0];
    }

    /** What the worker would do: its lock is held by the test. */
    private boolean stepAlone() {
        var now = intakes.required(intake, inspect);
        var type = types.current(inspect.tenant(), now.mapping().type());
        return running.batch(now, type.type(), type.ledger(), inspect);
    }

    private int done() {
        return sql.select(INTAKE.DONE).from(INTAKE).where(INTAKE.TENANT.eq(inspect.tenant()), INTAKE.ID.eq(intake)).fetchSingle().value1();
    }

    private Path ledger() throws IOException {
        var file = folder.resolve("ledger.xlsx");
        try (var sheet = SheetWriter.open("整改台账", 5); var out = Files.newOutputStream(file)) {
            sheet.row(1, List.of("序号", "问题", "整改措施", "责任单位", "完成时限"), Look.HEAD);
            for (int i = 0; i < ROWS; i++) sheet.row(i + 2, List.of("" + (i + 1), "并行问题" + i / UNDER_ONE, title(i), i % 2 == 0 ? "市财政局" : "市生态环境局", "2027年6月底前"), Look.TEXT);
            sheet.write(out);
        }
        return file;
    }

    private static String title(int row) {
        return "并行措施第" + row + "项：清理第" + row + "处堆放点";
    }
}
