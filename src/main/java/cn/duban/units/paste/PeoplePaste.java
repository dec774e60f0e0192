package cn.duban.units.paste;

import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Logins;
import cn.duban.units.NewPost;
import cn.duban.units.People;
import cn.duban.units.Posts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People from a pasted table: name, unit, post, duties, login. Posts that are missing are opened. */
@Component
class PeoplePaste {

    private static final List<List<String>> HEADINGS = List.of(
            List.of("姓名", "name"), List.of("单位", "所在单位", "unit"), List.of("职务", "岗位", "职务（岗位）", "职务(岗位)", "post"),
            List.of("职责", "duties"), List.of("登录名", "login"));

    private final Directories directories;
    private final Posts posts;
    private final People people;
    private final ObjectProvider<Logins> logins;

    PeoplePaste(Directories directories, Posts posts, People people, ObjectProvider<Logins> logins) {
        this.directories = directories;
        this.posts = posts;
        this.people = people;
        this.logins = logins;
    }

    List<PasteLine> preview(int tenant, String text) {
        return plan(directories.of(tenant), text).stream().map(PersonPlan::line).toList();
    }

    /** Enters every line or none. @throws IllegalStateException when a line is wrong: preview first */
    @Transactional
    List<PastePage.Given> enter(Author author, String text, LocalDate from) {
        var entered = new HashMap<Integer, Integer>();
        var opened = new HashMap<Integer, Integer>();
        var given = new ArrayList<PastePage.Given>();
        for (var planned : plan(directories.of(author.tenant()), text)) {
            var number = planned.line().number();
            if (!planned.line().good()) throw new IllegalStateException("Line " + number + " is wrong.");
            if (planned.line().will().isEmpty()) continue;
            var person = switch (planned.who()) {
                case PersonPlan.Known known -> known.id();
                case PersonPlan.SameAsLine same -> entered.get(same.line());
                case PersonPlan.Fresh fresh -> people.enter(author, fresh.name(), "", from);
            };
            entered.put(number, person);
            var post = switch (planned.where()) {
                case PersonPlan.Known known -> known.id();
                case PersonPlan.SameAsLine same -> opened.get(same.line());
                case PersonPlan.Fresh fresh -> posts.open(author, new NewPost(planned.unit(), fresh.name(), planned.duties().head(), planned.duties().duties()), from, "");
            };
            opened.put(number, post);
            people.take(author, person, post, from, "");
            if (planned.opensLogin()) given.add(new PastePage.Given(planned.name(), planned.login(), logins.getObject().create(author.tenant(), person, planned.login())));
        }
        return given;
    }

    private List<PersonPlan> plan(Directory directory, String text) {
        var planner = new PersonPlanner(directory, logins.stream().findFirst().orElse(null));
        return PastedTable.read(text, HEADINGS).stream().map(planner::plan).toList();
    }
}
