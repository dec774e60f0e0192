package cn.duban.hotline.quality;

import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One ticket of the sample. @param points null while nobody checked it @param decided the points after the appeal; null while none was decided */
public record Check(UUID id, YearMonth month, UUID ticket, int agent, Map<String, Integer> marks, @Nullable Integer points, @Nullable String words, @Nullable Integer checkedBy, @Nullable String checkedName, @Nullable String appeal, @Nullable Integer decided, @Nullable String decision, @Nullable String decidedName) {

    /** What counts: after the appeal, where there was one. */
    public @Nullable Integer counts() {
        return decided != null ? decided : points;
    }

    boolean scores(int person) {
        return points == null && person != agent;
    }

    boolean appeals(int person) {
        return points != null && appeal == null && person == agent;
    }

    boolean decides(int person) {
        return appeal != null && decided == null && person != agent && checkedBy != null && person != checkedBy;
    }
}
