package cn.duban.units;

import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A government that exists in memory alone, to try rules out with people who harm nobody: units, posts and people as they are
 * needed, everything open since long ago. Its tenant is 0, which no government has.
 */
public final class Imagined {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final String zone;
    private final String region;
    private final List<Register.UnitRow> units = new ArrayList<>();
    private final List<UnitName> names = new ArrayList<>();
    private final List<UnitParent> parents = new ArrayList<>();
    private final List<Register.PostRow> posts = new ArrayList<>();
    private final List<Register.Charge> charges = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Holding> holdings = new ArrayList<>();

    /** @param like whose calendar and time zone hold in it */
    public Imagined(Directory like) {
        this.zone = like.zone().getId();
        this.region = like.region();
    }

    /** @param parent the unit that it stands under; 0 for the government itself, which comes first */
    public int unit(String name, Unit.Kind kind, int parent) {
        var id = units.size() + 1;
        units.add(new Register.UnitRow(id, kind, FIRST, null, null));
        names.add(new UnitName(id, name, name, FIRST, null));
        parents.add(new UnitParent(id, parent == 0 ? null : parent, FIRST, null));
        return id;
    }

    public int post(int unit, String name, boolean head, Set<Viewer.Duty> duties) {
        var id = posts.size() + 1;
        posts.add(new Register.PostRow(id, unit, FIRST, null));
        charges.add(new Register.Charge(id, name, head, duties, FIRST, null));
        return id;
    }

    /** @param held the posts that this person holds */
    public int person(String name, int... held) {
        var id = people.size() + 1;
        people.add(new Person(id, name, "", FIRST, null));
        for (var post : held) holdings.add(new Holding(post, id, FIRST, null));
        return id;
    }

    public Directory on(LocalDate day) {
        return new Directory(new Register(0, names.getFirst().name(), region, zone, 1, units, names, parents, posts, charges, people, holdings), day);
    }
}
