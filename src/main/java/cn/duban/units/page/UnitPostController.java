package cn.duban.units.page;

import static cn.duban.units.page.Asking.ask;
import static cn.duban.units.page.Asking.submit;

import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.NewPost;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class UnitPostController {

    private final Directories directories;
    private final Posts posts;
    private final People people;

    UnitPostController(Directories directories, Posts posts, People people) {
        this.directories = directories;
        this.posts = posts;
        this.people = people;
    }

    @GetMapping("/posts/{post:[0-9]+}")
    String show(@PathVariable int post, Viewer viewer, Model page) {
        var directory = directories.of(viewer.tenant());
        var shown = known(directory, post);
        page.addAttribute("page", new PostPage(PostRow.of(shown, directory), directory.unit(shown.unit()).orElseThrow(), shown.openOn(directory.today()),
                HistoryLine.of(posts.history(viewer.tenant(), post), directory), viewer.has(Viewer.Duty.ADMINISTER)));
        return "units/post";
    }

    @GetMapping("/units/{unit:[0-9]+}/posts/new")
    ModelAndView askOpen(@PathVariable int unit, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return ask(openForm(directories.of(viewer.tenant()), unit));
    }

    @PostMapping("/units/{unit:[0-9]+}/posts/new")
    ModelAndView open(@PathVariable int unit, @RequestParam String name, @RequestParam(defaultValue = "false") boolean head,
            @RequestParam(required = false) @Nullable Set<Viewer.Duty> duties, @RequestParam LocalDate from, @RequestParam String basis,
            @RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return submit(openForm(directories.of(viewer.tenant()), unit), typed, flash, () -> {
            posts.open(Author.of(viewer), new NewPost(unit, name, head, duties == null ? Set.of() : duties), from, basis);
            return Words.say("units.done.post-opened", name);
        });
    }

    @GetMapping("/posts/{post:[0-9]+}/charge")
    ModelAndView askCharge(@PathVariable int post, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return ask(chargeForm(directories.of(viewer.tenant()), post));
    }

    @PostMapping("/posts/{post:[0-9]+}/charge")
    ModelAndView charge(@PathVariable int post, @RequestParam String name, @RequestParam(defaultValue = "false") boolean head,
            @RequestParam(required = false) @Nullable Set<Viewer.Duty> duties, @RequestParam LocalDate from, @RequestParam String basis,
            @RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return submit(chargeForm(directories.of(viewer.tenant()), post), typed, flash, () -> {
            posts.charge(Author.of(viewer), post, name, head, duties == null ? Set.of() : duties, from, basis);
            return Words.say("units.done.post-charged");
        });
    }

    @GetMapping("/posts/{post:[0-9]+}/close")
    ModelAndView askClose(@PathVariable int post, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return ask(closeForm(directories.of(viewer.tenant()), post));
    }

    @PostMapping("/posts/{post:[0-9]+}/close")
    ModelAndView close(@PathVariable int post, @RequestParam(required = false) @Nullable Integer successor, @RequestParam LocalDate from, @RequestParam String basis,
            @RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return submit(closeForm(directories.of(viewer.tenant()), post), typed, flash, () -> {
            var moved = posts.close(Author.of(viewer), post, from, successor, basis);
            return Words.say("units.done.post-closed") + (moved == 0 ? "" : Words.say("units.done.inherited", moved));
        });
    }

    @GetMapping("/posts/{post:[0-9]+}/take")
    ModelAndView askTake(@PathVariable int post, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return ask(takeForm(directories.of(viewer.tenant()), post));
    }

    @PostMapping("/posts/{post:[0-9]+}/take")
    ModelAndView take(@PathVariable int post, @RequestParam @Nullable Integer person, @RequestParam LocalDate from, @RequestParam String basis,
            @RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return submit(takeForm(directories.of(viewer.tenant()), post), typed, flash, () -> {
            people.take(Author.of(viewer), Objects.requireNonNull(person), post, from, basis);
            return Words.say("units.done.post-taken");
        });
    }

    private static FormPage openForm(Directory directory, int unit) {
        var name = directory.unit(unit).orElseThrow(NotFound::new).name();
        return FormPage.of("units.post.open", Words.say("units.post.open.title", name), "/units/" + unit + "/posts/new", "/units/" + unit,
                FormPage.text("name", "units.name", "", true), FormPage.duties(Set.of()), FormPage.head(directory.head(unit).isEmpty()),
                FormPage.from(directory.today()), FormPage.basis());
    }

    private static FormPage chargeForm(Directory directory, int id) {
        var post = known(directory, id);
        return FormPage.of("units.post.charge", Words.say("units.post.charge.title", called(directory, post)), "/posts/" + id + "/charge", "/posts/" + id,
                FormPage.text("name", "units.name", post.name(), true), FormPage.duties(post.duties()), FormPage.head(post.head()),
                FormPage.from(directory.today()), FormPage.basis());
    }

    private FormPage closeForm(Directory directory, int id) {
        var post = known(directory, id);
        return FormPage.of("units.post.close", Words.say("units.post.close.title", called(directory, post)), "/posts/" + id + "/close", "/posts/" + id,
                FormPage.choice("successor", "units.post.successor", "", successors(directory, post)).voluntary(),
                FormPage.from(directory.today()), FormPage.basis()).doing("units.post.close.do").dangerous(stakes(directory, id));
    }

    /** What the post bears, and who leaves it. */
    private List<FormPage.Stake> stakes(Directory directory, int post) {
        var stakes = new ArrayList<FormPage.Stake>();
        var borne = posts.borne(directory.tenant(), post);
        stakes.add(new FormPage.Stake(borne == 0 ? Words.say("units.close.rests.none") : Words.say("units.close.rests", borne), null));
        for (var person : directory.holders(post)) stakes.add(new FormPage.Stake(Words.say("units.post.close.person", person.name()), "/people/" + person.id()));
        return stakes;
    }

    /** The other posts of the unit first, then those of the units above it. */
    private static List<FormPage.Option> successors(Directory directory, Post closing) {
        var options = new ArrayList<FormPage.Option>();
        options.add(new FormPage.Option("", Words.say("units.post.close.none")));
        for (var unit : directory.lineage(closing.unit())) {
            for (var post : directory.posts(unit)) {
                if (post.id() == closing.id()) continue;
                var held = directory.holders(post.id()).stream().map(Person::name).collect(Collectors.joining("、"));
                options.add(new FormPage.Option(String.valueOf(post.id()), directory.unitName(unit) + " " + post.name() + (held.isEmpty() ? "" : Words.say("units.bracketed", held))));
            }
        }
        return options;
    }

    private static FormPage takeForm(Directory directory, int id) {
        var options = directory.people().stream()
                .map(person -> new FormPage.Option(String.valueOf(person.id()), PersonRow.of(person, directory).said())).toList();
        return FormPage.of("units.take", Words.say("units.take.title", called(directory, known(directory, id))), "/posts/" + id + "/take", "/posts/" + id,
                FormPage.choose("person", "units.person", options), FormPage.from(directory.today()), FormPage.basis());
    }

    private static String called(Directory directory, Post post) {
        return directory.unitName(post.unit()) + " · " + post.name();
    }

    private static Post known(Directory directory, int post) {
        return directory.post(post).orElseThrow(NotFound::new);
    }
}
