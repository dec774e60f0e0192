package cn.duban.sheets;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet as it was read, with what the check found and what became of it.
 *
 * @param no as the spreadsheet numbers it
 * @param matter what it is, or became
 */
public record Line(int no, List<String> cells, @Nullable Outcome outcome, @Nullable Content content, List<Remark> remarks, @Nullable UUID matter, boolean done) {

    public enum Outcome {
        /** Head, title, sum, foot: no matter. */
        NONE,
        NEW,
        /** Something can be taken over into its matter. */
        CHANGED,
        /** It says something else than before, but the matter stays as it is until a person acts. */
        HELD,
        UNCHANGED,
        FAULTY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Line found(Outcome what, @Nullable Content said, List<Remark> why, @Nullable UUID of) {
        return new Line(no, cells, what, said, why, of, false);
    }
}
