package cn.duban.rectification;

import cn.duban.crypto.Sm3;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Everything that was typed beside a reading, sent at once: only what a person changed is saved, so that two people who
 * correct different findings never meet.
 *
 * @param head null where nothing was typed
 * @param rows place of the finding → what was typed; the place after the last one is for a finding that the reader missed
 */
public record IntakeForm(@Nullable Head head, Map<Integer, Row> rows) {

    /** @param was the mark of what the form held; {@code refused} why it was not saved */
    public record Head(IntakeHead typed, String was, @Nullable String refused) {}

    /** @param due as it was typed; {@code was} the mark of what the form held, empty for a new finding */
    public record Row(IntakeDraft.Item item, String due, String was, @Nullable String refused) {
        boolean untouched() {
            return mark(item).equals(was);
        }

        /** A form for one more finding that nobody filled in. */
        boolean blank() {
            return item.title().isBlank() && item.body().isBlank() && item.measures().isEmpty() && item.no().isBlank();
        }
    }

    static IntakeForm untouched() {
        return new IntakeForm(null, Map.of());
    }

    static String prefix(int at) {
        return "f." + at + ".";
    }

    static IntakeForm of(IntakeDraft draft, MultiValueMap<String, String> typed) {
        var rows = new TreeMap<Integer, Row>();
        for (int at = 0; typed.containsKey(prefix(at) + "was"); at++) {
            var name = prefix(at);
            var was = given(typed, name + "was");
            var before = was.isEmpty() || at >= draft.findings().size() ? null : draft.findings().get(at);
            var item = new IntakeDraft.Item(line(typed, name + "no"), line(typed, name + "aspect"), given(typed, name + "title"), given(typed, name + "body"), line(typed, name + "claim"),
                    day(given(typed, name + "due")), empty(given(typed, name + "mode")), number(given(typed, name + "lead")),
                    typed.getOrDefault(name + "assist", List.of()).stream().map(IntakeForm::number).filter(Objects::nonNull).toList(), before == null ? List.of() : before.named(),
                    given(typed, name + "measures").lines().map(String::strip).filter(measure -> !measure.isEmpty()).toList(), before == null ? 0 : before.line(), typed.containsKey(name + "kept"));
            rows.put(at, new Row(item, given(typed, name + "due"), was, null));
        }
        var head = !typed.containsKey("was") ? null : new Head(new IntakeHead(line(typed, "title"), line(typed, "issuer"), line(typed, "inspectedBy"),
                day(given(typed, "feedbackOn")), day(given(typed, "publishedOn"))), given(typed, "was"), null);
        return new IntakeForm(head, rows);
    }

    /** What cannot be saved over the draft as it stands, each with the reason. */
    IntakeForm refused(IntakeDraft now) {
        var refused = new TreeMap<Integer, Row>();
        rows.forEach((at, row) -> {
            var why = why(row, now, at);
            if (why != null) refused.put(row.was().isEmpty() ? now.findings().size() : at, new Row(row.item(), row.due(), row.was(), why));
        });
        var changed = head != null && !mark(head.typed()).equals(head.was()) && !mark(now.head()).equals(head.was()) && !head.typed().equals(now.head());
        return new IntakeForm(changed ? new Head(head.typed(), head.was(), Words.say("rectification.intake.changed")) : null, refused);
    }

    private static @Nullable String why(Row row, IntakeDraft now, int at) {
        if (row.was().isEmpty() ? row.blank() : row.untouched()) return null;
        if (row.item().title().isBlank()) return Words.say("rectification.finding.untitled");
        if (!row.due().isEmpty() && row.item().due() == null) return Words.say("rectification.due.wrong");
        if (row.was().isEmpty()) return null;
        if (at >= now.findings().size()) return Words.say("rectification.intake.changed");
        var stored = mark(now.findings().get(at));
        return stored.equals(row.was()) || stored.equals(mark(row.item())) ? null : Words.say("rectification.intake.changed");
    }

    /** The draft with everything that was typed and may be saved. */
    IntakeDraft over(IntakeDraft now) {
        var kept = refused(now);
        var next = head == null || kept.head() != null || mark(head.typed()).equals(head.was()) ? now
                : now.headed(head.typed().title(), head.typed().issuer(), head.typed().inspectedBy(), head.typed().feedbackOn(), head.typed().publishedOn());
        for (var entry : rows.entrySet()) {
            var row = entry.getValue();
            var fresh = row.was().isEmpty();
            if (kept.rows().containsKey(fresh ? now.findings().size() : entry.getKey()) || (fresh ? row.blank() : row.untouched())) continue;
            next = next.with(fresh ? next.findings().size() : entry.getKey(), row.item());
        }
        return next;
    }

    boolean nothing() {
        return head == null && rows.isEmpty();
    }

    /** What a form holds when nobody touches it: the same text as a browser sends it back. */
    public static String mark(IntakeDraft.Item item) {
        return mark(Intakes.JSON.writeValueAsString(List.of(plain(item.no()), plain(item.aspect()), text(item.title()), text(item.body()), plain(item.claim()),
                String.valueOf(item.due()), String.valueOf(item.mode()), String.valueOf(item.lead()), item.assist().stream().sorted().toList(),
                item.measures().stream().map(String::strip).toList(), item.kept())));
    }

    public static String mark(IntakeHead head) {
        return mark(Intakes.JSON.writeValueAsString(List.of(plain(head.title()), plain(head.issuer()), plain(head.inspectedBy()), String.valueOf(head.feedbackOn()), String.valueOf(head.publishedOn()))));
    }

    private static String mark(String json) {
        return Sm3.hex(Sm3.digest(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))).substring(0, 16);
    }

    private static String given(MultiValueMap<String, String> typed, String name) {
        return text(Objects.requireNonNullElse(typed.getFirst(name), ""));
    }

    private static String line(MultiValueMap<String, String> typed, String name) {
        return plain(given(typed, name));
    }

    private static String text(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    /** A field of one line loses its line breaks in the browser. */
    private static String plain(String text) {
        return text.replaceAll("\\R", "").strip();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static @Nullable Integer number(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.valueOf(typed) : null;
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
