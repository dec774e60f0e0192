package cn.duban.bench;

import cn.duban.bench.Door.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A busy hour of the line: citizens who report and look after what they reported, and agents who take calls and send the tickets on, all at once,
 * each reading and typing for {@value #SHORTEST} to {@value #LONGEST} ms between two pages. What a page takes is told until the last byte, redirects included.
 */
final class HotlineDay {

    private static final int CITIZENS = 100;
    private static final int AGENTS = 50;
    private static final int SHORTEST = 2_000;
    private static final int LONGEST = 8_000;

    private final Options options;
    private final Manifest manifest;
    private final Prose prose = new Prose(Words.read());
    private int before;

    HotlineDay(Options options) throws Exception {
        this.options = options;
        this.manifest = Manifest.read(options.data());
    }

    void run() throws Exception {
        open();
        Drive.count(options);
        var notes = new ArrayList<String>();
        var figures = new ArrayList<Figure>();
        try (var product = Product.beside(options.data()); var sql = product.getBean(DataSource.class).getConnection()) {
            try (var statement = sql.createStatement()) {
                statement.execute("create extension if not exists pg_stat_statements");
            }
            var postmaster = Long.parseLong(Files.readAllLines(options.data().resolve("postgres/postmaster.pid")).getFirst().strip());
            try (var app = App.start(options, "--spring.datasource.url=" + sql.getMetaData().getURL(), "--spring.datasource.username=postgres", "--server.forward-headers-strategy=native", "--duban.timers=" + options.settle().timers())) {
                if (options.settle() == Options.Settle.YES) Drive.settle(app.process(), postmaster, sql);
                before = count(sql);
                figures.add(new Bout(CITIZENS + AGENTS, options.warm(), options.seconds(), app.process(), postmaster, sql)
                        .take("%d citizens and %d agents".formatted(CITIZENS, AGENTS), worker -> worker < CITIZENS ? citizen(worker) : agent(worker)));
                notes.add("tickets on the ledger at the end: %d".formatted(count(sql)));
                notes.add("the product's process: %d MiB in memory, %d at most".formatted(Costs.memory(app.process().pid(), "VmRSS"), Costs.memory(app.process().pid(), "VmHWM")));
            }
        }
        new Report(options, manifest, figures, notes).write();
    }

    /** The first time, the centre is opened; accounts need the web's sessions. */
    private void open() throws IOException {
        if (manifest.said().containsKey("agents")) return;
        try (var product = Product.fresh(options.data())) {
            new Founding(product, Words.read(), options.seed()).hotline(manifest.number("tenant"), AGENTS);
        }
        manifest.put("agents", AGENTS);
        manifest.write(options.data());
    }

    private static int count(Connection sql) throws Exception {
        try (var statement = sql.createStatement(); var row = statement.executeQuery("select count(*) from ledger.matter where type = 'hotline-ticket'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Person citizen(int worker) {
        return new Citizen(new Door(options.port()), random(worker), worker);
    }

    private Person agent(int worker) throws IOException {
        return new Agent(new Door(options.port()).signIn("agent" + (worker - CITIZENS + 1)), random(worker));
    }

    /** Other people in every run on a folder: the ones before reported already, and would be asked whether this is the same. */
    private SplittableRandom random(int worker) {
        return new SplittableRandom((options.seed() * 7919 + worker) * 7919 + before);
    }

    /** Somebody with a browser, who goes from page to page and begins anew at the end. */
    private abstract class Person implements Bout.Work {

        final Door door;
        final SplittableRandom random;
        private int step;

        Person(Door door, SplittableRandom random) {
            this.door = door;
            this.random = random;
        }

        /** Null where there is nothing to do this time, and the next step follows at once. */
        interface Step {
            @Nullable Answer take() throws IOException;
        }

        abstract List<Step> path();

        @Override
        public Answer once() throws IOException {
            var path = path();
            while (true) {
                var now = step++ % path.size();
                try {
                    var answer = path.get(now).take();
                    if (answer != null) return answer;
                } catch (RuntimeException missing) {
                    // a page without what the next step needs is this person's error, and nobody else's
                    throw new IOException("step " + now + " of " + getClass().getSimpleName() + ": " + missing, missing);
                }
            }
        }

        @Override
        public void think() throws InterruptedException {
            Thread.sleep(random.nextInt(SHORTEST, LONGEST));
        }

        @Override
        public void close() throws IOException {
            door.close();
        }

        final Answer get(String path, String name) throws IOException {
            return door.page(path, false).as(name);
        }

        final Answer send(String path, Map<String, String> fields, String name) throws IOException {
            var answer = door.submit(path, fields);
            return (answer.status() == 302 ? door.page(Forms.path(answer.location()), false) : answer).as(name);
        }

        final String telephone() {
            return "139" + random.nextInt(10_000_000, 99_999_999);
        }

        final String text() {
            var about = prose.category(random);
            return prose.title(about, random) + "。" + prose.body(about, random);
        }
    }

    private final class Citizen extends Person {

        private final int quarter;
        private int house;
        private Map<String, String> form = Map.of();
        private List<String> codes = List.of();

        /** @param quarter where nobody else of the bench lives: the form takes so many reports from one address */
        Citizen(Door door, SplittableRandom random, int quarter) {
            super(door, random);
            this.quarter = quarter;
            this.house = random.nextInt(254);
        }

        @Override
        List<Step> path() {
            return List.of(this::comes, this::ask, this::report, this::returns, this::follow);
        }

        /** Somebody else each time, from an address of their own. */
        private Answer comes() throws IOException {
            house = house % 254 + 1;
            door.comesFrom("198.18." + quarter + "." + house);
            return get("/public/hotline", "citizen: front");
        }

        private Answer ask() throws IOException {
            var answer = get("/public/hotline/report?line=" + manifest.number("tenant"), "citizen: form");
            form = Forms.of(Jsoup.parse(answer.text()), "/public/hotline/report");
            return answer;
        }

        private Answer report() throws IOException {
            var typed = new HashMap<>(form);
            typed.putAll(Map.of("kind", "complaint", "body", text(), "phone", telephone()));
            var answer = send("/public/hotline/report", typed, "citizen: reports");
            codes = Jsoup.parse(answer.text()).select(".codes .secret").eachText();
            return answer;
        }

        private Answer returns() throws IOException {
            var answer = get("/public/hotline/follow", "citizen: asks after it");
            form = Forms.of(Jsoup.parse(answer.text()), "/public/hotline/follow");
            return answer;
        }

        private Answer follow() throws IOException {
            if (codes.size() < 2) throw new IOException("The report was not taken.");
            var typed = new HashMap<>(form);
            typed.putAll(Map.of("who", codes.getFirst(), "code", codes.getLast()));
            return send("/public/hotline/follow", typed, "citizen: follows it");
        }
    }

    private final class Agent extends Person {

        private String call = "";
        private String ticket = "";
        private Map<String, String> form = Map.of();
        private List<String> categories = List.of();

        Agent(Door door, SplittableRandom random) {
            super(door, random);
        }

        @Override
        List<Step> path() {
            return List.of(this::queue, this::rings, this::earlier, this::alikes, this::take, this::open, this::open, this::open, this::ticket, this::dispatch);
        }

        private Answer queue() throws IOException {
            var answer = get("/hotline", "agent: queue");
            call = Forms.path(Jsoup.parse(answer.text()).select("main .actions a[href^=/hotline/calls/]").attr("href"));
            return answer;
        }

        private Answer rings() throws IOException {
            var answer = get(call, "agent: call");
            form = Forms.of(Jsoup.parse(answer.text()), call);
            form.putAll(Map.of("kind", "complaint", "body", text(), "phone", telephone(), "channel", "phone"));
            return answer;
        }

        private Answer earlier() throws IOException {
            return door.typing("/hotline/calls/earlier", Map.of("_csrf", form.get("_csrf"), "phone", form.get("phone"))).as("agent: caller's earlier ones");
        }

        private Answer alikes() throws IOException {
            return door.typing("/alikes", Map.of("_csrf", form.get("_csrf"), "title", form.getOrDefault("title", ""), "body", form.get("body"))).as("agent: look-alikes while typing");
        }

        private Answer take() throws IOException {
            return opened(form, "agent: takes the call");
        }

        /** The agent, asked whether it is one of those that others wrote, opens it all the same; what came in meanwhile is asked about once more. */
        private @Nullable Answer open() throws IOException {
            if (form.isEmpty()) return null;
            form.putAll(Map.of("duplicate", "open", "duplicateReason", "来电人反映的是另一处"));
            return opened(form, "agent: opens it all the same");
        }

        private Answer opened(Map<String, String> typed, String name) throws IOException {
            var answer = send(call, typed, name);
            var page = Jsoup.parse(answer.text());
            var asked = page.selectFirst("[name=duplicate]") != null;
            form = asked ? Forms.of(page, call) : Map.of();
            ticket = page.select("main .form-end a[href^=/hotline/tickets/]").attr("href");
            return asked && answer.status() == 422 ? answer.expected(name + ", is asked about look-alikes") : answer;
        }

        private Answer ticket() throws IOException {
            if (ticket.isEmpty()) throw new IOException("The call was not taken.");
            var answer = get(ticket, "agent: ticket");
            Document page = Jsoup.parse(answer.text());
            form = Forms.of(page, ticket + "/dispatch");
            categories = page.select("#category option, datalist[id^=categor] option").eachAttr("value").stream().filter(value -> !value.isEmpty()).toList();
            return answer;
        }

        private Answer dispatch() throws IOException {
            if (categories.isEmpty()) throw new IOException("The page of " + ticket + " offers no category.");
            form.putAll(Map.of("category", categories.get(random.nextInt(categories.size())), "grade", "usual", "lead", manifest.text("unit.handle" + random.nextInt(1, 31)), "do", "send"));
            return send(ticket + "/dispatch", form, "agent: dispatches");
        }
    }
}
