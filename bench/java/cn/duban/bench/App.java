package cn.duban.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packed product in a process of its own, as an office runs it. */
record App(Process process, Duration toFirstPage) implements AutoCloseable {

    private static final int PATIENCE = 300;

    static App start(Options options, String... more) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED"));
        if (!options.jvm().isBlank()) words.addAll(Arrays.asList(options.jvm().split("\\s+")));
        words.addAll(List.of("-jar", options.jar().toString(), "serve", "--server.address=127.0.0.1", "--server.port=" + options.port(), "--duban.data=" + options.data()));
        words.addAll(List.of(more));
        var log = options.data().resolve("app.log").toFile();
        var start = System.nanoTime();
        var process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
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
