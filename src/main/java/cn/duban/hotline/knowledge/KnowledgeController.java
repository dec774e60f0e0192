package cn.duban.hotline.knowledge;

import cn.duban.hotline.CallerText;
import cn.duban.hotline.Desks;
import cn.duban.hotline.WordSearch;
import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.ledger.Bearable;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Staff read the entries; the desk and the owner write them; whoever reads says what is wrong. */
@Controller
@RequestMapping("/hotline/knowledge")
class KnowledgeController {

    private static final String ID = "/{id:[0-9a-f]{8}-[0-9a-f-]{27}}";
    private static final List<Duty> WRITING = List.of(Duty.SUPERVISE, Duty.REGISTRY, Duty.HANDLE, Duty.REVIEW, Duty.SIGN);

    private final Desks desks;
    private final Knowledge knowledge;
    private final Wrongs wrongs;
    private final Directories directories;

    KnowledgeController(Desks desks, Knowledge knowledge, Wrongs wrongs, Directories directories) {
        this.desks = desks;
        this.knowledge = knowledge;
        this.wrongs = wrongs;
        this.directories = directories;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var asked = WordSearch.of(q.length() > 60 ? q.substring(0, 60) : q);
        var tooShort = !q.isBlank() && asked.empty();
        var lines = tooShort ? List.<Entry>of() : knowledge.search(viewer.tenant(), asked);
        var owed = wrongs.owed(viewer, desks.answers(viewer)).stream().map(one -> new KnowledgePage.Owing(one.knowledge(), one.title(), one.dueOn(), one.dueOn().isBefore(directory.today()))).toList();
        model.addAttribute("page", new KnowledgePage.Lists(q, tooShort, lines(lines, viewer), owed, writes(viewer)));
        return "hotline/knowledge";
    }

    /** Beside a call, while it is typed; what is typed is no part of an address, which is logged. */
    @PostMapping("/known")
    String beside(@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String body, Viewer viewer, Model model) {
        desks.require(viewer);
        var typed = (title + "\n" + body).strip();
        var found = typed.length() > 5000 ? List.<Entry>of() : knowledge.beside(viewer.tenant(), typed, directories.of(viewer.tenant()).today());
        model.addAttribute("page", new KnowledgePage.Beside(!typed.isEmpty(), lines(found, viewer)));
        return "hotline/known";
    }

    @GetMapping("/new")
    String ask(Viewer viewer, Model model) {
        if (!writes(viewer)) throw new NotFound();
        model.addAttribute("page", page(null, EntryForm.EMPTY, new Complaints(), null, viewer, model));
        return "hotline/entry";
    }

    @PostMapping
    String add(@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "") String sources, @RequestParam(defaultValue = "") String expires, @RequestParam(defaultValue = "") String open, @RequestParam(defaultValue = "") String unit,
            Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        if (!writes(viewer)) throw new NotFound();
        var form = new EntryForm(title.strip(), body.strip(), sources.strip(), expires, open.equals("true"), unit);
        var complaints = form.complaints(directories.of(viewer.tenant()).today(), owners(viewer));
        if (complaints.isEmpty()) {
            told.addFlashAttribute("said", Words.say("hotline.knowledge.saved"));
            return "redirect:/hotline/knowledge/" + knowledge.add(form, viewer);
        }
        response.setStatus(422);
        model.addAttribute("page", page(null, form, complaints, null, viewer, model));
        return "hotline/entry";
    }

    @GetMapping(ID)
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        var entry = find(id, viewer);
        model.addAttribute("page", page(entry, EntryForm.of(entry), new Complaints(), null, viewer, model));
        return "hotline/entry";
    }

    @PostMapping(ID)
    String change(@PathVariable UUID id, @RequestParam(defaultValue = "0") int seen, @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "") String sources, @RequestParam(defaultValue = "") String expires, @RequestParam(defaultValue = "") String open,
            @RequestParam(defaultValue = "") String unit, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        var entry = owned(id, viewer);
        var form = new EntryForm(title.strip(), body.strip(), sources.strip(), expires, open.equals("true"), unit);
        var complaints = form.complaints(directories.of(viewer.tenant()).today(), owners(viewer));
        String refused = null;
        if (complaints.isEmpty()) try {
            knowledge.change(id, seen, form, viewer);
            told.addFlashAttribute("said", Words.say("hotline.knowledge.saved"));
            return "redirect:/hotline/knowledge/" + id;
        } catch (Refused no) {
            refused = no.getMessage() + no.next();
        }
        response.setStatus(refused == null ? 422 : 409);
        model.addAttribute("page", page(entry, form, complaints, refused, viewer, model));
        return "hotline/entry";
    }

    /** A second one has read it; only then does everybody. */
    @PostMapping(ID + "/check")
    String check(@PathVariable UUID id, @RequestParam(defaultValue = "0") int seen, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        var entry = owned(id, viewer);
        try {
            knowledge.check(id, seen, viewer);
        } catch (Refused no) {
            response.setStatus(409);
            model.addAttribute("page", page(entry, EntryForm.of(entry), new Complaints(), no.getMessage() + no.next(), viewer, model));
            return "hotline/entry";
        }
        told.addFlashAttribute("said", Words.say("hotline.knowledge.checked"));
        return "redirect:/hotline/knowledge/" + id;
    }

    @PostMapping(ID + "/wrong")
    String wrong(@PathVariable UUID id, @RequestParam(defaultValue = "") String words, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        var entry = find(id, viewer);
        var complaints = new Complaints();
        new CallerText(words, false).complain("words", "hotline.wrong.missing", complaints);
        if (complaints.isEmpty()) {
            wrongs.say(viewer.tenant(), id, words.strip(), viewer);
            told.addFlashAttribute("said", Words.say("hotline.wrong.said"));
            return "redirect:/hotline/knowledge/" + id;
        }
        response.setStatus(422);
        model.addAttribute("page", page(entry, EntryForm.of(entry), complaints, null, viewer, model));
        return "hotline/entry";
    }

    @PostMapping(ID + "/wrong/{wrong:[0-9a-f-]{36}}")
    String answer(@PathVariable UUID id, @PathVariable UUID wrong, @RequestParam(name = "do", defaultValue = "") String what, @RequestParam(defaultValue = "") String answer, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        var entry = owned(id, viewer);
        var complaints = new Complaints();
        new CallerText(answer, false).complain("answer", "hotline.wrong.answer.missing", complaints);
        if (complaints.isEmpty()) {
            wrongs.answer(wrong, what.equals("corrected"), answer.strip(), viewer);
            told.addFlashAttribute("said", Words.say("hotline.wrong.done"));
            return "redirect:/hotline/knowledge/" + id;
        }
        response.setStatus(422);
        model.addAttribute("page", page(entry, EntryForm.of(entry), complaints, null, viewer, model));
        return "hotline/entry";
    }

    private Entry find(UUID id, Viewer viewer) {
        return knowledge.find(viewer.tenant(), id).orElseThrow(NotFound::new);
    }

    private Entry owned(UUID id, Viewer viewer) {
        var entry = find(id, viewer);
        if (!owns(entry, viewer)) throw Refused.forbidden("hotline.knowledge.owner", Words.say("hotline.knowledge.owner"), Words.say("hotline.knowledge.owner.next"));
        return entry;
    }

    private boolean owns(Entry entry, Viewer viewer) {
        return desks.answers(viewer) || writes(viewer) && directories.of(viewer.tenant()).within(viewer.unit(), entry.unit());
    }

    private boolean writes(Viewer viewer) {
        return desks.unit(viewer.tenant()).isPresent() && WRITING.stream().anyMatch(viewer::has);
    }

    /** The desk writes for any unit; others for their own. */
    private List<Integer> owners(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        return directory.units().stream().map(unit -> unit.id()).filter(unit -> desks.answers(viewer) || directory.within(viewer.unit(), unit) && unit != directory.root().id()).toList();
    }

    private List<KnowledgePage.Line> lines(List<Entry> entries, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        return entries.stream().map(entry -> new KnowledgePage.Line(entry, directory.unitName(entry.unit()), entry.expired(directory.today()))).toList();
    }

    private KnowledgePage page(@Nullable Entry entry, EntryForm form, Complaints complaints, @Nullable String refused, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var owners = owners(viewer).stream().map(String::valueOf).toList();
        var units = new Bearable(directory).units().stream().filter(choice -> owners.contains(choice.value())).<Choice>map(choice -> choice).toList();
        return new KnowledgePage(entry, entry == null ? "" : directory.unitName(entry.unit()), directory.today(), entry == null || owns(entry, viewer), entry != null && owns(entry, viewer) && entry.waits(viewer.person()), entry == null ? List.of() : wrongs.of(viewer.tenant(), entry.id()), form, units, complaints, refused, (String) model.getAttribute("said"));
    }
}
