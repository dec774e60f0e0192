package cn.duban.sheets;

import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static cn.duban_db.sheets.Tables.BOOK_ROW;
import static cn.duban_db.sheets.Tables.INTAKE;
import static cn.duban_db.sheets.Tables.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.duban.DubanTest;
import cn.duban.TestDatabase;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The program is killed in the middle of a long import, and another one goes on with it. */
@DubanTest
class ImportKilledTest {

    @Autowired DSLContext sql;
    @Autowired Worker worker;
    @Value("${duban.data}") Path data;
    @TempDir Path folder;

    private int tenant;
    private UUID intake;

    @Test
    void endsWithEachRowOnceAfterItWasKilled() throws Exception {
        synchronized (worker) {
            killed();
            var reached = done();
            assertThat(reached).as("whole batches").isBetween(2 * Running.BATCH, BusyClerk.ROWS - 1).satisfies(rows -> assertThat(rows % (Running.BATCH / 2)).isZero());
            assertThat(titles()).as("nothing of the batch that was cut off").hasSize(reached);
            assertThat(sql.fetchCount(LINE, LINE.TENANT.eq(tenant), LINE.INTAKE.eq(intake), LINE.DONE.isTrue())).isEqualTo(reached);
        }
        // the server may still hold what the killed one had locked
        await().atMost(Duration.ofSeconds(300)).until(() -> {
            worker.step();
            return state().equals("done");
        });
        assertThat(titles()).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, BusyClerk.ROWS).mapToObj(BusyClerk::title).toList());
        assertThat(done()).isEqualTo(BusyClerk.ROWS);
        assertThat(sql.select(LINE.MATTER).from(LINE).where(LINE.TENANT.eq(tenant), LINE.INTAKE.eq(intake), LINE.OUTCOME.eq("new")).fetch(LINE.MATTER)).hasSize(BusyClerk.ROWS).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(sql.fetchCount(ENTRY, ENTRY.TENANT.eq(tenant))).as("one entry opens each").isEqualTo(BusyClerk.ROWS);
        assertThat(sql.fetchCount(BOOK_ROW, BOOK_ROW.TENANT.eq(tenant))).isEqualTo(BusyClerk.ROWS);
    }

    private int done() {
        return sql.select(INTAKE.DONE).from(INTAKE).where(INTAKE.TENANT.eq(tenant), INTAKE.ID.eq(intake)).fetchSingle().value1();
    }

    private String state() {
        return sql.select(INTAKE.STATE).from(INTAKE).where(INTAKE.TENANT.eq(tenant), INTAKE.ID.eq(intake)).fetchSingle().value1();
    }

    private List<String> titles() {
        return sql.select(MATTER_ROW.TITLE).from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(tenant)).fetch(MATTER_ROW.TITLE);
    }

    /** Starts the program, and kills it once some batches are done and more are left. */
    private void killed() throws Exception {
        var java = ProcessHandle.current().info().command().orElse("java");
        var program = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx400m", "-cp", System.getProperty("java.class.path"), BusyClerk.class.getName(), TestDatabase.url(), folder.toString(), data.resolve("keys").resolve("personal.key").toString())
                .redirectErrorStream(true).start();
        try (BufferedReader out = program.inputReader()) {
            var said = new ArrayList<String>();
            String line;
            while ((line = out.readLine()) != null && !line.startsWith("running ")) said.add(line);
            assertThat(line).as(() -> String.join("\n", said)).isNotNull();
            var words = line.split(" ");
            tenant = Integer.parseInt(words[1]);
            intake = UUID.fromString(words[2]);
            await().atMost(Duration.ofSeconds(180)).pollInterval(Duration.ofMillis(20)).until(() -> done() >= 2 * Running.BATCH);
        } finally {
            program.destroyForcibly().waitFor();
        }
    }
}
