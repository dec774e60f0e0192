package cn.duban.ledger.lists;

import cn.duban.ledger.Listing;
import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Said;
import cn.duban.ledger.TypeVersions;
import cn.duban.ledger.lists.BoardPage.Lane;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Deadlines;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The board: a lane for each state of the chosen type, or for each phase. Each lane is a list of its own and goes on by itself. */
@Controller
class BoardController {

    private static final int CARDS = 20;
    private static final List<Phase> PHASES = List.of(Phase.DRAFT, Phase.OPEN, Phase.SETTLED, Phase.ENDED);

    private final Matters matters;
    private final FilterReader filters;
    private final TypeVersions versions;
    private final MatterTypes types;
    private final Directories directories;
    private final Calendars calendars;
    private final Clock clock;

    BoardController(Matters matters, FilterReader filters, TypeVersions versions, MatterTypes types, Directories directories, Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
        this.matters = matters;
        this.filters = filters;
        this.versions = versions;
        this.types = types;
        this.directories = directories;
    }

    /** What stands in one lane. */
    private record Cut(String label, MatterQuery query) {}

    /** @param lane the one that goes on after the place in the address; htmx wants it alone */
    @GetMapping("/matters/board")
    String board(@RequestParam Map<String, String> asked, @RequestParam(required = false) @Nullable String lane, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Viewer viewer, Model model) {
        var above = filters.of(Face.BOARD, asked, viewer);
        var cuts = cuts(above.query(), viewer);
        if (part != null && lane != null) cuts.keySet().retainAll(List.of(lane));
        var wanted = new LinkedHashMap<String, MatterQuery>();
        cuts.forEach((key, cut) -> wanted.put(key, cut.query().pages(CARDS).after(key.equals(lane) ? above.query().after() : null)));
        var found = wanted.isEmpty() ? Map.<String, Listing>of() : matters.lanes(wanted, viewer);
        var lanes = cuts.entrySet().stream().map(cut -> {
            var listing = found.get(cut.getKey());
            var begun = cut.getKey().equals(lane) && above.query().after() != null;
            return new Lane(cut.getKey(), cut.getValue().label(), listing, Face.LIST.of(cut.getValue().query()),
                    listing.next() == null ? null : MatterAddress.of(Face.BOARD.path(), above.query().after(listing.next()), Map.of("lane", cut.getKey())), begun ? Face.BOARD.of(above.query()) : null);
        }).toList();
        var directory = directories.of(viewer.tenant());
        model.addAttribute("page", new BoardPage(above, lanes, new Deadlines(calendars.of(directory.tenant(), directory.region()), directory.zone()), clock.instant()));
        return "ledger/board";
    }

    private Map<String, Cut> cuts(MatterQuery query, Viewer viewer) {
        var whole = query.after(null).by(MatterQuery.Sort.DUE, false).pages(MatterQuery.USUAL);
        var cuts = new LinkedHashMap<String, Cut>();
        if (query.type() == null) PHASES.stream().filter(phase -> query.phase() == null || query.phase() == phase).forEach(phase -> cuts.put(Said.word(phase), new Cut(Said.phaseOf(phase), whole.in(phase))));
        // matters stay pinned to their version: states that only an earlier one knows have a lane as well
        else versions.of(viewer, query.type()).stream().filter(item -> item.status() != TypeVersions.Status.DRAFT).flatMap(item -> types.version(item.version()).states().values().stream())
                .filter(state -> query.state() == null || query.state().equals(state.name())).forEach(state -> cuts.putIfAbsent(state.name(), new Cut(Said.in(state.label()), whole.standing(state.name()))));
        return cuts;
    }
}
