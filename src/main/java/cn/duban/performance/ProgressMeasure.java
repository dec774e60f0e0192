package cn.duban.performance;

import cn.duban.progress.Unreported;
import cn.duban.web.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many rounds of progress a unit did not report. */
@Component
class ProgressMeasure implements Measure {

    private final Unreported unreported;

    ProgressMeasure(Unreported unreported) {
        this.unreported = unreported;
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer("未报进展", false, null, null));
    }

    @Override
    public Map<Integer, Figure> count(Asked asked, Viewer viewer) {
        var figures = new LinkedHashMap<Integer, Figure>();
        unreported.of(asked.first(), asked.last(), asked.units(), viewer).forEach((unit, count) -> figures.put(unit, Figure.cases(count.missed(), count.rows())));
        return figures;
    }
}
