package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import cn.duban.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is killed in the middle of acts: what was acknowledged is there, and nothing is there by halves. */
@DubanTest
class CrashTest {

    @Autowired DSLContext sql;
    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired Proof proof;
    @Autowired Town town;
    @Autowired PlatformTransactionManager transactions;
    @Value("${duban.data}") String data;

    @Test
    void leavesNothingOfAnActInterruptedBeforeItsCommit() {
        var id = town.aMeasureAtWork();
        var before = dossiers.of(id).orElseThrow();
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            ledger.act(id, Act.of("submit").saying("note", "写到一半").with(town.aFile("eco.handle")), town.as("eco.handle"), "half");
            throw new IllegalStateException("interrupted");
        })).hasMessage("interrupted");
        assertThat(dossiers.of(id).orElseThrow()).isEqualTo(before);
        var again = ledger.act(id, Act.of("report").saying("note", "键没有用掉"), town.as("eco.handle"), "half");
        assertThat(again.entry()).isEqualTo(before.matter().version() + 1);
    }

    @Test
    void losesNothingAcknowledgedWhenTheProgramIsKilled(@TempDir Path folder) throws Exception {
        var file = folder.resolve("acknowledged.txt");
        keys(folder);
        var java = ProcessHandle.current().info().command().orElse("java");
        var program = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx400m", "-cp", System.getProperty("java.class.path"), Tireless.class.getName(),
                TestDatabase.url(), folder.toString(), file.toString()).redirectErrorStream(true).start();
        try (BufferedReader out = program.inputReader()) {
            var said = new ArrayList<String>();
            for (String line; (line = out.readLine()) != null && !line.equals("acknowledged 60"); ) said.add(line);
            assertThat(file).as(() -> String.join("\n", said)).exists();
        } finally {
            program.destroyForcibly().waitFor();
        }
        found(sql, proof, whole(Files.readAllLines(file)));
    }

    @Test
    void losesNothingAcknowledgedWhenPostgresIsKilled(@TempDir Path folder) throws Exception {
        var acknowledged = new ArrayList<String>();
        try (var server = start(folder); var context = Tireless.kernel(server.getJdbcUrl("postgres", "postgres"), folder.toString())) {
            context.getBean(LedgerStart.class);
            var there = context.getBean(Town.class);
            var kernel = context.getBean(Ledger.class);
            assertThat(context.getBean(DSLContext.class).fetchValue("show fsync")).isEqualTo("on");
            var id = there.aMeasureAtWork();
            CompletableFuture<Void> killed = null;
            while (true) {
                var done = kernel.act(id, Act.of("report").saying("note", "第" + acknowledged.size() + "次"), there.as("eco.handle"));
                acknowledged.add(done.id() + " " + done.entry());
                if (acknowledged.size() == 40) killed = CompletableFuture.runAsync(() -> kill(folder));
                if (killed != null && killed.isDone()) break;
            }
        } catch (DataAccessException | TransactionException gone) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(40);
        }
        try (var again = start(folder); var context = Tireless.kernel(again.getJdbcUrl("postgres", "postgres"), folder.toString())) {
            found(context.getBean(DSLContext.class), context.getBean(Proof.class), acknowledged);
        }
    }

    /** What is sealed in the database of the other tests, the program opens with their key. */
    private void keys(Path folder) throws IOException {
        var key = Path.of(data, "keys", "personal.key");
        if (Files.exists(key)) Files.copy(key, Files.createDirectories(folder.resolve("keys")).resolve("personal.key"));
    }

    private static EmbeddedPostgres start(Path folder) throws IOException {
        return EmbeddedPostgres.builder().setDataDirectory(folder.resolve("postgres")).setCleanDataDirectory(false)
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start();
    }

    /** The server and then, once they noticed, its children: as a power cut would. */
    private static void kill(Path folder) {
        try {
            var server = ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst().strip())).orElseThrow();
            var children = server.children().toList();
            server.destroyForcibly();
            server.onExit().join();
            children.forEach(child -> child.onExit().join());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The last line may have been cut off in the writing. */
    private static List<String> whole(List<String> lines) {
        return lines.stream().filter(line -> line.matches("\\d+-[0-9a-f-]{36} \\d+")).toList();
    }

    private static void found(DSLContext sql, Proof proof, List<String> acknowledged) {
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(40);
        for (var line : acknowledged) {
            var words = line.split("[- ]", 2);
            var tenant = Integer.parseInt(words[0]);
            var matter = UUID.fromString(words[1].split(" ")[0]);
            var no = Integer.parseInt(words[1].split(" ")[1]);
            assertThat(sql.fetchExists(ENTRY, ENTRY.TENANT.eq(tenant), ENTRY.MATTER.eq(matter), ENTRY.NO.eq(no))).as(line).isTrue();
        }
        assertThat(proof.prove(Integer.parseInt(acknowledged.getFirst().split("-")[0])).breaks()).isEmpty();
    }
}
