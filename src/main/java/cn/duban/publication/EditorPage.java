package cn.duban.publication;

import static cn.duban.web.Words.say;

import cn.duban.web.Titled;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bulletin beside its checks.
 *
 * @param compared figures of the bulletin published last about the same matter, and now
 * @param frozen what was published, once it was
 * @param approvers who may approve and publish it, in words
 * @param outcome what the proof found, once it was published
 * @param unsaved why what is shown could not be saved; null where it stands as shown
 */
public record EditorPage(
        Sheet sheet, List<Line> lines, List<Step> steps, boolean mayEdit, boolean mayApprove, boolean maySign, boolean mayTakeBack, List<String> approvers,
        List<Comparison> compared, @Nullable String comparedWith, LocalDate asOfDay, String embargo, LocalDate today,
        @Nullable Frozen frozen, Proving.@Nullable Outcome outcome, @Nullable Unsaved unsaved) implements Titled {

    /** A part as the editor sees it: laid out, and the text to edit where it may be edited. */
    public record Line(String name, Composition.Kind kind, List<Segment> segments, boolean free, String text, boolean covered) {}

    /** @param stored part, or title, → how it stands where something else was typed */
    public record Unsaved(String message, String next, List<Stored> stored) {}

    public record Stored(String name, String text) {}

    public boolean differs(String part) {
        return unsaved != null && unsaved.stored().stream().anyMatch(one -> one.name().equals(part));
    }

    /** 市长 宁致远或秘书长 骆怀瑾: who has to move; the office itself where nobody is left. */
    public String waitsFor() {
        return approvers.isEmpty() ? say("publication.waits.nobody") : listed();
    }

    private String listed() {
        if (approvers.size() < 2) return approvers.getFirst();
        return String.join(say("publication.waits.and"), approvers.subList(0, approvers.size() - 1)) + say("publication.waits.or") + approvers.getLast();
    }

    public record Comparison(String name, String then, String now) {}

    /** How the part of a redaction begins. */
    public String start(@Nullable String part) {
        return lines.stream().filter(line -> line.name().equals(part)).findFirst().map(EditorPage::start).orElse("—");
    }

    /** How a part begins, to choose it from a list. */
    public static String start(Line line) {
        var text = Content.plain(line.segments());
        return text.length() <= 18 ? text : text.substring(0, 18) + "……";
    }

    public Bulletin bulletin() {
        return sheet.bulletin();
    }

    public UUID id() {
        return bulletin().id();
    }

    @Override
    public String title() {
        return bulletin().title();
    }
}
