package cn.duban.rating.board;

import cn.duban.ledger.Bearable;
import cn.duban.rating.Offices;
import cn.duban.units.Directories;
import cn.duban.units.Unit;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator says which unit looks after ratings; from then on its board is public. */
@Controller
@RequestMapping("/ratings/settings")
class OfficeController {

    private final Offices offices;
    private final Directories directories;

    OfficeController(Offices offices, Directories directories) {
        this.offices = offices;
        this.directories = directories;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        viewer.require(Duty.ADMINISTER);
        model.addAttribute("page", new OfficePage(offices.named(viewer.tenant()).map(String::valueOf).orElse(""), new Bearable(directories.of(viewer.tenant())).units(), (String) model.getAttribute("said")));
        return "rating/settings";
    }

    @PostMapping
    String set(@RequestParam(defaultValue = "") String unit, Viewer viewer, RedirectAttributes told) {
        viewer.require(Duty.ADMINISTER);
        var directory = directories.of(viewer.tenant());
        var chosen = directory.units().stream().filter(one -> String.valueOf(one.id()).equals(unit)).map(Unit::id).findFirst().orElseThrow(() -> Refused.invalid("rating.settings", Words.say("rating.settings.missing"), ""));
        offices.set(chosen, directory.today(), viewer);
        told.addFlashAttribute("said", Words.say("rating.settings.saved"));
        return "redirect:/ratings/settings";
    }
}
