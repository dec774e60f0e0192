package cn.duban.units.paste;

import cn.duban.units.Directory;
import cn.duban.units.Logins;
import cn.duban.units.Person;
import cn.duban.units.Post;
import cn.duban.units.Unit;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands the lines of one table, each in the light of those above it. */
final class PersonPlanner {

    private final Directory directory;
    private final Map<Integer, String> logins;
    private final boolean keepsLogins;
    private final List<PersonPlan> before = new ArrayList<>();
    private final Map<Integer, PersonPlan> heads = new HashMap<>();

    /** @param logins who signs in under which name; none where this installation keeps no accounts */
    PersonPlanner(Directory directory, @Nullable Map<Integer, String> logins) {
        this.directory = directory;
        this.logins = logins == null ? Map.of() : logins;
        this.keepsLogins = logins != null;
    }

    PersonPlan plan(PastedTable.Row row) {
        var faults = new ArrayList<String>();
        String name = row.cell(0), postName = row.cell(2), login = row.cell(4);
        if (name.isEmpty()) faults.add(Words.say("units.paste.no-name"));
        var unit = UnitWords.find(directory, row.cell(1), faults);
        if (postName.isEmpty()) faults.add(Words.say("units.paste.no-post"));
        var duties = UnitWords.duties(row.cell(3), faults);
        var where = unit == null ? new PersonPlan.Fresh(postName) : post(unit, postName);
        if (unit != null && where instanceof PersonPlan.Fresh && duties.head()) refuseSecondHead(unit, faults);
        var holds = where instanceof PersonPlan.Known post ? holder(post.id(), name, login) : null;
        var who = holds != null ? new PersonPlan.Known(holds.id()) : name.isEmpty() ? new PersonPlan.Fresh("") : person(name, login, faults);
        boolean opensLogin = !login.isEmpty() && !(who instanceof PersonPlan.SameAsLine) && !(who instanceof PersonPlan.Known known && logins.containsKey(known.id()));
        if (opensLogin) checkLogin(login, faults);
        if (unit != null) before.stream().filter(p -> p.unit() == unit.id() && same(p.who(), who, row.number(), p.line().number()) && UnitWords.same(p.line().cells().get(2), postName))
                .findFirst().ifPresent(p -> faults.add(Words.say("units.paste.twice", p.line().number())));
        var line = new PasteLine(row.number(), row.cells(), faults.isEmpty() && holds == null ? will(who, where, opensLogin) : List.of(), faults);
        var plan = new PersonPlan(line, name, login, opensLogin && holds == null, unit == null ? 0 : unit.id(), who, where, duties);
        before.add(plan);
        if (unit != null && where instanceof PersonPlan.Fresh && duties.head()) heads.putIfAbsent(unit.id(), plan);
        return plan;
    }

    private PersonPlan.Source post(Unit unit, String name) {
        var known = directory.postNamed(unit.id(), name);
        if (known.isPresent()) return new PersonPlan.Known(known.get().id());
        return before.stream().filter(p -> p.unit() == unit.id() && UnitWords.same(p.line().cells().get(2), name)).findFirst()
                .<PersonPlan.Source>map(p -> new PersonPlan.SameAsLine(p.line().number())).orElseGet(() -> new PersonPlan.Fresh(name));
    }

    /** Somebody of that name who holds the post already: a table pasted twice changes nothing. */
    private @Nullable Person holder(int post, String name, String login) {
        return directory.holders(post).stream().filter(p -> UnitWords.same(p.name(), name))
                .filter(p -> login.isEmpty() || login.equalsIgnoreCase(logins.getOrDefault(p.id(), login))).findFirst().orElse(null);
    }

    private PersonPlan.Source person(String name, String login, List<String> faults) {
        if (login.isEmpty()) {
            var others = directory.peopleNamed(name).stream().map(this::said).collect(Collectors.joining("；"));
            var above = before.stream().filter(p -> UnitWords.same(p.name(), name)).findFirst();
            if (!others.isEmpty()) faults.add(Words.say("units.paste.same-name", others));
            else above.ifPresent(p -> faults.add(Words.say("units.paste.same-name", Words.say("units.paste.line") + " " + p.line().number())));
            return new PersonPlan.Fresh(name);
        }
        for (var known : logins.entrySet()) {
            if (!known.getValue().equalsIgnoreCase(login)) continue;
            var owner = directory.person(known.getKey()).map(Person::name).orElse("");
            if (!UnitWords.same(owner, name)) faults.add(Words.say("units.paste.login-other", login, owner));
            return new PersonPlan.Known(known.getKey());
        }
        for (var earlier : before) {
            if (!earlier.login().equalsIgnoreCase(login)) continue;
            if (!UnitWords.same(earlier.name(), name)) faults.add(Words.say("units.paste.login-other", login, earlier.name()));
            return new PersonPlan.SameAsLine(earlier.line().number());
        }
        return new PersonPlan.Fresh(name);
    }

    private void checkLogin(String login, List<String> faults) {
        if (!keepsLogins) faults.add(Words.say("units.paste.no-logins"));
        else if (!login.matches(Logins.FORM)) faults.add(Words.say("units.paste.login-form", login));
    }

    private void refuseSecondHead(Unit unit, List<String> faults) {
        var head = directory.head(unit.id()).map(Post::name)
                .orElseGet(() -> heads.containsKey(unit.id()) ? heads.get(unit.id()).line().cells().get(2) : "");
        if (!head.isEmpty()) faults.add(Words.say("units.paste.head", unit.name(), head));
    }

    /** Whether two lines are about one person. */
    private static boolean same(PersonPlan.Source one, PersonPlan.Source other, int here, int there) {
        return other instanceof PersonPlan.SameAsLine line && line.line() == there || one.equals(other) && !(other instanceof PersonPlan.Fresh) && here != there;
    }

    private static List<String> will(PersonPlan.Source who, PersonPlan.Source where, boolean opensLogin) {
        var will = new ArrayList<String>();
        if (who instanceof PersonPlan.Fresh) will.add(Words.say("units.paste.person-new"));
        if (where instanceof PersonPlan.Fresh) will.add(Words.say("units.paste.post-new"));
        will.add(Words.say("units.paste.taking"));
        if (opensLogin) will.add(Words.say("units.paste.login-new"));
        return will;
    }

    private String said(Person person) {
        return person.name() + directory.postsOf(person.id()).stream()
                .map(post -> directory.unitName(post.unit()) + " " + post.name()).collect(Collectors.joining("、", "（", "）"));
    }
}
