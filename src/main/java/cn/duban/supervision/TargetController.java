package cn.duban.supervision;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.ledger.Act;
import cn.duban.ledger.Beside;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.Matters;
import cn.duban.supervision.Target.State;
import cn.duban.supervision.Track.Status;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Targets: all that somebody sees by where they stand, those of one matter, and one with its periods. */
@Controller
class TargetController implements Beside {

    private static final Set<String> LEDGERS = Set.of("supervision", "task");

    private final Targets targets;
    private final TargetKeeping keeping;
    private final TargetHands hands;
    private final Matters matters;
    private final Directories directories;
    private final EvidenceFiles files;

    TargetController(Targets targets, TargetKeeping keeping, TargetHands hands, Matters matters, Directories directories, EvidenceFiles files) {
        this.targets = targets;
        this.keeping = keeping;
        this.hands = hands;
        this.matters = matters;
        this.directories = directories;
        this.files = files;
    }

    @Override
    public List<Panel> panels(MatterRow row) {
        return LEDGERS.contains(row.ledger()) ? List.of(new Panel("targets", Words.say("supervision.targets.title"), "/supervision/matters/" + row.id() + "/targets", Words.say("supervision.targets.see"), 20)) : List.of();
    }

    @GetMapping("/supervision/targets")
    String all(@RequestParam(defaultValue = "") String status, Viewer viewer, Model model) {
        var all = targets.all(viewer);
        var tracks = tracks(all, viewer);
        var chosen = Arrays.stream(Status.values()).filter(one -> one.word().equals(status)).findFirst().orElse(null);
        var tallies = new ArrayList<TargetsPage.Tally>();
        for (var one : Status.values()) tallies.add(new TargetsPage.Tally(one.word(), (int) tracks.stream().filter(track -> track.status() == one).count(), "/supervision/targets?status=" + one.word()));
        var shown = tracks.stream().filter(track -> chosen == null || track.status() == chosen).toList();
        var rows = matters.rows(shown.stream().map(track -> track.target().matter().id()).collect(Collectors.toSet()), viewer);
        model.addAttribute("page", new TargetsPage(tallies, chosen == null ? null : chosen.word(), shown.stream().map(track -> new TargetsPage.Row(track, rows.get(track.target().matter().id()))).toList(), null, null, all.size() == Targets.MOST ? Targets.MOST : 0));
        return "supervision/targets";
    }

    private List<Track> tracks(List<Target> all, Viewer viewer) {
        var today = today(viewer);
        return all.stream().map(target -> Track.of(target, today)).sorted(Comparator.comparing(Track::status)).toList();
    }

    private LocalDate today(Viewer viewer) {
        return directories.of(viewer.tenant()).today();
    }

    @GetMapping("/supervision/matters/{matter}/targets")
    String of(@PathVariable MatterId matter, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Viewer viewer, Model model) {
        model.addAttribute("page", page(matter, TargetForm.blank(), viewer));
        return part == null ? "supervision/matter-targets-page" : "supervision/matter-targets";
    }

    private TargetsPage page(MatterId matter, TargetForm form, Viewer viewer) {
        var row = row(matter, viewer);
        var rows = tracks(targets.of(matter, viewer), viewer).stream().map(track -> new TargetsPage.Row(track, row)).toList();
        return new TargetsPage(List.of(), null, rows, row, hands.of(row, viewer).supervises() ? form : null, 0);
    }

    private MatterRow row(MatterId matter, Viewer viewer) {
        var row = matter.tenant() == viewer.tenant() ? matters.rows(List.of(matter.id()), viewer).get(matter.id()) : null;
        if (row == null) throw new NotFound();
        return row;
    }

    @PostMapping("/supervision/matters/{matter}/targets")
    String add(@PathVariable MatterId matter, @RequestParam MultiValueMap<String, String> typed, Viewer viewer, HttpServletResponse response, Model model) {
        var form = TargetForm.read(new Typed(typed));
        if (form.complaints().isEmpty()) {
            keeping.add(form.target(matter, null), viewer);
            return "redirect:/matters/" + matter;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", page(matter, form, viewer));
        return "supervision/matter-targets-page";
    }

    @GetMapping("/supervision/targets/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        var target = found(id, viewer);
        model.addAttribute("page", page(target, TargetForm.of(target), "", null, viewer));
        return "supervision/target";
    }

    private Target found(UUID id, Viewer viewer) {
        return targets.find(id, viewer).orElseThrow(NotFound::new);
    }

    private TargetPage page(Target target, TargetForm form, String value, @Nullable String refused, Viewer viewer) {
        var row = row(target.matter(), viewer);
        var may = hands.of(row, viewer);
        return new TargetPage(row, Track.of(target, today(viewer)), may.reports() != 0 && target.state() == State.TRACKED, may.supervises(), may.supervises() && target.state() == State.UNREAD ? form : null, value, refused,
                may.reports() == 0 ? "" : directories.of(viewer.tenant()).unitName(may.reports()), viewer.person());
    }

    @PostMapping("/supervision/targets/{id}")
    String settle(@PathVariable UUID id, @RequestParam(name = "do", defaultValue = "settle") String what, @RequestParam(defaultValue = "") String reason, @RequestParam MultiValueMap<String, String> typed, Viewer viewer, HttpServletResponse response, Model model) {
        var target = found(id, viewer);
        if (target.state() != State.UNREAD) throw Refused.conflict("supervision.target.faster", Words.say("supervision.target.faster"), "");
        var form = what.equals("drop") ? TargetForm.of(target) : TargetForm.read(new Typed(typed));
        try {
            if (what.equals("drop")) keeping.drop(target, reason, viewer);
            else if (form.complaints().isEmpty()) keeping.settle(form.target(target.matter(), target), viewer);
            if (form.complaints().isEmpty()) return "redirect:/matters/" + target.matter();
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page(target, form, "", null, viewer));
        } catch (Refused refused) {
            return again(target, form, "", refused, viewer, response, model);
        }
        return "supervision/target";
    }

    private String again(Target target, TargetForm form, String value, Refused refused, Viewer viewer, HttpServletResponse response, Model model) {
        response.setStatus(refused.status().value());
        model.addAttribute("page", page(targets.find(target.id(), viewer).orElseThrow(NotFound::new), form, value, refused.getMessage() + refused.next(), viewer));
        return "supervision/target";
    }

    @PostMapping("/supervision/targets/{id}/values")
    String report(@PathVariable UUID id, @RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String value, @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "evidenceFiles", required = false) @Nullable List<MultipartFile> uploads, @RequestParam(defaultValue = "DOCUMENT") EvidenceKind evidenceKind, Viewer viewer, HttpServletResponse response, Model model) throws IOException {
        var target = found(id, viewer);
        try {
            var number = TargetForm.number(value);
            if (number == null) throw Refused.invalid("supervision.target.number", Words.say("supervision.target.form.number"), "");
            if (target.state() != State.TRACKED) throw Refused.conflict("supervision.target.faster", Words.say("supervision.target.faster"), "");
            keeping.report(target, TargetPage.day(period), number, evidence(typed, uploads, evidenceKind, viewer), today(viewer), viewer);
            return "redirect:/supervision/targets/" + id;
        } catch (Refused refused) {
            return again(target, TargetForm.of(target), value, refused, viewer, response, model);
        }
    }

    private List<Act.Attachment> evidence(MultiValueMap<String, String> typed, @Nullable List<MultipartFile> uploads, EvidenceKind kind, Viewer viewer) throws IOException {
        return new Originals(files).given(typed, uploads, kind, viewer).stream().map(Originals::attached).toList();
    }

    @PostMapping("/supervision/targets/{id}/values/{startsOn}")
    String review(@PathVariable UUID id, @PathVariable LocalDate startsOn, @RequestParam(name = "do", defaultValue = "") String what, @RequestParam(defaultValue = "") String reason, Viewer viewer, HttpServletResponse response, Model model) {
        var target = found(id, viewer);
        try {
            var value = target.values().stream().filter(one -> one.startsOn().equals(startsOn) && one.waits()).findFirst()
                    .orElseThrow(() -> Refused.conflict("supervision.target.reviewed", Words.say("supervision.target.reviewed"), ""));
            keeping.review(target, value, what.equals("confirm") ? null : Objects.requireNonNull(reason), viewer);
            return "redirect:/supervision/targets/" + id;
        } catch (Refused refused) {
            return again(target, TargetForm.of(target), "", refused, viewer, response, model);
        }
    }
}
