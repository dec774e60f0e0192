package cn.duban.performance;

import cn.duban.figures.Kind;
import cn.duban.figures.UnitFigures;
import cn.duban.ledger.TypeCatalogue;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the figures of the ledgers say of the units that lead matters. */
@Component
class MatterMeasure implements Measure {

    /** @param whole the kind that is the denominator; null for a number of cases @param rows the kind whose rows are shown behind it */
    private record Counts(Kind part, @Nullable Kind whole, Kind rows) {}

    private static final Map<String, Counts> COUNTS = counts();

    private final UnitFigures figures;
    private final TypeCatalogue types;

    MatterMeasure(UnitFigures figures, TypeCatalogue types) {
        this.figures = figures;
        this.types = types;
    }

    private static Map<String, Counts> counts() {
        var counts = new LinkedHashMap<String, Counts>();
        counts.put("按期办结率", new Counts(Kind.ON_TIME, Kind.JUDGED, Kind.JUDGED));
        counts.put("逾期率", new Counts(Kind.LATE, Kind.OPEN, Kind.LATE));
        counts.put("办结数", new Counts(Kind.SETTLED, null, Kind.SETTLED));
        counts.put("逾期未办结", new Counts(Kind.LATE, null, Kind.LATE));
        counts.put("被退回次数", new Counts(Kind.RETURNED, null, Kind.RETURNED));
        counts.put("重办次数", new Counts(Kind.REOPENED, null, Kind.REOPENED));
        return counts;
    }

    @Override
    public List<Offer> offers() {
        return COUNTS.entrySet().stream().map(one -> new Offer(one.getKey(), one.getValue().whole() != null, null, "台账")).toList();
    }

    @Override
    public Map<Integer, Figure> count(Asked asked, Viewer viewer) {
        var counts = COUNTS.get(asked.name());
        var period = new UnitFigures.Period(asked.first(), asked.last(), asked.of() == null ? null : ledger(asked.of(), viewer.tenant()));
        var figured = new LinkedHashMap<Integer, Figure>();
        figures.of(period, asked.units(), viewer).forEach((unit, tally) -> {
            var href = period.rows(counts.rows(), unit);
            figured.put(unit, counts.whole() == null ? Figure.cases(tally.of(counts.part()), href) : Figure.share(tally.of(counts.part()), tally.of(counts.whole()), href));
        });
        return figured;
    }

    @Override
    public boolean knows(String of, int tenant) {
        return named(of, tenant).isPresent();
    }

    private String ledger(String said, int tenant) {
        return named(said, tenant).orElse(said);
    }

    /** A ledger by the name that people read, or by its own. */
    private Optional<String> named(String said, int tenant) {
        return types.of(tenant).stream().map(published -> published.ledger()).distinct().filter(ledger -> ledger.equals(said) || Words.in(Words.CHINESE, "ledger.name." + ledger).equals(said) || Words.in(Locale.ENGLISH, "ledger.name." + ledger).equals(said))
                .findFirst();
    }
}
