package cn.duban.supervision;

import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.MatterTypes.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code supervision/sources.yaml} says, beside the types as this government has them. */
@Component
class Sources {

    private final MatterTypes types;
    private final List<Source> all;
    private final DefaultPeriods periods;

    Sources(MatterTypes types) {
        this.types = types;
        var file = read();
        all = rows(file, "sources").stream().map(Sources::source).toList();
        periods = new DefaultPeriods(rows(file, "periods").stream().map(Sources::period).toList());
    }

    List<Source> all() {
        return all;
    }

    DefaultPeriods periods() {
        return periods;
    }

    /** A source that has a page here. */
    Optional<Source> named(String type) {
        return all.stream().filter(source -> source.type().equals(type) && source.door() == null).findFirst();
    }

    /** Those that come in under a matter of this type. */
    List<Source> below(String type, int tenant) {
        return all.stream().filter(source -> source.door() == null && type.equals(current(source, tenant).type().parent())).toList();
    }

    Published current(Source source, int tenant) {
        return types.current(tenant, source.type());
    }

    private static Map<?, ?> read() {
        try (var file = new ClassPathResource("supervision/sources.yaml").getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("supervision/sources.yaml could not be read.", e);
        }
    }

    private static List<Map<?, ?>> rows(Map<?, ?> file, String key) {
        return file.get(key) instanceof List<?> rows ? rows.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList() : List.of();
    }

    private static Source source(Map<?, ?> row) {
        return new Source(Objects.requireNonNull(text(row, "type")), Objects.requireNonNull(text(row, "icon")), "true".equals(text(row, "alone")), text(row, "leaders"), text(row, "urgency"),
                row.get("once") instanceof List<?> once ? once.stream().map(String::valueOf).toList() : List.of(), text(row, "door"));
    }

    private static DefaultPeriods.Row period(Map<?, ?> row) {
        var by = new HashMap<String, String>();
        row.forEach((key, value) -> by.put(String.valueOf(key), String.valueOf(value)));
        var since = row.get("since") instanceof Date date ? date.toInstant().atOffset(java.time.ZoneOffset.UTC).toLocalDate() : LocalDate.parse(String.valueOf(row.get("since")));
        by.keySet().removeAll(List.of("since", "grade"));
        return new DefaultPeriods.Row(since, String.valueOf(row.get("grade")), Map.copyOf(by));
    }

    private static @Nullable String text(Map<?, ?> row, String key) {
        return row.get(key) == null ? null : String.valueOf(row.get(key));
    }
}
