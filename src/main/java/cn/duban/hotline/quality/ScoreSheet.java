package cn.duban.hotline.quality;

import cn.duban.ledger.type.MatterType.Label;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A score sheet, from a day on: lines of a hundred points together. Pure. */
public record ScoreSheet(LocalDate since, List<Line> lines) {

    public static final int FULL = 100;

    public record Line(String name, int points, Label label) {}

    public ScoreSheet {
        var sum = lines.stream().mapToInt(Line::points).sum();
        if (sum != FULL) throw new IllegalArgumentException("The lines of the score sheet of " + since + " add up to " + sum + ", not to " + FULL + ".");
    }

    /** Every mark, read back; empty where one is missing, no number or beyond its line. */
    Optional<Map<String, Integer>> marks(Map<String, String> typed) {
        var marks = new LinkedHashMap<String, Integer>();
        for (var line : lines) {
            var said = typed.getOrDefault("mark-" + line.name(), "").strip();
            if (!said.matches("\\d{1,3}") || Integer.parseInt(said) > line.points()) return Optional.empty();
            marks.put(line.name(), Integer.parseInt(said));
        }
        return Optional.of(marks);
    }

    /** All sheets. */
    public record Sheets(List<ScoreSheet> all) {

        ScoreSheet on(LocalDate day) {
            return all.stream().filter(sheet -> !sheet.since().isAfter(day)).max(Comparator.comparing(ScoreSheet::since)).orElseThrow();
        }
    }

    static Sheets shipped() {
        try (var file = new ClassPathResource("hotline/score-sheets.yaml").getInputStream()) {
            Map<?, ?> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return new Sheets(((List<?>) read.get("sheets")).stream().map(sheet -> sheet((Map<?, ?>) sheet)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("hotline/score-sheets.yaml could not be read.", e);
        }
    }

    private static ScoreSheet sheet(Map<?, ?> row) {
        var since = row.get("since") instanceof Date date ? date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(String.valueOf(row.get("since")));
        return new ScoreSheet(since, ((List<?>) row.get("lines")).stream().map(line -> line((Map<?, ?>) line)).toList());
    }

    private static Line line(Map<?, ?> row) {
        return new Line(String.valueOf(row.get("name")), Integer.parseInt(String.valueOf(row.get("points"))), new Label(String.valueOf(row.get("zh")), String.valueOf(row.get("en"))));
    }

    @Configuration(proxyBeanMethods = false)
    static class Shipped {

        @Bean
        Sheets scoreSheets() {
            return shipped();
        }
    }
}
