package cn.duban.units.page;

import cn.duban.units.Directory;
import cn.duban.units.Person;
import cn.duban.units.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The units of a tenant on one day, as a tree.
 *
 * @param found the answers to {@code q}; the tree is shown when nothing was asked
 */
public record TreePage(
        String tenant, int size, LocalDate on, boolean past, Branch root, List<Unit> closed, String q, List<Branch> found, boolean administers) {

    /** One unit with what stands below it. */
    public record Branch(Unit unit, String head, String path, List<Branch> below) {}

    static TreePage of(Directory directory, LocalDate today, String q, boolean administers) {
        var found = directory.unitsLike(q).stream().map(unit -> leaf(directory, unit)).toList();
        return new TreePage(directory.tenantName(), directory.units().size(), directory.today(), !directory.today().equals(today),
                branch(directory, directory.root()), directory.closedUnits(), q, found, administers);
    }

    private static Branch branch(Directory directory, Unit unit) {
        return new Branch(unit, head(directory, unit), "",
                directory.children(unit.id()).stream().map(child -> branch(directory, child)).toList());
    }

    private static Branch leaf(Directory directory, Unit unit) {
        var path = directory.lineage(unit.id()).reversed().stream().map(directory::unitName).collect(Collectors.joining(" › "));
        return new Branch(unit, head(directory, unit), path, List.of());
    }

    private static String head(Directory directory, Unit unit) {
        return directory.head(unit.id()).stream().flatMap(post -> directory.holders(post.id()).stream())
                .map(Person::name).collect(Collectors.joining("、"));
    }
}
