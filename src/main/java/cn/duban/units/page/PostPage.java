package cn.duban.units.page;

import cn.duban.units.Unit;
import cn.duban.web.Titled;
import java.util.List;

/** One post: what it is there for, who holds it, how it came to be. */
public record PostPage(PostRow row, Unit unit, boolean open, List<HistoryLine> history, boolean administers) implements Titled {
    @Override
    public String title() {
        return unit.name() + " · " + row.post().name();
    }
}
