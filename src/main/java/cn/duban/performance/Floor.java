package cn.duban.performance;

import cn.duban.ledger.type.Faults;
import cn.duban.ledger.type.Section;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * What a scheme of a category must hold, as rules from above have it: data, {@code performance/floors.yaml}.
 *
 * @param special the part (专项) @param least its share of the full points at least @param basis where that is written
 */
record Floor(String category, String special, Bound least, String basis) {

    private static final List<Floor> SHIPPED = read();

    static List<Floor> of(String category) {
        return SHIPPED.stream().filter(floor -> floor.category().equals(category)).toList();
    }

    private static List<Floor> read() {
        var faults = new Faults("floors.yaml");
        try (var text = new InputStreamReader(new ClassPathResource("performance/floors.yaml").getInputStream(), StandardCharsets.UTF_8)) {
            var floors = new ArrayList<Floor>();
            new Section("", new Yaml(new LoaderOptions()).compose(text), faults).partsOfAnyName().forEach((category, parts) -> parts.partsOfAnyName()
                    .forEach((special, part) -> floors.add(new Floor(category, special, Bound.read(said(part, "不低于")).orElseThrow(), said(part, "依据")))));
            return List.copyOf(floors);
        } catch (IOException e) {
            throw new UncheckedIOException("performance/floors.yaml could not be read.", e);
        }
    }

    private static String said(Section part, String key) {
        return Objects.requireNonNull(part.text(key), key);
    }
}
