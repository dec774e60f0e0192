package cn.duban.hotline.quality;

import cn.duban.crypto.Sm3;
import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A month's sample. @param ended whether it may be drawn @param bound null while nothing was bound for it @param sample null while it was not drawn @param words of whoever draws, as typed */
public record QualityPage(YearMonth month, List<YearMonth> months, boolean ended, @Nullable Bound bound, Qualities.@Nullable Sample sample, List<Line> lines, List<Agent> agents, String words, Complaints complaints, @Nullable String said) {

    /** SM3 of the secret; the secret itself is nobody's before the draw. */
    public String commitment() {
        return bound == null ? "" : Sm3.hex(bound.commitment());
    }

    public Instant boundAt() {
        return Objects.requireNonNull(bound).at();
    }

    public String boundBy() {
        return Objects.requireNonNull(bound).by();
    }

    public boolean isBound() {
        return bound != null;
    }

    /** Whether the month had ended by then, in the time of most of the country. */
    public boolean boundLate() {
        return bound != null && !YearMonth.from(bound.at().atZone(ZoneId.of("Asia/Shanghai"))).isBefore(month.plusMonths(1));
    }

    public record Line(Check check, String agent, String number) {}

    /** Figures of one agent: how many were drawn, checked and appealed against, and the points that count. */
    public record Agent(String name, List<Check> checks) {

        public long checked() {
            return checks.stream().filter(check -> check.points() != null).count();
        }

        public long appealed() {
            return checks.stream().filter(check -> check.appeal() != null).count();
        }

        /** Of those checked; a stroke where none was. */
        public String average() {
            var points = checks.stream().map(Check::counts).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
            return checked() == 0 ? "—" : BigDecimal.valueOf(points).divide(BigDecimal.valueOf(checked()), 1, RoundingMode.HALF_UP) + "（" + points + "/" + checked() + "）";
        }
    }

    /** One check. */
    public record One(Check check, String agent, String ticket, String number, ScoreSheet sheet, boolean scores, boolean appeals, boolean decides, Map<String, String> typed, Complaints complaints) implements Titled {

        @Override
        public String title() {
            return agent + " · " + number;
        }
    }
}
