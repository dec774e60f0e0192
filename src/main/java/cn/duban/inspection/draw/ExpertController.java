package cn.duban.inspection.draw;

import cn.duban.inspection.draw.DrawPages.ExpertForm;
import cn.duban.inspection.draw.DrawPages.ExpertsPage;
import cn.duban.ledger.Door;
import cn.duban.ledger.Refusal;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who from outside can be drawn into a team. */
@Controller
@RequestMapping("/inspections/experts")
class ExpertController {

    private static final int LONGEST = 60;

    private final Experts experts;

    ExpertController(Experts experts) {
        this.experts = experts;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        return list(new ExpertForm("", "", ""), new Complaints(), viewer, model);
    }

    private String list(ExpertForm form, Complaints complaints, Viewer viewer, Model model) {
        model.addAttribute("page", new ExpertsPage(experts.all(viewer), form, complaints, (String) model.getAttribute("said")));
        return "inspection/experts";
    }

    @PostMapping
    String add(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String field, Viewer viewer, HttpServletResponse response, RedirectAttributes told, Model model) {
        var complaints = new Complaints();
        Map.of("name", name, "unit", unit, "field", field).forEach((part, text) -> {
            complaints.addIf(text.isBlank() || text.length() > LONGEST, part, "inspection.expert." + part + ".missing");
            try {
                Door.check(text);
            } catch (Refusal.Refused refused) {
                complaints.add(part, "inspection.refused", refused.getMessage());
            }
        });
        var added = complaints.isEmpty() && experts.add(name.strip(), unit.strip(), field.strip(), viewer);
        complaints.addIf(complaints.isEmpty() && !added, "name", "inspection.expert.twice");
        if (added) {
            told.addFlashAttribute("said", Words.say("inspection.expert.added"));
            return "redirect:/inspections/experts";
        }
        response.setStatus(422);
        return list(new ExpertForm(name, unit, field), complaints, viewer, model);
    }

    @PostMapping("/{no:[1-9]\\d{0,8}}/ending")
    String end(@PathVariable int no, Viewer viewer, RedirectAttributes told) {
        experts.end(no, viewer);
        told.addFlashAttribute("said", Words.say("inspection.expert.ended"));
        return "redirect:/inspections/experts";
    }

    /** Where a browser comes back to after a reload. */
    @GetMapping("/{no:[1-9]\\d{0,8}}/ending")
    ResponseEntity<Void> ended() {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/inspections/experts")).build();
    }
}
