package cn.duban.hotline.desk;

import cn.duban.hotline.Desks;
import cn.duban.ledger.Bearable;
import cn.duban.units.Directories;
import cn.duban.units.Unit;
import cn.duban.web.Refused;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator says which unit answers the line; from then on the public can report. */
@Controller
@RequestMapping("/hotline/settings")
class SettingController {

    private final Desks desks;
    private final Directories directories;

    SettingController(Desks desks, Directories directories) {
        this.desks = desks;
        this.directories = directories;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        viewer.require(Duty.ADMINISTER);
        model.addAttribute("page", new SettingPage(desks.unit(viewer.tenant()).map(String::valueOf).orElse(""), new Bearable(directories.of(viewer.tenant())).units(), (String) model.getAttribute("said")));
        return "hotline/settings";
    }

    @PostMapping
    String set(@RequestParam(defaultValue = "") String unit, Viewer viewer, RedirectAttributes told) {
        viewer.require(Duty.ADMINISTER);
        var directory = directories.of(viewer.tenant());
        var chosen = directory.units().stream().filter(one -> String.valueOf(one.id()).equals(unit)).map(Unit::id).findFirst()
                .orElseThrow(() -> Refused.invalid("hotline.settings", Words.say("hotline.settings.missing"), ""));
        desks.set(chosen, directory.today(), viewer);
        told.addFlashAttribute("said", Words.say("hotline.settings.saved"));
        return "redirect:/hotline/settings";
    }
}
