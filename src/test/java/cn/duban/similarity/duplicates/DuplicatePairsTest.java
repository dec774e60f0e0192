package cn.duban.similarity.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.similarity.duplicates.LabelledPairs.Half;
import cn.duban.similarity.duplicates.LabelledPairs.Kind;
import cn.duban.similarity.wording.Likeness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Precision and recall over the labelled pairs are what the README of the room says, or better. */
class DuplicatePairsTest {

    private static final Logger log = LoggerFactory.getLogger(DuplicatePairsTest.class);
    private static final Path README = Path.of("src/main/java/cn/duban/similarity/README.md");
    private static final Pattern FIGURES = Pattern.compile("\\| (TUNING|HELD_OUT) \\| (LIKELY|VERY_LIKELY) \\| (\\d\\.\\d\\d) \\| (\\d\\.\\d\\d) \\|");

    private final LabelledPairs labelled = new LabelledPairs();

    @Test
    void isAsGoodAsTheReadmeSays() throws IOException {
        var said = FIGURES.matcher(Files.readString(README)).results().toList();
        for (var row : said) {
            var figures = figures(Half.valueOf(row.group(1)), row.group(2).equals("LIKELY") ? Likeness.LIKELY : Likeness.VERY_LIKELY);
            log.info("{} {}: {}", row.group(1), row.group(2), figures);
            assertThat(figures.precision()).as("precision, %s: %s", row.group(), figures).isGreaterThanOrEqualTo(Double.parseDouble(row.group(3)));
            assertThat(figures.recall()).as("recall, %s: %s", row.group(), figures).isGreaterThanOrEqualTo(Double.parseDouble(row.group(4)));
        }
        assertThat(said).hasSize(4);
    }

    @Test
    void isLabelledInFullAndHalved() {
        assertThat(labelled.pairs).hasSizeGreaterThan(300).allMatch(pair -> pair.one() != null && pair.other() != null);
        for (var half : Half.values()) {
            assertThat(labelled.pairs).filteredOn(pair -> pair.half() == half && pair.kind() == Kind.SAME).hasSizeGreaterThan(50);
            assertThat(labelled.pairs).filteredOn(pair -> pair.half() == half && pair.kind() == Kind.NEAR).hasSizeGreaterThan(90);
            assertThat(labelled.pairs).filteredOn(pair -> pair.half() == half && pair.kind() == Kind.FAR).hasSizeGreaterThan(25);
        }
    }

    private record Figures(int found, int same, int right) {

        double precision() {
            return found == 0 ? 0 : Math.floor(100.0 * right / found) / 100;
        }

        double recall() {
            return Math.floor(100.0 * right / same) / 100;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f %.2f (%d right of %d found, %d to find)", precision(), recall(), right, found, same);
        }
    }

    private Figures figures(Half half, double least) {
        var own = labelled.pairs.stream().filter(pair -> pair.half() == half).toList();
        var found = own.stream().filter(pair -> labelled.likeness(pair).score() >= least).toList();
        return new Figures(found.size(), (int) own.stream().filter(pair -> pair.kind() == Kind.SAME).count(), (int) found.stream().filter(pair -> pair.kind() == Kind.SAME).count());
    }
}
