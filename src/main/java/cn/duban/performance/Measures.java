package cn.duban.performance;

import cn.duban.ledger.type.Fault;
import cn.duban.performance.Indicator.Counted;
import cn.duban.performance.Measure.Asked;
import cn.duban.performance.Measure.Figure;
import cn.duban.performance.Measure.Offer;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Every figure that an indicator may be bound to, whichever room counts it. */
@Component
class Measures {

    private final Map<String, Measure> byName = new LinkedHashMap<>();
    private final List<Offer> offers;

    Measures(List<Measure> measures) {
        measures.forEach(measure -> measure.offers().forEach(offer -> byName.put(offer.name(), measure)));
        offers = measures.stream().flatMap(measure -> measure.offers().stream()).toList();
    }

    /** All that is wrong with a text, by its line. */
    List<Fault> check(SchemeReader.Reading read, Directory directory) {
        return SchemeLinter.check(read, directory, offers, (name, of) -> byName.get(name).knows(of, directory.tenant()));
    }

    /** Each figure is counted once, for all units. */
    Map<String, Map<Integer, Figure>> count(Round round, Scheme scheme, List<Appraised> appraised, Viewer viewer) {
        var units = appraised.stream().map(Appraised::unit).toList();
        var counted = new LinkedHashMap<Counted, Map<Integer, Figure>>();
        var figures = new LinkedHashMap<String, Map<Integer, Figure>>();
        for (var leaf : scheme.leaves()) {
            if (!(leaf.source() instanceof Counted source)) continue;
            var measure = byName.get(source.measure());
            if (measure == null) throw new IllegalStateException("No room counts " + source.measure() + " any more.");
            figures.put(leaf.no(), counted.computeIfAbsent(source, asked -> measure.count(new Asked(asked.measure(), asked.of(), round.first(), round.last(), units), viewer)));
        }
        return figures;
    }
}
