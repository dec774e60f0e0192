package cn.duban.ledger.lists;

import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.ledger.Bearable;
import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Said;
import cn.duban.ledger.TypeCatalogue;
import cn.duban.ledger.lists.Filters.Chip;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Outside;
import cn.duban.units.Unit;
import cn.duban.web.Dates;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what an address asks, and says it in words. */
@Component
class FilterReader {

    private final TypeCatalogue catalogue;
    private final Directories directories;
    private final SavedViews views;

    FilterReader(TypeCatalogue catalogue, Directories directories, SavedViews views) {
        this.catalogue = catalogue;
        this.directories = directories;
        this.views = views;
    }

    Filters of(Face face, Map<String, String> asked, Viewer viewer) {
        var query = MatterAddress.read(asked);
        var all = catalogue.of(viewer.tenant());
        var states = all.stream().filter(t -> t.version().name().equals(query.type())).flatMap(t -> t.type().states().values().stream())
                .map(state -> new Choice(state.name(), Said.in(state.label()))).toList();
        var types = all.stream().map(t -> new Choice(t.version().name(), Said.in(t.type().label()))).toList();
        var directory = directories.of(viewer.tenant());
        var units = new Bearable(directory).units();
        return new Filters(face, query, chips(face, query, types, states, units, directory), types, states, units, views.of(viewer).views(), view(asked.get("view")), SavedViews.sharesWithAll(viewer));
    }

    private static @Nullable UUID view(@Nullable String asked) {
        try {
            return asked == null ? null : UUID.fromString(asked);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static List<Chip> chips(Face face, MatterQuery q, List<Choice> types, List<Choice> states, List<Choice> units, Directory directory) {
        var chips = new Chips(face, q, new ArrayList<>());
        chips.add("ledger", q.ledger() == null ? null : Words.has("ledger.name." + q.ledger()) ? Words.say("ledger.name." + q.ledger()) : q.ledger());
        chips.add("type", label(types, q.type()));
        chips.add("version", q.version() == null ? null : q.version().replace("shipped-", Words.say("ledger.filter.version.shipped")));
        chips.add("state", label(states, q.state()));
        chips.add("phase", q.phase() == null ? null : Said.phaseOf(q.phase()));
        chips.add("lead", q.lead() == null ? null : unit(units, q.lead(), directory));
        chips.add("unit", q.unit() == null ? null : unit(units, q.unit(), directory));
        chips.add("parent", q.parent() == null ? null : Words.say("ledger.filter.parent.set"));
        chips.add("from", q.dueFrom() == null ? null : Dates.day(q.dueFrom()));
        chips.add("to", q.dueTo() == null ? null : Dates.day(q.dueTo()));
        chips.add("lamp", q.lamp() == null ? null : Words.say("ledger.lamp." + q.lamp().word()));
        chips.add("owes", q.owes() == null ? null : Words.has("ledger.role." + q.owes()) ? Words.say("ledger.role." + q.owes()) : q.owes());
        chips.add("q", q.text());
        return chips.all();
    }

    private record Chips(Face face, MatterQuery query, List<Chip> all) {

        void add(String filter, @Nullable String value) {
            if (value != null) all.add(new Chip(Words.say("ledger.filter." + filter), value.strip(), face.without(query, filter)));
        }
    }

    /** A unit of another government stands in no choice. */
    private static @Nullable String unit(List<Choice> units, int unit, Directory directory) {
        return Outside.is(unit) ? directory.unit(unit).map(Unit::name).orElse(String.valueOf(unit)) : label(units, String.valueOf(unit));
    }

    private static @Nullable String label(List<Choice> choices, @Nullable String value) {
        return value == null ? null : choices.stream().filter(c -> c.value().equals(value)).map(Choice::label).findFirst().orElse(value);
    }
}
