package cn.duban.hotline.trouble;

import cn.duban.hotline.Desks;
import cn.duban.hotline.Thresholds;
import cn.duban.hotline.trouble.ClustersPage.Came;
import cn.duban.hotline.trouble.ClustersPage.Driven;
import cn.duban.hotline.trouble.ClustersPage.Group;
import cn.duban.hotline.trouble.OpenTickets.Counted;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.Matters;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Early warning: open tickets in groups, topics that rise, and what a rule made of them; each number leads to its tickets. */
@Controller
@RequestMapping("/hotline/clusters")
class ClustersController {

    private static final int SHOWN = 50;
    private static final String UUID_TEXT = "[0-9a-f]{8}-[0-9a-f-]{27}";

    private final Desks desks;
    private final Groups groups;
    private final OpenTickets tickets;
    private final Drives drives;
    private final Thresholds thresholds;
    private final Matters matters;
    private final Ledger ledger;
    private final Directories directories;

    ClustersController(Desks desks, Groups groups, OpenTickets tickets, Drives drives, Thresholds thresholds, Matters matters, Ledger ledger, Directories directories) {
        this.desks = desks;
        this.groups = groups;
        this.tickets = tickets;
        this.drives = drives;
        this.thresholds = thresholds;
        this.matters = matters;
        this.ledger = ledger;
        this.directories = directories;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        desks.require(viewer);
        var today = directories.of(viewer.tenant()).today();
        var rule = thresholds.on(today);
        var picture = groups.of(viewer.tenant());
        var rising = Rising.of(tickets.came(viewer.tenant(), Rising.before(today, rule.weeks())), rule, today);
        model.addAttribute("page", new ClustersPage(picture.map(Groups.Picture::at).map(Dates::minute).orElse(null), picture.map(one -> seen(one.groups(), viewer)).orElse(List.of()), rising, driven(viewer), rule, today, (String) model.getAttribute("said"), (String) model.getAttribute("refused")));
        return "hotline/clusters";
    }

    /** As far as the viewer may see them, and as far as they are still open; the one that came first goes on for the others unless somebody chooses otherwise. */
    private List<Group> seen(List<List<UUID>> all, Viewer viewer) {
        var rows = matters.rows(all.stream().limit(SHOWN).flatMap(List::stream).toList(), viewer);
        var kept = new HashMap<Integer, List<UUID>>();
        for (int i = 0; i < Math.min(SHOWN, all.size()); i++) {
            var ids = all.get(i).stream().filter(id -> rows.containsKey(id) && !rows.get(id).phase().done() && rows.get(id).phase() != Phase.MERGED).toList();
            if (ids.size() > 1) kept.put(i, ids);
        }
        var people = tickets.people(viewer.tenant(), kept);
        return kept.keySet().stream().sorted().map(i -> new Group(kept.get(i).stream().map(rows::get).sorted(Comparator.comparing(MatterRow::openedAt).thenComparing(MatterRow::number)).toList(), people.getOrDefault(i, 0))).toList();
    }

    private List<Driven> driven(Viewer viewer) {
        var all = drives.latest(viewer.tenant());
        var rows = matters.rows(all.keySet(), viewer);
        return all.entrySet().stream().filter(one -> rows.containsKey(one.getKey())).map(one -> new Driven(rows.get(one.getKey()), one.getValue())).toList();
    }

    @GetMapping("/tickets")
    String came(@RequestParam(defaultValue = "") String category, @RequestParam(defaultValue = "") String area, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String after, Viewer viewer, Model model) {
        desks.require(viewer);
        var counted = new Counted(category, area, day(from), day(until));
        var ids = tickets.page(counted, after.matches(UUID_TEXT) ? UUID.fromString(after) : null, SHOWN + 1, viewer);
        var shown = ids.subList(0, Math.min(SHOWN, ids.size()));
        var rows = matters.rows(shown, viewer);
        model.addAttribute("page", new Came(category, area, counted.from(), counted.until(), tickets.counted(counted, viewer), shown.stream().filter(rows::containsKey).map(rows::get).toList(), ids.size() > SHOWN ? shown.getLast() : null));
        return "hotline/came";
    }

    /** Each by an act of its own, so that one that cannot be joined leaves the others joined. */
    @PostMapping("/join")
    String join(@RequestParam(defaultValue = "") String master, @RequestParam(defaultValue = "") List<String> ticket, Viewer viewer, RedirectAttributes told) {
        desks.require(viewer);
        var others = ticket.stream().filter(id -> id.matches(UUID_TEXT) && !id.equals(master)).distinct().map(UUID::fromString).toList();
        if (!master.matches(UUID_TEXT) || others.isEmpty()) {
            told.addFlashAttribute("refused", Words.say("hotline.clusters.choose"));
            return "redirect:/hotline/clusters";
        }
        var wrong = new ArrayList<String>();
        for (var id : others) try {
            ledger.act(new MatterId(viewer.tenant(), id), Act.of("merge").other(UUID.fromString(master)).saying("reason", Words.in(Words.CHINESE, "hotline.same.reason")), viewer);
        } catch (Refused no) {
            wrong.add(no.getMessage() + no.next());
        }
        told.addFlashAttribute("said", Words.say("hotline.clusters.joined", others.size() - wrong.size()));
        if (!wrong.isEmpty()) told.addFlashAttribute("refused", wrong.stream().distinct().collect(Collectors.joining()));
        return "redirect:/hotline/clusters";
    }

    private static LocalDate day(String said) {
        try {
            return LocalDate.parse(said);
        } catch (DateTimeException none) {
            throw new NotFound();
        }
    }
}
