package cn.duban.sheets;

import cn.duban.web.Refused;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A spreadsheet comes in, is understood by a person, checked, and becomes matters. */
@Controller
@RequestMapping("/sheets")
class SheetController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SheetIntakes intakes;
    private final Uploads uploads;
    private final Mappings mappings;
    private final SheetPages pages;
    private final FaultySheet faulty;
    private final Importing importing;
    private final RowDuplicates duplicates;
    private final Lines lines;

    SheetController(SheetIntakes intakes, Lines lines, Uploads uploads, Mappings mappings, SheetPages pages, FaultySheet faulty, Importing importing, RowDuplicates duplicates) {
        this.duplicates = duplicates;
        this.lines = lines;
        this.intakes = intakes;
        this.uploads = uploads;
        this.mappings = mappings;
        this.pages = pages;
        this.faulty = faulty;
        this.importing = importing;
    }

    @GetMapping
    String list(Viewer viewer, Model page) {
        viewer.require(Duty.SUPERVISE);
        page.addAttribute("page", pages.all(viewer));
        return "sheets/sheets";
    }

    @PostMapping
    String take(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String source, Viewer viewer) throws IOException {
        viewer.require(Duty.SUPERVISE);
        if (file == null || file.isEmpty()) throw Refused.invalid("sheets.nothing-given", Words.say("sheets.nothing"), Words.say("sheets.nothing.next"));
        var kept = Files.createTempFile("sheet", ".tmp");
        try {
            file.transferTo(kept);
            return "redirect:/sheets/" + uploads.take(viewer, Objects.requireNonNullElse(file.getOriginalFilename(), "ledger.xlsx"), kept, source);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "0") int after, Viewer viewer, Model page) {
        var intake = intakes.required(id, viewer);
        if (intake.state() == SheetIntake.State.DRAFT) {
            page.addAttribute("page", pages.mapping(intake, viewer));
            return "sheets/mapping";
        }
        page.addAttribute("page", pages.outcome(intake, show, after, viewer));
        return "sheets/intake";
    }

    /** How far it is, for whoever watches; the whole page once it has arrived. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable UUID id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, HttpServletResponse response, Model page) {
        var intake = intakes.required(id, viewer);
        if (!intake.working() && htmx == null) return "redirect:/sheets/" + id;
        if (!intake.working()) response.setHeader("HX-Refresh", "true");
        page.addAttribute("page", intake);
        return "sheets/progress";
    }

    @PostMapping("/{id}/mapping")
    String map(@PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> typed, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var intake = intakes.required(id, viewer);
        var mapping = mappings.read(intake, typed, viewer);
        intakes.map(intake, version, mapping);
        if (!"check".equals(typed.get("then"))) return "redirect:/sheets/" + id + "#columns";
        importing.check(intakes.required(id, viewer), viewer);
        return "redirect:/sheets/" + id;
    }

    @PostMapping("/{id}/reopening")
    String reopen(@PathVariable UUID id, @RequestParam int version, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var intake = intakes.required(id, viewer);
        intakes.map(intake, version, intake.mapping());
        return "redirect:/sheets/" + id;
    }

    /** What is decided is kept; what is not, or lacks its reason, is asked again with what was typed. */
    @PostMapping("/{id}/duplicates")
    String decide(@PathVariable UUID id, @RequestParam Map<String, String> typed, Viewer viewer, HttpServletResponse response, Model page) {
        viewer.require(Duty.SUPERVISE);
        var intake = intakes.required(id, viewer);
        if (intake.state() != SheetIntake.State.CHECKED) return "redirect:/sheets/" + id;
        var asked = duplicates.asked(intake, typed, viewer);
        duplicates.decide(intake, asked);
        if (asked.complaints().isEmpty()) return "redirect:/sheets/" + id;
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        page.addAttribute("page", pages.outcome(intake, "", 0, asked, viewer));
        return "sheets/intake";
    }

    @PostMapping("/{id}/run")
    String run(@PathVariable UUID id, @RequestParam int version, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        importing.run(intakes.required(id, viewer), version, viewer);
        return "redirect:/sheets/" + id;
    }

    @PostMapping("/{id}/halt")
    String halt(@PathVariable UUID id, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        importing.halt(intakes.required(id, viewer), viewer);
        return "redirect:/sheets/" + id;
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable UUID id, @RequestParam int version, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var intake = intakes.required(id, viewer);
        intakes.discard(intake, version);
        lines.forget(intake.tenant(), id, 0);
        return "redirect:/sheets";
    }

    /** The rows to be corrected, with the head of their sheet and a column that says what is wrong. */
    @GetMapping("/{id}/faulty.xlsx")
    void faulty(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) throws IOException {
        var intake = intakes.required(id, viewer);
        var name = intake.name().replaceFirst("\\.[A-Za-z]{3,4}$", "") + "-" + Words.in(Words.CHINESE, "sheets.faulty.file") + ".xlsx";
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        faulty.write(intake, viewer, response.getOutputStream());
    }
}
