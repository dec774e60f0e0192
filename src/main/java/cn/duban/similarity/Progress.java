package cn.duban.similarity;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.similarity.Compared.Earlier;
import cn.duban.similarity.Reports.Report;
import cn.duban.similarity.Series.Before;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether a progress report says anything new: beside the earlier ones of its matter, and those of its unit on other matters. */
@Component
public class Progress {

    private final Reports reports;
    private final Matters matters;

    Progress(Reports reports, Matters matters) {
        this.reports = reports;
        this.matters = matters;
    }

    /**
     * @param entry number of the entry that is the report
     * @return empty when it is no report, or not for this viewer; what the viewer may not see is not compared with
     */
    public Optional<Compared> of(MatterId matter, int entry, Viewer viewer) {
        return reports.of(matter, entry, viewer).map(report -> compare(report, viewer));
    }

    private Compared compare(Report report, Viewer viewer) {
        var own = reports.before(report, viewer);
        var elsewhere = reports.elsewhere(report, viewer);
        var all = new ArrayList<>(own);
        all.addAll(elsewhere);
        if (all.isEmpty()) return Series.judge(report.text(), List.of());
        var rows = matters.rows(all.stream().map(Report::matter).collect(Collectors.toSet()), viewer);
        var before = all.stream().filter(one -> rows.containsKey(one.matter())).map(one -> new Before(new Earlier(new MatterId(viewer.tenant(), one.matter()),
                rows.get(one.matter()).number(), one.entry(), one.at(), one.matter().equals(report.matter()), one.equals(own.isEmpty() ? null : own.getFirst())), one.text())).toList();
        return Series.judge(report.text(), before);
    }
}
