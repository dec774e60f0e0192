package cn.duban.performance;

import static cn.duban.web.Words.say;

import cn.duban.performance.Indicator.Assessed;
import cn.duban.performance.Indicator.Counted;
import cn.duban.performance.Indicator.Entered;
import cn.duban.performance.Indicator.Sort;
import cn.duban.units.Directory;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A scheme in words, for whoever writes it and whoever is appraised by it. */
final class SchemeLines {

    private SchemeLines() {}

    static List<SchemePage.Line> of(Scheme scheme) {
        var lines = new ArrayList<SchemePage.Line>();
        scheme.indicators().forEach(indicator -> add(indicator, 1, lines));
        return lines;
    }

    private static void add(Indicator one, int depth, List<SchemePage.Line> lines) {
        lines.add(new SchemePage.Line(one.no(), depth, one.name(), worth(one), from(one), how(one), String.join("、", one.groups()), ground(one)));
        one.parts().forEach(part -> add(part, depth + 1, lines));
    }

    static String worth(Indicator one) {
        return one.sort() == Sort.WEIGHT ? Points.said(one.points()) : say("performance.worth." + one.sort().name().toLowerCase(Locale.ROOT), Points.said(one.points()));
    }

    static String from(Indicator one) {
        return switch (one.source()) {
            case null -> "";
            case Counted counted -> counted.of() == null ? counted.measure() : say("performance.from.of", counted.measure(), counted.of());
            case Assessed by -> say("performance.from.assessed", by.by());
            case Entered by -> say("performance.from.entered", by.by());
        };
    }

    static String how(Indicator one) {
        var said = new ArrayList<String>();
        if (one.formula() != null) said.add(one.formula().said(one.points()));
        if (one.standard() != null) said.add(one.standard());
        return String.join(Words.say("performance.and"), said);
    }

    private static String ground(Indicator one) {
        return one.basis() != null ? say("performance.basis", one.basis()) : one.explanation() != null ? say("performance.explanation", one.explanation()) : "";
    }

    static List<SchemePage.Group> groups(Scheme scheme, Directory directory) {
        var appraised = Appraised.of(scheme, directory);
        return scheme.groups().keySet().stream().map(group -> {
            var theirs = appraised.stream().filter(one -> one.group().equals(group)).map(one -> directory.unit(one.unit()).map(unit -> unit.label()).orElse("")).toList();
            return new SchemePage.Group(group, theirs.stream().collect(Collectors.joining("、")), theirs.size());
        }).toList();
    }
}
