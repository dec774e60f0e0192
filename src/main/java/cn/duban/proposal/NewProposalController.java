package cn.duban.proposal;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.evidence.EvidenceRefused;
import cn.duban.evidence.Receipt;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.MatterType.Field;
import cn.duban.web.Complaints;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A suggestion is registered by hand, its original attached. Whole lists come as sheets. */
@Controller
@RequestMapping("/proposals/new")
class NewProposalController {

    private final Ledger ledger;
    private final MatterTypes types;
    private final EvidenceFiles files;

    NewProposalController(Ledger ledger, MatterTypes types, EvidenceFiles files) {
        this.ledger = ledger;
        this.types = types;
        this.files = files;
    }

    @GetMapping
    String ask(@RequestParam(defaultValue = "deputy-suggestion") String kind, Viewer viewer, Model model) {
        viewer.require(Duty.SUPERVISE);
        model.addAttribute("page", page(kind(kind), UUID.randomUUID().toString(), Map.of(), new Complaints(), null, viewer));
        return "proposal/new-proposal";
    }

    @PostMapping
    String register(@RequestParam String kind, @RequestParam Map<String, String> typed, @RequestParam(name = "original", required = false) @Nullable MultipartFile original, Viewer viewer, HttpServletResponse response, Model model) throws IOException {
        viewer.require(Duty.SUPERVISE);
        var complaints = new Complaints();
        var page = page(kind(kind), typed.getOrDefault("key", ""), typed, complaints, null, viewer);
        complaints.addIf(page.value("title").isBlank(), "title", "proposal.new.title.missing");
        complaints.addIf(page.value("body").isBlank(), "body", "proposal.new.body.missing");
        for (var field : page.fields()) complaints.addIf(field.required() && page.value(NewProposalPage.named(field)).isBlank(), NewProposalPage.named(field), "proposal.new.missing", field.label().in(LocaleContextHolder.getLocale()));
        var receipt = original == null || original.isEmpty() ? null : receive(original, complaints, viewer);
        String refused = null;
        if (complaints.isEmpty()) {
            try {
                return "redirect:/matters/" + open(page, receipt, viewer);
            } catch (Refused no) {
                refused = no.getMessage() + no.next();
            }
        }
        response.setStatus(422);
        model.addAttribute("page", page(page.kind(), page.key(), typed, complaints, refused, viewer));
        return "proposal/new-proposal";
    }

    /** Under the key of the page: sent twice, it is registered once. */
    private MatterId open(NewProposalPage page, @Nullable Receipt original, Viewer viewer) {
        var fields = new LinkedHashMap<String, String>();
        page.fields().forEach(field -> {
            var value = page.value(NewProposalPage.named(field)).strip();
            if (!value.isEmpty()) fields.put(field.name(), value);
        });
        var opening = new Opening(UUID.nameUUIDFromBytes((viewer.tenant() + " " + viewer.post() + " " + page.key()).getBytes(java.nio.charset.StandardCharsets.UTF_8)), ProposalKind.LEDGER, page.kind().type(), page.value("title").strip(), page.value("body").strip(), fields,
                Map.of(), null, null, null, 0, Secrecy.INTERNAL, false, null, null);
        var id = ledger.open(opening, viewer, "proposal " + page.key()).id();
        if (original != null) ledger.act(id, Act.of("comment").saying("note", Words.say("proposal.new.original.note")).with(new Act.Attachment(original.id().hex(), original.name(), "", "", 0)), viewer, "original " + page.key());
        return id;
    }

    private @Nullable Receipt receive(MultipartFile original, Complaints complaints, Viewer viewer) throws IOException {
        try (var in = original.getInputStream()) {
            return files.receive(viewer, Objects.requireNonNullElse(original.getOriginalFilename(), ""), in, EvidenceKind.DOCUMENT);
        } catch (EvidenceRefused refused) {
            complaints.add("original", "proposal.new.original.refused", refused.getMessage() + refused.next());
            return null;
        }
    }

    private static ProposalKind kind(String word) {
        return ProposalKind.of(word).orElse(ProposalKind.SUGGESTION);
    }

    private NewProposalPage page(ProposalKind kind, String key, Map<String, String> typed, Complaints complaints, @Nullable String refused, Viewer viewer) {
        return new NewProposalPage(kind, key.matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString(), asked(types.current(viewer.tenant(), kind.type()).type()), typed, complaints, refused);
    }

    private static List<Field> asked(MatterType type) {
        var fields = new ArrayList<>(type.fields().values());
        fields.removeIf(field -> type.actions().values().stream().anyMatch(action -> action.needs().contains(field.name())));
        return fields;
    }
}
