package cn.duban.hotline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The data that the room ships under {@code hotline/}. */
@Configuration(proxyBeanMethods = false)
public class Shipped {

    @Bean
    Grades grades() {
        return Grades.shipped();
    }

    @Bean
    Categories categories() {
        return Categories.shipped();
    }

    @Bean
    Thresholds thresholds() {
        return Thresholds.shipped();
    }

    public static Map<?, ?> read(String name) {
        try (var file = new ClassPathResource("hotline/" + name).getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("hotline/" + name + " could not be read.", e);
        }
    }

    public static List<Map<?, ?>> rows(Map<?, ?> file, String key) {
        return file.get(key) instanceof List<?> rows ? rows.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList() : List.of();
    }

    public static String text(Map<?, ?> row, String key) {
        return String.valueOf(Objects.requireNonNull(row.get(key), key));
    }
}
