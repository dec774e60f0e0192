package cn.duban.proposal;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.MatterType;
import cn.duban.proposal.CoursePage.Told;
import cn.duban.proposal.Proposals.Done;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.Days;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The course of one suggestion: beside its matter and as a page; its reply on paper; what was promised, entered into the promise ledger. */
@Controller
@RequestMapping("/proposals/{id:\\d+-[0-9a-f-]{36}}")
class CourseController {

    private static final MediaType WORD = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Proposals proposals;
    private final Matters matters;
    private final MatterTypes types;
    private final Ledger ledger;

    CourseController(Proposals proposals, Matters matters, MatterTypes types, Ledger ledger) {
        this.proposals = proposals;
        this.matters = matters;
        this.types = types;
        this.ledger = ledger;
    }

    @GetMapping
    String show(@PathVariable MatterId id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, Model model) {
        model.addAttribute("page", page(find(id, viewer), null, null, new Complaints(), null, viewer));
        return htmx != null ? "proposal/course" : "proposal/course-page";
    }

    @GetMapping("/reply.docx")
    ResponseEntity<byte[]> letter(@PathVariable MatterId id, Viewer viewer) throws IOException {
        var suggestion = find(id, viewer);
        var reply = suggestion.reply().orElseThrow(NotFound::new);
        var opinions = matters.page(id, viewer).orElseThrow(NotFound::new).parties().stream().filter(party -> party.share() != null && !party.role().equals("lead") && party.share().answer() != null).toList();
        var letter = new ReplyLetter(suggestion, reply, opinions, Words.CHINESE);
        var name = ContentDisposition.attachment().filename(letter.name(), StandardCharsets.UTF_8).build().toString();
        return ResponseEntity.ok().contentType(WORD).header("Content-Disposition", name).body(letter.docx());
    }

    /** What the reply promised becomes a matter of its own, with its day, led by the unit that promised it. */
    @PostMapping("/promises")
    String promise(@PathVariable MatterId id, @RequestParam(defaultValue = "") String promise, @RequestParam(defaultValue = "") String due, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.SUPERVISE);
        var suggestion = find(id, viewer);
        var complaints = new Complaints();
        var text = promise.strip();
        var day = day(due);
        complaints.addIf(text.isEmpty(), "promise", "proposal.promise.missing").addIf(day == null, "due", "proposal.promise.day");
        String refused = null;
        if (complaints.isEmpty()) {
            try {
                enter(suggestion, text, Objects.requireNonNull(day), viewer);
                return "redirect:/proposals/" + id;
            } catch (Refused no) {
                refused = no.getMessage() + no.next();
            }
        }
        response.setStatus(422);
        model.addAttribute("page", page(suggestion, promise, due, complaints, refused, viewer));
        return "proposal/course-page";
    }

    /** The same promise with the same day is entered once, however often it is sent. */
    private void enter(Suggestion suggestion, String text, LocalDate day, Viewer viewer) {
        var key = suggestion.id() + " " + suggestion.reply().map(Done::no).orElse(0) + " " + day + " " + text.hashCode();
        var child = new Opening(java.util.UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), ProposalKind.LEDGER, suggestion.kind().promise(), text.lines().findFirst().orElse(text), text, Map.of(), Map.of(), null, null, suggestion.id().id(), 0, Secrecy.INTERNAL, false, null, null);
        var id = ledger.open(child, viewer, "promise " + key).id();
        ledger.act(id, Act.of("enter").role("lead", Stream.ofNullable(suggestion.lead()).toList()).due(day), viewer, "enter " + key);
    }

    private Suggestion find(MatterId id, Viewer viewer) {
        return proposals.find(id, viewer).orElseThrow(NotFound::new);
    }

    private CoursePage page(Suggestion suggestion, @Nullable String typed, @Nullable String due, Complaints complaints, @Nullable String refused, Viewer viewer) {
        var type = types.current(suggestion.id().tenant(), suggestion.kind().type()).type();
        var promises = matters.rows(proposals.promises(suggestion.id()), viewer).values().stream().toList();
        var open = proposals.publicly(suggestion.id()).map(known -> "/public/proposals/" + known.id()).orElse(null);
        var promising = viewer.has(Duty.SUPERVISE) && !suggestion.field("promise").isBlank() && suggestion.reply().filter(reply -> reply.act().equals(Course.PROMISING)).isPresent() && !suggestion.state().equals("closed");
        return new CoursePage("/matters/" + suggestion.id(), suggestion.number() + " " + suggestion.title(), suggestion.done().stream().map(act -> told(suggestion, act, type)).toList(), promises,
                suggestion.reply().isPresent() ? "/proposals/" + suggestion.id() + "/reply.docx" : null, open, suggestion.field("key").equals("true"), promising,
                Objects.requireNonNullElse(typed, suggestion.field("promise")), Objects.requireNonNullElse(due, suggestion.field("promise-by")), complaints, refused);
    }

    /** What was filled in stands in the fields, where the latest of its kind wins: only the last act of a kind tells it. */
    private static Told told(Suggestion suggestion, Done act, MatterType type) {
        var language = LocaleContextHolder.getLocale();
        var action = type.action(act.act());
        var last = suggestion.done().stream().filter(other -> family(other.act()).equals(family(act.act()))).reduce((one, other) -> other).orElseThrow().no() == act.no();
        var facts = action.filter(any -> last).map(one -> one.needs().stream().filter(type.fields()::containsKey).filter(name -> !suggestion.field(name).isBlank()).map(name -> {
            var field = Objects.requireNonNull(type.fields().get(name));
            var value = suggestion.field(name);
            return Words.say("proposal.fact", field.label().in(language), field.choices().containsKey(value) ? field.choices().get(value).in(language) : value);
        }).toList()).orElse(List.<String>of());
        return new Told(action.map(one -> one.label().in(language)).orElse(act.act()), Dates.minute(act.at()), act.unit() + " " + act.person(), act.note() != null ? act.note() : act.reason(), facts, "/matters/" + suggestion.id() + "#entry-" + act.no());
    }

    private static String family(String act) {
        return act.startsWith("contact") ? "contact" : Course.REPLIES.contains(act) ? "reply" : Course.FEELINGS.contains(act) ? "feeling" : act;
    }

    private static @Nullable LocalDate day(String said) {
        try {
            var day = LocalDate.parse(said.strip());
            return Days.holds(day) ? day : null;
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
