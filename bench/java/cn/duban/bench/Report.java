package cn.duban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The run as a section of {@code bench/results.md}: machine, commit, size, and a row a figure. */
record Report(Options options, Manifest manifest, List<Figure> figures, List<String> notes) {

    void write() throws IOException, InterruptedException {
        var text = new StringBuilder("## %,d matters, %s\n\n".formatted(manifest.number("matters"), Instant.now().truncatedTo(ChronoUnit.MINUTES)));
        text.append("Commit %s; %s; %d cores; Java %s; %d connections, %d s after %d s of warming up.%s\n\n".formatted(commit(), processor(), Runtime.getRuntime().availableProcessors(),
                Runtime.version(), options.connections(), options.seconds(), options.warm(), options.jvm().isBlank() ? "" : " JVM: `" + options.jvm() + "`."));
        text.append("- loaded in %s s (rows %s, keys and indexes %s, vacuum %s)\n".formatted(manifest.text("load.seconds"), manifest.text("load.rows.seconds"),
                manifest.text("load.indexes.seconds"), manifest.text("load.vacuum.seconds")));
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        text.append('\n').append(Figure.heading());
        figures.forEach(figure -> text.append(figure.rows()));
        text.append('\n');
        Files.writeString(options.out(), text);
        System.out.println(text);
    }

    private static String commit() throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "describe", "--always", "--dirty").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var said = new String(git.getInputStream().readAllBytes()).strip();
        return git.waitFor(10, TimeUnit.SECONDS) && !said.isEmpty() ? said : "unknown";
    }

    private static String processor() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("processor unknown");
        }
    }
}
