package cn.duban.ledger.desk;

import cn.duban.ledger.MatterTypes.Version;
import cn.duban.ledger.Rehearsal;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A matter played through a version: the whole rehearsal stands in the address, so that it can be sent on, and the browser's back undoes a step. */
@Controller
class RehearsalController {

    private final Rehearsing rehearsing;

    RehearsalController(Rehearsing rehearsing) {
        this.rehearsing = rehearsing;
    }

    @GetMapping("/types/{name:[a-z][a-z0-9-]*}/{version:\\d{1,6}|shipped-\\d{1,6}}/rehearsal")
    String show(@PathVariable String name, @PathVariable String version, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate opened,
            @RequestParam MultiValueMap<String, String> asked, @RequestParam(required = false) @Nullable String as, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime time, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
            @RequestParam(name = "do", required = false) @Nullable String act, Viewer viewer, Model model) {
        var moves = asked.getOrDefault("move", List.of()).stream().limit(Rehearsal.LONGEST).toList();
        var without = Set.copyOf(asked.getOrDefault("without", List.of()));
        var page = rehearsing.show(viewer, Version.of(viewer.tenant(), name, version).orElseThrow(NotFound::new), new Rehearsing.Asked(opened, moves, as, day, time, due, without, act));
        if (act != null && page.wrong() == null) return "redirect:" + Script.address("/types/" + name + "/" + version + "/rehearsal", page.opened(), page.moves());
        model.addAttribute("page", page);
        return "ledger/type-rehearsal";
    }
}
