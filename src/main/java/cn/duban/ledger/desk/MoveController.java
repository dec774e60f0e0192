package cn.duban.ledger.desk;

import cn.duban.ledger.MatterTypes.Version;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Running matters moved to another version of their type: the mapping, the dry run, the order, and how far it is. */
@Controller
@RequestMapping("/types/{name:[a-z][a-z0-9-]*}")
class MoveController {

    private final Moving moving;

    MoveController(Moving moving) {
        this.moving = moving;
    }

    /** With {@code dry} also what would become of each matter. */
    @GetMapping("/{version:\\d{1,6}|shipped-\\d{1,6}}/move")
    String form(@PathVariable String name, @PathVariable String version, @RequestParam(required = false) @Nullable String to, @RequestParam(required = false) @Nullable String dry, @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "") String reason, Viewer viewer, Model model) {
        model.addAttribute("page", moving.form(viewer, version(viewer, name, version), new Moving.Chosen(to, Moving.states(asked), reason), dry != null, new Complaints()));
        return "ledger/type-move";
    }

    @PostMapping("/{version:\\d{1,6}|shipped-\\d{1,6}}/move")
    String order(@PathVariable String name, @PathVariable String version, @RequestParam(required = false) @Nullable String to, @RequestParam Map<String, String> asked, @RequestParam(defaultValue = "") String reason,
            Viewer viewer, HttpServletResponse response, Model model) {
        var complaints = new Complaints();
        var chosen = new Moving.Chosen(to, Moving.states(asked), reason);
        var no = moving.order(viewer, version(viewer, name, version), chosen, complaints);
        if (no != null) return "redirect:/types/" + name + "/moves/" + no;
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", moving.form(viewer, version(viewer, name, version), chosen, true, complaints));
        return "ledger/type-move";
    }

    @GetMapping("/moves/{no:\\d{1,18}}")
    String progress(@PathVariable String name, @PathVariable long no, Viewer viewer, Model model) {
        model.addAttribute("page", moving.progress(viewer, name, no));
        return "ledger/type-moving";
    }

    private static Version version(Viewer viewer, String name, String version) {
        return Version.of(viewer.tenant(), name, version).orElseThrow(NotFound::new);
    }
}
