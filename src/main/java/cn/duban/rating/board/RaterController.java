package cn.duban.rating.board;

import cn.duban.ledger.Act;
import cn.duban.ledger.Door;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Personal;
import cn.duban.rating.Offices;
import cn.duban.rating.Rectifying;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the rater is reached: the office alone (or whoever is above it, where it was rated itself), masked until it says what for; the rated unit is told that it is kept from it. */
@Controller
@RequestMapping("/ratings/bad/{id:\\d+-[0-9a-f-]{36}}/rater")
class RaterController {

    /** What the line in the chain begins with. */
    static final String LOOKED = "查看评价人联系方式：";

    private final Boards boards;
    private final Offices offices;
    private final Matters matters;
    private final Personal personal;
    private final Ledger ledger;

    RaterController(Boards boards, Offices offices, Matters matters, Personal personal, Ledger ledger) {
        this.boards = boards;
        this.offices = offices;
        this.matters = matters;
        this.personal = personal;
        this.ledger = ledger;
    }

    @GetMapping
    String show(@PathVariable MatterId id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, Model model) {
        model.addAttribute("page", page(id, false, "", new Complaints(), viewer));
        return htmx == null ? "rating/rater-page" : "rating/rater";
    }

    @PostMapping
    String open(@PathVariable MatterId id, @RequestParam(defaultValue = "") String purpose, Viewer viewer, HttpServletResponse response, Model model) {
        var complaints = new Complaints().addIf(!Door.purpose(purpose), "purpose", "rating.rater.purpose.missing");
        response.setHeader("Cache-Control", "no-store");
        var page = page(id, complaints.isEmpty(), purpose, complaints, viewer);
        if (!page.owed()) throw Refused.forbidden("rating.rater", Words.say("rating.rater.kept"), Words.say("rating.rater.kept.next"));
        if (complaints.isEmpty()) ledger.act(id, Act.of("comment").saying("note", LOOKED + purpose.strip()), viewer);
        else response.setStatus(422);
        model.addAttribute("page", page);
        return "rating/rater-page";
    }

    private RaterPage page(MatterId id, boolean full, String purpose, Complaints complaints, Viewer viewer) {
        var row = id.tenant() == viewer.tenant() ? matters.rows(List.of(id.id()), viewer).get(id.id()) : null;
        if (row == null || !row.type().equals(Rectifying.TYPE)) throw new NotFound();
        var behind = boards.behind(id);
        var owed = offices.reaches(viewer, behind.rated());
        var phone = owed ? personal.of(id).get(Personal.Kind.PHONE) : null;
        return new RaterPage(id, owed, full, phone == null || full ? phone : phone.substring(0, Math.min(3, phone.length())) + "****" + phone.substring(Math.max(phone.length() - 2, 0)), purpose, complaints, owed ? behind.why() : List.of());
    }
}
