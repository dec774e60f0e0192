package cn.duban.proposal;

import cn.duban.ledger.Matters;
import cn.duban.proposal.ProposalRowsPage.Row;
import cn.duban.proposal.Proposals.Counted;
import cn.duban.proposal.Proposals.Spot;
import cn.duban.proposal.ProposalsPage.Line;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of suggestions and proposals, and the rows behind each number. */
@Controller
@RequestMapping("/proposals")
class ProposalsController {

    private final Proposals proposals;
    private final Matters matters;
    private final Directories directories;

    ProposalsController(Proposals proposals, Matters matters, Directories directories) {
        this.proposals = proposals;
        this.matters = matters;
        this.directories = directories;
    }

    @GetMapping
    String figures(@RequestParam Map<String, String> asked, Viewer viewer, Model model) {
        var scope = ProposalScope.read(asked);
        var counts = proposals.counts(scope, viewer);
        var directory = directories.of(viewer.tenant());
        var units = counts.stream().filter(counted -> counted.unit() != null && counted.figures().get(Figure.ALL) > 0)
                .map(counted -> new Line(directory.unitName(counted.unit()), scope.unit(counted.unit()), counted.figures()))
                .sorted(Comparator.comparing((Line line) -> -line.of(Figure.ALL)).thenComparing(Line::name)).toList();
        model.addAttribute("page", new ProposalsPage(scope, new Line(Words.say("proposal.total"), scope, sum(counts)), units, proposals.sessions(viewer), viewer.has(Viewer.Duty.SUPERVISE)));
        return "proposal/proposals";
    }

    @GetMapping("/rows")
    String rows(@RequestParam Map<String, String> asked, Viewer viewer, Model model) {
        var figure = Figure.of(asked.getOrDefault("of", "")).orElseThrow(NotFound::new);
        var scope = ProposalScope.read(asked);
        var spots = proposals.rows(figure, scope, spot(asked.get("after")), viewer);
        var page = spots.subList(0, Math.min(Proposals.PAGE, spots.size()));
        var rows = matters.rows(page.stream().map(Spot::matter).toList(), viewer);
        var shown = page.stream().filter(spot -> rows.containsKey(spot.matter())).map(spot -> new Row(rows.get(spot.matter()), spot.session(), spot.serial(), spot.key())).toList();
        model.addAttribute("page", new ProposalRowsPage(figure, sum(proposals.counts(scope, viewer)).get(figure), shown, scope.href("/proposals", null, null),
                spots.size() > Proposals.PAGE ? scope.href("/proposals/rows", figure.word(), page.getLast().openedAt() + "~" + page.getLast().matter()) : null));
        return "proposal/rows";
    }

    private static Map<Figure, Integer> sum(List<Counted> counts) {
        var sum = new EnumMap<Figure, Integer>(Figure.class);
        for (var figure : Figure.values()) sum.put(figure, counts.stream().mapToInt(counted -> counted.figures().get(figure)).sum());
        return sum;
    }

    private static @Nullable Spot spot(@Nullable String token) {
        var said = token == null ? new String[0] : token.split("~");
        if (said.length != 2) return null;
        try {
            return new Spot(UUID.fromString(said[1]), "", "", false, Instant.parse(said[0]));
        } catch (IllegalArgumentException | DateTimeException nowhere) {
            return null;
        }
    }
}
