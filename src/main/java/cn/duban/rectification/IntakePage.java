package cn.duban.rectification;

import cn.duban.ledger.DuplicateBatch;
import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.web.Tick;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reading beside its text, for a person to correct.
 *
 * @param form what was typed and could not be saved, with the reasons
 * @param duplicates what may stand on the ledger already; null where nothing is asked
 */
public record IntakePage(Intake intake, List<Intake> same, Directory directory, IntakeForm form, @Nullable DuplicateBatch duplicates) implements Titled {

    /** Something that stands otherwise than it was typed. */
    public record Stored(String label, String value) {}

    public boolean unsaved(int at) {
        return form.rows().containsKey(at);
    }

    /** How many could not be saved. */
    public int unsaved() {
        return form.rows().size() + (form.head() == null ? 0 : 1);
    }

    public @Nullable String refused(int at) {
        return form.rows().containsKey(at) ? form.rows().get(at).refused() : null;
    }

    public IntakeHead head() {
        return form.head() == null ? intake.draft().head() : form.head().typed();
    }

    /** What the form at a place holds: what was typed, else what stands. */
    public IntakeDraft.@Nullable Item shown(int at, IntakeDraft.@Nullable Item stored) {
        return form.rows().containsKey(at) ? form.rows().get(at).item() : stored;
    }

    public String due(int at, IntakeDraft.@Nullable Item stored) {
        return form.rows().containsKey(at) ? form.rows().get(at).due() : stored == null || stored.due() == null ? "" : stored.due().toString();
    }

    /** What stands where something else was typed, so that both are seen. */
    public List<Stored> stored(int at, IntakeDraft.@Nullable Item stored) {
        if (!form.rows().containsKey(at) || stored == null) return List.of();
        var typed = form.rows().get(at).item();
        return Stream.of(stored("no", typed.no(), stored.no()), stored("aspect", typed.aspect(), stored.aspect()), stored("title", typed.title(), stored.title()),
                        stored("body", typed.body(), stored.body()), stored("claim", typed.claim(), stored.claim()),
                        stored("due", form.rows().get(at).due(), stored.due() == null ? "" : "" + stored.due()),
                        stored("measures", String.join("\n", typed.measures()), String.join("\n", stored.measures())))
                .flatMap(List::stream).toList();
    }

    private List<Stored> stored(String field, String typed, String stored) {
        return stored.isEmpty() || typed.equals(stored) ? List.of() : List.of(new Stored(word("finding." + field), stored));
    }

    /** A text of this room in the words of what the document was read as. */
    public String word(String key, Object... arguments) {
        return intake.kind().word(key, arguments);
    }

    @Override
    public String title() {
        return Words.say("rectification.intake.title") + " · " + intake.name();
    }

    public List<Unit> units() {
        return directory.units().stream().filter(unit -> unit.kind() != Unit.Kind.GOVERNMENT).toList();
    }

    /** Every unit, those that assist ticked; without an item none is. */
    public List<Tick> assisting(IntakeDraft.@Nullable Item item) {
        return units().stream().map(unit -> new Tick("" + unit.id(), unit.label(), item != null && item.assist().contains(unit.id()))).toList();
    }

    /** Lines that a finding, a claim or a remark points at. */
    public Set<Integer> pointed() {
        var draft = intake.draft();
        return Stream.of(draft.findings().stream().map(IntakeDraft.Item::line), draft.remarks().stream().map(IntakeDraft.Note::line), draft.claims().stream().map(IntakeDraft.Count::line))
                .flatMap(lines -> lines).collect(Collectors.toSet());
    }

    /** Names written in the text that the register does not know, or knows only among others. */
    public List<String> unknown(IntakeDraft.Item item) {
        return item.named().stream().filter(name -> directory.unitNamed(name).isEmpty()).toList();
    }

    public long claimedDone() {
        return intake.draft().findings().stream().filter(item -> item.kept() && !item.claim().isBlank()).count();
    }
}
