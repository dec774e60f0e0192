package cn.duban.hotline.suggest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the shipped categories are about, in words and in invented examples of what people say: enough to suggest by before a single ticket is closed. Read from {@code
 * hotline/words.yaml} and {@code hotline/examples.txt}, a category and a text in each line of the latter.
 */
public final class Descriptions {

    private static final String BETWEEN = "\t";

    private Descriptions() {}

    /** @param categories as they are written on a ticket; one that nothing is shipped for is described by its name */
    public static List<Described> shipped(Collection<String> categories, Function<String, Optional<byte[]>> meaning) {
        var words = words();
        var examples = examples();
        return categories.stream().map(category -> {
            var described = Described.of(category, category, words.getOrDefault(category, ""), meaning);
            var meanings = Stream.concat(described.meanings().stream(), examples.getOrDefault(category, List.of()).stream().map(meaning).flatMap(Optional::stream)).toList();
            return new Described(category, described.words(), meanings);
        }).toList();
    }

    static Map<String, String> words() {
        var words = new HashMap<String, String>();
        try (var file = open("words.yaml")) {
            Map<String, Map<String, String>> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            words.putAll(Objects.requireNonNull(read.get("words"), "words"));
        } catch (IOException e) {
            throw new UncheckedIOException("hotline/words.yaml could not be read.", e);
        }
        return words;
    }

    static Map<String, List<String>> examples() {
        var examples = new HashMap<String, List<String>>();
        try (var file = open("examples.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(BETWEEN, 2)).filter(line -> line.length == 2)
                    .forEach(line -> examples.merge(line[0], List.of(line[1]), (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("hotline/examples.txt could not be read.", e);
        }
        return examples;
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Descriptions.class.getClassLoader().getResourceAsStream("hotline/" + name), name);
    }
}
