package cn.duban.figures;

import cn.duban.ledger.MatterRow;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matters behind one number.
 *
 * @param filter which matters, in words
 * @param count how many rows in all: the number itself
 * @param next the next page; null on the last one
 */
public record RowsPage(Cell cell, Instant at, LocalDate day, LocalDate since, String filter, int count, List<Row> rows, @Nullable String next, String board) implements Titled {

    /** @param row as the matter stands now @param state as it stood then */
    public record Row(MatterRow row, String state, Instant beganAt, @Nullable Instant lateAt) {}

    @Override
    public String title() {
        return Words.say("figures.of." + cell.kind().word());
    }
}
