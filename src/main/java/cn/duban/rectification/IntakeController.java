package cn.duban.rectification;

import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A document comes in, is read beside its text, corrected, and becomes a ledger. */
@Controller
@RequestMapping("/rectification/intakes")
class IntakeController {

    private final Intakes intakes;
    private final Directories directories;

    IntakeController(Intakes intakes, Directories directories) {
        this.intakes = intakes;
        this.directories = directories;
    }

    @GetMapping
    String list(Viewer viewer, Model page) {
        viewer.require(Duty.SUPERVISE);
        page.addAttribute("page", new IntakesPage(intakes.list(viewer), directories.of(viewer.tenant())));
        return "rectification/intakes";
    }

    @PostMapping
    String read(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String text, Viewer viewer) throws IOException {
        if (file != null && !file.isEmpty())
            return "redirect:/rectification/intakes/" + intakes.read(viewer, Objects.requireNonNullElse(file.getOriginalFilename(), "document"), file.getBytes());
        if (text.isBlank()) throw Refused.invalid("rectification.nothing-given", Words.say("rectification.intake.nothing"), Words.say("rectification.intake.nothing.next"));
        var name = text.strip().lines().findFirst().orElse("").strip();
        return "redirect:/rectification/intakes/" + intakes.read(viewer, name.substring(0, Math.min(60, name.length())), text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model page) {
        var intake = intakes.find(id, viewer).orElseThrow(NotFound::new);
        return show(intake, null, viewer, page);
    }

    private String show(Intake intake, IntakePage.@Nullable Unsaved unsaved, Viewer viewer, Model page) {
        page.addAttribute("page", new IntakePage(intake, intakes.sameDocument(intake, viewer), directories.of(viewer.tenant()), unsaved));
        return "rectification/intake";
    }

    @PostMapping("/{id}/head")
    String head(@PathVariable UUID id, @RequestParam int version, @RequestParam String title, @RequestParam String issuer, @RequestParam String inspectedBy,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate feedbackOn,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate publishedOn, Viewer viewer) {
        intakes.correct(id, version, viewer, draft -> draft.headed(title.strip(), issuer.strip(), inspectedBy.strip(), feedbackOn, publishedOn));
        return "redirect:/rectification/intakes/" + id;
    }

    /** One finding as the person wants it; {@code at} is its place, or the number of findings for a new one. */
    @PostMapping("/{id}/findings/{at}")
    String correct(@PathVariable UUID id, @PathVariable int at, @RequestParam int version, @ModelAttribute ItemForm form, Viewer viewer, HttpServletResponse response, Model page) {
        try {
            intakes.correct(id, version, viewer, draft -> {
                if (at < 0 || at > draft.findings().size()) throw new NotFound();
                return draft.with(at, form.item(at == draft.findings().size() ? null : draft.findings().get(at)));
            });
            return "redirect:/rectification/intakes/" + id + "?saved=" + at + "#finding-" + at;
        } catch (Refused refused) {
            var intake = intakes.find(id, viewer).filter(Intake::open).orElseThrow(() -> refused);
            var findings = intake.draft().findings();
            var place = Boolean.TRUE.equals(form.fresh()) || at >= findings.size() ? findings.size() : at;
            response.setStatus(refused.status().value());
            return show(intake, new IntakePage.Unsaved(place, form.typed(place == findings.size() ? null : findings.get(place)), String.valueOf(refused.getMessage()), refused.next()), viewer, page);
        }
    }

    @PostMapping("/{id}/adopt")
    String adopt(@PathVariable UUID id, @RequestParam int version, Viewer viewer) {
        return "redirect:/rectification/rounds/" + viewer.tenant() + "-" + intakes.adopt(id, version, viewer);
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable UUID id, @RequestParam int version, Viewer viewer) {
        intakes.discard(id, version, viewer);
        return "redirect:/rectification/intakes";
    }

    /** What was typed about one finding; {@code fresh} for one that the reader had missed. */
    record ItemForm(@Nullable String no, @Nullable String aspect, @Nullable String title, @Nullable String body, @Nullable String claim,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due, @Nullable String mode, @Nullable Integer lead, @Nullable List<Integer> assist,
            @Nullable String measures, @Nullable Boolean kept, @Nullable Boolean fresh) {

        IntakeDraft.Item item(IntakeDraft.@Nullable Item before) {
            if (text(title).isBlank()) throw Refused.invalid("rectification.untitled", Words.say("rectification.finding.untitled"), Words.say("rectification.finding.untitled.next"));
            return typed(before);
        }

        IntakeDraft.Item typed(IntakeDraft.@Nullable Item before) {
            return new IntakeDraft.Item(text(no), text(aspect), text(title), text(body), text(claim), due, text(mode).isEmpty() ? null : mode, lead,
                    assist == null ? List.of() : assist.stream().filter(Objects::nonNull).toList(), before == null ? List.of() : before.named(),
                    text(measures).lines().map(String::strip).filter(line -> !line.isEmpty()).toList(), before == null ? 0 : before.line(), Boolean.TRUE.equals(kept));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }
}
