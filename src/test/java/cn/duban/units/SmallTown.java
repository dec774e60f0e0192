package cn.duban.units;

import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A government of seven units in memory, for rules that need no database; one handler of the bureau also sits in the inspection office. */
public final class SmallTown {

    public static final int TENANT = 1;
    public static final int GOVERNMENT = 1;
    public static final int OFFICE = 2;
    public static final int INSPECTION = 3;
    public static final int ECO = 4;
    public static final int WATER = 5;
    public static final int HOUSING = 6;
    public static final int FINANCE = 7;
    public static final int VICE = 2;
    public static final int ECO_HANDLER = 9;

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    private final List<Register.UnitRow> units = new ArrayList<>();
    private final List<UnitName> names = new ArrayList<>();
    private final List<UnitParent> parents = new ArrayList<>();
    private final List<Register.PostRow> posts = new ArrayList<>();
    private final List<Register.Charge> charges = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Holding> holdings = new ArrayList<>();

    private SmallTown() {
        unit(GOVERNMENT, "市政府", Unit.Kind.GOVERNMENT, null);
        unit(OFFICE, "市政府办公室", Unit.Kind.DEPARTMENT, GOVERNMENT);
        unit(INSPECTION, "督查室", Unit.Kind.SECTION, OFFICE);
        unit(ECO, "生态环境局", Unit.Kind.DEPARTMENT, GOVERNMENT);
        unit(WATER, "水环境科", Unit.Kind.SECTION, ECO);
        unit(HOUSING, "住建局", Unit.Kind.DEPARTMENT, GOVERNMENT);
        unit(FINANCE, "财政局", Unit.Kind.DEPARTMENT, GOVERNMENT);
        post(1, GOVERNMENT, "市长", true, Set.of(Duty.LEAD, Duty.SIGN), 1);
        post(VICE, GOVERNMENT, "副市长", false, Set.of(Duty.LEAD), 2);
        post(3, OFFICE, "秘书长", true, Set.of(Duty.LEAD, Duty.SIGN), 3);
        post(4, INSPECTION, "督查室主任", true, Set.of(Duty.SUPERVISE, Duty.REVIEW, Duty.SIGN), 4);
        post(5, INSPECTION, "督查专员", false, Set.of(Duty.SUPERVISE, Duty.HANDLE), 5, 6, 11);
        post(6, ECO, "局长", true, Set.of(Duty.SIGN, Duty.LEAD), 7);
        post(7, ECO, "文书", false, Set.of(Duty.REGISTRY), 8);
        post(8, WATER, "科长", true, Set.of(Duty.REVIEW), 9);
        post(ECO_HANDLER, ECO, "承办人", false, Set.of(Duty.HANDLE), 10, 11);
        post(10, HOUSING, "局长", true, Set.of(Duty.SIGN, Duty.LEAD), 12);
        post(11, HOUSING, "承办人", false, Set.of(Duty.HANDLE, Duty.REGISTRY), 13);
        post(12, FINANCE, "局长", true, Set.of(Duty.SIGN, Duty.LEAD), 14);
        post(13, FINANCE, "承办人", false, Set.of(Duty.HANDLE, Duty.REGISTRY), 15);
        post(14, FINANCE, "副局长", false, Set.of(Duty.SIGN));
    }

    public static Directory directory(LocalDate today) {
        return new SmallTown().stand(today);
    }

    private Directory stand(LocalDate today) {
        return new Directory(new Register(TENANT, "市政府", "990100", "Asia/Shanghai", 1, units, names, parents, posts, charges, people, holdings), today);
    }

    /** The bureau stands under its own section, as no rule lets it. */
    static Directory withARing(LocalDate today) {
        var town = new SmallTown();
        town.parents.removeIf(row -> row.unit() == ECO);
        town.parents.add(new UnitParent(ECO, WATER, FIRST, null));
        return town.stand(today);
    }

    /** Everybody in each of their posts. */
    public static List<Viewer> viewers(Directory directory) {
        return directory.people().stream().flatMap(person -> directory.postsOf(person.id()).stream().map(post -> directory.viewer(person, post))).toList();
    }

    private void unit(int id, String name, Unit.Kind kind, Integer parent) {
        units.add(new Register.UnitRow(id, kind, FIRST, null, null));
        names.add(new UnitName(id, name, name, FIRST, null));
        parents.add(new UnitParent(id, parent, FIRST, null));
    }

    private void post(int id, int unit, String name, boolean head, Set<Duty> duties, int... holders) {
        posts.add(new Register.PostRow(id, unit, FIRST, null));
        charges.add(new Register.Charge(id, name, head, duties, FIRST, null));
        for (var person : holders) {
            if (people.stream().noneMatch(p -> p.id() == person)) people.add(new Person(person, "第" + person + "人", "", FIRST, null));
            holdings.add(new Holding(id, person, FIRST, null));
        }
    }
}
