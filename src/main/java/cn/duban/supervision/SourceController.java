package cn.duban.supervision;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.evidence.EvidenceRefused;
import cn.duban.evidence.FileRow;
import cn.duban.ledger.Bearable;
import cn.duban.ledger.DuplicateQuestion;
import cn.duban.ledger.Lamp;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.LedgersPage.Figure;
import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.TypeCount;
import cn.duban.ledger.type.Phase;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The sources with their figures, and the one page by which a matter of any of them comes in. */
@Controller
@RequestMapping("/supervision")
class SourceController {

    private final Sources sources;
    private final Docket docket;
    private final Matters matters;
    private final EvidenceFiles files;

    SourceController(Sources sources, Docket docket, Matters matters, EvidenceFiles files) {
        this.sources = sources;
        this.docket = docket;
        this.matters = matters;
        this.files = files;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        var counts = matters.counts(viewer);
        model.addAttribute("page", new SourcesPage(sources.all().stream().map(source -> row(source, counts, viewer)).toList(), viewer.has(Duty.SUPERVISE)));
        return "supervision/sources";
    }

    private SourcesPage.Row row(Source source, List<TypeCount> counts, Viewer viewer) {
        var type = sources.current(source, viewer.tenant()).type();
        var own = counts.stream().filter(count -> count.type().equals(source.type())).toList();
        var all = MatterQuery.all().ofType(source.type());
        var nested = type.parent() != null && !source.alone();
        return new SourcesPage.Row(type.label().in(LocaleContextHolder.getLocale()), source.icon(), depth(source, viewer), nested ? "" : source.href(),
                in(own, all, Phase.DRAFT), in(own, all, Phase.OPEN), new Figure(sum(own, TypeCount::red), MatterAddress.of(all.shining(Lamp.RED))), in(own, all, Phase.ENDED));
    }

    private int depth(Source source, Viewer viewer) {
        var parent = sources.current(source, viewer.tenant()).type().parent();
        return parent == null || source.alone() ? 0 : 1 + sources.all().stream().filter(above -> above.type().equals(parent)).findFirst().map(above -> depth(above, viewer)).orElse(0);
    }

    private static Figure in(List<TypeCount> own, MatterQuery all, Phase phase) {
        return new Figure(sum(own.stream().filter(count -> count.phase() == phase).toList(), TypeCount::all), MatterAddress.of(all.in(phase)));
    }

    private static int sum(List<TypeCount> counts, ToIntFunction<TypeCount> figure) {
        return counts.stream().mapToInt(figure).sum();
    }

    @GetMapping("/new/{source}")
    String form(@PathVariable String source, @RequestParam(required = false) @Nullable MatterId parent, Viewer viewer, Model model) {
        viewer.require(Duty.SUPERVISE);
        var chosen = sources.named(source).orElseThrow(NotFound::new);
        var form = docket.form(chosen, new LinkedMultiValueMap<>(), viewer);
        model.addAttribute("page", page(form, Ledger.newId(), parent, List.of(), new Docket.Outcome(null, new Complaints(), null), null, null));
        return "supervision/new";
    }

    @PostMapping("/new/{source}")
    String open(@PathVariable String source, @RequestParam MultiValueMap<String, String> typed, @RequestParam(name = "do", defaultValue = "open") String what, @RequestParam UUID id, @RequestParam(required = false) @Nullable MatterId parent,
            @RequestParam(name = "evidenceFiles", required = false) @Nullable List<MultipartFile> uploads, @RequestParam(defaultValue = "DOCUMENT") EvidenceKind evidenceKind,
            Viewer viewer, HttpServletResponse response, Model model) throws IOException {
        viewer.require(Duty.SUPERVISE);
        var chosen = sources.named(source).orElseThrow(NotFound::new);
        var kept = new Originals(files).given(typed, uploads, evidenceKind, viewer);
        Docket.Outcome outcome = new Docket.Outcome(null, new Complaints(), null);
        String refused = null;
        DuplicateQuestion question = null;
        if (!what.equals("more")) try {
            var once = typed.toSingleValueMap();
            var hits = docket.alike(id, chosen, typed, parent == null ? null : parent.id(), viewer);
            var asked = new Complaints();
            var decision = DuplicateQuestion.decided(DuplicateQuestion.NAME, hits, once, asked);
            if (!hits.isEmpty()) question = DuplicateQuestion.of(DuplicateQuestion.NAME, hits, source, once, false, asked);
            outcome = decision == null ? new Docket.Outcome(null, asked, null) : docket.open(id, source, typed, parent == null ? null : parent.id(), kept.stream().map(Originals::attached).toList(), hits, decision, viewer);
            if (outcome.matter() != null) return "redirect:/matters/" + outcome.matter();
            response.setStatus((outcome.before() == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT).value());
        } catch (EvidenceRefused | Refusal.Refused no) {
            refused = no.getMessage();
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("page", page(docket.form(chosen, typed, viewer), id, parent, kept.stream().map(FileRow::of).toList(), outcome, refused, question));
        return "supervision/new";
    }

    private SourcePage page(SourceForm form, UUID id, @Nullable MatterId parent, List<FileRow> kept, Docket.Outcome outcome, @Nullable String refused, @Nullable DuplicateQuestion question) {
        var source = form.source();
        var lines = new ArrayList<>(form.leaders().lines());
        if (source.leaders() != null && (lines.isEmpty() || !lines.getLast().blank())) lines.add(new Instructions.Line("", false, "", ""));
        var shown = source.leaders() == null ? List.<SourcePage.Line>of()
                : IntStream.range(0, lines.size()).mapToObj(at -> new SourcePage.Line(at, lines.get(at).post(), lines.get(at).circled(), lines.get(at).on(), lines.get(at).words())).toList();
        return new SourcePage(source.type(), form.type().label().in(LocaleContextHolder.getLocale()), id, above(form, parent), form.asks(), shown, new Bearable(form.directory()).posts("leader"), kept, periods(form), outcome.complaints(), refused, outcome.before(), question);
    }

    private SourcePage.@Nullable Parent above(SourceForm form, @Nullable MatterId parent) {
        if (parent == null) return null;
        var row = matters.rows(List.of(parent.id()), form.viewer()).get(parent.id());
        if (row == null || !row.type().equals(form.type().parent())) throw new NotFound();
        return new SourcePage.Parent(parent, row.number(), row.title());
    }

    private List<String> periods(SourceForm form) {
        var field = form.source().urgency() == null ? null : form.type().fields().get(form.source().urgency());
        if (field == null) return List.of();
        var by = sources.periods().on(form.directory().today()).map(DefaultPeriods.Row::by).orElse(java.util.Map.of());
        return field.choices().entrySet().stream().filter(choice -> by.containsKey(choice.getKey()))
                .map(choice -> Words.say("supervision.period", choice.getValue().in(LocaleContextHolder.getLocale()), said(Objects.requireNonNull(by.get(choice.getKey()))))).toList();
    }

    private static String said(String period) {
        return period.equals(DefaultPeriods.SAME_DAY) ? Words.say("supervision.period.same-day") : cn.duban.workdays.Period.parse(period).say(LocaleContextHolder.getLocale());
    }
}
