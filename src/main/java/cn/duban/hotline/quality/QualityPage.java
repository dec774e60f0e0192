package cn.duban.hotline.quality;

import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A month's sample. @param sample null while it was not drawn */
public record QualityPage(YearMonth month, List<YearMonth> months, Qualities.@Nullable Sample sample, List<Line> lines, List<Agent> agents, String seed, Complaints complaints, @Nullable String said) {

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
