package cn.duban.inspection.report;

import cn.duban.inspection.Declaration;
import cn.duban.inspection.InspectionSection;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Special reports on an inspection. */
@Component
class ReportSection implements InspectionSection {

    private final Reports reports;

    ReportSection(Reports reports) {
        this.reports = reports;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public @Nullable Shown of(Declaration inspection, Viewer viewer) {
        if (inspection.matter() == null || !viewer.has(Duty.SUPERVISE) && !viewer.has(Duty.LEAD)) return null;
        var lines = reports.of(inspection.id(), viewer).stream().map(report -> new Line(report.title(), report.href(), report.begunName(), Words.say("inspection.report.state." + report.state().name().toLowerCase(Locale.ROOT)), report.open() ? "yellow" : "green")).toList();
        return new Shown(Words.say("inspection.reports.title"), "report-search", Words.say("inspection.reports.none"), lines, viewer.has(Duty.SUPERVISE) ? new Link(Words.say("inspection.report.new"), "/inspections/reports/new?inspection=" + inspection.id()) : null);
    }
}
