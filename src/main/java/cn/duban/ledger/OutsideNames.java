package cn.duban.ledger;

import cn.duban.ledger.ActForm.Ask;
import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.ledger.ActForm.Ask.Group;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.units.Directory;
import cn.duban.units.Outside;
import cn.duban.units.Unit;
import cn.duban.web.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Units of governments above and below, named in a form by words: there are too many of them for a list to choose from. */
record OutsideNames(Directory directory) {

    static final String OUTSIDE = "outside.";

    /** So many names are held ready while somebody types; all are found. */
    private static final int SUGGESTED = 400;

    /** So many are named where the words fit several. */
    private static final int CANDIDATES = 5;

    /** Null where there is no such government here. @param typed what was typed; null for what stands */
    @Nullable Ask ask(Role role, List<Integer> standing, @Nullable List<String> typed) {
        var units = directory.unitsOutside();
        if (units.isEmpty()) return null;
        var groups = List.of(new Group("", units.stream().limit(SUGGESTED).map(unit -> new Choice(unit.name(), unit.name())).toList()));
        return new Ask(OUTSIDE + role.name(), Words.say("ledger.ask.outside", role.label().in(TimelineWords.language())), Ask.Kind.OUTSIDE, false, Words.say(role.many() ? "ledger.ask.outside.many" : "ledger.ask.outside.one"),
                typed == null ? List.of(standing.stream().filter(Outside::is).map(directory::unitName).collect(Collectors.joining("、"))) : typed, groups);
    }

    /** The units that the words name. @param wrong told in a sentence of those that name none, or several */
    List<Integer> read(@Nullable String text, Consumer<String> wrong) {
        var named = new LinkedHashSet<Integer>();
        Stream.of(Objects.requireNonNullElse(text, "").split("[、，,;；\\n\\r]+")).map(String::strip).filter(one -> !one.isEmpty()).forEach(one -> {
            var found = directory.unitsOutsideNamed(one);
            if (found.size() == 1) named.add(found.getFirst().id());
            else wrong.accept(found.isEmpty() ? Words.say("ledger.ask.outside.none", one) : Words.say("ledger.ask.outside.several", one, found.stream().limit(CANDIDATES).map(Unit::name).collect(Collectors.joining("、"))));
        });
        return List.copyOf(named);
    }
}
