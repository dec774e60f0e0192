package cn.duban.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two processes of the product on one PostgreSQL, the same load against both at once and all timers due: every request goes
 * to both nodes under one key, steps of one matter change the node each time. Then the database is asked whether anything
 * was done twice, lost or out of order; {@code duban verify} on the folder proves the rest.
 */
final class Nodes {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Options options;
    private final Manifest manifest;
    private final Prose prose = new Prose(Words.read());
    private final AtomicInteger done = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    Nodes(Options options) throws Exception {
        this.options = options;
        this.manifest = Manifest.read(options.data());
    }

    void run() throws Exception {
        try (var product = Product.beside(options.data()); var sql = product.getBean(DataSource.class).getConnection()) {
            var stock = new Stock(sql, manifest);
            var prepared = new ConcurrentLinkedQueue<>(stock.prepared(100_000));
            var from = one(sql, "select clock_timestamp()");
            var where = new String[] {"--spring.datasource.url=" + sql.getMetaData().getURL(), "--spring.datasource.username=postgres"};
            try (var first = App.start(options, where); var second = App.start(options.beside(), where)) {
                // all timers at once, for whichever node comes first
                one(sql, "with due as (update timers.timer set execution_time = now() where not picked returning 1) select count(*) from due");
                load(stock, prepared);
                System.out.printf("%d acts in %d s on two nodes, %d MiB and %d MiB%n", done.get(), options.seconds(), Costs.memory(first.process().pid(), "VmRSS"), Costs.memory(second.process().pid(), "VmRSS"));
                settled(sql);
                check(sql, from);
            }
        }
        wrong.stream().distinct().limit(20).forEach(System.out::println);
        if (!wrong.isEmpty()) throw new IllegalStateException(wrong.size() + " things are wrong.");
        System.out.println("nothing wrong");
    }

    private void load(Stock stock, Queue<Stock.Prepared> prepared) throws Exception {
        var until = System.nanoTime() + options.seconds() * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(options.connections())) {
            for (int i = 0; i < options.connections(); i++) {
                var worker = i;
                threads.submit(() -> {
                    try (var one = new Door(options.port()); var other = new Door(options.port() + 1); var twin = Executors.newSingleThreadExecutor()) {
                        var asking = new Asking(worker % 2 == 0 ? List.of(one, other) : List.of(other, one), twin, new SplittableRandom(options.seed() * 31 + worker));
                        while (System.nanoTime() < until) {
                            asking.opens();
                            var matter = prepared.poll();
                            if (matter != null) asking.lives(matter, stock);
                        }
                    }
                    return null;
                });
            }
        }
    }

    /** One connection to each node. */
    private final class Asking {
        private final List<Door> doors;
        private final java.util.concurrent.ExecutorService twin;
        private final SplittableRandom random;

        Asking(List<Door> doors, java.util.concurrent.ExecutorService twin, SplittableRandom random) {
            this.doors = doors;
            this.twin = twin;
            this.random = random;
        }

        void opens() throws Exception {
            var about = prose.category(random);
            both("/api/v1/matters", "inspect", Map.of("type", "rectification-measure", "title", prose.title(about, random), "body", prose.body(about, random), "fields", Map.of("mode", "dated", "goal", prose.goal(about, random))));
        }

        void lives(Stock.Prepared matter, Stock stock) throws Exception {
            var at = "/api/v1/matters/" + matter.id() + "/actions/";
            var about = prose.category(random);
            both(at + "receive", "registry" + matter.bureau(), Map.of());
            both(at + "report", "handle" + matter.bureau(), Map.of("note", prose.note(about, random)));
            both(at + "submit", "handle" + matter.bureau(), Map.of("note", prose.note(about, random), "evidence", List.of(stock.evidence(matter.bureau()))));
            both(at + "close", "inspect1", Map.of("verdict", prose.verdict(random)));
        }

        /** The same request under the same key at both nodes at once: one thing done, two answers that say so. */
        private void both(String path, String login, Map<String, ?> with) throws Exception {
            var key = UUID.randomUUID().toString();
            var token = manifest.text("token." + login);
            var json = JSON.writeValueAsString(with);
            var there = twin.submit(() -> doors.getLast().post(path, token, json, key));
            var here = doors.getFirst().post(path, token, json, key);
            if (!here.good()) wrong.add(path + " was answered with " + here.status() + " " + here.text());
            if (!there.get().good()) wrong.add(path + " was answered with " + there.get().status() + " " + there.get().text());
            else if (here.good() && !JSON.readTree(here.text()).get("id").equals(JSON.readTree(there.get().text()).get("id"))) wrong.add(path + " was done twice: " + here.text() + " and " + there.get().text());
            done.incrementAndGet();
        }
    }

    /** Until no act waits and every timer ran, for two minutes at most. */
    private static void settled(Connection sql) throws SQLException, InterruptedException {
        for (int i = 0; i < 240 && !one(sql, "select (select count(*) from ledger.outbox) + (select count(*) from timers.timer where picked or last_success is null)").equals("0"); i++) TimeUnit.MILLISECONDS.sleep(500);
    }

    private void check(Connection sql, String from) throws SQLException {
        var since = "'" + from + "'";
        none(sql, "acts that wait although two minutes went by", "select count(*) from ledger.outbox");
        none(sql, "timers that failed", "select count(*) from timers.timer where last_failure >= " + since + " or last_success is null");
        none(sql, "numbers given twice", "select count(*) - count(distinct number) from ledger.matter where opened_at >= " + since);
        none(sql, "matters whose entries are not 1, 2, 3 … to their version", "select count(*) from ledger.matter m where exists (select from ledger.entry e where e.tenant = m.tenant and e.matter = m.id and e.at >= " + since + ")"
                + " and m.version is distinct from (select case when min(no) = 1 and max(no) = count(*) then count(*) end from ledger.entry e where e.tenant = m.tenant and e.matter = m.id)");
        none(sql, "entries dated before the one they follow", "select count(*) from ledger.entry e join ledger.entry b on b.tenant = e.tenant and b.matter = e.matter and b.no = e.no - 1 where e.at >= " + since + " and e.at < b.at");
        none(sql, "reviews opened twice", "select count(*) from (select 1 from ledger.relation where kind = 'has_derived' group by tenant, matter having count(*) > 1) twice");
        none(sql, "anchors cast twice a day", "select count(*) from (select 1 from ledger.anchor group by tenant, (cut_at at time zone 'Asia/Shanghai')::date having count(*) > 1) twice");
        none(sql, "requests written down whose answer is not one matter", "select count(*) from ledger.idempotency where at >= " + since + " and jsonb_array_length(answer) <> 1");
        System.out.printf("%s matters opened, %s entries, %s reviews opened, %s anchors, %s keys%n", one(sql, "select count(*) from ledger.matter where opened_at >= " + since), one(sql, "select count(*) from ledger.entry where at >= " + since),
                one(sql, "select count(*) from ledger.entry where act = 'look-back' and at >= " + since), one(sql, "select count(*) from ledger.anchor"), one(sql, "select count(*) from ledger.idempotency where at >= " + since));
    }

    private void none(Connection sql, String what, String count) throws SQLException {
        var found = one(sql, count);
        System.out.println(found + " " + what);
        if (!found.equals("0")) wrong.add(found + " " + what);
    }

    private static String one(Connection sql, String query) throws SQLException {
        try (var statement = sql.createStatement(); var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
