package cn.duban.hotline.desk;

import cn.duban.hotline.Catalogue;
import cn.duban.hotline.Categories;
import cn.duban.hotline.Competence;
import cn.duban.hotline.Desks;
import cn.duban.hotline.Report;
import cn.duban.ledger.Bearable;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.web.Complaints;
import cn.duban.web.Days;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The responsibility catalogue: who is competent for what, line by line or pasted out of a spreadsheet. */
@Controller
@RequestMapping("/hotline/catalogue")
class CatalogueController {

    private static final int MOST = 2000;

    private final Desks desks;
    private final Catalogue catalogue;
    private final Categories categories;
    private final Directories directories;

    CatalogueController(Desks desks, Catalogue catalogue, Categories categories, Directories directories) {
        this.desks = desks;
        this.catalogue = catalogue;
        this.categories = categories;
        this.directories = directories;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "false") String past, Viewer viewer, Model model) {
        desks.require(viewer);
        model.addAttribute("page", page(past.equals("true"), "", new Complaints(), viewer, model));
        return "hotline/catalogue";
    }

    @PostMapping
    String add(@RequestParam(defaultValue = "") String category, @RequestParam(defaultValue = "") String area, @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String since, @RequestParam(defaultValue = "") String basis,
            Viewer viewer, HttpServletResponse response, RedirectAttributes told, Model model) {
        desks.require(viewer);
        var directory = directories.of(viewer.tenant());
        var complaints = new Complaints();
        var day = since.isBlank() ? directory.today() : day(since);
        var bearer = directory.units().stream().filter(one -> String.valueOf(one.id()).equals(unit)).map(Unit::id).findFirst();
        complaints.addIf(!categories.knows(category), "category", "hotline.report.category.wrong").addIf(bearer.isEmpty(), "unit", "hotline.catalogue.unit.missing").addIf(day == null, "since", "hotline.day.wrong").addIf(basis.length() > 200, "basis", "hotline.report.long", 200);
        var place = area.isBlank() ? Optional.<Unit>empty() : directory.unitNamed(area);
        complaints.addIf(!area.isBlank() && place.isEmpty(), "area", "hotline.report.area.wrong");
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", page(false, "", complaints, viewer, model));
            return "hotline/catalogue";
        }
        var added = catalogue.add(new Competence(0, category, place.map(Unit::id).orElse(null), bearer.orElseThrow(), Objects.requireNonNull(day), null, basis.strip()), viewer);
        told.addFlashAttribute("said", Words.say(added ? "hotline.catalogue.added" : "hotline.catalogue.there"));
        return "redirect:/hotline/catalogue";
    }

    /** Lines out of a spreadsheet: category, area, unit, first day, basis; nothing is written while one of them cannot be read. */
    @PostMapping("/lines")
    String paste(@RequestParam(defaultValue = "") String lines, Viewer viewer, HttpServletResponse response, RedirectAttributes told, Model model) {
        desks.require(viewer);
        var complaints = new Complaints();
        var read = read(lines, directories.of(viewer.tenant()), complaints);
        complaints.addIf(read.isEmpty() && complaints.isEmpty(), "lines", "hotline.catalogue.lines.missing");
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", page(false, lines, complaints, viewer, model));
            return "hotline/catalogue";
        }
        var added = read.stream().filter(line -> catalogue.add(line, viewer)).count();
        told.addFlashAttribute("said", Words.say("hotline.catalogue.pasted", added, read.size() - added));
        return "redirect:/hotline/catalogue";
    }

    @PostMapping("/{no:\\d{1,9}}/end")
    String end(@PathVariable int no, Viewer viewer, RedirectAttributes told) {
        desks.require(viewer);
        catalogue.end(no, directories.of(viewer.tenant()).today(), viewer);
        told.addFlashAttribute("said", Words.say("hotline.catalogue.ended"));
        return "redirect:/hotline/catalogue";
    }

    private List<Competence> read(String text, Directory directory, Complaints complaints) {
        var read = new ArrayList<Competence>();
        var no = 0;
        for (var line : text.lines().limit(MOST).toList()) {
            no++;
            if (line.isBlank()) continue;
            var cells = line.split("\t", -1);
            var category = categories.named(cells[0]);
            if (no == 1 && category.isEmpty() && cells[0].contains("类")) continue;
            var area = cell(cells, 1);
            var place = area.isEmpty() ? Optional.<Unit>empty() : directory.unitNamed(area);
            var unit = directory.unitNamed(cell(cells, 2)).flatMap(one -> directory.living(one.id()));
            var since = cell(cells, 3).isEmpty() ? directory.today() : day(cell(cells, 3));
            complaints.addIf(category.isEmpty(), "lines", "hotline.catalogue.line.category", no, cells[0]).addIf(!area.isEmpty() && place.isEmpty(), "lines", "hotline.catalogue.line.area", no, area)
                    .addIf(unit.isEmpty(), "lines", "hotline.catalogue.line.unit", no, cell(cells, 2)).addIf(since == null, "lines", "hotline.catalogue.line.day", no, cell(cells, 3));
            if (category.isPresent() && unit.isPresent() && since != null) read.add(new Competence(0, category.get(), place.map(Unit::id).orElse(null), unit.get().id(), since, null, cell(cells, 4)));
        }
        return read;
    }

    private static String cell(String[] cells, int at) {
        return at < cells.length ? cells[at].strip() : "";
    }

    private static @Nullable LocalDate day(String said) {
        try {
            var day = LocalDate.parse(said.strip().replace('/', '-'));
            return Days.holds(day) ? day : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private CataloguePage page(boolean past, String typed, Complaints complaints, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var lines = catalogue.all(viewer.tenant()).stream().filter(line -> past || line.until() == null || line.until().isAfter(directory.today()))
                .map(line -> new CataloguePage.Line(line, line.area() == null ? "" : directory.unitName(line.area()), directory.unitName(line.unit()))).toList();
        return new CataloguePage(lines, past, categories, Report.areas(directory), new Bearable(directory).units(), typed, complaints, (String) model.getAttribute("said"));
    }
}
