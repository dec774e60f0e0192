package cn.duban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packed product in a process of its own, by the command that an office starts it with. */
record App(Process process, Duration toFirstPage) implements AutoCloseable {

    private static final int PATIENCE = 300;

    static App start(Options options, String... more) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("bin/duban", "serve", "--server.address=127.0.0.1", "--server.port=" + options.port(), "--duban.data=" + options.data(), "--duban.alikes=" + options.wants("alike")));
        words.addAll(List.of(more));
        var log = options.data().resolve("app.log").toFile();
        var start = System.nanoTime();
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (!options.jvm().isBlank()) builder.environment().put("DUBAN_JVM", options.jvm());
        var process = builder.start();
        try (var door = new Door(options.port())) {
            while (!answers(door)) {
                if (!process.isAlive()) throw new IOException("The product did not start; see " + log);
                if (System.nanoTime() - start > PATIENCE * 1_000_000_000L) throw new IOException("The product shows no page after " + PATIENCE + " seconds.");
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        return new App(process, Duration.ofNanos(System.nanoTime() - start));
    }

    private static boolean answers(Door door) {
        try {
            return door.page("/access/sign-in", false).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
