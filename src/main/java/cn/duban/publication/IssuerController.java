package cn.duban.publication;

import cn.duban.ledger.Door;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands on top of the bulletins of this unit, and where the public may speak up. */
@Controller
@RequestMapping("/bulletins/issuer")
class IssuerController {

    private final Issuers issuers;
    private final Directories directories;

    IssuerController(Issuers issuers, Directories directories) {
        this.issuers = issuers;
        this.directories = directories;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        viewer.require(Viewer.Duty.SUPERVISE);
        return page(issuers.of(viewer.tenant(), viewer.unit()), new Complaints(), viewer, model);
    }

    @PostMapping
    String set(@RequestParam String mark, @RequestParam String word, @RequestParam(defaultValue = "") String contact, Viewer viewer,
            HttpServletResponse response, Model model) {
        viewer.require(Viewer.Duty.SUPERVISE);
        var issuer = new Issuer(mark.strip(), word.strip(), contact.strip());
        var complaints = new Complaints()
                .addIf(issuer.mark().isEmpty() || issuer.mark().length() > 40, "mark", "publication.issuer.mark.wrong")
                .addIf(!issuer.word().matches("\\p{IsHan}{2,10}"), "word", "publication.issuer.word.wrong")
                .addIf(issuer.contact().length() > 200 || !Door.masked(issuer.contact()).equals(issuer.contact()), "contact", "publication.issuer.contact.wrong");
        if (!complaints.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(issuer, complaints, viewer, model);
        }
        issuers.set(viewer.tenant(), viewer.unit(), issuer);
        return "redirect:/bulletins";
    }

    private String page(Issuer issuer, Complaints complaints, Viewer viewer, Model model) {
        model.addAttribute("page", new IssuerPage(issuer, issuer.number(directories.of(viewer.tenant()).today().getYear(), 1), complaints));
        return "publication/issuer";
    }
}
