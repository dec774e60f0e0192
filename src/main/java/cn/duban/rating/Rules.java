package cn.duban.rating;

import cn.duban.workdays.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** How long a unit has after a bad rating, and what is doubtful: each row holds from its day until the next. Pure. */
public record Rules(List<Bad> bad, List<Doubtful> doubtful, Set<String> matters) {

    record Bad(LocalDate since, Period contact, Period rectify, Period complex) {}

    /** @param sameSource ratings of one unit from one source in a day @param bulk from one source in ten minutes @param sameWords the very same words about one unit in a day @param reopened how long after the service its unit may have the code before it */
    record Doubtful(LocalDate since, int sameSource, int bulk, int sameWords, Duration reopened) {}

    Bad bad(LocalDate on) {
        return bad.stream().filter(row -> !row.since().isAfter(on)).max(Comparator.comparing(Bad::since)).orElseThrow(() -> new NoSuchElementException("rating/rules.yaml: bad " + on));
    }

    Doubtful doubtful(LocalDate on) {
        return doubtful.stream().filter(row -> !row.since().isAfter(on)).max(Comparator.comparing(Doubtful::since)).orElseThrow(() -> new NoSuchElementException("rating/rules.yaml: doubt " + on));
    }

    static Rules shipped() {
        try (var file = new ClassPathResource("rating/rules.yaml").getInputStream()) {
            Map<?, ?> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return new Rules(rows(read, "bad").stream().map(row -> new Bad(since(row), period(row, "contact"), period(row, "rectify"), period(row, "complex"))).toList(),
                    rows(read, "doubt").stream().map(row -> new Doubtful(since(row), number(row, "same-source"), number(row, "bulk"), number(row, "same-words"), Duration.ofMinutes(number(row, "reopened")))).toList(),
                    ((List<?>) read.get("matters")).stream().map(String::valueOf).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("rating/rules.yaml could not be read.", e);
        }
    }

    private static List<Map<?, ?>> rows(Map<?, ?> file, String key) {
        return ((List<?>) file.get(key)).stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList();
    }

    private static LocalDate since(Map<?, ?> row) {
        return row.get("since") instanceof Date date ? date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(String.valueOf(row.get("since")));
    }

    private static Period period(Map<?, ?> row, String key) {
        return Period.parse(String.valueOf(row.get(key)));
    }

    private static int number(Map<?, ?> row, String key) {
        return Integer.parseInt(String.valueOf(row.get(key)));
    }

    @Configuration(proxyBeanMethods = false)
    static class Shipped {

        @Bean
        Rules ratingRules() {
            return shipped();
        }
    }
}
