package cn.duban.api;

import cn.duban.ledger.Act;
import cn.duban.ledger.Admission;
import cn.duban.ledger.DuplicateDecision;
import cn.duban.ledger.Lamp;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Listing;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.type.Phase;
import cn.duban.ledger.TimelineKind;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Matters over HTTP: open, act, list, read. */
@RestController
@RequestMapping("/api/v1/matters")
@Tag(name = "matters")
class MattersApi {

    static final String KEY = "Idempotency-Key";

    private final Ledger ledger;
    private final Matters matters;
    private final Openings openings;
    private final Admission admission;
    private final Directories directories;

    MattersApi(Ledger ledger, Matters matters, Openings openings, Admission admission, Directories directories) {
        this.admission = admission;
        this.ledger = ledger;
        this.matters = matters;
        this.openings = openings;
        this.directories = directories;
    }

    @PostMapping
    @Operation(operationId = "open", summary = "立项 / Open a matter")
    ResponseEntity<Ledger.Done> open(@RequestBody NewMatter asked, @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Parameter(hidden = true) Viewer viewer) {
        var opening = openings.of(asked.sound(), viewer, checked(key));
        var decision = Openings.decision(asked, viewer);
        if (decision == null) {
            var hits = admission.hits(opening, viewer);
            if (!hits.isEmpty()) throw new MayBeThere(hits);
            decision = DuplicateDecision.NONE;
        }
        var done = admission.open(opening, List.of(), decision, viewer, key);
        return ResponseEntity.created(URI.create("/api/v1/matters/" + done.id())).body(done);
    }

    @PostMapping("/{id}/actions/{action}")
    @Operation(operationId = "act", summary = "办理 / Act on a matter, by an action of its type or of the kernel")
    Ledger.Done act(@PathVariable @Parameter(schema = @Schema(type = "string")) MatterId id, @PathVariable String action,
            @RequestBody(required = false) @Nullable NewAct asked, @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Parameter(hidden = true) Viewer viewer, HttpServletRequest request) {
        return taken(id, act(id, action, null, asked, viewer), key, viewer, request);
    }

    @PostMapping("/{id}/assignments/{no}/actions/{action}")
    @Operation(operationId = "actOnAssignment", summary = "办理单位任务 / Act on one unit's assignment")
    Ledger.Done act(@PathVariable @Parameter(schema = @Schema(type = "string")) MatterId id, @PathVariable int no, @PathVariable String action,
            @RequestBody(required = false) @Nullable NewAct asked, @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Parameter(hidden = true) Viewer viewer, HttpServletRequest request) {
        return taken(id, act(id, action, no, asked, viewer), key, viewer, request);
    }

    /** Whoever acted on what they had read is told, with the refusal, what was done since. */
    private Ledger.Done taken(MatterId id, Act act, @Nullable String key, Viewer viewer, HttpServletRequest request) {
        try {
            return ledger.act(id, act, viewer, checked(key));
        } catch (Refusal.Refused refused) {
            var read = act.version();
            if (read != null) matters.page(id, viewer).ifPresent(page -> request.setAttribute(Problems.SINCE, MatterView.of(page).timeline().stream().filter(line -> line.no() > read).toList()));
            throw refused;
        }
    }

    /** The parameters are those of a list's address in the browser. */
    @GetMapping
    @Operation(operationId = "list", summary = "台账 / List what this post may see; `next` is the `after` of the next page")
    Listing list(@RequestParam(required = false) @Nullable String ledger, @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String state,
            @Parameter(description = "draft, open, settled, ended, merged or void") @RequestParam(required = false) @Nullable String phase,
            @Parameter(description = "number of the leading unit, with those below it") @RequestParam(required = false) @Nullable String lead,
            @Parameter(description = "number of a unit in any role, with those below it") @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String parent,
            @Parameter(description = "due on or after this day") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "due on or before this day") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "blue, yellow or red") @RequestParam(required = false) @Nullable String lamp,
            @Parameter(description = "the role that owes the next step") @RequestParam(required = false) @Nullable String owes,
            @Parameter(description = "words parted by blanks, all of which must stand somewhere in number, title, body, notes or file names; two characters a word, shorter ones alone are looked for in number and title") @RequestParam(required = false) @Nullable String q,
            @Parameter(description = "due, number, opened, title, unit or state") @RequestParam(required = false) @Nullable String sort,
            @Parameter(description = "down or up") @RequestParam(required = false) @Nullable String order,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable String after,
            @Parameter(description = "rows, at most 200") @RequestParam(required = false) @Nullable String size,
            @Parameter(hidden = true) Viewer viewer) {
        return matters.list(new MatterQuery(ledger, type, null, state, Asked.word("phase", phase, Phase.class),
                Asked.filter("lead", lead, Integer::valueOf), Asked.filter("unit", unit, Integer::valueOf), Asked.filter("parent", parent, text -> MatterId.valueOf(text).id()),
                Asked.day("from", from), Asked.day("to", to), Asked.word("lamp", lamp, Lamp.class), owes, q,
                Objects.requireNonNullElse(Asked.word("sort", sort, MatterQuery.Sort.class), MatterQuery.Sort.DUE), "down".equals(order), after,
                Objects.requireNonNullElse(Asked.filter("size", size, Integer::valueOf), MatterQuery.USUAL)), viewer);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "read", summary = "事项 / One matter: who answers, what may be done, the clocks with their explanation day by day, the timeline")
    MatterView show(@PathVariable @Parameter(schema = @Schema(type = "string")) MatterId id,
            @Parameter(description = "the timeline below this entry only") @RequestParam(required = false) @Nullable String before,
            @Parameter(hidden = true) Viewer viewer) {
        var below = Objects.requireNonNullElse(Asked.filter("before", before, Integer::valueOf), Integer.MAX_VALUE);
        return matters.page(id, viewer, TimelineKind.ALL, below).map(MatterView::of).orElseThrow(NotFound::new);
    }

    /** Whoever acts on a matter of another government names units and posts as they are numbered at home. */
    private Act act(MatterId id, String action, @Nullable Integer assignment, @Nullable NewAct asked, Viewer viewer) {
        var with = Objects.requireNonNullElse(asked, NewAct.EMPTY).sound();
        return with.act(action, assignment).roles(Asked.bearers(Objects.requireNonNull(with.roles()), directories.of(viewer.tenant()))).numberedFor(id.tenant(), viewer.tenant());
    }

    private static @Nullable String checked(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > 200)) throw Asked.bad("api.key");
        return key;
    }
}
