package cn.duban.publication;

import static cn.duban.web.Words.say;

import cn.duban.publication.NewPeriodPage.Choice;
import cn.duban.publication.TemplatePage.Typed;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Templates of periodic bulletins: written beside what they would make of a real period. */
@Controller
@RequestMapping("/bulletins/templates")
class TemplateController {

    private static final int LONGEST_NAME = 40;

    private final Templates templates;
    private final TemplatePreview previews;
    private final Periods periods;
    private final Bulletins bulletins;
    private final Directories directories;

    TemplateController(Templates templates, TemplatePreview previews, Periods periods, Bulletins bulletins, Directories directories) {
        this.templates = templates;
        this.previews = previews;
        this.periods = periods;
        this.bulletins = bulletins;
        this.directories = directories;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        viewer.require(Duty.SUPERVISE);
        var directory = directories.of(viewer.tenant());
        model.addAttribute("page", new TemplatesPage(templates.of(viewer.tenant(), viewer.unit()).stream().map(entry -> new TemplatesPage.Row(entry.no(), entry.name(), use(entry.use(), viewer), entry.version(), entry.by(),
                Dates.minute(entry.at()), entry.unit() == viewer.unit(), directory.unitName(entry.unit()))).toList()));
        return "publication/templates";
    }

    private String use(Templates.For use, Viewer viewer) {
        return (use.ledger() == null ? say("publication.template.any-ledger") : periods.label(viewer.tenant(), use.ledger(), use.type())) + " · "
                + (use.rhythm() == null ? say("publication.template.any-rhythm") : use.rhythm().say(LocaleContextHolder.getLocale()));
    }

    /** @param from a template to begin with; without one, that of the product */
    @GetMapping("/new")
    String begin(@RequestParam(required = false) @Nullable Integer from, Viewer viewer, Model model) {
        viewer.require(Duty.SUPERVISE);
        var text = from == null ? Template.SHIPPED_TEXT : text(find(from, viewer).ref(), viewer);
        return page(null, new Typed("", "", "", today(viewer), 0, text), TemplateReader.read(text), null, null, viewer, model);
    }

    @PostMapping("/new")
    @Transactional
    String add(@ModelAttribute Typed form, @RequestParam(defaultValue = "false") boolean keep, @RequestHeader(name = "HX-Request", required = false) @Nullable String looked, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.SUPERVISE);
        var typed = whole(form, viewer);
        var read = TemplateReader.read(typed.text());
        // what the page sends by itself while somebody types bears the button that was clicked last
        if (!keep || looked != null) return page(null, typed, read, null, null, viewer, model);
        var refused = refused(typed, read);
        if (refused != null) return again(null, typed, read, refused, viewer, response, model);
        var use = use(typed, viewer);
        var no = templates.same(typed.name().strip(), use, typed.text(), viewer).orElseGet(() -> templates.add(typed.name().strip(), use, typed.text(), bulletins.now(), viewer));
        return "redirect:/bulletins/templates/" + no;
    }

    @GetMapping("/{no}")
    String show(@PathVariable int no, @RequestParam(required = false) @Nullable Integer version, Viewer viewer, Model model) {
        viewer.require(Duty.SUPERVISE);
        var entry = find(no, viewer);
        var shown = version == null || version == entry.version() ? null : version;
        var text = text(shown == null ? entry.ref() : new Template.Ref(no, shown), viewer);
        var use = entry.use();
        var what = use.ledger() == null ? "" : new Periods.About(use.ledger(), use.type()).value();
        return page(entry, new Typed(entry.name(), what, use.rhythm() == null ? "" : use.rhythm().toString(), today(viewer), entry.version(), text), TemplateReader.read(text), null, shown, viewer, model);
    }

    @PostMapping("/{no}")
    @Transactional
    String save(@PathVariable int no, @ModelAttribute Typed form, @RequestParam(defaultValue = "false") boolean keep, @RequestHeader(name = "HX-Request", required = false) @Nullable String looked, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.SUPERVISE);
        var entry = find(no, viewer);
        var typed = whole(form, viewer);
        var read = TemplateReader.read(typed.text());
        if (!keep || looked != null) return page(entry, typed, read, null, null, viewer, model);
        if (entry.unit() != viewer.unit()) throw Bulletin.refused("duty", "publication.template.other");
        var refused = refused(typed, read);
        if (refused != null) return again(entry, typed, read, refused, viewer, response, model);
        try {
            templates.save(entry, seen(typed), typed.name().strip(), use(typed, viewer), typed.text(), bulletins.now(), viewer);
        } catch (Refused moved) {
            response.setStatus(moved.status().value());
            return page(entry, typed, read, moved.getMessage() + moved.next(), null, viewer, model);
        }
        return "redirect:/bulletins/templates/" + no;
    }

    @PostMapping("/{no}/stop")
    @Transactional
    String stop(@PathVariable int no, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        if (!templates.stop(no, bulletins.now(), viewer)) throw new NotFound();
        return "redirect:/bulletins/templates";
    }

    private static @Nullable String refused(Typed typed, TemplateReader.Outcome read) {
        if (typed.name().isBlank() || typed.name().strip().length() > LONGEST_NAME) return say("publication.template.name.wrong", LONGEST_NAME);
        return read.sound() ? null : say("publication.template.faults", read.faults().size());
    }

    private Templates.For use(Typed typed, Viewer viewer) {
        var rhythm = Periods.rhythm(typed.rhythm()).orElse(null);
        if (typed.what().isEmpty()) return new Templates.For(null, null, rhythm);
        var about = periods.about(viewer.tenant(), typed.what());
        return new Templates.For(about.ledger(), about.type(), rhythm);
    }

    private String again(Templates.@Nullable Entry entry, Typed typed, TemplateReader.Outcome read, String refused, Viewer viewer, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(entry, typed, read, refused, null, viewer, model);
    }

    private String page(Templates.@Nullable Entry entry, Typed typed, TemplateReader.Outcome read, @Nullable String refused, @Nullable Integer shown, Viewer viewer, Model model) {
        var about = Stream.concat(Stream.of(new Choice("", say("publication.template.any-ledger"))), periods.choices(viewer.tenant()).stream().map(c -> new Choice(c.value(), c.label()))).toList();
        var rhythms = Stream.concat(Stream.of(new Choice("", say("publication.template.any-rhythm"))), Periods.RHYTHMS.stream().map(one -> new Choice(one.toString(), one.say(LocaleContextHolder.getLocale())))).toList();
        var versions = entry == null ? List.<TemplatePage.Version>of() : templates.versions(viewer.tenant(), entry.no()).stream().map(one -> new TemplatePage.Version(one.version(), one.by(), Dates.minute(one.at()))).toList();
        model.addAttribute("page", new TemplatePage(entry == null ? null : entry.no(), entry == null || entry.unit() == viewer.unit(), typed,
                read.faults().stream().map(fault -> new TemplatePage.Fault(fault.line(), fault.said(), fault.next())).toList(), refused, previews.of(typed, read.template(), viewer), about, rhythms, versions, shown));
        return "publication/template";
    }

    private Templates.Entry find(int no, Viewer viewer) {
        return templates.find(no, viewer.tenant(), viewer.unit()).orElseThrow(NotFound::new);
    }

    private String text(Template.Ref ref, Viewer viewer) {
        return templates.text(viewer.tenant(), ref).orElseThrow(NotFound::new);
    }

    private String today(Viewer viewer) {
        return directories.of(viewer.tenant()).today().toString();
    }

    private static int seen(Typed form) {
        return form.version() == null ? 0 : form.version();
    }

    private static String or(@Nullable String typed, String otherwise) {
        return typed == null ? otherwise : typed;
    }

    /** Whatever a browser left out is empty. */
    private Typed whole(Typed form, Viewer viewer) {
        return new Typed(or(form.name(), ""), or(form.what(), ""), or(form.rhythm(), ""), or(form.day(), today(viewer)), seen(form), or(form.text(), "").replace("\r\n", "\n"));
    }
}
