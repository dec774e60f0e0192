package cn.duban.hotline.platform;

import cn.duban.hotline.Desks;
import cn.duban.hotline.Report;
import cn.duban.hotline.channel.Hooks;
import cn.duban.hotline.platform.AnswerColumn.Holds;
import cn.duban.hotline.platform.AnswerSheet.Answered;
import cn.duban.hotline.platform.HandBacks.HandBack;
import cn.duban.ledger.MatterId;
import cn.duban.sheets.Imports;
import cn.duban.sheets.RowDoor.Source;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk's page for platforms that work with sheets: what was brought in, what is owed, what was handed back. */
@Controller
@RequestMapping("/hotline/platforms")
class HandBackController {

    private static final int COLUMNS = 12;
    private static final int LONGEST = 40;

    private final Desks desks;
    private final Hooks hooks;
    private final HandBacks handBacks;
    private final HandingBack handing;
    private final AnswerSheet sheet;
    private final Imports imports;

    HandBackController(Desks desks, Hooks hooks, HandBacks handBacks, HandingBack handing, AnswerSheet sheet, Imports imports) {
        this.desks = desks;
        this.hooks = hooks;
        this.handBacks = handBacks;
        this.handing = handing;
        this.sheet = sheet;
        this.imports = imports;
    }

    @GetMapping
    String first(Viewer viewer) {
        desks.require(viewer);
        return hooks.platforms(viewer.tenant()).stream().findFirst().map(source -> "redirect:/hotline/platforms/" + PlatformPage.no(source)).orElse("hotline/no-platform");
    }

    @GetMapping("/{no:\\d{1,9}}")
    String show(@PathVariable int no, Viewer viewer, Model model) {
        var source = source(no, viewer);
        return page(source, handBacks.columns(viewer.tenant(), source.key()), new Complaints(), viewer, model);
    }

    private Source source(int no, Viewer viewer) {
        desks.require(viewer);
        return hooks.platforms(viewer.tenant()).stream().filter(one -> PlatformPage.no(one) == no).findFirst().orElseThrow(NotFound::new);
    }

    private String page(Source source, List<AnswerColumn> columns, Complaints complaints, Viewer viewer, Model model) {
        int tenant = viewer.tenant();
        var owed = handing.owed(tenant, source.key()).stream().map(this::row).toList();
        var shown = new ArrayList<>(columns);
        while (shown.size() < COLUMNS) shown.add(new AnswerColumn("", Holds.EMPTY));
        model.addAttribute("page", new PlatformPage(hooks.platforms(tenant), source, imports.of(source.key(), viewer), owed, owed.size() == HandBacks.MOST, backs(tenant, source.key()), shown, complaints, (String) model.getAttribute("said")));
        return "hotline/platform";
    }

    private PlatformPage.Row row(Answered one) {
        var due = one.own().field(Report.DUE_ABOVE);
        return new PlatformPage.Row(one.owed().matter(), one.own().id(), one.own().number(), one.number(), one.own().title(), one.told().reply().unit(), Dates.minute(one.told().reply().at()), one.satisfaction(), due, handing.ripe(one));
    }

    private List<PlatformPage.Back> backs(int tenant, String source) {
        var all = handBacks.of(tenant, source);
        var numbers = all.stream().collect(Collectors.toMap(HandBack::id, HandBack::no));
        return all.stream().map(one -> back(one, numbers)).toList();
    }

    private static PlatformPage.Back back(HandBack one, Map<UUID, Integer> numbers) {
        return new PlatformPage.Back(one.id(), one.no(), one.rows(), one.madeName(), Dates.minute(one.madeAt()), HexFormat.of().formatHex(one.digest()), one.again() == null ? null : numbers.get(one.again()));
    }

    @PostMapping("/{no:\\d{1,9}}/hand-backs")
    String hand(@PathVariable int no, @RequestParam(required = false) @Nullable Set<UUID> matter, Viewer viewer, RedirectAttributes told) {
        var source = source(no, viewer);
        return made(no, handing.hand(source.key(), Objects.requireNonNullElse(matter, Set.of()), viewer), told);
    }

    @PostMapping("/{no:\\d{1,9}}/hand-backs/{id:[0-9a-f-]{36}}/again")
    String again(@PathVariable int no, @PathVariable UUID id, Viewer viewer, RedirectAttributes told) {
        return made(no, handing.again(find(source(no, viewer), id, viewer), viewer), told);
    }

    private static String made(int no, UUID id, RedirectAttributes told) {
        told.addFlashAttribute("said", Words.say("hotline.hand-back.made"));
        return "redirect:/hotline/platforms/" + no + "/hand-backs/" + id;
    }

    private HandBack find(Source source, UUID id, Viewer viewer) {
        return handBacks.find(viewer.tenant(), source.key(), id).orElseThrow(NotFound::new);
    }

    @GetMapping("/{no:\\d{1,9}}/hand-backs/{id:[0-9a-f-]{36}}")
    String handed(@PathVariable int no, @PathVariable UUID id, Viewer viewer, Model model) {
        var source = source(no, viewer);
        var one = find(source, id, viewer);
        var handed = handBacks.rows(one);
        var cells = sheet.rows(one, handed);
        var rows = IntStream.range(0, handed.size()).mapToObj(i -> new HandBackPage.Row("/hotline/tickets/" + new MatterId(viewer.tenant(), handed.get(i).answer().matter()), cells.get(i))).toList();
        var before = one.again() == null ? Map.<UUID, Integer>of() : handBacks.find(viewer.tenant(), source.key(), one.again()).map(first -> Map.of(first.id(), first.no())).orElse(Map.of());
        model.addAttribute("page", new HandBackPage(source, back(one, before), one.columns().stream().map(AnswerColumn::head).toList(), rows, whole(one, cells)));
        return "hotline/hand-back";
    }

    private static boolean whole(HandBack one, List<List<String>> rows) {
        return Arrays.equals(one.digest(), AnswerSheet.digest(one.columns(), rows));
    }

    /** Written anew out of the same entries; where the law had some of them erased since, there is no such sheet any more. */
    @GetMapping("/{no:\\d{1,9}}/hand-backs/{id:[0-9a-f-]{36}}.xlsx")
    void download(@PathVariable int no, @PathVariable UUID id, Viewer viewer, HttpServletResponse response) throws IOException {
        var source = source(no, viewer);
        var one = find(source, id, viewer);
        var rows = sheet.rows(one, handBacks.rows(one));
        if (!whole(one, rows)) throw Refused.conflict("hotline.hand-back.erased", Words.say("hotline.hand-back.erased"), Words.say("hotline.hand-back.erased.next"));
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(Words.in(Words.CHINESE, "hotline.hand-back.file", source.name(), one.no()) + ".xlsx", StandardCharsets.UTF_8).build().toString());
        AnswerSheet.write(source.name(), one.columns(), rows, response.getOutputStream());
    }

    /** How the platform calls its columns, in its order; a line without a name is none. */
    @PostMapping("/{no:\\d{1,9}}/columns")
    String arrange(@PathVariable int no, @RequestParam Map<String, String> typed, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        var source = source(no, viewer);
        var columns = new ArrayList<AnswerColumn>();
        for (int i = 0; i < COLUMNS; i++) {
            var head = typed.getOrDefault("head" + i, "").strip();
            var holds = typed.getOrDefault("holds" + i, "");
            if (!head.isEmpty()) columns.add(new AnswerColumn(head, Arrays.stream(Holds.values()).filter(one -> one.word().equals(holds)).findFirst().orElse(Holds.EMPTY)));
        }
        var complaints = new Complaints().addIf(columns.stream().noneMatch(column -> column.holds() == Holds.NUMBER), "head0", "hotline.hand-back.columns.number")
                .addIf(columns.stream().noneMatch(column -> column.holds() == Holds.ANSWER), "head1", "hotline.hand-back.columns.answer").addIf(columns.stream().anyMatch(column -> column.head().length() > LONGEST), "head0", "hotline.hand-back.columns.long", LONGEST);
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            return page(source, columns, complaints, viewer, model);
        }
        handBacks.arrange(source.key(), columns, viewer);
        told.addFlashAttribute("said", Words.say("hotline.hand-back.columns.kept"));
        return "redirect:/hotline/platforms/" + no;
    }
}
