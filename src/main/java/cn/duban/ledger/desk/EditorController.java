package cn.duban.ledger.desk;

import cn.duban.ledger.MatterTypes.Version;
import cn.duban.ledger.TypeDrafts;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where types are written: a new one begun, a version copied, a draft typed, kept, and discarded. */
@Controller
@RequestMapping("/types")
class EditorController {

    private final Editing editing;
    private final TypeDrafts drafts;

    EditorController(Editing editing, TypeDrafts drafts) {
        this.editing = editing;
        this.drafts = drafts;
    }

    @GetMapping("/new")
    String form(@RequestParam(defaultValue = "") String origin, Viewer viewer, Model model) {
        model.addAttribute("page", editing.form(viewer, "", "", origin, new Complaints()));
        return "ledger/type-new";
    }

    @PostMapping("/new")
    String begin(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String ledger, @RequestParam(defaultValue = "") String origin, Viewer viewer, HttpServletResponse response, Model model) {
        var refused = editing.begin(viewer, name.strip(), ledger.strip(), origin);
        if (refused == null) return "redirect:/types/" + name.strip() + "/draft";
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", refused);
        return "ledger/type-new";
    }

    /** A version as the draft of one's own next one. */
    @PostMapping("/{name:[a-z][a-z0-9-]*}/{version:\\d{1,6}|shipped-\\d{1,6}}/copy")
    String copy(@PathVariable String name, @PathVariable String version, Viewer viewer) {
        drafts.copy(viewer, Version.of(viewer.tenant(), name, version).orElseThrow(NotFound::new), name);
        return "redirect:/types/" + name + "/draft";
    }

    @GetMapping("/{name:[a-z][a-z0-9-]*}/draft")
    String open(@PathVariable String name, Viewer viewer, Model model) {
        model.addAttribute("page", editing.open(viewer, name));
        return "ledger/type-editor";
    }

    @PostMapping("/{name:[a-z][a-z0-9-]*}/draft")
    String keep(@PathVariable String name, @RequestParam String ledger, @RequestParam int revision, @RequestParam String yaml, Viewer viewer, HttpServletResponse response, Model model) {
        var page = editing.keep(viewer, name, ledger, revision, yaml);
        if (page.lost()) response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("page", page);
        return "ledger/type-editor";
    }

    @PostMapping("/{name:[a-z][a-z0-9-]*}/draft/discard")
    String discard(@PathVariable String name, Viewer viewer) {
        drafts.discard(viewer, name);
        return "redirect:/types";
    }
}
