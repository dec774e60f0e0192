package cn.duban.performance;

import cn.duban.escalation.Deductions;
import cn.duban.escalation.Deductions.Deduction;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Points that documents of supervision cost a unit; what was revoked, or upheld on appeal, costs nothing. */
@Component
class DeductionMeasure implements Measure {

    private final Deductions deductions;
    private final Directories directories;

    DeductionMeasure(Deductions deductions, Directories directories) {
        this.deductions = deductions;
        this.directories = directories;
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer("督办扣分", false, null, null));
    }

    @Override
    public Map<Integer, Figure> count(Asked asked, Viewer viewer) {
        var figures = new LinkedHashMap<Integer, Figure>();
        asked.units().forEach(unit -> figures.put(unit, new Figure(of(unit, asked.first(), asked.last(), viewer).stream().map(Deduction::counts).reduce(BigDecimal.ZERO, BigDecimal::add), null,
                "/performance/deductions?unit=" + unit + "&since=" + asked.first() + "&on=" + asked.last())));
        return figures;
    }

    List<Deduction> of(int unit, LocalDate since, LocalDate on, Viewer viewer) {
        return deductions.of(since, on, directories.of(viewer.tenant()).below(unit), viewer);
    }
}
