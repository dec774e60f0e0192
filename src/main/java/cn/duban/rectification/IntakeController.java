package cn.duban.rectification;

import cn.duban.ledger.DuplicateBatch;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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
        return list("", null, viewer, page);
    }

    private String list(String text, @Nullable Refused refused, Viewer viewer, Model page) {
        page.addAttribute("page", new IntakesPage(intakes.list(viewer), directories.of(viewer.tenant()), text, refused == null ? null : refused.getMessage() + refused.next()));
        return "rectification/intakes";
    }

    @PostMapping
    String read(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String text, Viewer viewer, HttpServletResponse response, Model page) throws IOException {
        try {
            return "redirect:/rectification/intakes/" + read(file, text, viewer);
        } catch (Refused refused) {
            if (!viewer.has(Duty.SUPERVISE)) throw refused;
            response.setStatus(refused.status().value());
            return list(text, refused, viewer, page);
        }
    }

    private UUID read(@Nullable MultipartFile file, String text, Viewer viewer) throws IOException {
        if (file != null && !file.isEmpty()) return intakes.read(viewer, Objects.requireNonNullElse(file.getOriginalFilename(), "document"), file.getBytes());
        if (text.isBlank()) throw Refused.invalid("rectification.nothing-given", Words.say("rectification.intake.nothing"), Words.say("rectification.intake.nothing.next"));
        var name = text.strip().lines().findFirst().orElse("").strip();
        return intakes.read(viewer, name.substring(0, Math.min(60, name.length())), text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model page) {
        return show(intakes.find(id, viewer).orElseThrow(NotFound::new), IntakeForm.untouched(), null, viewer, page);
    }

    private String show(Intake intake, IntakeForm form, @Nullable DuplicateBatch duplicates, Viewer viewer, Model page) {
        page.addAttribute("page", new IntakePage(intake, intakes.sameDocument(intake, viewer), directories.of(viewer.tenant()), form, duplicates));
        return "rectification/intake";
    }

    /** Saves everything that was changed, also before the ledger is opened with it. */
    @PostMapping("/{id}")
    String save(@PathVariable UUID id, @RequestParam(name = "do", defaultValue = "save") String what, @RequestParam MultiValueMap<String, String> typed, Viewer viewer,
            RedirectAttributes told, HttpServletResponse response, Model page) {
        var intake = intakes.find(id, viewer).filter(Intake::open).orElseThrow(NotFound::new);
        var form = IntakeForm.of(intake.draft(), typed);
        var refused = form.refused(intake.draft());
        var changed = !form.over(intake.draft()).equals(intake.draft());
        if (changed) intakes.correct(id, intake.version(), viewer, form::over);
        if (!refused.nothing()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(intakes.find(id, viewer).orElseThrow(NotFound::new), refused, null, viewer, page);
        }
        if (what.equals("adopt")) {
            var duplicates = intakes.duplicates(id, typed.toSingleValueMap(), viewer);
            if (duplicates.decided()) return "redirect:/rectification/rounds/" + viewer.tenant() + "-" + intakes.adopt(id, intake.version() + (changed ? 1 : 0), duplicates, viewer);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(intakes.find(id, viewer).orElseThrow(NotFound::new), IntakeForm.untouched(), duplicates, viewer, page);
        }
        told.addFlashAttribute("said", Words.say(changed ? "rectification.intake.saved" : "rectification.plan.same"));
        return "redirect:/rectification/intakes/" + id;
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable UUID id, @RequestParam int version, Viewer viewer) {
        intakes.discard(id, version, viewer);
        return "redirect:/rectification/intakes";
    }
}
