package cn.duban.bench;

import cn.duban.ledger.Sweep;
import cn.duban.similarity.meaning.Alikes;
import cn.duban.similarity.meaning.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs the figures: the product in its own process on the loaded folder, then without it the floor of each over the same PostgreSQL. */
final class Drive {

    private static final int SAMPLE = 40;
    private static final int IMPORTED = 50_000;
    /** Seconds of both cores' time in five at which nothing is being done but what always is. */
    private static final double RESTING = 1;
    private static final int RESTS = 6;
    /** Another sheet in every run: what a run took in stays in the folder. */
    private static final Random SEEDS = new Random();

    private final Options options;
    private final Manifest manifest;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final LinkedHashMap<String, Bout.Works> floors = new LinkedHashMap<>();

    Drive(Options options) throws Exception {
        this.options = options;
        this.manifest = Manifest.read(options.data());
    }

    void run() throws Exception {
        count(options);
        if (options.wants("start")) start();
        try (var product = Product.beside(options.data()); var sql = product.getBean(DataSource.class).getConnection()) {
            try (var statement = sql.createStatement()) {
                statement.execute("create extension if not exists pg_stat_statements");
                statement.execute("select pg_stat_statements_reset()");
            }
            note("fsync %s, synchronous_commit %s, database of %s".formatted(say(sql, "show fsync"), say(sql, "show synchronous_commit"), say(sql, "select pg_size_pretty(pg_database_size('postgres'))")));
            drive(product, sql);
        }
        new Report(options, manifest, figures, notes).write();
    }

    /** Statements are counted by PostgreSQL itself, which must be told before it starts. */
    static void count(Options options) throws SQLException {
        try (var product = Product.beside(options.data()); var sql = product.getBean(DataSource.class).getConnection(); var statement = sql.createStatement()) {
            statement.execute("alter system set shared_preload_libraries = pg_stat_statements" + (options.explain() > 0 ? ", auto_explain" : ""));
            statement.execute("alter system set pg_stat_statements.track_planning = on");
            if (options.explain() == 0) return;
            statement.execute("alter system set auto_explain.log_min_duration = " + options.explain());
            for (var switched : List.of("log_analyze", "log_buffers")) statement.execute("alter system set auto_explain." + switched + " = on");
        }
    }

    /** From the command to the first page, PostgreSQL's own start included. */
    private void start() throws Exception {
        try (var app = App.start(options)) {
            note("start to the first page, PostgreSQL included: %.1f s".formatted(app.toFirstPage().toMillis() / 1000.0));
        }
    }

    private void drive(ConfigurableApplicationContext product, Connection sql) throws Exception {
        var postmaster = Long.parseLong(Files.readAllLines(options.data().resolve("postgres/postmaster.pid")).getFirst().strip());
        var stock = new Stock(sql, manifest);
        if (options.wants("alike")) alike(new Alikes(product, manifest.number("tenant")), Integer.parseInt(say(sql, "select count(*) from similarity.embedding")));
        try (var floor = new Floor(sql.getMetaData().getURL())) {
            try (var app = App.start(options, "--spring.datasource.url=" + sql.getMetaData().getURL(), "--spring.datasource.username=postgres", "--duban.timers=" + options.settle().timers())) {
                note("start to the first page, PostgreSQL up: %.1f s".formatted(app.toFirstPage().toMillis() / 1000.0));
                if (options.settle() == Options.Settle.YES) {
                    var start = System.nanoTime();
                    settle(app.process(), postmaster, sql);
                    note("what a load leaves to be done was done after %.0f s".formatted((System.nanoTime() - start) / 1e9));
                } else note(options.settle().timers() ? "the product's timers work beside the figures" : "the product's timers are off: what it counts and walks by itself is in no figure, look-alikes where asked for apart");
                var bout = new Bout(options.connections(), options.warm(), options.seconds(), app.process(), postmaster, sql);
                var cases = new Cases(options, manifest, stock, new Prose(Words.read()));
                // so that no figure pays for the compilation of what it measures
                if (options.wake() > 0) new Bout(options.connections(), options.wake(), 1, app.process(), postmaster, sql).take("woken up", Cases.mixed(everything(cases, stock)));
                reads(bout, cases, stock, floor);
                searches(bout, cases);
                if (options.wants("alike")) {
                    cases.awaitAlikes();
                    take(new Bout(1, options.warm(), options.seconds(), app.process(), postmaster, sql), "look-alikes of a new text, one at a time", cases.alikes(), null);
                    take(bout, "look-alikes of a new text", cases.alikes(), null);
                }
                if (options.wants("sweep")) sweep(product, bout, cases);
                writes(bout, cases, stock, floor, sql);
                if (options.only().contains("import")) imports(app, postmaster, sql, cases, stock);
                if (options.only().contains("soak")) soak(bout, cases, stock);
                slow(sql);
                note("the product's process: %d MiB in memory, %d at most".formatted(Costs.memory(app.process().pid(), "VmRSS"), Costs.memory(app.process().pid(), "VmHWM")));
            }
            var bare = new Bout(options.connections(), Math.min(2, options.warm()), options.seconds(), null, postmaster, sql);
            for (var one : floors.entrySet()) {
                var taken = bare.take("floor of: " + one.getKey(), one.getValue());
                figures.replaceAll(f -> f.name().equals(one.getKey()) ? f.over(taken) : f);
            }
        }
    }

    /**
     * After a load the product counts what it never saw for its figures, and walks the clocks that end: what it does once is not charged to pages. It is done
     * when the database says so and product and PostgreSQL have rested for {@value #RESTS} times five seconds.
     */
    static void settle(Process product, long postmaster, Connection sql) throws Exception {
        while (say(sql, """
                select exists(select from ledger.matter m left join figures.standing s on s.tenant = m.tenant and s.matter = m.id where s.seen is null or s.seen < m.version)
                    or exists(select from figures.summed where upto <> 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                    or exists(select from similarity.embedding e left join similarity.paired p on p.tenant = e.tenant and p.matter = e.matter where p.digest is distinct from e.digest)
                    or (select count(*) from notices.watch) < 2""").equals("t")) TimeUnit.SECONDS.sleep(5);
        var until = System.nanoTime() + TimeUnit.HOURS.toNanos(2);
        for (int rested = 0; rested < RESTS; ) {
            if (System.nanoTime() > until) throw new IllegalStateException("The product has not rested for two hours.");
            var before = Costs.now(product, postmaster, sql);
            TimeUnit.SECONDS.sleep(5);
            var work = Costs.now(product, postmaster, sql).since(before);
            rested = work.product() + work.postgres() < RESTING ? rested + 1 : 0;
        }
    }

    /** Embeddings are computed before the product starts, which would begin with them too. */
    private void alike(Alikes alikes, int there) throws Exception {
        note(alikes.load(there));
        var prose = new Prose(Words.read());
        var random = new SplittableRandom(options.seed());
        note(alikes.recall(Stream.generate(() -> {
            var about = prose.category(random);
            return new Subject(prose.title(about, random), prose.body(about, random));
        }).limit(200).toList()));
    }

    private void reads(Bout bout, Cases cases, Stock stock, Floor floor) throws Exception {
        var readings = new Readings(manifest.number("tenant"));
        var some = stock.some(2000);
        var bare = floor.read(some.stream().map(id -> readings.matter(UUID.fromString(id.substring(id.indexOf('-') + 1)))).toList());
        if (options.wants("json")) take(bout, "matter as JSON", cases.json(some), bare);
        if (options.wants("page")) {
            var paths = some.stream().map(id -> "/matters/" + id).toList();
            take(bout, "matter's page as HTML", cases.pages("inspect", paths, false), bare);
            take(bout, "matter's page as HTML, packed", cases.pages("inspect", paths, true), bare);
        }
        if (options.wants("list")) {
            var first = cases.firstPages();
            var deep = cases.deep(first);
            take(bout, "list by unit and state, first page", cases.pages("inspect", first, false), floor.read(listed(readings, first)));
            if (deep.isEmpty()) note("no list is %d pages long at %d matters".formatted(Cases.DEEP, manifest.number("matters")));
            else {
                take(bout, "the same, first page of those with %d".formatted(Cases.DEEP), cases.pages("inspect", List.copyOf(deep.keySet()), false), floor.read(listed(readings, List.copyOf(deep.keySet()))));
                take(bout, "the same, page %d".formatted(Cases.DEEP), cases.pages("inspect", List.copyOf(deep.values()), false), floor.read(listed(readings, List.copyOf(deep.values()))));
            }
            take(bout, "list by unit and state, the bureau's own", cases.pages("handle1", List.of("/matters?type=rectification-measure&state=working&unit=" + manifest.text("unit.handle1")), false), null);
        }
        if (options.wants("todo")) {
            take(bout, "to-do list of a person with %d open matters".formatted(Math.min(5000, manifest.number("matters") / 20)), cases.pages("handle31", List.of("/"), false),
                    floor.read(List.of(readings.list(page("handle31", "/")))));
            take(alone(bout), "to-do list, one connection", cases.pages("handle31", List.of("/"), false), null);
            take(bout, "front page of the supervisor", cases.pages("inspect", List.of("/"), false), null);
        }
        if (options.wants("board")) {
            take(alone(bout), "leader's board, now, one connection", cases.pages("vice1", List.of("/figures"), false), null);
            take(alone(bout), "leader's board of a past day, one connection", cases.pages("vice1", cases.pastBoards(), false), null);
            take(bout, "leader's board, now and of past days", cases.pages("vice1", Stream.concat(Stream.of("/figures"), cases.pastBoards().stream()).toList(), false), null);
        }
    }

    private List<Floor.Reading> listed(Readings readings, List<String> paths) throws Exception {
        var all = new ArrayList<Floor.Reading>();
        try (var door = new Door(options.port()).signIn("inspect")) {
            for (var path : paths) all.add(readings.list(door.page(path, false).text()));
        }
        return all;
    }

    private String page(String login, String path) throws Exception {
        try (var door = new Door(options.port()).signIn(login)) {
            return door.page(path, false).text();
        }
    }

    private void searches(Bout bout, Cases cases) throws Exception {
        if (!options.wants("search")) return;
        var room = cases.opens("/search?q=" + Door.encoded("小区"));
        if (!room) note("search room: the door /search answers 404, so its figures are left out");
        for (var rare : List.of(true, false)) for (var characters : List.of(2, 4)) {
            var what = "search, %s words of %d characters, ".formatted(rare ? "rare" : "common", characters);
            for (var login : List.of("inspect", "handle1")) if (room) take(bout, what + "page, " + login, cases.pages(login, cases.searches(rare, characters, "/search?"), false), null);
            if (room) take(alone(bout), what + "page, inspect, one connection", cases.pages("inspect", cases.searches(rare, characters, "/search?"), false), null);
            take(alone(bout), what + "list of the API, one connection", cases.lists("inspect", cases.searches(rare, characters, "sort=opened&order=down&")), null);
        }
    }

    private Bout alone(Bout bout) {
        return new Bout(1, 2, options.seconds(), bout.product(), bout.postmaster(), bout.sql());
    }

    /** Somebody goes on opening matters meanwhile, to see whether they feel it. */
    private void sweep(ConfigurableApplicationContext product, Bout bout, Cases cases) throws Exception {
        var alone = alone(bout);
        take(alone, "create, one connection, nothing else", cases.create(), null);
        try (var beside = Executors.newSingleThreadExecutor()) {
            var swept = beside.submit(() -> Sweep.of(product, manifest.number("tenant"), "督查室"));
            take(alone, "create, one connection, beside the sweep", cases.create(), null);
            swept.get().forEach((what, took) -> note(what + ": %.1f s".formatted(took.toMillis() / 1000.0)));
        }
    }

    private void writes(Bout bout, Cases cases, Stock stock, Floor floor, Connection sql) throws Exception {
        var tenant = manifest.number("tenant");
        if (options.wants("create")) {
            var before = stock.one("select max(opened_at) from ledger.matter");
            take(bout, "create", cases.create(), null);
            var opened = new ArrayList<Image>();
            for (var id : ids(sql, "select id from ledger.matter where tenant = " + tenant + " and opened_at > '" + before + "' and state = 'drafted' limit " + SAMPLE)) opened.add(Image.of(sql, tenant, id));
            floors.put("create", floor.create(opened));
        }
        if (options.wants("act")) {
            var prepared = stock.prepared(100_000);
            var lives = lives(prepared.subList(0, Math.min(SAMPLE, prepared.size() / 4)), cases, sql);
            take(bout, "act", cases.act(new ConcurrentLinkedQueue<>(prepared.subList(lives.size(), prepared.size()))), null);
            floors.put("act", floor.act(lives, (options.seconds() + 2) * 800 / Math.max(1, lives.size())));
        }
    }

    /** A sheet with nothing beside it, then another while two people go on with their pages, one after the other. */
    private void imports(App app, long postmaster, Connection sql, Cases cases, Stock stock) throws Exception {
        var imports = new Imports(options, new Prose(Words.read()));
        var unit = say(sql, "select name from units.unit_name where until is null and unit = " + manifest.number("unit.handle1"));
        // as with the other figures, it is not measured how the code of an import is compiled
        imports.take(IMPORTED / 5, SEEDS.nextInt(1_000_000), unit);
        followed(sql);
        note("import, nothing beside it, " + imports.take(IMPORTED, SEEDS.nextInt(1_000_000), unit).said() + "; figures and notices followed within %.0f s".formatted(followed(sql)));
        var kinds = new LinkedHashMap<String, Bout.Works>();
        kinds.put("leader's board", cases.pages("vice1", List.of("/figures"), true));
        kinds.put("matter's page", cases.pages("inspect", stock.some(2000).stream().map(id -> "/matters/" + id).toList(), true));
        kinds.put("list", cases.pages("inspect", cases.firstPages(), true));
        kinds.put("to-do list", cases.pages("handle1", List.of("/"), true));
        try (var beside = Executors.newSingleThreadExecutor()) {
            var running = beside.submit(() -> imports.take(IMPORTED, SEEDS.nextInt(1_000_000), unit));
            take(new Bout(2, 0, 3600, app.process(), postmaster, sql), "pages beside an import, two connections", Cases.until(running::isDone, Cases.mixed(kinds)), null);
            note("import beside pages, " + running.get().said() + "; figures and notices followed within %.0f s".formatted(followed(sql)));
        }
    }

    /** Until no act waits to be followed, in seconds. */
    private static double followed(Connection sql) throws Exception {
        var start = System.nanoTime();
        while (say(sql, "select exists(select from ledger.outbox)").equals("t")) TimeUnit.SECONDS.sleep(1);
        return (System.nanoTime() - start) / 1e9;
    }

    /** Everything at once, for as long as was asked; what the process then holds in memory is noted at the end. */
    private void soak(Bout bout, Cases cases, Stock stock) throws Exception {
        take(bout, "all at once", Cases.mixed(everything(cases, stock)), null);
    }

    private LinkedHashMap<String, Bout.Works> everything(Cases cases, Stock stock) throws Exception {
        var kinds = new LinkedHashMap<String, Bout.Works>();
        var some = stock.some(20_000);
        kinds.put("JSON", cases.json(some));
        kinds.put("page", cases.pages("inspect", some.stream().map(id -> "/matters/" + id).toList(), true));
        kinds.put("list", cases.pages("inspect", cases.firstPages(), true));
        kinds.put("to-do list", cases.pages("handle1", List.of("/"), true));
        kinds.put("search", cases.pages("inspect", cases.searches(true, 2, "/search?"), true));
        if (options.wants("create") || options.only().contains("soak")) kinds.put("create", cases.create());
        return kinds;
    }

    /** A few matters taken through their steps one by one, pictured before and after each. */
    private static List<List<Image>> lives(List<Stock.Prepared> few, Cases cases, Connection sql) throws Exception {
        var lives = new ArrayList<List<Image>>();
        for (var matter : few) {
            var dash = matter.id().indexOf('-');
            var tenant = Integer.parseInt(matter.id().substring(0, dash));
            var id = UUID.fromString(matter.id().substring(dash + 1));
            var work = cases.act(new ConcurrentLinkedQueue<>(List.of(matter))).of(0);
            var life = new ArrayList<>(List.of(Image.of(sql, tenant, id)));
            for (var step : Image.STEPS) {
                var answer = work.once();
                if (answer == null || !answer.good()) throw new IllegalStateException(step + " was refused: " + (answer == null ? "" : answer.text()));
                life.add(Image.of(sql, tenant, id));
            }
            lives.add(life);
        }
        return lives;
    }

    private static List<UUID> ids(Connection sql, String query) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var statement = sql.createStatement(); var rows = statement.executeQuery(query)) {
            while (rows.next()) ids.add(rows.getObject(1, UUID.class));
        }
        return ids;
    }

    private void take(Bout bout, String name, Bout.Works works, Bout.@Nullable Works floor) throws Exception {
        figures.add(bout.take(name, works));
        if (floor != null) floors.put(name, floor);
    }

    /** Where PostgreSQL's time went, for whoever wants to make it faster. */
    private void slow(Connection sql) throws SQLException, IOException {
        var text = new StringBuilder();
        try (var statement = sql.createStatement(); var rows = statement.executeQuery("""
                select calls, round(mean_exec_time::numeric, 2), round(total_exec_time::numeric / 1000, 1), shared_blks_hit + shared_blks_read, plans, round(mean_plan_time::numeric, 2), regexp_replace(query, '\\s+', ' ', 'g')
                from pg_stat_statements where toplevel order by total_exec_time + total_plan_time desc limit 25""")) {
            while (rows.next())
                text.append("%d calls, %s ms each, %s s in all, %d pages, planned %d times for %s ms each: %s%n%n".formatted(
                        rows.getLong(1), rows.getString(2), rows.getString(3), rows.getLong(4), rows.getLong(5), rows.getString(6), rows.getString(7)));
        }
        Files.writeString(options.data().resolve("statements.txt"), text);
    }

    private static String say(Connection sql, String query) throws SQLException {
        try (var statement = sql.createStatement(); var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void note(String text) {
        System.out.println(text);
        notes.add(text);
    }
}
