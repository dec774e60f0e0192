package cn.duban.hotline.desk;

import cn.duban.hotline.CallerText;
import cn.duban.hotline.Catalogue;
import cn.duban.hotline.Categories;
import cn.duban.hotline.Codes;
import cn.duban.hotline.Desks;
import cn.duban.hotline.DueAbove;
import cn.duban.hotline.JoinedAnswers;
import cn.duban.hotline.Joining;
import cn.duban.hotline.Links;
import cn.duban.hotline.Ratings;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.call.TakenPage;
import cn.duban.hotline.dispatch.Advice;
import cn.duban.hotline.dispatch.Advisor;
import cn.duban.ledger.Act;
import cn.duban.ledger.Bearable;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.Matters;
import cn.duban.rating.Level;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Tick;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One ticket at the desk: to whom it goes, and what the caller said when called back. */
@Controller
@RequestMapping("/hotline/tickets/{id:\\d+-[0-9a-f-]{36}}")
class TicketController {

    private final Desks desks;
    private final Tickets tickets;
    private final Matters matters;
    private final MatterTypes types;
    private final Categories categories;
    private final Catalogue catalogue;
    private final Codes codes;
    private final Links links;
    private final Ratings ratings;
    private final DueAbove above;
    private final Ledger ledger;
    private final Directories directories;
    private final Advisor advisor;
    private final Sending sending;
    private final Joining joining;
    private final JoinedAnswers joined;

    TicketController(Desks desks, Tickets tickets, Matters matters, MatterTypes types, Categories categories, Catalogue catalogue, Codes codes, Links links, Ratings ratings, DueAbove above, Ledger ledger, Directories directories, Advisor advisor, Sending sending, Joining joining, JoinedAnswers joined) {
        this.desks = desks;
        this.tickets = tickets;
        this.matters = matters;
        this.types = types;
        this.categories = categories;
        this.catalogue = catalogue;
        this.codes = codes;
        this.links = links;
        this.ratings = ratings;
        this.above = above;
        this.ledger = ledger;
        this.directories = directories;
        this.advisor = advisor;
        this.sending = sending;
        this.joining = joining;
        this.joined = joined;
    }

    @GetMapping
    String show(@PathVariable MatterId id, Viewer viewer, Model model) {
        desks.require(viewer);
        var typed = new LinkedMultiValueMap<String, String>();
        if (model.getAttribute("words") instanceof String words) typed.add("words", words);
        model.addAttribute("page", page(find(id, viewer), typed, new Complaints(), (String) model.getAttribute("refused"), false, viewer, model));
        return "hotline/ticket";
    }

    /** The code of the rating is taken out to be handed over, which is on record; whoever only reads the ticket takes out none. */
    @PostMapping("/rating-code")
    String ratingCode(@PathVariable MatterId id, Viewer viewer, HttpServletRequest request, Model model) {
        desks.require(viewer);
        var ticket = find(id, viewer);
        var page = page(ticket, new LinkedMultiValueMap<>(), new Complaints(), null, true, viewer, model);
        if (page.link() != null) ratings.shown(ticket, request, viewer);
        model.addAttribute("page", page);
        return "hotline/ticket";
    }

    @PostMapping("/dispatch")
    String dispatch(@PathVariable MatterId id, @RequestParam MultiValueMap<String, String> typed, @RequestParam(name = "do", defaultValue = "send") String what, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        desks.require(viewer);
        var ticket = find(id, viewer);
        if (DispatchForm.act(ticket.state()).isEmpty()) return refused(ticket, typed, new Complaints(), Words.say("hotline.dispatch.gone"), viewer, response, model);
        var form = new DispatchForm(ticket.state(), typed, types.current(viewer.tenant(), Tickets.TYPE).type(), categories, directories.of(viewer.tenant()));
        var upholds = what.equals("uphold");
        var complaints = upholds ? new Complaints() : form.complaints();
        if (upholds) new CallerText(Objects.requireNonNullElse(typed.getFirst("reason"), ""), false).complain("reason", "hotline.dispatch.reason.missing", complaints);
        if (!complaints.isEmpty()) return refused(ticket, typed, complaints, null, viewer, response, model);
        try {
            var seen = seen(typed);
            if (upholds) ledger.act(id, Act.of("uphold").seen(seen).saying("reason", typed.getFirst("reason")), viewer);
            else sending.send(id, form.act(seen, grade -> ratings.due(grade, viewer.tenant()).map(day -> above.within(ticket, day))), Objects.requireNonNullElse(typed.getFirst("shown"), ""), viewer);
        } catch (Refused no) {
            return refused(find(id, viewer), typed, complaints, no.getMessage() + no.next(), viewer, response, model);
        }
        told.addFlashAttribute("said", Words.say("hotline.dispatched", ticket.number()));
        return "redirect:/hotline";
    }

    @PostMapping("/callback")
    String callBack(@PathVariable MatterId id, @RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        desks.require(viewer);
        var ticket = find(id, viewer);
        var said = Objects.requireNonNullElse(typed.getFirst("level"), "");
        var text = new CallerText(Objects.requireNonNullElse(typed.getFirst("words"), ""), "true".equals(typed.getFirst("mask")));
        var level = Level.named(said);
        var complaints = new Complaints().addIf(level.isEmpty() && !said.equals("unreached"), "level", "hotline.callback.level.missing");
        text.complain("words", said.equals("unreached") || level.filter(Level::good).isEmpty() ? "hotline.callback.words.missing" : "", complaints);
        if (!complaints.isEmpty()) return refused(ticket, typed, complaints, null, viewer, response, model);
        try {
            if (level.isPresent()) ratings.rate(id, ticket.reply().map(Ticket.Reply::no).orElse(0), level.get(), text.text(), viewer);
            else ledger.act(id, Act.of("unreached").saying("note", text.text()), viewer);
        } catch (Refused no) {
            return refused(find(id, viewer), typed, complaints, no.getMessage() + no.next(), viewer, response, model);
        }
        told.addFlashAttribute("said", Words.say("hotline.called", ticket.number()));
        return "redirect:/hotline/callbacks";
    }

    /** The caller lost the code: a new one is told, the old one opens nothing any more. */
    @PostMapping("/code")
    String code(@PathVariable MatterId id, Viewer viewer, Model model) {
        desks.require(viewer);
        var ticket = find(id, viewer);
        model.addAttribute("page", new TakenPage(ticket.number(), codes.issue(id), links.following(id.tenant(), ticket.number()), "/hotline/tickets/" + id));
        return "hotline/taken";
    }

    private Ticket find(MatterId id, Viewer viewer) {
        return tickets.find(id, viewer).orElseThrow(NotFound::new);
    }

    private static int seen(MultiValueMap<String, String> typed) {
        var said = Objects.requireNonNullElse(typed.getFirst("version"), "");
        return said.matches("\\d{1,9}") ? Integer.parseInt(said) : 0;
    }

    private String refused(Ticket ticket, MultiValueMap<String, String> typed, Complaints complaints, @Nullable String refused, Viewer viewer, HttpServletResponse response, Model model) {
        response.setStatus(refused == null ? 422 : 409);
        model.addAttribute("page", page(ticket, typed, complaints, refused, false, viewer, model));
        return "hotline/ticket";
    }

    private TicketPage page(Ticket ticket, MultiValueMap<String, String> typed, Complaints complaints, @Nullable String refused, boolean coded, Viewer viewer, Model model) {
        var directory = directories.of(viewer.tenant());
        var type = types.current(viewer.tenant(), Tickets.TYPE).type();
        var once = typed.toSingleValueMap();
        var advice = ticket.state().equals("received") && ticket.open() ? advisor.on(viewer.tenant(), ticket.title(), ticket.body(), ticket.field("area"), LocalDate.ofInstant(ticket.openedAt(), directory.zone())) : null;
        var filled = advice == null ? "" : advice.sure().map(Advice.Line::category).orElse("");
        var category = once.getOrDefault("category", ticket.field("category").isEmpty() ? filled : ticket.field("category"));
        var suggested = catalogue.suggested(viewer.tenant(), category, ticket.field("area"))
                .map(line -> new TicketPage.Suggested(String.valueOf(line.unit()), directory.unitName(line.unit()), Words.say(line.area() == null ? "hotline.suggested" : "hotline.suggested.area", line.category(), line.area() == null ? "" : directory.unitName(line.area()), Dates.day(line.since())))).orElse(null);
        var chosen = Objects.requireNonNullElse(typed.get("assist"), List.<String>of());
        var assisting = directory.units().stream().map(unit -> new Tick(String.valueOf(unit.id()), unit.name(), chosen.contains(String.valueOf(unit.id())))).toList();
        var rating = ratings.waiting(ticket);
        var row = Objects.requireNonNull(matters.rows(List.of(ticket.id().id()), viewer).get(ticket.id().id()));
        return new TicketPage(ticket, row, type, categories, new Bearable(directory).units(), assisting, category, advice, suggested(advice, category).or(() -> Optional.ofNullable(suggested)).orElse(null), days(ticket, viewer, type.fields().get("grade").choices().keySet()), tickets.joined(ticket.id(), viewer), under(ticket), rating.isPresent(), rating.filter(answer -> coded).map(answer -> links.whole(links.rating(ticket.id(), answer))).orElse(null), once, complaints, refused, (String) model.getAttribute("said"));
    }

    /** The unit that closed tickets and the catalogue together speak for, where it is sure enough what the ticket is about. */
    private static Optional<TicketPage.Suggested> suggested(@Nullable Advice advice, String category) {
        return Optional.ofNullable(advice).flatMap(Advice::sure).filter(line -> line.category().equals(category)).flatMap(Advice.Line::unit)
                .map(unit -> new TicketPage.Suggested(String.valueOf(unit.unit()), unit.name(), unit.why()));
    }

    private TicketPage.@Nullable JoinedTo under(Ticket ticket) {
        if (!ticket.joined()) return null;
        var master = joining.master(ticket);
        return new TicketPage.JoinedTo(joined.read(master), ratings.waiting(ticket).isPresent(), joining.attempts(ticket, master), joining.reachable(ticket));
    }

    /** By grade; of one that was raised again only what a second time has, whatever its grade. */
    private Map<String, String> days(Ticket ticket, Viewer viewer, Iterable<String> choices) {
        var grades = DispatchForm.fixed(ticket.state()).<Iterable<String>>map(List::of).orElse(choices);
        var days = new LinkedHashMap<String, String>();
        grades.forEach(grade -> ratings.due(grade, viewer.tenant()).ifPresent(day -> days.put(grade, Dates.day(above.within(ticket, day)))));
        return days;
    }
}
