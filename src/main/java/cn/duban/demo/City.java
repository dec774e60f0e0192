package cn.duban.demo;

import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Logins;
import cn.duban.units.NewPost;
import cn.duban.units.NewUnit;
import cn.duban.units.People;
import cn.duban.units.Posts;
import cn.duban.units.Region;
import cn.duban.units.Regions;
import cn.duban.units.Tenants;
import cn.duban.units.Unit;
import cn.duban.units.Units;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Founds the invented city. Each call founds another one, with the same units, posts and people. */
@Component
public class City {

    private final Regions regions;
    private final Tenants tenants;
    private final Units units;
    private final Posts posts;
    private final People people;
    private final Directories directories;
    private final ObjectProvider<Logins> logins;

    City(Regions regions, Tenants tenants, Units units, Posts posts, People people, Directories directories, ObjectProvider<Logins> logins) {
        this.regions = regions;
        this.tenants = tenants;
        this.units = units;
        this.posts = posts;
        this.people = people;
        this.directories = directories;
        this.logins = logins;
    }

    /**
     * A city that was founded.
     *
     * @param logins who signs in under which name, in the order of the file
     */
    public record Founded(int tenant, int administrator, Map<String, Integer> logins, String password) {}

    /** Founds the city without accounts: enough for tests, which need no sign-in. */
    @Transactional
    public Founded found() {
        var script = CityScript.read();
        script.regions().forEach(r -> regions.enter(new Region(r.code(), r.name(), r.parent(), script.since(), null)));
        var founded = tenants.add(new Tenants.Founding(script.government(), script.region(), "", script.administrator().name()));
        var load = new Load(script, founded);
        units.rename(load.author, founded.unit(), script.government(), script.shortName(), script.since(), "");
        people.correct(load.author, founded.person(), script.administrator().name(), script.administrator().phone(), directories.of(founded.tenant()).today());
        load.posts(founded.unit(), script.posts());
        script.units().forEach(unit -> load.unit(unit, founded.unit()));
        script.units().forEach(load::close);
        return new Founded(founded.tenant(), founded.person(), load.logins, script.password());
    }

    /** Founds the city and lets everybody in it sign in with the one password of the file. */
    @Transactional
    public Founded foundWithLogins() {
        var city = found();
        logins.getObject().create(city.tenant(), city.logins(), city.password());
        return city;
    }

    /** The city that was founded with its logins before. */
    Founded founded(int tenant) {
        var persons = new HashMap<String, Integer>();
        logins.getObject().of(tenant).forEach((person, login) -> persons.put(login, person));
        var script = CityScript.read();
        return new Founded(tenant, Objects.requireNonNull(persons.get(script.administrator().login())), persons, script.password());
    }

    public Directory directory(Founded city) {
        return directories.of(city.tenant());
    }

    private final class Load {
        private final CityScript script;
        private final Author author;
        private final Map<String, Integer> byName = new HashMap<>();
        private final Map<String, Integer> unitsByName = new HashMap<>();
        private final Map<String, Integer> logins = new LinkedHashMap<>();

        Load(CityScript script, Tenants.Founded founded) {
            this.script = script;
            author = new Author(founded.tenant(), founded.person());
            byName.put(script.administrator().name(), founded.person());
            logins.put(Objects.requireNonNull(script.administrator().login()), founded.person());
        }

        void unit(CityScript.UnitLine line, int parent) {
            var former = line.former();
            var first = former == null ? new NewUnit(line.name(), line.shortName(), Unit.Kind.valueOf(line.kind()), parent)
                    : new NewUnit(former.name(), former.shortName(), Unit.Kind.valueOf(line.kind()), parent);
            int unit = units.open(author, first, script.since(), "");
            if (former != null) units.rename(author, unit, line.name(), line.shortName(), former.until(), former.basis());
            unitsByName.put(line.name(), unit);
            posts(unit, line.posts());
            line.units().forEach(below -> unit(below, unit));
        }

        void posts(int unit, Iterable<CityScript.PostLine> lines) {
            for (var line : lines) {
                int post = posts.open(author, new NewPost(unit, line.name(), line.head(), line.duties()), script.since(), "");
                for (var person : line.people()) people.take(author, enter(person), post, script.since(), "");
            }
        }

        private int enter(CityScript.PersonLine line) {
            var known = byName.get(line.name());
            if (known != null) return known;
            int person = people.enter(author, line.name(), line.phone(), script.since());
            byName.put(line.name(), person);
            if (line.login() != null) logins.put(line.login(), person);
            return person;
        }

        void close(CityScript.UnitLine line) {
            var closing = line.closed();
            if (closing == null) return;
            units.close(author, unitsByName.get(line.name()), closing.from(), unitsByName.get(closing.successor()), closing.basis());
        }
    }
}
