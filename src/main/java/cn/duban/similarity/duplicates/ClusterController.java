package cn.duban.similarity.duplicates;

import cn.duban.documents.TablesXlsx;
import cn.duban.ledger.Bearable;
import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Said;
import cn.duban.ledger.TypeCatalogue;
import cn.duban.similarity.duplicates.ClusterActs.What;
import cn.duban.similarity.duplicates.ClustersPage.Asked;
import cn.duban.similarity.meaning.Indexes;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Duplicates over whole ledgers, what is done about them, and what was said to be apart. */
@Controller
class ClusterController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int SHOWN = 20;
    private static final int WRITTEN = 1_000;

    private final Clusters clusters;
    private final ClusterActs acts;
    private final Aparts aparts;
    private final Matters matters;
    private final TypeCatalogue catalogue;
    private final Directories directories;
    private final Indexes indexes;

    ClusterController(Clusters clusters, ClusterActs acts, Aparts aparts, Matters matters, TypeCatalogue catalogue, Directories directories, Indexes indexes) {
        this.clusters = clusters;
        this.acts = acts;
        this.aparts = aparts;
        this.matters = matters;
        this.catalogue = catalogue;
        this.directories = directories;
        this.indexes = indexes;
    }

    @GetMapping(ClusterFilter.PAGE)
    String show(@RequestParam Map<String, String> asked, Viewer viewer, Model model) {
        model.addAttribute("page", page(ClusterFilter.read(asked), null, viewer));
        return "similarity/clusters";
    }

    private ClustersPage page(ClusterFilter filter, @Nullable Asked asked, Viewer viewer) {
        var found = clusters.of(filter, viewer, SHOWN);
        var types = catalogue.of(viewer.tenant()).stream().map(type -> new Choice(type.version().name(), Said.in(type.type().label()))).toList();
        return new ClustersPage(filter, found.clusters(), found.count(), filter.from() + SHOWN < found.count() ? filter.from(filter.from() + SHOWN) : null, types, new Bearable(directories.of(viewer.tenant())).units(),
                viewer.has(Duty.SUPERVISE), indexes.ready(), asked);
    }

    /** The filter stands in the address that the form is sent to. */
    @PostMapping(ClusterFilter.PAGE)
    String act(@RequestParam MultiValueMap<String, String> typed, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        viewer.require(Duty.SUPERVISE);
        var filter = ClusterFilter.read(typed.toSingleValueMap());
        var what = Arrays.stream(What.values()).filter(one -> one.name().equalsIgnoreCase(typed.getFirst("do"))).findFirst().orElseThrow(NotFound::new);
        var members = typed.getOrDefault("member", List.of()).stream().map(ClusterController::matter).distinct().toList();
        var reason = Objects.requireNonNullElse(typed.getFirst("reason"), "").strip();
        var master = Objects.requireNonNullElse(typed.getFirst("master"), "");
        var wrong = new ArrayList<String>();
        if (members.size() < 2) wrong.add(Words.say("similarity.clusters.two"));
        if (what == What.APART && reason.isEmpty()) wrong.add(Words.say("similarity.clusters.why"));
        if (what != What.APART && members.stream().map(MatterId::toString).noneMatch(master::equals)) wrong.add(Words.say("similarity.clusters.master.missing"));
        if (wrong.isEmpty()) {
            var outcome = acts.take(what, members, what == What.APART ? members.getFirst() : matter(master), reason, viewer);
            if (outcome.wrong().isEmpty()) {
                told.addFlashAttribute("said", Words.say("similarity.clusters.done." + what.name().toLowerCase(Locale.ROOT), outcome.done()));
                return "redirect:" + filter.href();
            }
            if (outcome.done() > 0) wrong.add(Words.say("similarity.clusters.partly", outcome.done()));
            wrong.addAll(outcome.wrong());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", page(filter, new Asked(Objects.requireNonNullElse(typed.getFirst("cluster"), ""), members.stream().map(MatterId::toString).toList(), master, reason, wrong), viewer));
        return "similarity/clusters";
    }

    private static MatterId matter(String text) {
        try {
            return MatterId.valueOf(text);
        } catch (IllegalArgumentException none) {
            throw new NotFound();
        }
    }

    @GetMapping(ClusterFilter.PAGE + ".xlsx")
    void workbook(@RequestParam Map<String, String> asked, Viewer viewer, HttpServletResponse response) throws IOException {
        var found = clusters.of(ClusterFilter.read(asked), viewer, WRITTEN);
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(Words.say("similarity.clusters.title") + ".xlsx", StandardCharsets.UTF_8).build().toString());
        TablesXlsx.write(List.of(ClusterSheet.of(found.clusters())), response.getOutputStream());
    }

    @GetMapping("/alikes/apart")
    String apart(Viewer viewer, Model model) {
        var all = aparts.seen(viewer);
        var rows = matters.rows(all.stream().flatMap(one -> Stream.of(one.one(), one.other())).collect(Collectors.toSet()), viewer);
        var directory = directories.of(viewer.tenant());
        var lines = all.stream().filter(one -> rows.containsKey(one.one()) && rows.containsKey(one.other())).map(one -> new ApartPage.Line(rows.get(one.one()), rows.get(one.other()), one.reason(),
                directory.unitName(one.unit()) + directory.person(one.person()).map(person -> " " + person.name()).orElse(""), one.at())).toList();
        model.addAttribute("page", new ApartPage(lines, viewer.has(Duty.SUPERVISE)));
        return "similarity/apart";
    }

    @PostMapping("/alikes/apart")
    String takeBack(@RequestParam String one, @RequestParam String other, Viewer viewer, RedirectAttributes told) {
        viewer.require(Duty.SUPERVISE);
        if (!aparts.takeBack(matter(one).id(), matter(other).id(), viewer)) throw new NotFound();
        told.addFlashAttribute("said", Words.say("similarity.apart.taken-back"));
        return "redirect:/alikes/apart";
    }
}
