package cn.duban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/** What a load left behind for those who drive it: who may come in with which token, and how big it is. Throw-away data only. */
record Manifest(Properties said) {

    private static final String FILE = "bench.properties";

    static Manifest read(Path data) throws IOException {
        var said = new Properties();
        try (var in = Files.newBufferedReader(data.resolve(FILE))) {
            said.load(in);
        }
        return new Manifest(said);
    }

    void write(Path data) throws IOException {
        try (var out = Files.newBufferedWriter(data.resolve(FILE))) {
            said.store(out, null);
        }
    }

    String text(String name) {
        return Objects.requireNonNull(said.getProperty(name), name);
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    void put(String name, Object value) {
        said.setProperty(name, value.toString());
    }
}
