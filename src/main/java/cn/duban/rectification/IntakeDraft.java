package cn.duban.rectification;

import cn.duban.ledger.Door;
import cn.duban.rectification.reading.Reading;
import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person makes of a reading before it becomes a ledger. Begins as the reading itself, numbers of people masked. */
public record IntakeDraft(
        String title,
        String issuer,
        String inspectedBy,
        @Nullable LocalDate feedbackOn,
        @Nullable LocalDate publishedOn,
        List<Item> findings,
        List<Note> remarks,
        List<Count> claims) {

    /** Every text goes through the door here, whether it was read or typed. */
    public IntakeDraft {
        title = Door.masked(title);
        issuer = Door.masked(issuer);
        inspectedBy = Door.masked(inspectedBy);
    }

    /**
     * One finding, or one task of a plan.
     *
     * @param claim the document's own words on what was done; never believed
     * @param units units named by the text that the register knows; {@code named} keeps all names as written
     * @param kept whether it will be opened
     */
    public record Item(
            String no,
            String aspect,
            String title,
            String body,
            String claim,
            @Nullable LocalDate due,
            @Nullable String mode,
            @Nullable Integer lead,
            List<Integer> assist,
            List<String> named,
            List<String> measures,
            int line,
            boolean kept) {

        public Item {
            no = Door.masked(no);
            aspect = Door.masked(aspect);
            title = Door.masked(title);
            body = Door.masked(body);
            claim = Door.masked(claim);
            named = named.stream().map(Door::masked).toList();
            measures = measures.stream().map(Door::masked).toList();
        }
    }

    /** Something in the text that a person must look at. */
    public record Note(String code, String text, int line) {
        public Note {
            text = Door.masked(text);
        }

        /** In the reader's language what kind of doubt it is; the doubt itself is kept in the words of the document. */
        public String said() {
            return Words.say("rectification.remark." + code, text);
        }
    }

    /** A figure that the text states of itself; {@code holds} is null where the text cannot confirm it. */
    public record Count(String text, @Nullable Boolean holds, int line) {
        public Count {
            text = Door.masked(text);
        }
    }

    public IntakeHead head() {
        return new IntakeHead(title, issuer, inspectedBy, feedbackOn, publishedOn);
    }

    public long keptFindings() {
        return findings.stream().filter(Item::kept).count();
    }

    static IntakeDraft of(Reading reading, Directory directory) {
        var items = Stream.concat(
                reading.findings().stream().map(f -> item(f, reading, directory)),
                reading.tasks().stream().map(t -> item(t, reading, directory))).toList();
        return new IntakeDraft(
                text(reading.title()), text(reading.issuer()), text(reading.inspectedBy()), reading.feedbackOn(), reading.publishedOn(), items,
                reading.remarks().stream().map(r -> new Note(r.code(), r.text(), r.line())).toList(),
                reading.claims().stream().map(c -> new Count(c.text(), c.holds(), c.line())).toList());
    }

    private static Item item(Reading.Finding f, Reading reading, Directory directory) {
        var aspect = reading.aspects().stream().filter(a -> a.no().equals(f.aspect()) && a.line() <= f.line()).reduce((a, b) -> b).map(a -> a.no() + a.title()).orElse(text(f.aspect()));
        var units = units(f.lead(), directory);
        return new Item(f.number(), aspect, f.title(), body(f, directory), text(f.statusWords()),
                f.due(), mode(f), units.isEmpty() ? null : units.getFirst(),
                Stream.concat(units.stream().skip(1), units(f.assist(), directory).stream()).distinct().toList(),
                Stream.concat(f.lead().stream(), f.assist().stream()).toList(),
                f.measures().stream().map(m -> m.text()).toList(), f.line(), true);
    }

    private static Item item(Reading.Task t, Reading reading, Directory directory) {
        var section = reading.sections().stream().filter(s -> s.no().equals(t.section())).findFirst().map(s -> s.no() + "、" + s.title()).orElse(text(t.section()));
        var units = units(t.lead(), directory);
        return new Item(numbered(t), section, t.title(), t.text(), "", t.due(), null, units.isEmpty() ? null : units.getFirst(),
                Stream.concat(units.stream().skip(1), units(t.assist(), directory).stream()).distinct().toList(),
                Stream.concat(t.lead().stream(), t.assist().stream()).toList(), List.of(), t.line(), true);
    }

    /** As the document counts within its section, （二）1: the last number alone would come again under each of its headings. */
    private static String numbered(Reading.Task t) {
        var path = t.path();
        var below = path.size() > 1 && path.getFirst().equals(t.section()) ? path.subList(1, path.size()) : path;
        var no = new StringBuilder();
        for (var one : below) no.append(!no.isEmpty() && Character.isDigit(no.charAt(no.length() - 1)) ? "." : "").append(one.replace('(', '（').replace(')', '）'));
        return no.isEmpty() ? String.valueOf(t.no()) : no.toString();
    }

    /** The finding, and what the document says of it that has no place of its own: leaders by name, units out of no register, what was done. */
    private static String body(Reading.Finding f, Directory directory) {
        var named = Stream.concat(f.lead().stream(), f.assist().stream()).toList();
        var unknown = named.stream().anyMatch(name -> directory.unitNamed(name).isEmpty());
        return Stream.of(f.problem().isBlank() ? f.title() : f.problem(), said("leaders", String.join("、", f.leaders())), said("units", unknown ? String.join("、", named) : ""),
                said("response", f.response())).filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
    }

    private static String said(String what, String text) {
        return text.isBlank() ? "" : Words.in(Words.CHINESE, "rectification.read." + what, text.strip());
    }

    /** The document's own word only: a finding without one gets its kind from the person who plans it. */
    private static @Nullable String mode(Reading.Finding f) {
        return f.mode() == null ? null : switch (f.mode()) {
            case NOW -> "now";
            case DATED -> "dated";
            case STANDING -> "standing";
        };
    }

    private static List<Integer> units(List<String> names, Directory directory) {
        return names.stream().map(directory::unitNamed).flatMap(java.util.Optional::stream).map(Unit::id).distinct().toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    IntakeDraft headed(String newTitle, String newIssuer, String newInspectedBy, @Nullable LocalDate newFeedbackOn, @Nullable LocalDate newPublishedOn) {
        return new IntakeDraft(newTitle, newIssuer, newInspectedBy, newFeedbackOn, newPublishedOn, findings, remarks, claims);
    }

    /** With one item replaced, or added where {@code at} is the number of items. */
    IntakeDraft with(int at, Item item) {
        var items = new ArrayList<>(findings);
        if (at == items.size()) items.add(item);
        else items.set(at, item);
        return new IntakeDraft(title, issuer, inspectedBy, feedbackOn, publishedOn, items, remarks, claims);
    }
}
