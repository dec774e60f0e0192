package cn.duban.rectification;

import cn.duban.ledger.MatterId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * A whole plan as it was typed.
 *
 * @param rows what was typed for each measure that is not handed out yet
 * @param ticked the measures that were ticked
 * @param gone how many of the ticked ones are handed out already, as after a second click
 * @param all what is to be filled into all that are ticked
 */
public record PlanForm(Map<MatterId, PlanRow> rows, Set<MatterId> ticked, int gone, PlanRow all) {

    static PlanForm untouched() {
        return new PlanForm(Map.of(), Set.of(), 0, PlanRow.typed("", new org.springframework.util.LinkedMultiValueMap<>()));
    }

    static PlanForm of(Round round, MultiValueMap<String, String> typed) {
        var rows = new LinkedHashMap<MatterId, PlanRow>();
        var ticked = new HashSet<MatterId>();
        var ticks = Set.copyOf(typed.getOrDefault("measure", List.of()));
        round.measures().filter(Round.Line::draft).forEach(line -> {
            if (typed.containsKey(prefix(line.id()) + "version")) rows.put(line.id(), PlanRow.typed(prefix(line.id()), typed));
            if (ticks.contains(line.id().toString())) ticked.add(line.id());
        });
        var gone = (int) round.measures().filter(line -> line.handedOut() && ticks.contains(line.id().toString())).count();
        return new PlanForm(rows, ticked, gone, PlanRow.typed("all.", typed));
    }

    static String prefix(MatterId measure) {
        return "m." + measure + ".";
    }

    /** The same with what stands under every tick filled in. */
    PlanForm filled() {
        var filled = new LinkedHashMap<>(rows);
        ticked.forEach(id -> filled.computeIfPresent(id, (measure, row) -> row.filled(all)));
        return new PlanForm(filled, ticked, gone, all);
    }
}
