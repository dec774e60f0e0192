package cn.duban.ledger;

import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.NewPost;
import cn.duban.units.NewUnit;
import cn.duban.units.Outside;
import cn.duban.units.People;
import cn.duban.units.Posts;
import cn.duban.units.Tenants;
import cn.duban.units.Unit;
import cn.duban.units.Units;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Another government beside the invented city: a district below it, with a head, an inspection office of its own, and two bureaus. */
@Component
public class District {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    private final Tenants tenants;
    private final Units units;
    private final Posts posts;
    private final People people;
    private final Directories directories;

    District(Tenants tenants, Units units, Posts posts, People people, Directories directories) {
        this.tenants = tenants;
        this.units = units;
        this.posts = posts;
        this.people = people;
        this.directories = directories;
    }

    /** @param who people by what the tests call them */
    public record Founded(int tenant, Map<String, Integer> bureaus, Map<String, Integer> who, Directories directories) {

        public Directory directory() {
            return directories.of(tenant);
        }

        public Viewer as(String name) {
            var post = directory().postsOf(who.get(name)).getFirst();
            return directory().viewer(directory().person(who.get(name)).orElseThrow(), post);
        }

        /** A bureau by the number that other governments know it by. */
        public int outside(String bureau) {
            return Outside.number(tenant, bureaus.get(bureau));
        }
    }

    /** Below the city. */
    public Founded found() {
        return found("临溪区", "990102");
    }

    public Founded found(String place, String region) {
        var founded = tenants.add(new Tenants.Founding(place + "人民政府", region, place, "区管理"));
        var author = new Author(founded.tenant(), founded.person());
        var bureaus = new HashMap<String, Integer>();
        var who = new HashMap<String, Integer>();
        for (var name : new String[] {"水务局", "财政局", "督查室"})
            bureaus.put(name, units.open(author, new NewUnit(place + name, "区" + name, Unit.Kind.DEPARTMENT, founded.unit()), FIRST, ""));
        bureaus.put("河道科", units.open(author, new NewUnit("河道科", "河道科", Unit.Kind.SECTION, bureaus.get("水务局")), FIRST, ""));
        who.put("区长", post(author, founded.unit(), "区长", true, Set.of(Duty.LEAD, Duty.SIGN), "池砚秋"));
        who.put("水务局长", post(author, bureaus.get("水务局"), "局长", true, Set.of(Duty.SIGN, Duty.LEAD), "纪怀山"));
        who.put("水务收发", post(author, bureaus.get("水务局"), "收发", false, Set.of(Duty.REGISTRY), "白露"));
        who.put("水务承办", post(author, bureaus.get("水务局"), "承办人", false, Set.of(Duty.HANDLE), "江行舟"));
        who.put("河道科长", post(author, bureaus.get("河道科"), "科长", true, Set.of(Duty.REVIEW), "石磐"));
        who.put("财政承办", post(author, bureaus.get("财政局"), "承办人", false, Set.of(Duty.HANDLE, Duty.REGISTRY, Duty.SIGN), "钱穗安"));
        who.put("区督查", post(author, bureaus.get("督查室"), "督查专员", true, Set.of(Duty.SUPERVISE, Duty.HANDLE), "严明"));
        return new Founded(founded.tenant(), bureaus, who, directories);
    }

    private int post(Author author, int unit, String name, boolean head, Set<Duty> duties, String holder) {
        var post = posts.open(author, new NewPost(unit, name, head, duties), FIRST, "");
        var person = people.enter(author, holder, "", FIRST);
        people.take(author, person, post, FIRST, "");
        return person;
    }
}
