package cn.duban.notices;

import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What left the house, what waits and what failed, with what was answered; an administrator has it tried again. */
@Controller
@RequestMapping("/notices/deliveries")
class DeliveryController {

    private static final int PAGE = 50;

    private final DeliveryLists deliveries;

    DeliveryController(DeliveryLists deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String state, @RequestParam(required = false) @Nullable UUID before, Viewer viewer, Model model) {
        viewer.require(Duty.ADMINISTER);
        var only = DeliveriesPage.STATES.contains(state) ? state : "";
        var rows = deliveries.list(viewer.tenant(), only, before, PAGE + 1);
        var page = rows.subList(0, Math.min(rows.size(), PAGE));
        model.addAttribute("page", new DeliveriesPage(page, only, deliveries.counts(viewer.tenant()), before == null, rows.size() > PAGE ? page.getLast().id() : null));
        return "notices/deliveries";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable UUID id, Viewer viewer) {
        viewer.require(Duty.ADMINISTER);
        if (!deliveries.retry(viewer.tenant(), id)) throw new NotFound();
        return "redirect:/notices/deliveries";
    }
}
