package cn.duban.bench;

import cn.duban.bench.Bout.Work;
import cn.duban.bench.Bout.Works;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is asked of the doors, each as the program or the browser would ask it. */
record Cases(Options options, Manifest manifest, Stock stock, Prose prose) {

    static final int DEEP = 50;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NEXT = Pattern.compile("href=\"(/matters\\?[^\"]*after=[^\"]*)\"");
    private static final AtomicInteger SEEDS = new AtomicInteger();

    private Door door() {
        return new Door(options.port());
    }

    private String token(String login) {
        return manifest.text("token." + login);
    }

    /** Opens matters, each under an idempotency key. */
    Works create() {
        return worker -> {
            var door = door();
            var random = new SplittableRandom(options.seed() * 31 + SEEDS.incrementAndGet());
            return Work.closing(door, () -> {
                var about = prose.category(random);
                var asked = Map.of("type", "rectification-measure", "title", prose.title(about, random), "body", prose.body(about, random),
                        "fields", Map.of("mode", "dated", "goal", prose.goal(about, random)));
                return door.post("/api/v1/matters", token("inspect"), JSON.writeValueAsString(asked), UUID.randomUUID().toString());
            });
        };
    }

    /** Takes prepared matters through their four steps, each step by whoever must take it. */
    Works act(Queue<Stock.Prepared> prepared) {
        return worker -> {
            var door = door();
            var random = new SplittableRandom(worker);
            return new Work() {
                private Stock.@Nullable Prepared matter;
                private int step = 4;

                @Override
                public Door.@Nullable Answer once() throws IOException {
                    if (step == 4) {
                        matter = prepared.poll();
                        step = 0;
                    }
                    if (matter == null) return null;
                    var about = prose.category(random);
                    var answer = switch (step) {
                        case 0 -> act("receive", "registry" + matter.bureau(), Map.of());
                        case 1 -> act("report", "handle" + matter.bureau(), Map.of("note", prose.note(about, random)));
                        case 2 -> act("submit", "handle" + matter.bureau(), Map.of("note", prose.note(about, random), "evidence", List.of(stock.evidence(matter.bureau()))));
                        default -> act("close", "inspect1", Map.of("verdict", prose.verdict(random)));
                    };
                    step = answer.good() ? step + 1 : 4;
                    return answer;
                }

                @Override
                public void close() throws IOException {
                    door.close();
                }

                private Door.Answer act(String action, String login, Map<String, ?> with) throws IOException {
                    return door.post("/api/v1/matters/" + matter.id() + "/actions/" + action, token(login), JSON.writeValueAsString(with), UUID.randomUUID().toString()).as(action);
                }
            };
        };
    }

    Works json(List<String> matters) {
        return worker -> {
            var door = door();
            var random = new SplittableRandom(worker);
            return Work.closing(door, () -> door.json("/api/v1/matters/" + matters.get(random.nextInt(matters.size())), token("inspect")));
        };
    }

    /** Pages for people who signed in through the form, one session a connection. */
    Works pages(String login, List<String> paths, boolean packed) {
        return worker -> {
            var door = door().signIn(login);
            var random = new SplittableRandom(worker);
            return Work.closing(door, () -> door.page(paths.get(random.nextInt(paths.size())), packed));
        };
    }

    Works lists(String login, List<String> queries) {
        return worker -> {
            var door = door();
            var random = new SplittableRandom(worker);
            return Work.closing(door, () -> door.json("/api/v1/matters?" + queries.get(random.nextInt(queries.size())), token(login)));
        };
    }

    /** Now this, now that, each request by lot: a working day in a row. */
    static Works mixed(Map<String, Works> kinds) {
        return worker -> {
            var works = new ArrayList<Map.Entry<String, Work>>();
            for (var kind : kinds.entrySet()) works.add(Map.entry(kind.getKey(), kind.getValue().of(worker)));
            var random = new SplittableRandom(worker);
            return new Work() {
                @Override
                public Door.@Nullable Answer once() throws Exception {
                    var one = works.get(random.nextInt(works.size()));
                    var answer = one.getValue().once();
                    return answer == null ? null : answer.as(one.getKey());
                }

                @Override
                public void close() throws Exception {
                    for (var one : works) one.getValue().close();
                }
            };
        };
    }

    /** The same, and nothing more once it is over. */
    static Works until(BooleanSupplier over, Works works) {
        return worker -> {
            var work = works.of(worker);
            return Work.closing(work, () -> over.getAsBoolean() ? null : work.once());
        };
    }

    /** First pages of what each bureau has at work, and how deep one can turn from there: bureau's first page → the page asked for. */
    Map<String, String> deep(List<String> first) throws IOException {
        var deep = new LinkedHashMap<String, String>();
        try (var door = door().signIn("inspect")) {
            for (var path : first) {
                var at = path;
                var page = 1;
                for (; page < DEEP; page++) {
                    var next = NEXT.matcher(door.page(at, false).text());
                    if (!next.find()) break;
                    at = next.group(1).replace("&amp;", "&");
                }
                if (page == DEEP) deep.put(path, at);
                if (deep.size() == 4) break;
            }
        }
        return deep;
    }

    List<String> firstPages() {
        var pages = new ArrayList<String>();
        for (int bureau = 31; bureau >= 1; bureau--) pages.add("/matters?type=rectification-measure&state=working&unit=" + manifest.number("unit.handle" + bureau));
        return pages;
    }

    /** Boards of twenty days of the three years. */
    List<String> pastBoards() {
        var random = new SplittableRandom(options.seed());
        return random.ints(20, 1, 3 * 365).mapToObj(ago -> "/figures?on=" + options.asOf().minusDays(ago)).toList();
    }

    List<String> searches(boolean rare, int characters, String page) {
        return prose.probes(rare, characters).stream().map(word -> page + "q=" + Door.encoded(word)).toList();
    }

    /** Look-alikes of texts that nobody entered yet, each another one. */
    Works alikes() {
        return worker -> {
            var door = door();
            var random = new SplittableRandom(options.seed() * 17 + SEEDS.incrementAndGet());
            return Work.closing(door, () -> {
                var about = prose.category(random);
                return door.post("/api/v1/alikes", token("inspect"), JSON.writeValueAsString(Map.of("title", prose.title(about, random), "body", prose.body(about, random))), UUID.randomUUID().toString());
            });
        };
    }

    /** The index is read in the background after the start. */
    void awaitAlikes() throws IOException, InterruptedException {
        try (var door = door()) {
            for (int second = 0; !door.post("/api/v1/alikes", token("inspect"), "{\"title\": \"道路\"}", UUID.randomUUID().toString()).text().contains("MEANING"); second++) {
                if (second > 120) throw new IOException("Look-alikes are not ready after two minutes.");
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    /** Whether a door is there at all. */
    boolean opens(String path) throws IOException {
        try (var door = door().signIn("inspect")) {
            return door.page(path, false).status() != 404;
        }
    }
}
