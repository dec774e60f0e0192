package cn.duban.proposal;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes;
import cn.duban.proposal.PublicProposalPage.Row;
import cn.duban.units.Directories;
import cn.duban.units.Tenants;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What everybody may read: the suggestion, the reply and what was thought of it, without the words that are held back. */
@Controller
@RequestMapping("/public/proposals")
class PublicProposalController {

    private static final int MOST = 100;

    private final Proposals proposals;
    private final Tenants tenants;
    private final MatterTypes types;
    private final Directories directories;

    PublicProposalController(Proposals proposals, Tenants tenants, MatterTypes types, Directories directories) {
        this.proposals = proposals;
        this.tenants = tenants;
        this.types = types;
        this.directories = directories;
    }

    @GetMapping
    String list(Model model) {
        var rows = tenants.all().stream().flatMap(tenant -> proposals.published(tenant, MOST).stream()).limit(MOST).map(this::row).toList();
        model.addAttribute("page", new PublicProposalsPage(rows));
        return "proposal/public-proposals";
    }

    @GetMapping("/{id:\\d+-[0-9a-f-]{36}}")
    String show(@PathVariable MatterId id, Model model) {
        var suggestion = proposals.publicly(id).orElseThrow(NotFound::new);
        var reply = suggestion.reply().orElseThrow(NotFound::new);
        var type = types.current(id.tenant(), suggestion.kind().type()).type();
        var outcome = Objects.requireNonNull(type.fields().get("class")).choices().get(suggestion.field("class"));
        var language = LocaleContextHolder.getLocale();
        var promise = reply.act().equals(Course.PROMISING) ? suggestion.openly(suggestion.field("promise")) : "";
        model.addAttribute("page", new PublicProposalPage(row(suggestion), suggestion.openly(suggestion.field("proposers")), suggestion.openly(proposals.body(id)), suggestion.openly(reply.note()), Dates.minute(reply.at()), suggestion.field("reply-number"),
                outcome == null ? "" : outcome.in(language), promise, suggestion.feedback().map(said -> type.action(said.act()).map(action -> action.label().in(language)).orElse(said.act())).orElse(""), !suggestion.withheld().isEmpty()));
        return "proposal/public-proposal";
    }

    private Row row(Suggestion suggestion) {
        var lead = suggestion.lead() == null ? "" : directories.of(suggestion.id().tenant()).unitName(suggestion.lead());
        return new Row(suggestion.id().toString(), suggestion.openly(suggestion.title()), suggestion.number(), suggestion.field("session"), suggestion.field("serial"), lead);
    }
}
