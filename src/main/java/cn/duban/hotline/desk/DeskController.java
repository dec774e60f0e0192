package cn.duban.hotline.desk;

import static java.util.stream.Collectors.groupingBy;

import cn.duban.hotline.Desks;
import cn.duban.hotline.Joined;
import cn.duban.hotline.Ratings;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.Tickets.Waiting;
import cn.duban.hotline.call.CallDrafts;
import cn.duban.hotline.channel.Held;
import cn.duban.hotline.desk.DeskPage.Line;
import cn.duban.hotline.desk.DeskPage.Section;
import cn.duban.hotline.trouble.OpenTickets;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Matters;
import cn.duban.web.Dates;
import cn.duban.web.Viewer;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The one queue: what came in by whatever channel and waits for the desk, and whom it still has to call back. */
@Controller
@RequestMapping("/hotline")
class DeskController {

    private static final List<String> QUEUE = List.of("received", "reopened", "disputed", "unclear");

    private final Desks desks;
    private final Tickets tickets;
    private final CallDrafts drafts;
    private final Matters matters;
    private final OpenTickets open;
    private final Joined joined;
    private final Ratings ratings;
    private final Held held;

    DeskController(Desks desks, Tickets tickets, CallDrafts drafts, Matters matters, OpenTickets open, Joined joined, Ratings ratings, Held held) {
        this.desks = desks;
        this.tickets = tickets;
        this.drafts = drafts;
        this.matters = matters;
        this.open = open;
        this.joined = joined;
        this.ratings = ratings;
        this.held = held;
    }

    @GetMapping
    String queue(Viewer viewer, Model model) {
        desks.require(viewer);
        var kept = drafts.of(viewer).stream().map(draft -> new DeskPage.Kept("/hotline/calls/" + draft.id(), Dates.minute(draft.at()))).toList();
        model.addAttribute("page", new DeskPage("/hotline/calls/" + Ledger.newId(), kept, held.count(viewer.tenant()), sections(QUEUE, viewer), (String) model.getAttribute("said")));
        return "hotline/desk";
    }

    @GetMapping("/callbacks")
    String callbacks(Viewer viewer, Model model) {
        desks.require(viewer);
        model.addAttribute("page", new DeskPage("", List.of(), 0, Stream.concat(sections(List.of("replied"), viewer).stream(), Stream.of(joined(viewer))).toList(), (String) model.getAttribute("said")));
        return "hotline/callbacks";
    }

    /** All of them in one statement and their rows in another; the urgent ones first in each section. */
    private List<Section> sections(List<String> states, Viewer viewer) {
        var waiting = tickets.waiting(states, viewer);
        var ids = waiting.stream().map(Waiting::id).toList();
        var rows = matters.rows(ids, viewer);
        var people = open.people(viewer.tenant(), ids);
        var byState = waiting.stream().filter(one -> rows.containsKey(one.id())).collect(groupingBy(Waiting::state));
        return states.stream().map(state -> {
            var here = byState.getOrDefault(state, List.of());
            return new Section(state, here.stream().map(one -> new Line(rows.get(one.id()), one.urgent(), people.getOrDefault(one.id(), 1), null)).toList(), here.stream().mapToInt(Waiting::all).findFirst().orElse(0));
        }).toList();
    }

    /** Callers of joined tickets are asked about the answer to their master as well. */
    private Section joined(Viewer viewer) {
        var owed = joined.toBeCalled(viewer);
        var rows = matters.rows(owed.stream().map(Joined.Owed::ticket).toList(), viewer);
        return new Section("joined", owed.stream().filter(one -> rows.containsKey(one.ticket())).map(one -> new Line(rows.get(one.ticket()), false, 1, ratings.callBy(one.since(), viewer.tenant()))).toList(), owed.stream().mapToInt(Joined.Owed::all).findFirst().orElse(0));
    }
}
