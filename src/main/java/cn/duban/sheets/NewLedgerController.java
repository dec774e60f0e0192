package cn.duban.sheets;

import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new kind of matter out of a sheet: shown as text, linted, adopted. */
@Controller
@RequestMapping("/sheets/{id}/type")
class NewLedgerController {

    private final SheetIntakes intakes;
    private final NewLedger ledgers;

    NewLedgerController(SheetIntakes intakes, NewLedger ledgers) {
        this.intakes = intakes;
        this.ledgers = ledgers;
    }

    @GetMapping
    String draft(@PathVariable UUID id, Viewer viewer, Model page) {
        viewer.require(Duty.SUPERVISE);
        var intake = own(id, viewer);
        return show(intake, ledgers.draft(intake), viewer, page);
    }

    @PostMapping
    String look(@PathVariable UUID id, @RequestParam int version, @RequestParam String yaml, @RequestParam(defaultValue = "look") String then, Viewer viewer, Model page) {
        viewer.require(Duty.SUPERVISE);
        var intake = own(id, viewer);
        if (!then.equals("adopt") || !ledgers.faults(viewer, yaml).isEmpty()) return show(intake, yaml, viewer, page);
        ledgers.adopt(intake, version, yaml, viewer);
        return "redirect:/sheets/" + id + "#columns";
    }

    /** Who may not adopt it sees the draft all the same, to hand it to somebody who may. */
    private String show(SheetIntake intake, String yaml, Viewer viewer, Model page) {
        try {
            page.addAttribute("page", new NewLedgerPage(intake, ledgers.readout(viewer, yaml), yaml, ledgers.faults(viewer, yaml), true));
        } catch (Refused notTheirs) {
            page.addAttribute("page", new NewLedgerPage(intake, ledgers.readout(viewer, yaml), yaml, List.of(), false));
        }
        return "sheets/new-ledger";
    }

    /** What a source outside hands down is a kind that there is. */
    private SheetIntake own(UUID id, Viewer viewer) {
        return intakes.find(id, viewer).filter(intake -> intake.source() == null).orElseThrow(NotFound::new);
    }
}
