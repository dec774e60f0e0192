package cn.duban.units.paste;

import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.NewUnit;
import cn.duban.units.Unit;
import cn.duban.units.Units;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Units from a pasted table: name, short name, parent, kind. */
@Component
class UnitPaste {

    private static final List<List<String>> HEADINGS = List.of(
            List.of("名称", "单位名称", "单位", "name"), List.of("简称", "short name"), List.of("上级", "上级单位", "parent"), List.of("类型", "单位类型", "kind"));

    private final Directories directories;
    private final Units units;

    UnitPaste(Directories directories, Units units) {
        this.directories = directories;
        this.units = units;
    }

    /**
     * One line to be entered.
     *
     * @param parentLine the line that opens the parent; none when {@code parent} is open already
     */
    private record Planned(PasteLine line, String name, String shortName, @Nullable Unit parent, @Nullable Integer parentLine, Unit.@Nullable Kind kind) {}

    List<PasteLine> preview(int tenant, String text) {
        return plan(directories.of(tenant), text).stream().map(Planned::line).toList();
    }

    /** Enters every line or none. @throws IllegalStateException when a line is wrong: preview first */
    @Transactional
    int enter(Author author, String text, LocalDate from) {
        var opened = new HashMap<Integer, Integer>();
        for (var planned : plan(directories.of(author.tenant()), text)) {
            if (!planned.line().good()) throw new IllegalStateException("Line " + planned.line().number() + " is wrong.");
            if (planned.line().will().isEmpty()) continue;
            var parent = planned.parentLine() == null ? planned.parent().id() : opened.get(planned.parentLine());
            opened.put(planned.line().number(), units.open(author, new NewUnit(planned.name(), planned.shortName(), planned.kind(), parent), from, ""));
        }
        return opened.size();
    }

    private static List<Planned> plan(Directory directory, String text) {
        var plan = new ArrayList<Planned>();
        for (var row : PastedTable.read(text, HEADINGS)) plan.add(plan(directory, row, plan));
        return plan;
    }

    private static Planned plan(Directory directory, PastedTable.Row row, List<Planned> before) {
        var faults = new ArrayList<String>();
        var name = row.cell(0);
        if (name.isEmpty()) faults.add(Words.say("units.paste.no-name"));
        var above = row.cell(2);
        var inTable = above.isEmpty() ? List.<Planned>of() : before.stream().filter(p -> named(p, above)).toList();
        Unit parent = null;
        Integer parentLine = null;
        if (inTable.size() == 1 && !inTable.getFirst().line().will().isEmpty()) {
            parentLine = inTable.getFirst().line().number();
        } else if (inTable.size() > 1) {
            faults.add(Words.say("units.paste.many-units", above, lines(inTable)));
        } else {
            parent = above.isEmpty() ? directory.root() : UnitWords.find(directory, above, faults);
        }
        var kind = UnitWords.kind(row.cell(3), parent != null && parent.parent() == null, faults);
        var place = parentLine;
        var under = parent;
        before.stream().filter(p -> p.name().equals(name) && !name.isEmpty() && Objects.equals(p.parentLine(), place) && Objects.equals(p.parent(), under))
                .findFirst().ifPresent(p -> faults.add(Words.say("units.paste.twice", p.line().number())));
        var there = parent != null && directory.children(parent.id()).stream().anyMatch(u -> UnitWords.same(u.name(), name));
        var will = there || !faults.isEmpty() ? List.<String>of() : List.of(Words.say("units.paste.unit-new", parent == null ? above : parent.name()));
        return new Planned(new PasteLine(row.number(), row.cells(), will, faults), name, row.cell(1), parent, parentLine, kind);
    }

    private static boolean named(Planned planned, String name) {
        return UnitWords.same(planned.name(), name) || UnitWords.same(planned.shortName(), name);
    }

    private static String lines(List<Planned> several) {
        return String.join("、", several.stream().map(p -> p.line().number() + " " + p.name()).toList());
    }
}
