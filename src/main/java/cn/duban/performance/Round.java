package cn.duban.performance;

import cn.duban.web.Words;
import cn.duban.workdays.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One period under one version of a scheme.
 *
 * @param unit the unit that appraises @param name of the scheme, as it was called then
 * @param countedAt when figures were counted last @param appealUntil the last day for appeals, once it was shown
 */
record Round(int tenant, UUID id, UUID scheme, int version, int unit, String name, Rhythm rhythm, LocalDate first, LocalDate last, State state, LocalDate scoreUntil, @Nullable Instant countedAt, @Nullable LocalDate appealUntil,
        @Nullable Instant finalAt) {

    enum State {
        SCORING,
        SHOWN,
        FINAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String href() {
        return "/performance/rounds/" + id;
    }

    String period() {
        return period(rhythm, first);
    }

    String title() {
        return Words.say("performance.round.name", name, period());
    }

    /** Such as 2026年第三季度. */
    static String period(Rhythm rhythm, LocalDate first) {
        return Words.say("performance.period." + rhythm, first.getYear(), rhythm == Rhythm.QUARTERLY ? (first.getMonthValue() + 2) / 3 : first.getMonthValue());
    }
}
