package cn.duban.inspection.draw;

import cn.duban.crypto.CanonicalJson;
import cn.duban.inspection.Declaration;
import cn.duban.inspection.Plans;
import cn.duban.inspection.draw.DrawPages.FormPage;
import cn.duban.inspection.draw.DrawPages.Line;
import cn.duban.inspection.draw.DrawPages.OnePage;
import cn.duban.inspection.draw.DrawPages.Witness;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Person;
import cn.duban.units.Unit;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Tick;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A team drawn by lot: pool bound, witnesses heard, names opened, and the record for whoever wants to draw again. */
@Controller
@RequestMapping("/inspections")
class DrawController {

    private static final String ID = "{id:[0-9a-f]{8}-[0-9a-f-]{27}}";
    private static final int WITNESSES = 4;

    private final Draws draws;
    private final Plans plans;
    private final Experts experts;
    private final Directories directories;

    DrawController(Draws draws, Plans plans, Experts experts, Directories directories) {
        this.draws = draws;
        this.plans = plans;
        this.experts = experts;
        this.directories = directories;
    }

    @GetMapping("/" + ID + "/draws/new")
    String form(@PathVariable UUID id, Viewer viewer, Model model) {
        viewer.require(Duty.SUPERVISE);
        var inspection = approved(id, viewer);
        var units = among(inspection, directories.of(viewer.tenant())).stream().map(Unit::id).toList();
        return form(inspection, units, List.of(), "3", "90", "", "", new Complaints(), viewer, model);
    }

    private String form(Declaration inspection, List<Integer> units, List<String> fields, String wanted, String recent, String barred, String again, Complaints complaints, Viewer viewer, Model model) {
        var ticks = among(inspection, directories.of(viewer.tenant())).stream().map(unit -> new Tick(String.valueOf(unit.id()), unit.name(), units.contains(unit.id()))).toList();
        var outside = experts.ready(viewer).stream().collect(Collectors.groupingBy(Expert::field, TreeMap::new, Collectors.counting())).entrySet().stream().map(field -> new Tick(field.getKey(), Words.say("inspection.draw.field", field.getKey(), field.getValue()), fields.contains(field.getKey()))).toList();
        model.addAttribute("page", new FormPage(inspection.title(), inspection.href(), ticks, outside, wanted, recent, barred, draws.of(inspection.id(), viewer).isEmpty() ? null : again, complaints));
        return "inspection/draw-form";
    }

    /** Units out of which people may be drawn: not those inspected, whose people would only be excluded one by one. */
    private static List<Unit> among(Declaration inspection, Directory directory) {
        return directory.units().stream().filter(unit -> unit.kind() != Unit.Kind.GOVERNMENT && unit.kind() != Unit.Kind.SECTION && !inspection.objects().contains(unit.id())).toList();
    }

    private Declaration approved(UUID id, Viewer viewer) {
        return plans.find(id, viewer).filter(one -> one.matter() != null).orElseThrow(NotFound::new);
    }

    @PostMapping("/" + ID + "/draws")
    String prepare(@PathVariable UUID id, @RequestParam(defaultValue = "") List<String> units, @RequestParam MultiValueMap<String, String> typed, @RequestParam(defaultValue = "") String wanted, @RequestParam(defaultValue = "") String recent, @RequestParam(defaultValue = "") String barred, @RequestParam(defaultValue = "") String again, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.SUPERVISE);
        var inspection = approved(id, viewer);
        var directory = directories.of(viewer.tenant());
        var complaints = new Complaints();
        var chosen = among(inspection, directory).stream().map(Unit::id).filter(unit -> units.contains(String.valueOf(unit))).toList();
        // a field may hold a comma, at which a list would be cut
        var fields = typed.getOrDefault("fields", List.of());
        var outside = experts.ready(viewer).stream().filter(expert -> fields.contains(expert.field())).toList();
        complaints.addIf(chosen.isEmpty() && outside.isEmpty(), "units", "inspection.draw.units.missing");
        complaints.addIf(!wanted.matches("[1-9]\\d?"), "wanted", "inspection.draw.wanted.wrong").addIf(!recent.matches("\\d{1,4}"), "recent", "inspection.draw.recent.wrong");
        complaints.addIf(again.isBlank() && !draws.of(id, viewer).isEmpty(), "again", "inspection.draw.again.missing");
        var reasons = barred(barred, directory, outside, complaints);
        if (complaints.isEmpty()) {
            try {
                var days = Integer.parseInt(recent);
                var pool = Pool.of(directory, inspection, chosen, days, again.strip(), draws.served(viewer.tenant(), days), reasons, outside);
                return "redirect:/inspections/draws/" + draws.prepare(inspection, pool, Integer.parseInt(wanted), viewer);
            } catch (Refused refused) {
                complaints.add("wanted", "inspection.refused", refused.getMessage() + refused.next());
            }
        }
        response.setStatus(422);
        return form(inspection, chosen, fields, wanted, recent, barred, again, complaints, viewer, model);
    }

    private static Map<Integer, String> barred(String typed, Directory directory, List<Expert> outside, Complaints complaints) {
        var barred = new LinkedHashMap<Integer, String>();
        for (var line : typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            var parts = line.split("[：:]", 2);
            var found = Stream.concat(directory.peopleNamed(parts[0].strip()).stream().map(Person::id), outside.stream().filter(expert -> expert.name().equals(parts[0].strip())).map(Expert::person)).toList();
            complaints.addIf(parts.length < 2 || parts[1].isBlank(), "barred", "inspection.draw.barred.reason", line).addIf(found.isEmpty(), "barred", "inspection.draw.barred.nobody", parts[0].strip());
            if (parts.length == 2) found.forEach(person -> barred.put(person, parts[1].strip()));
        }
        return barred;
    }

    @GetMapping("/draws/" + ID)
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        return show(id, List.of(), new Complaints(), null, viewer, model);
    }

    private String show(UUID id, List<Witness> typed, Complaints complaints, @Nullable Refused refused, Viewer viewer, Model model) {
        var draw = draws.find(id, viewer).orElseThrow(NotFound::new);
        var inspection = plans.find(draw.declaration(), viewer).orElseThrow(NotFound::new);
        var pool = Pool.read(draw.pool());
        var acts = viewer.has(Duty.SUPERVISE);
        var opened = draw.state() == Draw.State.OPENED;
        model.addAttribute("page", new OnePage(draw, inspection.title(), inspection.href(), acts || opened ? pool.candidates().stream().map(Line::of).toList() : List.of(), acts || opened ? pool.excluded().stream().map(Line::of).toList() : List.of(), pool.again(), draw.witnesses() == null ? typed : heard(draw.witnesses()), opened ? people(draw, pool) : List.of(),
                acts, draw.state() != Draw.State.PREPARED && DrawRecord.holds(draw), complaints, (String) model.getAttribute("said"), refused == null ? null : refused.getMessage() + refused.next()));
        return "inspection/draw";
    }

    private static List<Witness> heard(String canonical) {
        return CanonicalJson.tree(canonical.getBytes(StandardCharsets.UTF_8)).valueStream().map(one -> new Witness(one.get("name").stringValue(), one.get("post").stringValue(), one.get("words").stringValue())).toList();
    }

    private static List<DrawPages.Person> people(Draw draw, Pool pool) {
        var team = draw.team();
        return IntStream.range(0, draw.order().size()).mapToObj(at -> {
            var person = draw.order().get(at);
            var one = pool.candidates().stream().filter(candidate -> candidate.person() == person).findFirst().orElseThrow();
            var declined = draw.declined().stream().filter(gone -> gone.person() == person).map(Draw.Declined::reason).findFirst().orElse(null);
            return new DrawPages.Person(at + 1, person, one.name(), one.unit(), one.post(), declined, team.contains(person));
        }).toList();
    }

    @PostMapping("/draws/" + ID + "/drawing")
    String draw(@PathVariable UUID id, @RequestParam(defaultValue = "") List<String> name, @RequestParam(defaultValue = "") List<String> post, @RequestParam(defaultValue = "") List<String> words, Viewer viewer, HttpServletResponse response, Model model) {
        viewer.require(Duty.SUPERVISE);
        var typed = IntStream.range(0, Math.min(WITNESSES, name.size())).mapToObj(i -> new Witness(name.get(i).strip(), i < post.size() ? post.get(i).strip() : "", i < words.size() ? words.get(i).strip() : "")).toList();
        var heard = typed.stream().filter(one -> !one.name().isEmpty() || !one.words().isEmpty()).toList();
        var complaints = new Complaints();
        complaints.addIf(heard.stream().map(Witness::name).distinct().count() < 2, "witnesses", "inspection.draw.witnesses.few").addIf(heard.stream().anyMatch(one -> one.name().isEmpty() || one.post().isEmpty() || one.words().isEmpty()), "witnesses", "inspection.draw.witnesses.whole")
                .addIf(heard.stream().anyMatch(one -> one.name().equals(viewer.personName())), "witnesses", "inspection.draw.witnesses.self");
        if (!complaints.isEmpty()) {
            response.setStatus(422);
            return show(id, typed, complaints, null, viewer, model);
        }
        draws.draw(id, heard.stream().map(one -> Map.of("name", one.name(), "post", one.post(), "words", one.words())).toList(), viewer);
        return "redirect:/inspections/draws/" + id;
    }

    @PostMapping("/draws/" + ID + "/opening")
    String open(@PathVariable UUID id, Viewer viewer, RedirectAttributes told) {
        draws.open(id, viewer);
        told.addFlashAttribute("said", Words.say("inspection.draw.opened"));
        return "redirect:/inspections/draws/" + id;
    }

    @PostMapping("/draws/" + ID + "/declining")
    String decline(@PathVariable UUID id, @RequestParam int person, @RequestParam(defaultValue = "") String reason, Viewer viewer, RedirectAttributes told, HttpServletResponse response, Model model) {
        try {
            draws.decline(id, person, reason, viewer);
        } catch (Refused refused) {
            if (refused.status().value() == 404) throw refused;
            response.setStatus(refused.status().value());
            return show(id, List.of(), new Complaints(), refused, viewer, model);
        }
        told.addFlashAttribute("said", Words.say("inspection.draw.declined"));
        return "redirect:/inspections/draws/" + id;
    }

    /** Where a browser comes back to after a reload. */
    @GetMapping("/draws/" + ID + "/{step:drawing|opening|declining}")
    ResponseEntity<Void> done(@PathVariable UUID id) {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/inspections/draws/" + id)).build();
    }

    @GetMapping("/draws/" + ID + "/record")
    ResponseEntity<byte[]> record(@PathVariable UUID id, Viewer viewer) {
        var draw = draws.find(id, viewer).filter(one -> one.state() == Draw.State.OPENED).orElseThrow(NotFound::new);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("draw-" + id + ".json").build().toString()).body(DrawRecord.of(draw));
    }

    @GetMapping("/draws/how")
    String how(Viewer viewer) {
        return "inspection/draw-how";
    }
}
