package cn.duban.hotline.open311;

import cn.duban.hotline.Categories;
import cn.duban.hotline.Desks;
import cn.duban.hotline.Desks.Line;
import cn.duban.hotline.Report;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.channel.Held;
import cn.duban.hotline.open311.Clients.Client;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.concurrent.ThreadLocalRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.jspecify.annotations.Nullable;

/** The methods of GeoReport v2. What it answers ends as the path does: {@code .xml} or {@code .json}. */
@RestController
@RequestMapping("/api/open311")
class GeoReportController {

    private static final Logger log = LoggerFactory.getLogger(GeoReportController.class);
    private static final String END = ".{end:json|xml}";
    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    /** When the services or what they ask for were changed last. */
    private static final String CHANGESET = "2026-11-29T00:00:00+08:00";

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String PATHS = "(/v2)?/discovery|/v2/services|/v2/services/[^/]+|/v2/requests|/v2/requests/[^/]+|/v2/tokens/[^/]+";

    private final Desks desks;
    private final Directories directories;
    private final Categories categories;
    private final MatterTypes types;
    private final Clients clients;
    private final Filing filing;
    private final ServiceRequests requests;
    private final Shown shown;
    private final Held held;
    private final Tickets tickets;
    private final Clock clock;
    private final String address;

    GeoReportController(Desks desks, Directories directories, Categories categories, MatterTypes types, Clients clients, Filing filing, ServiceRequests requests, Shown shown, Held held, Tickets tickets, Clock clock, @Value("${duban.address:}") String address) {
        this.desks = desks;
        this.directories = directories;
        this.categories = categories;
        this.types = types;
        this.clients = clients;
        this.filing = filing;
        this.requests = requests;
        this.shown = shown;
        this.held = held;
        this.tickets = tickets;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    @GetMapping({"/discovery" + END, "/v2/discovery" + END})
    ResponseEntity<byte[]> discovery(HttpServletRequest request) {
        var base = address.isEmpty() ? request.getRequestURL().toString().replaceAll("/api/open311/.*", "") : address;
        var endpoint = new LinkedHashMap<String, Object>();
        endpoint.put("specification", SPECIFICATION);
        endpoint.put("url", base + "/api/open311/v2");
        endpoint.put("changeset", CHANGESET);
        endpoint.put("type", "production");
        endpoint.put("formats", List.of("text/xml", "application/json"));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("changeset", CHANGESET);
        tree.put("contact", Words.say("hotline.open311.contact", base + "/public/hotline"));
        tree.put("key_service", Words.say("hotline.open311.key-service"));
        tree.put("endpoints", List.of(endpoint));
        return answer(request, 200, "discovery", tree);
    }

    @GetMapping("/v2/services" + END)
    ResponseEntity<byte[]> services(HttpServletRequest request) throws IOException {
        line(Asked.of(request));
        return answer(request, 200, "services", ServiceList.of(categories).all().stream().map(ServiceList.Service::tree).toList());
    }

    @GetMapping("/v2/services/{code}" + END)
    ResponseEntity<byte[]> service(@PathVariable String code, HttpServletRequest request) throws IOException {
        var line = line(Asked.of(request));
        var service = ServiceList.of(categories).find(code).orElseThrow(() -> new Fault(404, Words.say("hotline.open311.service.unknown", code)));
        return answer(request, 200, "service_definition", ServiceList.definition(service, types.current(line.tenant(), Tickets.TYPE).type(), Report.areas(directories.of(line.tenant()))));
    }

    @PostMapping("/v2/requests" + END)
    ResponseEntity<byte[]> file(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, HttpServletRequest request) throws IOException {
        var asked = Asked.of(request);
        var client = clients.of(Filing.value(asked, "api_key")).orElseThrow(() -> new Fault(403, Words.say(Filing.value(asked, "api_key").isEmpty() ? "hotline.open311.key.missing" : "hotline.open311.key.wrong")));
        var line = line(asked);
        if (line.tenant() != client.tenant()) throw new Fault(403, Words.say("hotline.open311.key.elsewhere"));
        return answer(request, 200, "service_requests", List.of(taken(filing.file(client, line, asked, key))));
    }

    private static Map<String, Object> taken(Filing.Filed filed) {
        var tree = new LinkedHashMap<String, Object>();
        var taken = filed.taken();
        // the specification's own way for a number that is not there yet
        if (taken == null) tree.put("token", filed.token());
        else tree.put("service_request_id", taken.number());
        tree.put("service_notice", taken == null ? Words.say("hotline.open311.held") : Words.say("hotline.open311.taken", taken.number(), taken.code()));
        tree.put("account_id", null);
        return tree;
    }

    @GetMapping("/v2/requests" + END)
    ResponseEntity<byte[]> requests(HttpServletRequest request) throws IOException {
        var asked = Asked.of(request);
        return answer(request, 200, "service_requests", shown(asked, Wanted.of(asked, clock.instant())));
    }

    @GetMapping("/v2/requests/{number}" + END)
    ResponseEntity<byte[]> request(@PathVariable String number, HttpServletRequest request) throws IOException {
        var found = shown(Asked.of(request), Wanted.number(number, clock.instant()));
        if (found.isEmpty()) throw new Fault(404, Words.say("hotline.open311.request.unknown", number));
        return answer(request, 200, "service_requests", found);
    }

    private List<Map<String, Object>> shown(Map<String, String> asked, Wanted wanted) {
        var line = line(asked);
        var source = reader(asked, line).map(Client::source).orElse("");
        var services = ServiceList.of(categories);
        return shown.all(line.tenant(), requests.list(line.tenant(), source, wanted, wanted.services().stream().flatMap(code -> services.find(code).stream()).map(ServiceList.Service::category).toList()), services);
    }

    /** A key is not asked for here; one that is shown must be good. */
    private Optional<Client> reader(Map<String, String> asked, Line line) {
        var key = Filing.value(asked, "api_key");
        if (key.isEmpty()) return Optional.empty();
        return Optional.of(clients.of(key).filter(client -> client.tenant() == line.tenant()).orElseThrow(() -> new Fault(403, Words.say("hotline.open311.key.wrong"))));
    }

    /** A number, which most requests have at once, stands for itself; what is held for the desk has its number once that took it. */
    @GetMapping("/v2/tokens/{token}" + END)
    ResponseEntity<byte[]> token(@PathVariable String token, HttpServletRequest request) throws IOException {
        var asked = Asked.of(request);
        var waiting = UUID_FORM.matcher(token).matches() ? held.fate(line(asked).tenant(), UUID.fromString(token)) : Optional.<Held.Fate>empty();
        var number = waiting.isPresent() ? waiting.map(Held.Fate::ticket).flatMap(id -> tickets.find(new MatterId(line(asked).tenant(), id))).map(Ticket::number) : Optional.of(token).filter(said -> !shown(asked, Wanted.number(said, clock.instant())).isEmpty());
        if (number.isEmpty() && waiting.filter(Held.Fate::waits).isEmpty()) throw new Fault(404, Words.say("hotline.open311.token.unknown", token));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("service_request_id", number.orElse(null));
        tree.put("token", token);
        return answer(request, 200, "service_requests", List.of(tree));
    }

    /** What leads nowhere, or is asked in a way that it cannot be. */
    @RequestMapping("/**")
    ResponseEntity<byte[]> elsewhere(HttpServletRequest request) {
        var path = request.getRequestURI().substring("/api/open311".length());
        if (path.replaceFirst("\\.(json|xml)$", "").matches(PATHS) && path.matches(".*\\.(json|xml)")) throw new Fault(405, Words.say("hotline.open311.method", request.getMethod()));
        if (path.matches(PATHS)) throw new Fault(400, Words.say("hotline.open311.format"));
        throw new Fault(404, Words.say("hotline.open311.path"));
    }

    /** The only line there is, or the one that was named: by the number of its government here, or by the code of its region where no other has it. */
    private Line line(Map<String, String> asked) {
        var said = Filing.value(asked, "jurisdiction_id");
        var lines = desks.lines();
        if (said.isEmpty() && lines.size() > 1) throw new Fault(400, Words.say("hotline.open311.jurisdiction.missing"));
        var named = said.isEmpty() ? lines : lines.stream().filter(line -> said.equals(String.valueOf(line.tenant()))).toList();
        if (named.isEmpty()) named = lines.stream().filter(line -> said.equals(directories.of(line.tenant()).region())).toList();
        if (named.size() != 1) throw new Fault(404, Words.say("hotline.open311.jurisdiction.unknown", said));
        return named.getFirst();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> fault(Fault fault, HttpServletRequest request) {
        return answer(request, fault.status(), "errors", fault.sentences().stream().map(sentence -> error(fault.status(), sentence)).toList());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> fault(Refused refused, HttpServletRequest request) {
        return fault(new Fault(refused.status().value() == 404 ? 404 : 400, refused.getMessage()), request);
    }

    /** What nobody foresaw goes to the log under a reference, never outside. */
    @ExceptionHandler
    ResponseEntity<byte[]> fault(RuntimeException cause, HttpServletRequest request) {
        var reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        log.error("unforeseen, reference {}", reference, cause);
        return fault(new Fault(500, Words.say("web.fault.500.next", reference)), request);
    }

    private static Map<String, Object> error(int code, String description) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("code", code);
        tree.put("description", description);
        return tree;
    }

    private static ResponseEntity<byte[]> answer(HttpServletRequest request, int status, String root, Object tree) {
        var format = Spark.of(request.getRequestURI());
        return ResponseEntity.status(status).header("Content-Type", format.contentType()).header("Cache-Control", "no-store").body(format.write(root, tree));
    }
}
