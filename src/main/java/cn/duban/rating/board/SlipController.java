package cn.duban.rating.board;

import cn.duban.ledger.Door;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.Matters;
import cn.duban.rating.Links;
import cn.duban.rating.Offices;
import cn.duban.rating.Rules;
import cn.duban.rating.Service;
import cn.duban.rating.Services;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Slips to hand to whoever was served: of a visit at a window without a device, and of a matter. */
@Controller
@RequestMapping("/ratings")
class SlipController {

    private static final String MATTER = "/matters/{id:\\d+-[0-9a-f-]{36}}";

    private final Services services;
    private final Boards boards;
    private final Links links;
    private final Rules rules;
    private final Matters matters;
    private final Directories directories;
    private final Clock clock;

    SlipController(Services services, Boards boards, Links links, Rules rules, Matters matters, Directories directories, Clock clock) {
        this.services = services;
        this.boards = boards;
        this.links = links;
        this.rules = rules;
        this.matters = matters;
        this.directories = directories;
        this.clock = clock;
    }

    @GetMapping("/visits/new")
    String visit(Viewer viewer, Model model) {
        model.addAttribute("page", new SlipPage("", "", viewer.unitName(), "", "/ratings/visits", null, false, "/ratings", new Complaints()));
        return "rating/slip";
    }

    @PostMapping("/visits")
    String served(@RequestParam(defaultValue = "") String item, Viewer viewer, HttpServletResponse response, Model model) {
        var complaints = new Complaints().addIf(item.isBlank() || item.length() > Service.LONGEST_ITEM, "item", "rating.item.missing", Service.LONGEST_ITEM).addIf(!Door.masked(item).equals(item) || Door.marked(item), "item", "rating.item.numbered");
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", new SlipPage("", item, viewer.unitName(), "", "/ratings/visits", null, false, "/ratings", complaints));
            return "rating/slip";
        }
        var id = services.offer(new Service(viewer.tenant(), Ledger.newId(), item.strip(), Offices.serving(viewer.unit(), directories.of(viewer.tenant())), viewer.person(), null, 0, null, clock.instant()));
        return "redirect:/ratings/services/" + id;
    }

    @GetMapping("/services/{id:[0-9a-f-]{36}}")
    String slip(@PathVariable UUID id, Viewer viewer, HttpServletRequest request, Model model) {
        boards.spot(id, viewer).orElseThrow(NotFound::new);
        var service = services.find(viewer.tenant(), id).orElseThrow(NotFound::new);
        if (service.matter() != null) return "redirect:/matters/" + viewer.tenant() + "-" + service.matter();
        model.addAttribute("page", shown(service, "", "/ratings", request, viewer));
        return "rating/slip";
    }

    /** As a page of its own, to be printed; whoever sees the matter may hand it out. */
    @GetMapping(MATTER)
    String ofMatter(@PathVariable MatterId id, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Viewer viewer, HttpServletRequest request, Model model) {
        var row = row(id, viewer);
        var page = services.of(id.tenant(), id.id(), 0).map(service -> htmx == null ? shown(service, row.number(), "/matters/" + id, request, viewer) : page(service, row.number(), "/matters/" + id))
                .orElseGet(() -> new SlipPage(row.number(), item(row), row.lead(), "", "/ratings/matters/" + id, null, false, "/matters/" + id, new Complaints()));
        model.addAttribute("page", page);
        return htmx == null ? "rating/slip" : "rating/slip-panel";
    }

    @PostMapping(MATTER)
    String offer(@PathVariable MatterId id, Viewer viewer) {
        var row = row(id, viewer);
        var unit = Optional.of(row.lead()).flatMap(name -> directories.of(id.tenant()).unitNamed(name)).map(one -> one.id()).orElse(viewer.unit());
        services.offer(new Service(id.tenant(), Ledger.newId(), item(row), unit, null, id.id(), 0, null, clock.instant()));
        return "redirect:/ratings/matters/" + id;
    }

    private MatterRow row(MatterId id, Viewer viewer) {
        if (id.tenant() != viewer.tenant()) throw new NotFound();
        return Optional.ofNullable(matters.rows(List.of(id.id()), viewer).get(id.id())).filter(row -> rules.matters().contains(row.type())).orElseThrow(NotFound::new);
    }

    private static String item(MatterRow row) {
        return row.typeLabel().in(Words.CHINESE);
    }

    /** The code itself; beside a matter there is only the way to it, so that nobody has it before them by chance. */
    private SlipPage shown(Service service, String about, String back, HttpServletRequest request, Viewer viewer) {
        var page = page(service, about, back);
        if (page.link() != null) services.shown(service, request, viewer);
        return page;
    }

    private SlipPage page(Service service, String about, String back) {
        var directory = directories.of(service.tenant());
        var rated = services.level(service.tenant(), service.id()).isPresent();
        return new SlipPage(about, service.item(), directory.unitName(service.unit()), Dates.day(LocalDate.ofInstant(service.servedAt(), directory.zone())), null, rated ? null : links.whole(links.path(service.tenant(), service.id())), rated, back, new Complaints());
    }
}
