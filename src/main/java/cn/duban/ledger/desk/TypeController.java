package cn.duban.ledger.desk;

import cn.duban.ledger.MatterTypes.Version;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** All matter types, and one of them, for everybody on the staff to read. */
@Controller
@RequestMapping("/types")
class TypeController {

    private final TypePages pages;

    TypeController(TypePages pages) {
        this.pages = pages;
    }

    @GetMapping
    String types(Viewer viewer, Model model) {
        model.addAttribute("page", pages.all(viewer));
        return "ledger/types";
    }

    /** The version that is in force, else the latest. */
    @GetMapping("/{name:[a-z][a-z0-9-]*}")
    String type(@PathVariable String name, Viewer viewer, Model model) {
        model.addAttribute("page", pages.current(viewer, name));
        return "ledger/type";
    }

    @GetMapping("/{name:[a-z][a-z0-9-]*}/{version:\\d{1,6}|shipped-\\d{1,6}}")
    String version(@PathVariable String name, @PathVariable String version, Viewer viewer, Model model) {
        model.addAttribute("page", pages.of(viewer, Version.of(viewer.tenant(), name, version).orElseThrow(NotFound::new)));
        return "ledger/type";
    }
}
