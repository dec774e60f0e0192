package cn.duban.ledger.desk;

import cn.duban.ledger.TypeVersions.Event;
import cn.duban.web.Titled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a type: what it says, drawn and in words, beside the other versions and what became of them.
 *
 * @param diagram null where the text of a draft says too little to draw
 * @param writes whether the viewer may write types
 * @param draft the draft that is being written, if there is one
 */
public record TypePage(String name, VersionRow version, @Nullable TypeReadout readout, @Nullable StateDiagram diagram, List<VersionRow> versions, List<Event> history, boolean writes, @Nullable VersionRow draft) implements Titled {

    @Override
    public String title() {
        return readout == null ? name : readout.label();
    }

    public boolean isDraft() {
        return version.standing().equals("draft");
    }

    public String path(String below) {
        return "/types/" + name + "/" + below;
    }
}
