package cn.duban.units.paste;

import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Enrolment;
import cn.duban.units.Enrolments;
import cn.duban.units.Logins;
import cn.duban.units.NewPost;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** People from a pasted table: name, unit, post, duties, login. Posts that are missing are opened. */
@Component
class PeoplePaste {

    private static final List<List<String>> HEADINGS = List.of(
            List.of("姓名", "name"), List.of("单位", "所在单位", "unit"), List.of("职务", "岗位", "职务（岗位）", "职务(岗位)", "post"),
            List.of("职责", "duties"), List.of("登录名", "login"));

    private final Directories directories;
    private final Enrolments enrolments;
    private final ObjectProvider<Logins> logins;

    PeoplePaste(Directories directories, Enrolments enrolments, ObjectProvider<Logins> logins) {
        this.directories = directories;
        this.enrolments = enrolments;
        this.logins = logins;
    }

    List<PasteLine> preview(int tenant, String text) {
        return plan(directories.of(tenant), text).stream().map(PersonPlan::line).toList();
    }

    /**
     * Enters every line or none. One-time passwords are hashed before the register is locked, for that takes seconds.
     *
     * @throws IllegalStateException when a line is wrong: preview first
     */
    List<PastePage.Given> enter(Author author, String text, LocalDate from) {
        var today = directories.of(author.tenant());
        var secrets = plan(today, text).parallelStream().filter(PersonPlan::opensLogin)
                .collect(Collectors.toMap(PersonPlan::login, _ -> logins.getObject().oneTime(), (first, _) -> first));
        var given = new ArrayList<PastePage.Given>();
        enrolments.enter(author, from, table -> given.addAll(enter(table, plan(table.directory().at(today.today()), text), secrets)));
        return given;
    }

    private List<PastePage.Given> enter(Enrolment table, List<PersonPlan> lines, Map<String, Logins.OneTime> secrets) {
        var entered = new HashMap<Integer, Integer>();
        var opened = new HashMap<Integer, Integer>();
        var given = new ArrayList<PastePage.Given>();
        var accounts = new ArrayList<Logins.Opening>();
        for (var planned : lines) {
            var number = planned.line().number();
            if (!planned.line().good()) throw new IllegalStateException("Line " + number + " is wrong.");
            if (planned.line().will().isEmpty()) continue;
            var person = switch (planned.who()) {
                case PersonPlan.Known known -> known.id();
                case PersonPlan.SameAsLine same -> entered.get(same.line());
                case PersonPlan.Fresh fresh -> table.person(fresh.name());
            };
            entered.put(number, person);
            var post = switch (planned.where()) {
                case PersonPlan.Known known -> known.id();
                case PersonPlan.SameAsLine same -> opened.get(same.line());
                case PersonPlan.Fresh fresh -> table.post(new NewPost(planned.unit(), fresh.name(), planned.duties().head(), planned.duties().duties()));
            };
            opened.put(number, post);
            table.take(person, post);
            if (!planned.opensLogin()) continue;
            var secret = secrets.computeIfAbsent(planned.login(), _ -> logins.getObject().oneTime());
            accounts.add(new Logins.Opening(person, planned.login(), secret));
            given.add(new PastePage.Given(planned.name(), planned.login(), secret.password()));
        }
        if (!accounts.isEmpty()) logins.getObject().create(table.directory().tenant(), accounts);
        return given;
    }

    private List<PersonPlan> plan(Directory directory, String text) {
        var planner = new PersonPlanner(directory, logins.stream().findFirst().map(accounts -> accounts.of(directory.tenant())).orElse(null));
        return PastedTable.read(text, HEADINGS).stream().map(planner::plan).toList();
    }
}
