package cn.duban.ledger.desk;

import cn.duban.ledger.TypeDrafts.Draft;
import cn.duban.ledger.type.Fault;
import cn.duban.ledger.type.Reading;
import cn.duban.web.Dates;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a draft with its line numbers, what is wrong in which line, and the drawing beside it.
 *
 * @param yaml what was typed, also where another text was kept
 * @param draft the draft as it is kept
 * @param diagram null where the text says too little to draw
 * @param notice what happened to the draft meanwhile; null where nothing did
 * @param theirs where somebody else was faster and this text is not kept: what their text and this one do not share
 */
public record EditorPage(String name, String label, String called, String yaml, Draft draft, Reading reading, @Nullable StateDiagram diagram, @Nullable String notice, @Nullable LineDifference theirs) implements Titled {

    /** @param faults what is wrong in it, in words */
    public record Line(int no, List<String> faults) {}

    @Override
    public String title() {
        return Words.say("ledger.types.edit.title", label);
    }

    public List<Line> lines() {
        var byLine = reading.faults().stream().collect(Collectors.groupingBy(fault -> Math.max(1, fault.line())));
        var count = (int) yaml.chars().filter(c -> c == '\n').count() + 1;
        return IntStream.rangeClosed(1, count).mapToObj(no -> new Line(no, byLine.getOrDefault(no, List.of()).stream().map(EditorPage::said).toList())).toList();
    }

    static String said(Fault fault) {
        return fault.text().in(TypePages.language());
    }

    public List<Fault> faults() {
        return reading.faults();
    }

    public String text(Fault fault) {
        return said(fault);
    }

    public boolean lost() {
        return theirs != null;
    }

    public boolean clean() {
        return reading.clean();
    }

    public String kept() {
        return Words.say("ledger.types.edit.kept", draft.by(), Dates.minute(draft.at()));
    }

    public String path(String below) {
        return "/types/" + name + "/draft" + below;
    }
}
