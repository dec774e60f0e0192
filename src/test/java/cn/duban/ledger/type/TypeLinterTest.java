package cn.duban.ledger.type;

import static cn.duban.ledger.type.TypesFixture.TYPES;
import static cn.duban.ledger.type.TypesFixture.aPromise;
import static cn.duban.ledger.type.TypesFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TypeLinterTest {

    /** Faulty type → the one reason for which it is refused. In each file the line at fault is marked. */
    static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("unreachable", "unreachable"), Map.entry("dead-end", "dead-end"),
            Map.entry("nobody-owes", "nobody-owes"), Map.entry("owes-no-action", "owes-no-action"),
            Map.entry("no-clock", "no-clock"), Map.entry("standing-without-rhythm", "no-clock"),
            Map.entry("unknown-role", "unknown-role"), Map.entry("unknown-state", "unknown-state"),
            Map.entry("unknown-need", "unknown-need"), Map.entry("unknown-gate", "unknown-gate"),
            Map.entry("unknown-action", "unknown-action"), Map.entry("opens-nothing-known", "unknown-type"),
            Map.entry("closing-by-worker", "closing-by-worker"), Map.entry("closing-at-once", "closing-by-worker"),
            Map.entry("closing-without-except", "closing-without-except"), Map.entry("ungated", "ungated"),
            Map.entry("own-day", "day-without-except"), Map.entry("own-pause", "day-without-except"),
            Map.entry("label-without-english", "label"), Map.entry("choice-without-english", "label"),
            Map.entry("duplicate-label", "duplicate-label"), Map.entry("silence-by-default", "silence"),
            Map.entry("silence-by-breach", "silence"), Map.entry("silence-by-another-law", "silence"),
            Map.entry("silence-in-a-state", "silence"), Map.entry("final-left", "final-left"),
            Map.entry("kernel-action", "kernel-action"), Map.entry("number-without-serial", "number"),
            Map.entry("most-of-nothing", "most"), Map.entry("period-nobody-can-count", "clock-form"),
            Map.entry("no-owner", "no-owner"), Map.entry("owner-by-another-name", "owner-name"), Map.entry("worker-by-another-name", "work-role"), Map.entry("unknown-key", "unknown-key"),
            Map.entry("duplicate-key", "duplicate-key"), Map.entry("not-yaml", "yaml"),
            Map.entry("by-nobody", "missing"), Map.entry("borne-by-nobody", "bearer"), Map.entry("mistyped-flag", "kind"));

    static final List<String> FAULTY = REASONS.keySet().stream().sorted().toList();

    @ParameterizedTest
    @FieldSource("FAULTY")
    void refusesAFaultyTypeForExactlyItsReasonAndOnItsLine(String name) {
        var text = text(TYPES.resolve("faulty").resolve(name + ".yaml"));
        var line = (int) text.substring(0, text.indexOf("# fault")).lines().count();

        var faults = TypeLinter.check(text, name + ".yaml", ShippedTypes.names()).faults();

        assertThat(faults).extracting(Fault::code).containsExactly(REASONS.get(name));
        assertThat(faults).extracting(Fault::line).containsExactly(line);
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.text().zh()).endsWith("。");
            assertThat(fault.text().en()).endsWith(".");
        });
    }

    @Test
    void knowsAReasonForEveryFaultyType() throws IOException {
        try (var files = Files.list(TYPES.resolve("faulty"))) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".yaml", "")).collect(Collectors.toSet())).isEqualTo(REASONS.keySet());
        }
    }

    @Test
    void findsNothingWrongWithASoundType() {
        assertThat(TypeLinter.check(aPromise(), "promise.yaml", Set.of()).faults()).isEmpty();
        assertThat(TypeLinter.lint(TypesFixture.promise())).isEmpty();
    }

    @Test
    void lintsATypeThatHasNoText() {
        var type = TypesFixture.type(aPromise().replace(", gate: children-settled", ""));

        assertThat(TypeLinter.lint(type)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("ungated");
            assertThat(fault.text().zh()).as("people know it by its label").contains("（close）");
            assertThat(fault.source()).isEqualTo("promise");
            assertThat(fault.line()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({"行政许可法,32(4)", "《中华人民共和国行政许可法》,第三十二条第一款第四项", "行政许可法,第五十条", "政府信息公开条例,第三十四条", "信息公开条例,30"})
    void letsTimeActWhereANamedArticleSaysSo(String act, String article) {
        assertThat(codes(lapsing(act, article, "逾期的，视为同意"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"行政许可法,32", "行政许可法,32(5)", "行政许可法,第四十二条", "政府信息公开条例,50", "信访工作条例,34", "行政许可法,本法"})
    void refusesArticlesThatGiveSilenceNoMeaning(String act, String article) {
        assertThat(codes(lapsing(act, article, "逾期的，视为同意"))).containsExactly("silence");
    }

    @Test
    void wantsTheWordsOfTheLaw() {
        assertThat(codes(lapsing("行政许可法", "50", "' '"))).contains("silence");
    }

    @ParameterizedTest
    @CsvSource({"auto: true", "then: closed", "to: closed", "on_timeout: close", "default: received", "breach: auto-close", "breach: closed"})
    void refusesEveryDisguiseOfSilence(String key) {
        assertThat(codes(aPromise().replace("budget: 5wd, breach: remind", "budget: 5wd, " + key))).containsExactly("silence");
    }

    @Test
    void letsAUnitOfItsOwnVerify() {
        var text = aPromise()
                .replace("fields:", "  checker:    { zh: 核查单位,   en: Checking unit,      unit: one }\nfields:")
                .replace("Awaiting verification, owes: supervisor", "Awaiting verification, owes: checker")
                .replace("closed,    by: supervisor", "closed,    by: checker")
                .replace("working,   by: supervisor, needs: reason", "working,   by: checker, needs: reason");

        assertThat(codes(text)).isEmpty();
    }

    @Test
    void doesNotLetTheOwnerCloseWhatItDidItself() {
        var text = aPromise().replace("Being done,            owes: lead", "Being done,            owes: supervisor")
                .replace("by: lead, needs: [note, evidence]", "by: supervisor, needs: [note, evidence]")
                .replace("by: lead, needs: note", "by: supervisor, needs: note");

        assertThat(codes(text)).contains("closing-by-worker");
    }

    @Test
    void wantsTheUnitsOfTheChildrenBarredWhereTheWorkIsDoneInThem() {
        var finding = ShippedTypes.texts().get("rectification-finding");

        assertThat(codes(finding.replace("except: [lead, assist], ", ""))).containsExactly("closing-without-except");
        assertThat(codes(finding.replace("closed, by: supervisor", "closed, by: lead"))).contains("closing-by-worker");
    }

    @Test
    void wantsLimitsWhereTheySaySomethingAndInAFormThatCanBeCounted() {
        var objecting = "  object: { zh: 提出异议, en: Object, from: submitted, to: working, by: supervisor, needs: reason, within: %s }\nclocks:";
        assertThat(codes(aPromise().replace("clocks:", objecting.formatted("5wd")))).isEmpty();
        assertThat(codes(aPromise().replace("clocks:", objecting.formatted("soon")))).containsExactly("clock-form");
        assertThat(codes(aPromise().replace("by: lead, needs: note }", "by: lead, needs: note, within: 5wd }"))).containsExactly("limit");
        assertThat(codes(aPromise().replace("clocks:", objecting.formatted("9999wd")))).as("longer than anything that is counted").containsExactly("clock-form");
        assertThat(codes(aPromise().replace("budget: 5wd,", "budget: 9999wd,"))).containsExactly("clock-form");
        assertThat(codes(aPromise().replace("by: lead, needs: note }", "by: lead, needs: [note, signature] }"))).as("it moves nothing").containsExactly("limit");
        assertThat(codes(aPromise().replace("by: lead, needs: note }", "by: lead, needs: note, up-to: 6m }"))).containsExactly("limit");
        assertThat(codes(aPromise().replace("by: lead, needs: note }", "by: lead, needs: note, most: 1, anew: true }"))).isEmpty();
        assertThat(codes(aPromise().replace("by: lead, needs: note }", "by: lead, needs: note, anew: true }"))).as("anew of nothing").containsExactly("limit");
    }

    /** A withdrawal that is open from the first state on: it makes nobody independent of the work. */
    @Test
    void takesAWayOutForNoJudgement() {
        var out = "  leave: { zh: 撤回, en: Withdraw, from: [working, submitted], to: closed, by: %s, except: %s, needs: reason, gate: children-settled }\nclocks:";
        assertThat(codes(aPromise().replace("clocks:", out.formatted("supervisor", "lead")))).isEmpty();
        assertThat(codes(aPromise().replace("clocks:", out.formatted("lead", "supervisor")))).contains("closing-by-worker");
    }

    private static String lapsing(String act, String article, String text) {
        return aPromise().replace("budget: 5wd, breach: remind", "budget: 5wd, then: closed, law: { act: %s, article: %s, text: %s }".formatted(act, article, text));
    }

    private static List<String> codes(String text) {
        return TypeLinter.check(text, "test.yaml", null).faults().stream().map(Fault::code).toList();
    }
}
