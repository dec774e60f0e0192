package cn.duban.ledger;

import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One matter is opened by hand. */
@Controller
class NewMatterController {

    private final NewMatter form;

    NewMatterController(NewMatter form) {
        this.form = form;
    }

    @GetMapping("/matters/new")
    String form(@RequestParam(defaultValue = "") String type, Viewer viewer, Model model) {
        model.addAttribute("page", form.form(type, viewer));
        return "ledger/new";
    }

    @PostMapping("/matters/new")
    String open(@RequestParam MultiValueMap<String, String> typed, Viewer viewer, HttpServletResponse response, Model model) {
        var taken = form.take(typed, viewer);
        if (taken.opened() != null) return "redirect:/matters/" + taken.opened();
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", taken.page());
        return "ledger/new";
    }
}
