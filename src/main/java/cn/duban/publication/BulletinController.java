package cn.duban.publication;

import cn.duban.documents.Download;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes;
import cn.duban.publication.EditorPage.Comparison;
import cn.duban.publication.EditorPage.Line;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The staff's side of bulletins: list, editor, review, publication. */
@Controller
@RequestMapping("/bulletins")
class BulletinController {

    private final Bulletins bulletins;
    private final Drafting drafting;
    private final Publishing publishing;
    private final Published published;
    private final Proving proving;
    private final Papers papers;
    private final Sheets sheets;
    private final MatterTypes types;
    private final Directories directories;

    BulletinController(Bulletins bulletins, Drafting drafting, Publishing publishing, Published published, Proving proving, Papers papers, Sheets sheets, MatterTypes types, Directories directories) {
        this.bulletins = bulletins;
        this.drafting = drafting;
        this.publishing = publishing;
        this.published = published;
        this.proving = proving;
        this.papers = papers;
        this.sheets = sheets;
        this.types = types;
        this.directories = directories;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("page", new BulletinsPage(bulletins.list(viewer, directories.of(viewer.tenant())), viewer.has(Duty.SUPERVISE)));
        return "publication/bulletins";
    }

    @GetMapping("/new")
    String choose(@RequestParam(required = false) @Nullable MatterId root, Viewer viewer, Model model) {
        viewer.require(Duty.SUPERVISE);
        model.addAttribute("page", new NewBulletinPage(drafting.subjects(viewer), root, directories.of(viewer.tenant()).today()));
        return "publication/new-bulletin";
    }

    @PostMapping
    String draft(@RequestParam MatterId root, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day, Viewer viewer) {
        return "redirect:/bulletins/" + drafting.draft(root, day, viewer).id();
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        model.addAttribute("page", page(find(id, viewer), viewer, null));
        return "publication/editor";
    }

    @PostMapping("/{id}")
    String save(@PathVariable UUID id, @RequestParam int version, @RequestParam String title, @RequestParam Map<String, String> form,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable LocalDateTime embargo, Viewer viewer,
            HttpServletResponse response, Model model) {
        var texts = new LinkedHashMap<String, String>();
        form.forEach((name, text) -> {
            if (name.startsWith("text.")) texts.put(name.substring(5), text);
        });
        var hour = embargo == null ? null : embargo.atZone(directories.of(viewer.tenant()).zone()).toInstant();
        try {
            drafting.save(find(id, viewer), version, title, texts, hour, viewer);
            return back(id);
        } catch (Refused refused) {
            var now = find(id, viewer);
            if (!now.mayEdit(viewer)) throw refused;
            response.setStatus(refused.status().value());
            model.addAttribute("page", page(now.typed(title.strip(), texts, hour), viewer, unsaved(now, title.strip(), texts, refused)));
            return "publication/editor";
        }
    }

    /** Beside what was typed, how the same parts stand: nobody overwrites what they have not seen. */
    private EditorPage.Unsaved unsaved(Bulletin now, String title, Map<String, String> texts, Refused refused) {
        var stored = new ArrayList<EditorPage.Stored>();
        if (!now.title().equals(title)) stored.add(new EditorPage.Stored("title", now.title()));
        lines(sheet(now)).stream().filter(line -> line.free() && texts.containsKey(line.name()) && !texts.get(line.name()).strip().replace("\r\n", "\n").equals(line.text()))
                .forEach(line -> stored.add(new EditorPage.Stored(line.name(), line.text())));
        return new EditorPage.Unsaved(String.valueOf(refused.getMessage()), refused.next(), stored);
    }

    @PostMapping("/{id}/figures")
    String refresh(@PathVariable UUID id, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day, Viewer viewer) {
        drafting.refresh(find(id, viewer), day, viewer);
        return back(id);
    }

    /** The words of the one published before, around this one's figures. */
    @PostMapping("/{id}/words")
    String takeOver(@PathVariable UUID id, Viewer viewer) {
        var bulletin = find(id, viewer);
        var before = published.before(bulletin).flatMap(last -> bulletins.find(bulletin.tenant(), last.bulletin())).orElseThrow(NotFound::new);
        drafting.takeOver(bulletin, before, viewer);
        return back(id);
    }

    @PostMapping("/{id}/redactions")
    String redact(@PathVariable UUID id, @RequestParam(defaultValue = "") String part, @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        drafting.redact(find(id, viewer), part, words, reason, viewer);
        return back(id);
    }

    @PostMapping("/{id}/redactions/{no}/removal")
    String uncover(@PathVariable UUID id, @PathVariable int no, Viewer viewer) {
        drafting.uncover(find(id, viewer), no, viewer);
        return back(id);
    }

    @PostMapping("/{id}/review")
    String submit(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "false") boolean vouched, Viewer viewer) {
        drafting.submit(find(id, viewer), version, vouched, viewer);
        return back(id);
    }

    @PostMapping("/{id}/return")
    String giveBack(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        publishing.giveBack(find(id, viewer), reason, viewer);
        return back(id);
    }

    @PostMapping("/{id}/approval")
    String approve(@PathVariable UUID id, @RequestParam int version, Viewer viewer) {
        publishing.approve(find(id, viewer), version, viewer);
        return back(id);
    }

    @PostMapping("/{id}/publication")
    String publish(@PathVariable UUID id, Viewer viewer) {
        publishing.publish(find(id, viewer), viewer);
        return back(id);
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        publishing.withdraw(find(id, viewer), reason, viewer);
        return back(id);
    }

    /** The matters behind one figure, at the versions counted. */
    @GetMapping("/{id}/figures/{name}")
    String rows(@PathVariable UUID id, @PathVariable String name, Viewer viewer, Model model) {
        var bulletin = find(id, viewer);
        var composition = sheet(bulletin).composition();
        var counted = composition.figures().get(name);
        if (counted == null) throw new NotFound();
        var figure = counted.called(composition.called(name));
        var rows = sheets.matters(bulletin).stream().filter(m -> figure.rows().contains(m.matter().id())).toList();
        model.addAttribute("page", new RowsPage(id, figure, rows.stream().map(m -> RowsPage.row(m, types.of(m.matter()))).toList(), Dates.minute(bulletin.asOf()), FigureLinks.list(bulletin, rows)));
        return "publication/rows";
    }

    /** The paper as the public would get it; before publication without a number. */
    @GetMapping("/{id}/docx")
    ResponseEntity<byte[]> docx(@PathVariable UUID id, Viewer viewer) throws IOException {
        var bulletin = find(id, viewer);
        var frozen = published.of(bulletin.tenant(), id).orElse(null);
        if (frozen != null) return papers.docx(frozen);
        var open = sheet(bulletin).content().open();
        return Download.docx(BulletinDocx.document(open, null), BulletinDocx.name(open));
    }

    @GetMapping("/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Viewer viewer) {
        var bulletin = find(id, viewer);
        var frozen = published.of(bulletin.tenant(), id).orElse(null);
        if (frozen != null) return papers.pdf(frozen);
        var open = sheet(bulletin).content().open();
        return Download.pdf(BulletinDocx.document(open, null), BulletinDocx.name(open));
    }

    private EditorPage page(Bulletin bulletin, Viewer viewer, EditorPage.@Nullable Unsaved unsaved) {
        var sheet = sheet(bulletin);
        var directory = directories.of(viewer.tenant());
        var frozen = published.of(bulletin.tenant(), bulletin.id()).orElse(null);
        var before = published.before(bulletin).orElse(null);
        var embargo = bulletin.embargo() == null ? "" : LocalDateTime.ofInstant(bulletin.embargo(), directory.zone()).truncatedTo(ChronoUnit.MINUTES).toString();
        return new EditorPage(sheet, lines(sheet), bulletins.steps(bulletin), bulletin.mayEdit(viewer), bulletin.mayApprove(viewer, directory),
                bulletin.signs(viewer, directory), bulletin.supervises(viewer), bulletin.approvers(directory), before == null ? List.of() : compare(before.read(), sheet),
                before == null ? null : before.number(), LocalDate.ofInstant(bulletin.asOf(), directory.zone()), embargo, directory.today(),
                frozen, frozen == null ? null : proving.prove(frozen), unsaved);
    }

    private static List<Line> lines(Sheet sheet) {
        var laid = new LinkedHashMap<String, List<Segment>>();
        sheet.content().passages().forEach(p -> laid.put(p.name(), p.segments()));
        var covered = sheet.redactions().stream().map(Redaction::part).toList();
        return sheet.composition().parts().stream().map(part -> new Line(part.name(), part.kind(), laid.getOrDefault(part.name(), List.of()), part.free(),
                part.free() ? sheet.bulletin().texts().getOrDefault(part.name(), part.text()) : part.text(), covered.contains(part.name()))).toList();
    }

    private static List<Comparison> compare(Content then, Sheet now) {
        var compared = new ArrayList<Comparison>();
        var shown = new LinkedHashMap<String, String>();
        then.passages().forEach(p -> p.segments().stream().filter(s -> s.figure() != null).forEach(s -> shown.putIfAbsent(s.figure(), s.text())));
        now.composition().figures().values().stream().filter(f -> f.unit() != Composition.Unit.NONE && shown.containsKey(f.name()))
                .forEach(f -> compared.add(new Comparison(now.composition().called(f.name()), shown.get(f.name()), f.text())));
        return compared;
    }

    private Sheet sheet(Bulletin bulletin) {
        var sheet = sheets.of(bulletin, bulletins.redactions(bulletin), directories.of(bulletin.tenant()).today());
        return bulletin.frozen() ? published.internal(bulletin).map(sheet::showing).orElse(sheet) : sheet;
    }

    private Bulletin find(UUID id, Viewer viewer) {
        return bulletins.find(id, viewer, directories.of(viewer.tenant())).orElseThrow(NotFound::new);
    }

    private static String back(UUID id) {
        return "redirect:/bulletins/" + id;
    }
}
