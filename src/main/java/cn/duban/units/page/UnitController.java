package cn.duban.units.page;

import static cn.duban.units.page.Asking.ask;
import static cn.duban.units.page.Asking.submit;

import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.NewUnit;
import cn.duban.units.Person;
import cn.duban.units.Unit;
import cn.duban.units.Units;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/units")
class UnitController {

    private final Directories directories;
    private final Units units;

    UnitController(Directories directories, Units units) {
        this.directories = directories;
        this.units = units;
    }

    @GetMapping
    String tree(@RequestParam @Nullable LocalDate on, @RequestParam(defaultValue = "") String q, Viewer viewer, Model page) {
        var directory = directories.of(viewer.tenant());
        page.addAttribute("page", TreePage.of(on == null ? directory : directory.at(on), directory.today(), q.strip(), viewer.has(Viewer.Duty.ADMINISTER)));
        return "units/tree";
    }

    @GetMapping("/{unit:[0-9]+}")
    String show(@PathVariable int unit, Viewer viewer, Model page) {
        var directory = directories.of(viewer.tenant());
        page.addAttribute("page", UnitPage.of(directory, known(directory, unit),
                HistoryLine.of(units.history(viewer.tenant(), unit), directory), viewer.has(Viewer.Duty.ADMINISTER)));
        return "units/unit";
    }

    @GetMapping("/{unit:[0-9]+}/units/new")
    ModelAndView askOpen(@PathVariable int unit, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return ask(openForm(directories.of(viewer.tenant()), unit));
    }

    @PostMapping("/{unit:[0-9]+}/units/new")
    ModelAndView open(@PathVariable int unit, @RequestParam String name, @RequestParam String shortName, @RequestParam Unit.Kind kind,
            @RequestParam LocalDate from, @RequestParam String basis, @RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return submit(openForm(directories.of(viewer.tenant()), unit), typed, flash, () -> {
            units.open(Author.of(viewer), new NewUnit(name, shortName, kind, unit), from, basis);
            return Words.say("units.done.unit-opened", name);
        });
    }

    @GetMapping("/{unit:[0-9]+}/rename")
    ModelAndView askRename(@PathVariable int unit, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return ask(renameForm(directories.of(viewer.tenant()), unit));
    }

    @PostMapping("/{unit:[0-9]+}/rename")
    ModelAndView rename(@PathVariable int unit, @RequestParam String name, @RequestParam String shortName, @RequestParam LocalDate from,
            @RequestParam String basis, @RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return submit(renameForm(directories.of(viewer.tenant()), unit), typed, flash, () -> {
            units.rename(Author.of(viewer), unit, name, shortName, from, basis);
            return Words.say("units.done.unit-renamed", from, name);
        });
    }

    @GetMapping("/{unit:[0-9]+}/move")
    ModelAndView askMove(@PathVariable int unit, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return ask(moveForm(directories.of(viewer.tenant()), unit));
    }

    @PostMapping("/{unit:[0-9]+}/move")
    ModelAndView move(@PathVariable int unit, @RequestParam int parent, @RequestParam LocalDate from, @RequestParam String basis,
            @RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return submit(moveForm(directories.of(viewer.tenant()), unit), typed, flash, () -> {
            units.move(Author.of(viewer), unit, parent, from, basis);
            return Words.say("units.done.unit-moved");
        });
    }

    @GetMapping("/{unit:[0-9]+}/close")
    ModelAndView askClose(@PathVariable int unit, Viewer viewer) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return ask(closeForm(directories.of(viewer.tenant()), unit));
    }

    @PostMapping("/{unit:[0-9]+}/close")
    ModelAndView close(@PathVariable int unit, @RequestParam @Nullable Integer successor, @RequestParam LocalDate from, @RequestParam String basis,
            @RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes flash) {
        viewer.require(Viewer.Duty.ADMINISTER);
        return submit(closeForm(directories.of(viewer.tenant()), unit), typed, flash, () -> {
            var moved = units.close(Author.of(viewer), unit, from, successor, basis);
            return Words.say("units.done.unit-closed") + (moved == 0 ? "" : Words.say("units.done.inherited", moved));
        });
    }

    private static FormPage openForm(Directory directory, int unit) {
        return FormPage.of("units.open", Words.say("units.open.title", known(directory, unit).name()), "/units/" + unit + "/units/new", "/units/" + unit,
                FormPage.text("name", "units.name", "", true), FormPage.text("shortName", "units.short-name", "", false),
                FormPage.kinds(Unit.Kind.SECTION), FormPage.from(directory.today()), FormPage.basis());
    }

    private static FormPage renameForm(Directory directory, int id) {
        var unit = known(directory, id);
        return FormPage.of("units.rename", Words.say("units.rename.title", unit.name()), "/units/" + id + "/rename", "/units/" + id,
                FormPage.text("name", "units.name", unit.name(), true), FormPage.text("shortName", "units.short-name", unit.shortName(), false),
                FormPage.from(directory.today()), FormPage.basis());
    }

    private static FormPage moveForm(Directory directory, int id) {
        var unit = known(directory, id);
        var options = FormPage.units(directory).stream().filter(option -> !directory.within(Integer.parseInt(option.value()), id)).toList();
        return FormPage.of("units.move", Words.say("units.move.title", unit.name()), "/units/" + id + "/move", "/units/" + id,
                FormPage.choice("parent", "units.parent", String.valueOf(unit.parent()), options),
                FormPage.from(directory.today()), FormPage.basis());
    }

    private FormPage closeForm(Directory directory, int id) {
        var unit = known(directory, id);
        var options = FormPage.units(directory).stream().filter(option -> !directory.within(Integer.parseInt(option.value()), id)).toList();
        var successor = FormPage.choose("successor", "units.unit.successor", options);
        if (units.resting(directory.tenant(), id) == 0) successor = successor.voluntary(Words.say("units.close.none"));
        return FormPage.of("units.close", Words.say("units.close.title", unit.name()), "/units/" + id + "/close", "/units/" + id,
                successor, FormPage.from(directory.today()), FormPage.basis()).doing("units.close.do").dangerous(stakes(directory, id));
    }

    /** What is open in its name and who works there: all of it goes elsewhere on that day. */
    private List<FormPage.Stake> stakes(Directory directory, int unit) {
        var stakes = new ArrayList<FormPage.Stake>();
        var resting = units.resting(directory.tenant(), unit);
        stakes.add(resting == 0 ? new FormPage.Stake(Words.say("units.close.rests.none"), null) : new FormPage.Stake(Words.say("units.close.rests", resting), "/matters?unit=" + unit));
        for (var post : directory.posts(unit)) {
            var people = directory.holders(post.id()).stream().map(Person::name).collect(Collectors.joining("、"));
            stakes.add(new FormPage.Stake(people.isEmpty() ? Words.say("units.close.post", post.name()) : Words.say("units.close.people", post.name(), people), null));
        }
        return stakes;
    }

    private static Unit known(Directory directory, int unit) {
        return directory.unit(unit).orElseThrow(NotFound::new);
    }
}
