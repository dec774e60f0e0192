package cn.duban.rectification.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.documents.DocumentText;
import cn.duban.rectification.reading.Reading.Finding;
import cn.duban.rectification.reading.Reading.Task;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invented documents in the forms that offices really use, each beside its reading as a person wrote it down: {@code NAME.expected}.
 * Findings and tasks are given in full and in order; claims, remarks and targets are those that must be among what was read.
 */
class FormsTest {
    private static final Path FORMS = Bulletins.INVENTED.resolve("forms");

    /** Where the line breaks are the damage itself, other breaks make another document. */
    private static final Set<String> LINES_MATTER = Set.of("narrow-column.txt", "pinyin-wrapped.txt", "pinyin-wrapped-before.txt", "plan-pinyin-wrapped.txt",
            "scanned-pages.txt", "page-of-pages.txt", "pipes.txt", "tick-marks.txt", "one-line-no-blanks.txt", "one-line-no-stops.txt", "plan-one-line-no-blanks.txt");

    static Stream<String> forms() throws IOException {
        try (var files = Files.list(FORMS)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".expected")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsAsAPersonDid(String name) throws IOException {
        var expected = Files.readAllLines(FORMS.resolve(name.replaceFirst("\\.\\w+$", ".expected")));
        var reading = Bulletins.read(FORMS.resolve(name));

        var said = said(reading);
        var wanted = expected.stream().filter(line -> !line.startsWith("none ")).toList();
        var whole = List.of("finding ", "task ");
        assertThat(said.stream().filter(line -> whole.stream().anyMatch(line::startsWith)))
                .containsExactlyElementsOf(wanted.stream().filter(line -> whole.stream().anyMatch(line::startsWith)).toList());
        assertThat(said).containsAll(wanted);
        for (var none : expected.stream().filter(line -> line.startsWith("none ")).toList()) {
            assertThat(said).noneMatch(line -> line.startsWith("remark " + none.substring(5)));
        }
    }

    /** Another width of the punctuation, blank lines, another mark behind the number, a web page: nothing that a reader would notice. */
    @ParameterizedTest
    @MethodSource("forms")
    void readsTheSameInAnotherDress(String name) throws Exception {
        if (!name.endsWith(".txt") || LINES_MATTER.contains(name)) {
            return;
        }
        var text = Files.readString(FORMS.resolve(name));
        var wanted = outline(Bulletins.read(FORMS.resolve(name)));
        var dresses = List.of(
                Cleaning.folded(text),
                text.replace("\n", "\n\n"),
                text.replaceAll("(?m)^(?=\\S)", "\u3000\u3000"),
                text.replaceAll("(?m)^(\\s*\\d{1,2})[.\uFF0E](?=[^\\d(\uFF08])", "$1、"),
                "<html><body>" + text.replaceAll("(?m)^(.+)$", "<p>$1</p>") + "</body></html>");
        for (var dress : dresses) {
            assertThat(outline(Reader.read(DocumentText.read(dress.getBytes(StandardCharsets.UTF_8), "dress")))).isEqualTo(wanted);
        }
    }

    private static List<String> outline(Reading reading) {
        return said(reading).stream().filter(line -> line.matches("(?:finding|task|aspects|published|by|feedback) .*"))
                .map(line -> Cleaning.folded(line).replace(" ", "")).toList();
    }

    private static List<String> said(Reading reading) {
        var said = new ArrayList<>(List.of("kind " + reading.kind().word, "title " + reading.title(), "issuer " + reading.issuer(),
                "published " + reading.publishedOn(), "by " + reading.inspectedBy(), "feedback " + reading.feedbackOn(),
                "aspects " + reading.aspects().size(), "year " + reading.year()));
        if (reading.contact() != null) {
            said.addAll(List.of("phone " + reading.contact().phone(), "postcode " + reading.contact().postcode(), "email " + reading.contact().email()));
        }
        for (var finding : reading.findings()) {
            said.add(finding(finding));
            said.add("units " + path(finding) + " | " + names(finding.lead()) + " | " + names(finding.assist()));
            if (!finding.measures().isEmpty()) {
                said.add("lastmeasure " + path(finding) + " | " + finding.measures().getLast().text());
            }
        }
        reading.tasks().forEach(task -> said.add(task(task)));
        reading.claims().forEach(claim -> said.add("claim " + claim.kind() + " " + plain(claim.stated()) + " " + (claim.holds() == null ? "-" : claim.holds())));
        reading.remarks().forEach(remark -> said.add("remark " + remark.code() + " " + remark.line()));
        reading.targets().forEach(target -> said.add("target " + target.op() + " " + plain(target.value()) + " " + target.unit()
                + (target.flag() == null ? "" : " " + target.flag())));
        return said;
    }

    private static String finding(Finding finding) {
        return "finding " + path(finding) + " | " + finding.status() + " | " + Objects.requireNonNullElse(finding.due(), "-") + " | "
                + finding.measures().size() + " | " + finding.title();
    }

    private static String task(Task task) {
        return "task " + task.no() + " | " + Objects.requireNonNullElse(task.section(), "-") + " | " + names(task.lead()) + " | " + names(task.assist())
                + " | " + Objects.requireNonNullElse(task.due(), "-") + " | " + task.title();
    }

    private static String path(Finding finding) {
        return String.join("/", finding.path());
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "-" : String.join("、", names);
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "?" : value.stripTrailingZeros().toPlainString();
    }
}
