package cn.duban.ledger.bulk;

import cn.duban.ledger.ActForm.Ask;
import cn.duban.ledger.Foreseen;
import cn.duban.units.Directory;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an act would make of the chosen matters.
 *
 * @param here the page itself, with the filters of the list in its address
 * @param back the list
 * @param key sent along, so that a second click does nothing twice
 * @param said what was filled in when this was looked at
 * @param ticked those that are to be done
 * @param refused a sentence that stands over all of it; null where there is none
 */
public record BulkPage(BulkAct act, String here, String back, String key, String said, List<Ask> asks, Complaints complaints, List<Foreseen> all, List<UUID> ticked, @Nullable String refused, Directory directory) implements Titled {

    @Override
    public String title() {
        return Words.say("ledger.bulk." + act.word());
    }

    public List<Foreseen> possible() {
        return all.stream().filter(Foreseen::possible).toList();
    }

    /** What would be done once the form is filled in. */
    public List<Foreseen> incomplete() {
        return all.stream().filter(Foreseen::incomplete).toList();
    }

    public List<Foreseen> impossible() {
        return all.stream().filter(one -> !one.possible() && !one.incomplete()).toList();
    }

    public boolean ticked(Foreseen one) {
        return ticked.contains(one.matter().id());
    }

    public String token(Foreseen one) {
        return Chosen.token(one.id(), one.matter().version());
    }

    /** What will have happened to one matter. */
    public String what(Foreseen one) {
        return switch (act) {
            case ASSIGN -> Words.say("ledger.bulk.assign.what", units(one.leads()), one.due() == null ? "" : Dates.day(one.due()));
            case REMIND -> Words.say("ledger.bulk.remind.what", units(one.awaited()));
            case EXTEND -> Words.say("ledger.bulk.extend.what", one.matter().dueOn() == null ? "" : Dates.day(one.matter().dueOn()), one.due() == null ? "" : Dates.day(one.due()));
        };
    }

    private String units(List<Integer> units) {
        return units.stream().map(directory::unitName).collect(Collectors.joining("、"));
    }
}
