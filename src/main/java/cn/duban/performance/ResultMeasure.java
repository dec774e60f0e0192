package cn.duban.performance;

import cn.duban.web.Viewer;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a unit got in the published rounds of another scheme within the period: so that one appraisal counts in another. */
@Component
class ResultMeasure implements Measure {

    private final Rounds rounds;

    ResultMeasure(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer("考核得分率", true, "来源方案", null));
    }

    @Override
    public Map<Integer, Figure> count(Asked asked, Viewer viewer) {
        var figures = new LinkedHashMap<Integer, Figure>();
        asked.units().forEach(unit -> figures.put(unit, new Figure(BigDecimal.ZERO, BigDecimal.ZERO, "/performance/units/" + unit)));
        if (asked.of() == null) return figures;
        for (var came : rounds.came(asked.of(), asked.first(), asked.last(), viewer.tenant()))
            figures.computeIfPresent(came.unit(), (unit, sum) -> new Figure(sum.numerator().add(came.total()), sum.denominator() == null ? came.whole() : sum.denominator().add(came.whole()), sum.href()));
        return figures;
    }
}
