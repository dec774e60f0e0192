package cn.duban.hotline.open311;

import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator gives programs their keys, and takes them back. */
@Controller
@RequestMapping("/hotline/settings/open311")
class ClientController {

    private final Clients clients;

    ClientController(Clients clients) {
        this.clients = clients;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        viewer.require(Duty.ADMINISTER);
        return page("", null, new Complaints(), viewer, model);
    }

    /** Shown with the answer, and never again. */
    @PostMapping
    String issue(@RequestParam(defaultValue = "") String name, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.ADMINISTER);
        var complaints = new Complaints().addIf(name.isBlank() || name.strip().length() > 60, "name", "hotline.clients.name.wrong");
        response.setHeader("Cache-Control", "no-store");
        if (complaints.isEmpty()) return page("", clients.issue(name.strip(), viewer), complaints, viewer, model);
        response.setStatus(422);
        return page(name, null, complaints, viewer, model);
    }

    @PostMapping("/{no:\\d{1,9}}/revoke")
    String revoke(@PathVariable int no, Viewer viewer) {
        viewer.require(Duty.ADMINISTER);
        if (!clients.revoke(no, viewer)) throw new NotFound();
        return "redirect:/hotline/settings/open311";
    }

    private String page(String name, @Nullable String issued, Complaints complaints, Viewer viewer, Model model) {
        model.addAttribute("page", new ClientPage(clients.all(viewer.tenant()), viewer.tenant(), name, issued, complaints));
        return "hotline/clients";
    }
}
