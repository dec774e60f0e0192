package cn.duban.ledger;

import cn.duban.evidence.EvidenceKind;
import cn.duban.ledger.Acting.Asked;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One matter, and the acts on it. */
@Controller
@RequestMapping("/matters")
class MatterController {

    private final Matters matters;
    private final Acting acting;
    private final Besides besides;

    MatterController(Matters matters, Acting acting, ObjectProvider<Beside> besides) {
        this.besides = new Besides(besides.orderedStream().toList());
        this.matters = matters;
        this.acting = acting;
    }

    @ModelAttribute("besides")
    Besides besides() {
        return besides;
    }

    @GetMapping("/{id}")
    String show(@PathVariable MatterId id, @RequestParam(defaultValue = "all") String show, @RequestParam(defaultValue = "" + Integer.MAX_VALUE) int before, Viewer viewer, Model model) {
        var kind = java.util.Arrays.stream(TimelineKind.values()).filter(k -> k.word().equals(show)).findFirst().orElse(TimelineKind.ALL);
        model.addAttribute("page", matters.page(id, viewer, kind, before).orElseThrow(NotFound::new));
        return "ledger/matter";
    }

    /** A matter in short, beside the list from which it was opened. */
    @GetMapping("/{id}/brief")
    String brief(@PathVariable MatterId id, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Viewer viewer, Model model) {
        var page = matters.page(id, viewer).orElseThrow(NotFound::new);
        if (part == null) return "redirect:" + page.href();
        model.addAttribute("page", page);
        return "ledger/aside";
    }

    @GetMapping({"/{id}/actions/{action}", "/{id}/assignments/{no}/actions/{action}"})
    String form(@PathVariable MatterId id, @PathVariable String action, @PathVariable(required = false) @Nullable Integer no, Viewer viewer, HttpServletResponse response, Model model) {
        try {
            model.addAttribute("page", acting.form(new Asked(id, action, no), viewer));
        } catch (Refusal.Refused gone) {
            // the matter went on since the link was made: what it is now says more than a page of its own
            model.addAttribute("page", matters.page(id, viewer).orElseThrow(NotFound::new));
            model.addAttribute("gone", gone.getMessage());
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return "ledger/matter";
    }

    @PostMapping({"/{id}/actions/{action}", "/{id}/assignments/{no}/actions/{action}"})
    String act(@PathVariable MatterId id, @PathVariable String action, @PathVariable(required = false) @Nullable Integer no, @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "evidenceFiles", required = false) @Nullable List<MultipartFile> uploads, @RequestParam(defaultValue = "DOCUMENT") EvidenceKind evidenceKind,
            Viewer viewer, RedirectAttributes flash, HttpServletResponse response, Model model) throws IOException {
        var refused = acting.take(new Asked(id, action, no), new Acting.Given(typed, uploads == null ? List.of() : uploads, evidenceKind), viewer);
        if (refused == null) {
            flash.addFlashAttribute("done", true);
            return matters.page(id, viewer).isPresent() ? "redirect:/matters/" + id : "redirect:/";
        }
        var form = refused.form();
        response.setStatus((form != null && !form.since().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("page", refused);
        return "ledger/matter";
    }
}
