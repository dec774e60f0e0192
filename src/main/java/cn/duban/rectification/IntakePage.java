package cn.duban.rectification;

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

/** A reading beside its text, for a person to correct. */
public record IntakePage(Intake intake, List<Intake> same, Directory directory) implements Titled {

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
