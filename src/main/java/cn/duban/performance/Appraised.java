package cn.duban.performance;

import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.units.Unit.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who is appraised under a scheme, as the units stand on the day of the directory. */
record Appraised(int unit, String group) {

    /** Words for all units of a sort. */
    private static final Map<String, Set<Kind>> ALL = Map.of("全部工作部门", Set.of(Kind.DEPARTMENT), "全部党委部门", Set.of(Kind.PARTY), "全部事业单位", Set.of(Kind.INSTITUTION),
            "全部县区", Set.of(Kind.DISTRICT), "全部街道乡镇", Set.of(Kind.SUBDISTRICT));

    static List<String> words() {
        return ALL.keySet().stream().sorted().toList();
    }

    /** Names that stand for nobody are left out; {@link SchemeLinter} names them. Who stands in two groups is of the first. */
    static List<Appraised> of(Scheme scheme, Directory directory) {
        var found = new LinkedHashMap<Integer, Appraised>();
        scheme.groups().forEach((group, names) -> names.stream().flatMap(name -> units(name, directory)).forEach(unit -> found.putIfAbsent(unit.id(), new Appraised(unit.id(), group))));
        return List.copyOf(found.values());
    }

    static Stream<Unit> units(String name, Directory directory) {
        var sort = ALL.get(name);
        return sort == null ? named(name, directory).stream() : directory.units().stream().filter(unit -> sort.contains(unit.kind()));
    }

    static Optional<Unit> named(String name, Directory directory) {
        return directory.unitNamed(name).filter(unit -> unit.openOn(directory.today()));
    }

    static boolean isWord(String name) {
        return ALL.containsKey(name);
    }

    /** Whether the group holds sub-districts, by name or by sort. */
    static boolean subdistricts(List<String> names, Directory directory) {
        return names.stream().anyMatch(name -> ALL.getOrDefault(name, Set.of()).contains(Kind.SUBDISTRICT) || units(name, directory).anyMatch(unit -> unit.kind() == Kind.SUBDISTRICT));
    }
}
