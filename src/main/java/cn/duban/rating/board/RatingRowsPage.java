package cn.duban.rating.board;

import cn.duban.rating.Level;
import cn.duban.web.Titled;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows behind a number. @param figure in words @param about unit, service and person that it is limited to */
public record RatingRowsPage(String figure, YearMonth month, String about, List<Line> lines, @Nullable String next) implements Titled {

    /** @param level null where nobody said anything @param rectification the matter that a bad one became @param why reasons of doubt */
    public record Line(UUID id, String item, String unit, String person, String servedAt, @Nullable Level level, String words, @Nullable String rectification, List<String> why) {}

    @Override
    public String title() {
        return figure + " · " + month + (about.isEmpty() ? "" : " · " + about);
    }
}
