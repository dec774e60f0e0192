package cn.duban.access;

import cn.duban.units.Directory;
import cn.duban.units.Logins;
import cn.duban.units.Person;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator opens, resets and shuts the accounts of the people on the register. */
@Controller
@RequestMapping("/access/accounts")
class AccountController {

    private static final int PAGE = 50;

    private final Accounts accounts;
    private final Roster roster;
    private final Clock clock;

    AccountController(Accounts accounts, Roster roster, Clock clock) {
        this.accounts = accounts;
        this.roster = roster;
        this.clock = clock;
    }

    @ModelAttribute
    void administratorsOnly(Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int after, Viewer viewer, Model model) {
        return show(viewer, q, after, null, new Complaints(), model);
    }

    @PostMapping("/{person}")
    String open(
            @PathVariable int person, @RequestParam(defaultValue = "") String login, Viewer viewer, HttpServletResponse response, Model model) {
        var found = present(viewer, person);
        var name = login.strip();
        var complaints = new Complaints()
                .addIf(!name.matches(Logins.FORM), "login-" + person, "access.login.wrong")
                .addIf(accounts.taken(viewer.tenant(), name), "login-" + person, "access.login.taken", name)
                .addIf(accounts.of(viewer.tenant(), person).isPresent(), "login-" + person, "access.accounts.has", found.name());
        if (!complaints.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(viewer, found.name(), 0, null, complaints, model);
        }
        var secret = accounts.oneTime();
        accounts.create(viewer.tenant(), List.of(new Logins.Opening(person, name, secret)));
        return show(viewer, found.name(), 0, new AccountsPage.Secret(found.name(), name, secret.password()), complaints, model);
    }

    @PostMapping("/{person}/password")
    String reset(@PathVariable int person, Viewer viewer, Model model) {
        var account = accounts.of(viewer.tenant(), person).orElseThrow(NotFound::new);
        if (person == viewer.person()) throw notOneself();
        var name = roster.name(viewer.tenant(), person);
        var password = accounts.reset(viewer.tenant(), person, viewer.person()).orElseThrow(NotFound::new);
        return show(viewer, name, 0, new AccountsPage.Secret(name, account.login(), password), new Complaints(), model);
    }

    @PostMapping("/{person}/disable")
    String disable(@PathVariable int person, Viewer viewer) {
        if (person == viewer.person()) throw notOneself();
        if (!accounts.disable(viewer.tenant(), person, viewer.person())) throw new NotFound();
        return back(viewer, person);
    }

    @PostMapping("/{person}/enable")
    String enable(@PathVariable int person, Viewer viewer) {
        if (!accounts.enable(viewer.tenant(), person)) throw new NotFound();
        return back(viewer, person);
    }

    private Person present(Viewer viewer, int person) {
        var directory = roster.directory(viewer.tenant());
        return directory.person(person).filter(found -> found.hereOn(directory.today())).orElseThrow(NotFound::new);
    }

    private String back(Viewer viewer, int person) {
        return "redirect:/access/accounts?q=" + URLEncoder.encode(roster.name(viewer.tenant(), person), StandardCharsets.UTF_8);
    }

    private static Refused notOneself() {
        return Refused.forbidden("access.not-oneself", Words.say("access.accounts.not-oneself"), Words.say("access.accounts.not-oneself.next"));
    }

    private String show(
            Viewer viewer, String q, int after, AccountsPage.@Nullable Secret secret, Complaints complaints, Model model) {
        var directory = roster.directory(viewer.tenant());
        var byPerson = accounts.all(viewer.tenant()).stream().collect(Collectors.toMap(Account::person, Function.identity()));
        var wanted = q.strip().toLowerCase(Locale.ROOT);
        var all = directory.people().stream().filter(person -> matches(person, byPerson, wanted)).toList();
        var page = all.stream().filter(person -> person.id() > after).limit(PAGE + 1).toList();
        var rows = page.stream().limit(PAGE).map(person -> row(directory, person, byPerson.get(person.id()))).toList();
        var next = page.size() > PAGE
                ? "/access/accounts?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&after=" + rows.getLast().person()
                : null;
        model.addAttribute("page", new AccountsPage(viewer.person(), q, rows, all.size(), next, secret, complaints));
        return "access/accounts";
    }

    private static boolean matches(Person person, Map<Integer, Account> accounts, String wanted) {
        var account = accounts.get(person.id());
        return person.name().toLowerCase(Locale.ROOT).contains(wanted)
                || account != null && account.login().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private AccountRow row(Directory directory, Person person, @Nullable Account account) {
        var posts = directory.postsOf(person.id()).stream()
                .map(post -> directory.fullName(post.unit()) + " · " + post.name()).collect(Collectors.joining("；"));
        return new AccountRow(person.id(), person.name(), posts, account == null ? null : account.login(),
                account == null ? AccountRow.State.NONE : account.state(clock.instant()));
    }
}
