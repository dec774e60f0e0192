package cn.duban.escalation;

import cn.duban.escalation.ComingPage.Count;
import cn.duban.escalation.LadderEditPage.Preview;
import cn.duban.ledger.TypeDesk;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ladders: read by everybody, written by those who write types; and what comes next by them. */
@Controller
@RequestMapping("/escalation")
class LadderController {

    private final Ladders ladders;
    private final Coming coming;
    private final ScopeWords scopes;
    private final TypeDesk desk;
    private final Clock clock;

    LadderController(Ladders ladders, Coming coming, ScopeWords scopes, TypeDesk desk, Clock clock) {
        this.ladders = ladders;
        this.coming = coming;
        this.scopes = scopes;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/coming")
    String coming(@RequestParam(defaultValue = "7") int days, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String step, Viewer viewer, Model model) {
        var wide = Math.clamp(days, 1, 60);
        var today = coming.today(viewer);
        var found = coming.until(today.plusDays(wide), viewer);
        var chosen = day.isEmpty() ? "" : day + " " + step;
        var counts = new TreeMap<LocalDate, LinkedHashMap<String, Integer>>();
        found.rows().forEach(row -> counts.computeIfAbsent(shown(row, today), first -> new LinkedHashMap<>()).merge(row.step(), 1, Integer::sum));
        var figures = counts.entrySet().stream().flatMap(one -> one.getValue().entrySet().stream().map(of -> new Count(one.getKey(), of.getKey(), of.getValue(),
                "/escalation/coming?days=" + wide + "&day=" + one.getKey() + "&step=" + java.net.URLEncoder.encode(of.getKey(), java.nio.charset.StandardCharsets.UTF_8), (one.getKey() + " " + of.getKey()).equals(chosen)))).toList();
        var rows = found.rows().stream().filter(row -> chosen.isEmpty() || (shown(row, today) + " " + row.step()).equals(chosen)).toList();
        model.addAttribute("page", new ComingPage(wide, figures, rows.stream().limit(Coming.SHOWN).toList(), chosen, today, found.cut(), rows.size() > Coming.SHOWN));
        return "escalation/coming";
    }

    /** What should have come before today comes with the next look. */
    private static LocalDate shown(Coming.Row row, LocalDate today) {
        return row.day().isBefore(today) ? today : row.day();
    }

    @GetMapping("/ladders")
    String list(Viewer viewer, Model model) {
        var today = coming.today(viewer);
        var all = ladders.all(viewer.tenant(), today);
        model.addAttribute("page", new LaddersPage(all.stream().map(ladder -> new LaddersPage.Row(ladder.called(), "/escalation/ladders/" + ladder.word(), scopes.said(viewer.tenant(), ladder.scope()), ladder.since(), state(ladder, all, today), ladder.steps().size(), ladder.publisher())).toList(), desk.may(viewer)));
        return "escalation/ladders";
    }

    private static String state(Ladder ladder, List<Ladder> all, LocalDate today) {
        if (ladder.since().isAfter(today)) return "comes";
        var same = all.stream().filter(one -> one.scope().equals(ladder.scope()) && !one.since().isAfter(today)).max(java.util.Comparator.comparing(Ladder::since).thenComparing(Ladder::no)).orElse(ladder);
        return same.no() == ladder.no() ? "holds" : "over";
    }

    @GetMapping("/ladders/{word:\\d{1,6}|shipped-\\d{1,3}}")
    String read(@PathVariable String word, Viewer viewer, Model model) {
        var ladder = named(word, viewer);
        model.addAttribute("page", new LadderPage(ladder.called(), scopes.said(viewer.tenant(), ladder.scope()), ladder.since(), ladder.backlog(), said(ladder.appeal()), said(ladder.decision()), ladder.reason(), ladder.publisher(), ladder.steps(), "/escalation/ladders/new?from=" + ladder.word(), desk.may(viewer)));
        return "escalation/ladder";
    }

    private static String said(String period) {
        return cn.duban.workdays.Period.parse(period).say(org.springframework.context.i18n.LocaleContextHolder.getLocale());
    }

    private Ladder named(String word, Viewer viewer) {
        var no = word.startsWith("shipped-") ? -Integer.parseInt(word.substring(8)) : Integer.parseInt(word);
        return ladders.find(viewer.tenant(), no, coming.today(viewer)).orElseThrow(NotFound::new);
    }

    @GetMapping("/ladders/new")
    String write(@RequestParam(defaultValue = "shipped-1") String from, Viewer viewer, Model model) {
        writes(viewer);
        var known = from.matches("\\d{1,6}|shipped-\\d{1,3}") ? from : "shipped-1";
        model.addAttribute("page", new LadderEditPage(LadderForm.of(named(known, viewer), coming.today(viewer).plusDays(1)), scopes.choices(viewer.tenant()), new Complaints(), null));
        return "escalation/ladder-form";
    }

    @PostMapping("/ladders")
    String take(@RequestParam MultiValueMap<String, String> typed, Viewer viewer, HttpServletResponse response, Model model) {
        writes(viewer);
        var step = java.util.Objects.requireNonNullElse(typed.getFirst("step"), "preview");
        var form = LadderForm.read(typed);
        if (step.equals("add")) form = form.added();
        if (step.matches("remove-\\d{1,2}")) form = form.without(Integer.parseInt(step.substring(7)));
        var complaints = new Complaints();
        Preview preview = null;
        if (step.equals("preview") || step.equals("publish")) {
            var ladder = form.ladder(scopes.of(viewer.tenant(), form.scope()).orElse(null), coming.today(viewer), step.equals("publish"), complaints);
            if (ladder != null && step.equals("publish")) return "redirect:/escalation/ladders/" + ladders.publish(ladder, viewer, clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (ladder != null) preview = preview(ladder, viewer);
            if (!complaints.isEmpty()) response.setStatus(422);
        }
        model.addAttribute("page", new LadderEditPage(form, scopes.choices(viewer.tenant()), complaints, preview));
        return "escalation/ladder-form";
    }

    private Preview preview(Ladder draft, Viewer viewer) {
        var found = coming.had(draft, viewer);
        var counts = found.rows().stream().collect(Collectors.groupingBy(Coming.Row::step, LinkedHashMap::new, Collectors.counting()));
        return new Preview(counts.entrySet().stream().map(one -> new Preview.Count(one.getKey(), one.getValue().intValue())).toList(), found.rows().stream().limit(Coming.SHOWN).toList(), found.breaches(), found.pinned(), found.rows().size() > Coming.SHOWN);
    }

    private void writes(Viewer viewer) {
        if (!desk.may(viewer)) throw Refused.forbidden("escalation.ladder.write", Words.say("escalation.ladder.write"), Words.say("escalation.ladder.write.next"));
    }
}
