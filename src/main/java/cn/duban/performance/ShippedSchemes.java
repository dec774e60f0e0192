package cn.duban.performance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** Texts to begin with: no unit of any place is named in them. */
final class ShippedSchemes {

    static final Map<String, String> TEXTS = read(List.of("supervision", "openness", "health-index"));

    private ShippedSchemes() {}

    private static Map<String, String> read(List<String> names) {
        var texts = new LinkedHashMap<String, String>();
        for (var name : names) try (var text = new ClassPathResource("performance/" + name + ".yaml").getInputStream()) {
            texts.put(name, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("performance/" + name + ".yaml could not be read.", e);
        }
        return texts;
    }
}
