package cn.duban.similarity.duplicates;

import cn.duban.similarity.meaning.Cosines;
import cn.duban.similarity.meaning.Subject;
import cn.duban.similarity.wording.Likeness;
import cn.duban.similarity.wording.Traits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The labelled pairs: matters as offices write them, and which two are the same, with why. */
final class LabelledPairs {

    enum Kind { SAME, NEAR, FAR }

    /** Odd groups are there to tune by; even ones were looked at once, in the end. The numbers were given as the groups were written. */
    enum Half { TUNING, HELD_OUT }

    record Pair(CSVRecord one, CSVRecord other, Kind kind, Half half) {}

    private static final Path FOLDER = Path.of("src/test/resources/similarity");

    final List<Pair> pairs;
    final Map<String, CSVRecord> matters = new HashMap<>();
    private final Cosines cosines = new Cosines();

    LabelledPairs() {
        read("duplicate-matters.csv").forEach(row -> matters.put(row.get("id"), row));
        pairs = read("duplicate-pairs.csv").stream().map(row -> new Pair(matters.get(row.get("one")), matters.get(row.get("other")), Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)), half(row.get("one")))).toList();
    }

    private static Half half(String id) {
        return Integer.parseInt(id.replaceAll("\\D", "")) % 2 == 1 ? Half.TUNING : Half.HELD_OUT;
    }

    private static List<CSVRecord> read(String name) {
        try (var in = Files.newBufferedReader(FOLDER.resolve(name), StandardCharsets.UTF_8); var rows = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in)) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Likeness likeness(Pair pair) {
        var one = subject(pair.one());
        var other = subject(pair.other());
        return Likeness.of(Traits.of(one.title(), one.body()), Traits.of(other.title(), other.body()), cosines.between(one, other));
    }

    static Subject subject(CSVRecord matter) {
        return new Subject(matter.get("title"), matter.get("body"));
    }
}
