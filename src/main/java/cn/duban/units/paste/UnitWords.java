package cn.duban.units.paste;

import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the words of a cell: names of units, kinds, duties. What cannot be read becomes a sentence. */
final class UnitWords {

    private UnitWords() {}

    static boolean same(String one, String other) {
        return !one.isBlank() && plain(one).equals(plain(other));
    }

    /** A unit by name, or by a path such as {@code 市住建局/工程质量安全科} where the last name alone is not enough. */
    static @Nullable Unit find(Directory directory, String text, List<String> faults) {
        var names = text.split("[/／›>]");
        var found = directory.unitNamed(names[0]).orElse(null);
        for (int i = 1; i < names.length && found != null; i++) {
            var name = names[i];
            found = directory.children(found.id()).stream().filter(u -> same(u.name(), name) || same(u.shortName(), name)).findFirst().orElse(null);
        }
        if (found == null) {
            var several = directory.unitsLike(text).stream().filter(u -> same(u.name(), text) || same(u.shortName(), text)).toList();
            faults.add(several.size() > 1 ? Words.say("units.paste.many-units", text, several.stream().map(u -> path(directory, u)).collect(Collectors.joining("；")))
                    : Words.say("units.paste.no-unit", text));
        } else if (!found.openOn(directory.today())) {
            faults.add(Words.say("units.paste.closed-unit", text));
        }
        return found;
    }

    private static String path(Directory directory, Unit unit) {
        return directory.lineage(unit.id()).reversed().stream().skip(1).flatMap(id -> directory.unit(id).stream())
                .map(Unit::label).collect(Collectors.joining("/"));
    }

    static Unit.@Nullable Kind kind(String text, boolean underRoot, List<String> faults) {
        if (text.isEmpty()) return underRoot ? Unit.Kind.DEPARTMENT : Unit.Kind.SECTION;
        for (var kind : Unit.Kind.values()) if (says("units.kind." + kind, text)) return kind;
        faults.add(Words.say("units.paste.kind", text, kinds()));
        return null;
    }

    /** The duties of a cell, and under {@code 负责人} whether the post heads its unit. */
    static Duties duties(String text, List<String> faults) {
        var duties = EnumSet.noneOf(Duty.class);
        var head = false;
        for (var word : text.split("[、,，;；/\\s]+")) {
            if (word.isEmpty()) continue;
            var duty = Arrays.stream(Duty.values()).filter(d -> says("units.duty." + d, word)).findFirst();
            if (duty.isPresent()) duties.add(duty.get());
            else if (says("units.head", word)) head = true;
            else faults.add(Words.say("units.paste.duty", word, duties()));
        }
        return new Duties(Set.copyOf(duties), head);
    }

    record Duties(Set<Duty> duties, boolean head) {}

    static String duties() {
        return Stream.concat(labels(Duty.values(), d -> "units.duty." + d), Stream.of(Words.say("units.head"))).collect(Collectors.joining(Words.english() ? ", " : "、"));
    }

    static String kinds() {
        return labels(Unit.Kind.values(), k -> "units.kind." + k).collect(Collectors.joining(Words.english() ? "; " : "；"));
    }

    private static <T> Stream<String> labels(T[] all, Function<T, String> key) {
        return Arrays.stream(all).map(key).map(Words::say);
    }

    /** The whole label in either language, or one of the words that the label lists. */
    private static boolean says(String key, String text) {
        return Stream.of(Words.CHINESE, Locale.ENGLISH).map(language -> Words.in(language, key))
                .anyMatch(label -> same(label, text) || Arrays.stream(label.split("[（）、]")).anyMatch(part -> same(part, text)));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
