package cn.duban.ledger.bulk;

import cn.duban.ledger.Bearable;
import cn.duban.ledger.Foreseen;
import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.ledger.lists.Face;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Chosen matters on their way: looked at as often as one likes, then done. The filters of the list stand in the address. */
@Controller
@RequestMapping("/matters/bulk")
class BulkController {

    private static final String HERE = "/matters/bulk";
    private static final int KEY = 60;

    private final Bulk bulk;
    private final Matters matters;
    private final Directories directories;

    BulkController(Bulk bulk, Matters matters, Directories directories) {
        this.bulk = bulk;
        this.matters = matters;
        this.directories = directories;
    }

    /** Where a browser comes back to: what was chosen is not in an address. */
    @GetMapping
    String list(@RequestParam Map<String, String> asked) {
        return "redirect:" + Face.LIST.of(MatterAddress.read(asked));
    }

    @PostMapping
    String look(@RequestParam MultiValueMap<String, String> sent, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.SUPERVISE);
        var form = form(sent);
        return look(form, sent, null, viewer, response, model);
    }

    @PostMapping("/run")
    String run(@RequestParam MultiValueMap<String, String> sent, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.SUPERVISE);
        var form = form(sent);
        if (!form.complaints().isEmpty()) return look(form, sent, null, viewer, response, model);
        // what a person says yes to is what they looked at
        if (!form.said().equals(BulkForm.lines(Objects.requireNonNullElse(sent.getFirst("said"), "")))) return look(form, sent, Words.say("ledger.bulk.changed"), viewer, response, model);
        var query = query(sent);
        var chosen = Chosen.of(sent, query, matters, viewer);
        if (chosen.ticked().isEmpty()) return look(form, sent, Words.say("ledger.bulk.none"), viewer, response, model);
        var lines = bulk.run(chosen, form, key(sent), viewer);
        model.addAttribute("page", new BulkDonePage(form.act(), Face.LIST.of(query), lines, chosen.ticked().size() - lines.size()));
        return "ledger/bulk-done";
    }

    private String look(BulkForm form, MultiValueMap<String, String> sent, @Nullable String said, Viewer viewer, HttpServletResponse response, Model model) {
        var query = query(sent);
        var chosen = Chosen.of(sent, query, matters, viewer);
        var directory = directories.of(viewer.tenant());
        var wrong = said != null ? said : chosen.ids().isEmpty() ? Words.say("ledger.bulk.none") : chosen.tooMany() ? Words.say("ledger.bulk.most", Chosen.MOST) : null;
        var foreseen = chosen.tooMany() ? List.<Foreseen>of() : bulk.foresee(chosen, form, viewer);
        if (wrong != null || !form.complaints().isEmpty()) response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", new BulkPage(form.act(), MatterAddress.of(HERE, query, Map.of()), Face.LIST.of(query), key(sent), form.said(), form.asks(new Bearable(directory)), form.complaints(), foreseen, chosen.ticked(), wrong, directory));
        return "ledger/bulk";
    }

    private static BulkForm form(MultiValueMap<String, String> sent) {
        return BulkForm.of(BulkAct.named(Objects.requireNonNullElse(sent.getFirst("act"), "")).orElseThrow(NotFound::new), sent);
    }

    private static MatterQuery query(MultiValueMap<String, String> sent) {
        return MatterAddress.read(sent.toSingleValueMap());
    }

    private static String key(MultiValueMap<String, String> sent) {
        var key = Objects.requireNonNullElse(sent.getFirst("key"), "").strip();
        return key.isEmpty() || key.length() > KEY ? UUID.randomUUID().toString() : key;
    }
}
