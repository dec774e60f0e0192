package cn.duban.figures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import cn.duban.ledger.MatterActed;
import cn.duban.ledger.MatterListener;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts acts once they are committed, a batch in one go. */
@Component
class Counting implements MatterListener {

    private final Standings standings;

    Counting(Standings standings) {
        this.standings = standings;
    }

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public void acted(MatterActed event) {
        acted(List.of(event));
    }

    @Override
    public void acted(List<MatterActed> events) {
        events.stream().collect(groupingBy(event -> event.matter().tenant(), mapping(event -> event.matter().id(), toSet()))).forEach(standings::count);
    }
}
