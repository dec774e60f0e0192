package cn.duban.units.page;

import static cn.duban.units.page.Asking.ask;
import static cn.duban.units.page.Asking.submit;

import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Logins;
import cn.duban.units.People;
import cn.duban.units.Person;
import cn.duban.units.Post;
import cn.duban.units.Posts;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/people")
class PersonController {

    private final Directories directories;
    private final People people;
    private final Posts posts;
    private final ObjectProvider<Logins> logins;

    PersonController(Directories directories, People people, Posts posts, ObjectProvider<Logins> logins) {
        this.posts = posts;
        this.directories = directories;
        this.people = people;
        this.logins = logins;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int after, Viewer viewer, Model page) {
        page.addAttribute("page", PeoplePage.of(directories.of(viewer.tenant()), q.strip(), after, viewer.has(Viewer.Duty.ADMINISTER)));
        return "units/people";
    }

    @GetMapping("/{person:[0-9]+}")
    String show(@PathVariable int person, Viewer viewer, Model page) {
        var directory = directories.of(viewer.tenant());
        var administers = viewer.has(Viewer.Duty.ADMINISTER);
        var login = administers ? logins.stream().flatMap(all -> Stream.ofNullable(all.of(viewer.tenant()).get(person))).findFirst().orElse(null) : null;
        page.addAttribute("page", PersonPage.of(directory, known(directory, person), login,
                HistoryLine.of(people.history(viewer.tenant(), person), directory), administers));
        return "units/person";
    }

    @GetMapping("/new")
    ModelAndView askEnter(Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return ask(enterForm(directories.of(viewer.tenant())));
    }

    @PostMapping("/new")
    ModelAndView enter(@RequestParam String name, @RequestParam String phone, @RequestParam LocalDate from,
            @RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return submit(enterForm(directories.of(viewer.tenant())), typed, flash, () -> {
            people.enter(Author.of(viewer), name, phone, from);
            return Words.say("units.done.person-entered", name);
        });
    }

    @GetMapping("/{person:[0-9]+}/correct")
    ModelAndView askCorrect(@PathVariable int person, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return ask(correctForm(directories.of(viewer.tenant()), person));
    }

    @PostMapping("/{person:[0-9]+}/correct")
    ModelAndView correct(@PathVariable int person, @RequestParam String name, @RequestParam String phone,
            @RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        var directory = directories.of(viewer.tenant());
        return submit(correctForm(directory, person), typed, flash, () -> {
            people.correct(Author.of(viewer), person, name, phone, directory.today());
            return Words.say("units.done.person-corrected");
        });
    }

    @GetMapping("/{person:[0-9]+}/take")
    ModelAndView askTake(@PathVariable int person, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return ask(takeForm(directories.of(viewer.tenant()), person));
    }

    @PostMapping("/{person:[0-9]+}/take")
    ModelAndView take(@PathVariable int person, @RequestParam @Nullable Integer post, @RequestParam LocalDate from, @RequestParam String basis,
            @RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return submit(takeForm(directories.of(viewer.tenant()), person), typed, flash, () -> {
            people.take(Author.of(viewer), person, Objects.requireNonNull(post), from, basis);
            return Words.say("units.done.post-taken");
        });
    }

    @GetMapping("/{person:[0-9]+}/posts/{post:[0-9]+}/leave")
    ModelAndView askLeave(@PathVariable int person, @PathVariable int post, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return ask(leaveForm(directories.of(viewer.tenant()), person, post));
    }

    @PostMapping("/{person:[0-9]+}/posts/{post:[0-9]+}/leave")
    ModelAndView leave(@PathVariable int person, @PathVariable int post, @RequestParam LocalDate from, @RequestParam String basis,
            @RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return submit(leaveForm(directories.of(viewer.tenant()), person, post), typed, flash, () -> {
            people.leave(Author.of(viewer), person, post, from, basis);
            return Words.say("units.done.post-left");
        });
    }

    private static FormPage enterForm(Directory directory) {
        return FormPage.of("units.enter", Words.say("units.enter.title"), "/people/new", "/people",
                FormPage.text("name", "units.person", "", true), FormPage.text("phone", "units.phone", "", false), FormPage.from(directory.today()));
    }

    private static FormPage correctForm(Directory directory, int id) {
        var person = known(directory, id);
        return FormPage.of("units.correct", Words.say("units.correct.title", person.name()), "/people/" + id + "/correct", "/people/" + id,
                FormPage.text("name", "units.person", person.name(), true), FormPage.text("phone", "units.phone", person.workPhone(), false));
    }

    private static FormPage takeForm(Directory directory, int id) {
        var options = directory.below(directory.root().id()).stream().flatMap(unit -> directory.posts(unit).stream())
                .map(post -> new FormPage.Option(String.valueOf(post.id()), directory.fullName(post.unit()) + " · " + post.name())).toList();
        return FormPage.of("units.take", Words.say("units.take.person.title", known(directory, id).name()), "/people/" + id + "/take", "/people/" + id,
                FormPage.choose("post", "units.post", options), FormPage.from(directory.today()), FormPage.basis());
    }

    private FormPage leaveForm(Directory directory, int id, int post) {
        var left = directory.post(post).orElseThrow(NotFound::new);
        return FormPage.of("units.leave", Words.say("units.leave.title", known(directory, id).name(), directory.unitName(left.unit()) + " · " + left.name()),
                "/people/" + id + "/posts/" + post + "/leave", "/people/" + id, FormPage.from(directory.today()), FormPage.basis()).doing("units.leave.do").with(stakes(directory, id, left));
    }

    /** What the post bears and who stays in it; whoever leaves for good hands over on another page. */
    private List<FormPage.Stake> stakes(Directory directory, int person, Post left) {
        var stakes = new ArrayList<FormPage.Stake>();
        var borne = posts.borne(directory.tenant(), left.id());
        var alone = directory.holders(left.id()).stream().allMatch(holder -> holder.id() == person);
        stakes.add(new FormPage.Stake(borne == 0 ? Words.say("units.leave.nothing") : Words.say(alone ? "units.leave.vacant" : "units.leave.others", borne), null));
        stakes.add(new FormPage.Stake(Words.say("units.leave.depart"), "/people/" + person + "/depart"));
        return stakes;
    }

    private static Person known(Directory directory, int person) {
        return directory.person(person).orElseThrow(NotFound::new);
    }
}
