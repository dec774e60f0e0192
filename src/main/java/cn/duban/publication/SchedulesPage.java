package cn.duban.publication;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bulletins that are begun by themselves. */
public record SchedulesPage(List<Row> rows, NewPeriodPage form) implements Titled {

    /**
     * @param when on which days it is begun
     * @param next the next such day
     * @param period what was begun last
     * @param fault why the last one could not be begun
     */
    public record Row(int no, String about, String when, String author, String next, @Nullable UUID bulletin, String period, @Nullable String fault) {}

    @Override
    public String title() {
        return Words.say("publication.schedules.title");
    }
}
