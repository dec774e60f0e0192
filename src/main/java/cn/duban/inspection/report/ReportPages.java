package cn.duban.inspection.report;

import cn.duban.inspection.PlanPages.Option;
import cn.duban.inspection.report.Report.Answer;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The pages of special reports. */
public final class ReportPages {

    private ReportPages() {}

    public record ListPage(List<Report> reports, boolean writes) {}

    public record NewPage(String title, String addressee, String inspection, List<Option> inspections, Complaints complaints) {}

    public record FigureRow(Report.Figure figure, String unit, String sentence) {

        public String mark() {
            return figure.bound() != null ? Words.say("inspection.answer.bound") : Words.say("inspection.answer." + figure.state().name().toLowerCase(Locale.ROOT));
        }

        public String colour() {
            return figure.settled() ? "green" : figure.state() == Answer.CORRECTED ? "red" : "yellow";
        }

        public String icon() {
            return figure.settled() ? "circle-check" : figure.state() == Answer.CORRECTED ? "alert-triangle" : "hourglass";
        }

        public String answered() {
            return figure.byName() == null || figure.at() == null ? "" : figure.byName() + " " + Dates.minute(figure.at());
        }
    }

    public record FigureForm(String name, String value, String unit, String source, String bound) {}

    /** @param loose numbers in the text that nobody confirms @param missing what stands between it and its being submitted */
    public record OnePage(Report report, String inspection, @Nullable String inspectionHref, String filled, List<FigureRow> figures, List<Option> units, FigureForm form, List<String> loose, List<String> missing, boolean writes, boolean checks, Complaints complaints, @Nullable String said, @Nullable String refused) implements Titled {
        @Override
        public String title() {
            return report.title();
        }
    }

    /** Figures that a unit is asked for, each in its sentence. */
    public record AskedRow(Report report, FigureRow row) {}

    public record AskedPage(List<AskedRow> waiting, List<AskedRow> answered, @Nullable String said, @Nullable String refused) {}
}
