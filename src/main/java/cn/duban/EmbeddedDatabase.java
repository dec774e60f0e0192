package cn.duban;

import cn.duban.cli.CannotStart;
import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * The PostgreSQL that a county office gets without installing one: kept under {@code duban.data}, used whenever no
 * {@code spring.datasource.url} is given.
 *
 * <p>The library starts the server with {@code -F} (no fsync); the later settings here win, so that an acknowledged
 * write survives a power cut. A server left running by an application that was killed is taken over, not fought. The
 * folder is locked for as long as the application lives; a guest ({@code duban.guest}, for {@code verify}) may use the
 * server beside it and leaves it running.
 */
@Component
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class EmbeddedDatabase implements JdbcConnectionDetails, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final Optional<FolderLock> lock;
    private final Server server;
    private final boolean leave;

    EmbeddedDatabase(@Value("${duban.data:data}") Path data, @Value("${duban.guest:false}") boolean guest) throws IOException {
        var home = data.toAbsolutePath().normalize();
        var folder = home.resolve("postgres");
        if (guest && !Files.exists(folder.resolve("PG_VERSION"))) throw new CannotStart(
                "“" + home + "”里没有督办的数据，请用 --duban.data=文件夹 指明。", "There is no data of Duban in " + home + "; name its folder with --duban.data=FOLDER.");
        Files.createDirectories(folder);
        lock = FolderLock.take(home);
        if (lock.isEmpty() && !guest) throw new CannotStart(
                "另一个督办正在使用“" + home + "”，请先停掉它，或者用 --duban.data=文件夹 换一个地方。", "Another Duban is using " + home + "; stop it first or choose another folder with --duban.data=FOLDER.");
        var found = running(folder);
        server = found.orElseGet(() -> start(home, folder));
        leave = guest && found.isPresent();
        log.info("embedded PostgreSQL on port {}, data in {}", server.port(), folder);
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void destroy() throws IOException {
        if (lock.isPresent() && !leave) server.stop().run();
        release();
    }

    /** Gives the folder back without stopping the server, as when the application is killed. */
    void release() throws IOException {
        if (lock.isPresent()) lock.get().close();
    }

    private record Server(int port, Stop stop) {}

    private interface Stop {
        void run() throws IOException;
    }

    private static Server start(Path data, Path folder) {
        var memory = memory();
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setOverrideWorkingDirectory(data.resolve("postgres-binaries").toFile())
                    .setCleanDataDirectory(false)
                    // it stops with this bean, after all who write to it; a hook of its own would stop it beneath them
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", memory / 8 + "MB")
                    .setServerConfig("effective_cache_size", memory / 2 + "MB")
                    // a solid-state disk reads anywhere at nearly the same cost
                    .setServerConfig("random_page_cost", "1.1")
                    // fewer checkpoints write fewer whole pages into the log
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("checkpoint_timeout", "15min")
                    // requests share the cores already: one of them does not take several
                    .setServerConfig("max_parallel_workers_per_gather", "0")
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(data.resolve("postgres.log").toFile()))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(data.resolve("postgres.log").toFile()))
                    .start();
            return new Server(postgres.getPort(), postgres::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mebibytes that the database may count on: what the machine has, as far as more would help. */
    private static long memory() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
        return Math.clamp(machine, 2048, 16_384);
    }

    /** The server of an earlier run that was killed: {@code postmaster.pid} names process (line 1) and port (line 4). */
    private static Optional<Server> running(Path folder) throws IOException {
        var file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) return Optional.empty();
        var lines = Files.readAllLines(file);
        if (lines.size() < 8 || !lines.get(7).strip().equals("ready")) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info().command().filter(c -> c.contains("postgres")).isPresent())
                .map(process -> new Server(Integer.parseInt(lines.get(3).strip()), process::destroy));
    }
}
