package cn.duban.inspection.draw;

import cn.duban.crypto.CanonicalJson;
import cn.duban.inspection.Declaration;
import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.units.Unit;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whom a draw may name, and whom it may not and why, as it stood when the draw was prepared. Pure.
 *
 * @param again why it is drawn once more; empty for the first draw of an inspection
 */
public record Pool(List<Integer> units, int recentDays, String again, List<Candidate> candidates, List<Candidate> excluded) {

    private static final Set<Duty> ABLE = Set.of(Duty.SUPERVISE, Duty.HANDLE, Duty.REVIEW);

    /** @param person below zero for an expert from outside @param post of an expert the field @param reason why not; empty for whoever may be drawn */
    public record Candidate(int person, String name, String unit, String post, String reason) {}

    /** @param recent who served within these days @param barred further exclusions, each with its reason @param experts who may be drawn from outside */
    public static Pool of(Directory directory, Declaration inspection, Collection<Integer> units, int recentDays, String again, Set<Integer> recent, Map<Integer, String> barred, Collection<Expert> experts) {
        var among = units.stream().flatMap(unit -> directory.below(unit).stream()).distinct().toList();
        var posts = new TreeMap<Integer, Post>();
        for (var unit : among)
            for (var post : directory.posts(unit))
                if (able(post)) for (var person : directory.holders(post.id())) posts.putIfAbsent(person.id(), post);
        var candidates = new ArrayList<Candidate>();
        var excluded = new ArrayList<Candidate>();
        posts.forEach((id, post) -> {
            var person = directory.person(id).orElseThrow();
            var reason = reason(directory, inspection, id, directory.postsOf(id).stream().map(Post::unit).toList(), recentDays, recent, barred);
            (reason.isEmpty() ? candidates : excluded).add(new Candidate(id, person.name(), directory.fullName(post.unit()), post.name(), reason));
        });
        for (var expert : experts) {
            // whoever works for the inspected unit stands aside, from wherever they come
            var reason = reason(directory, inspection, expert.person(), directory.unitNamed(expert.unit()).map(Unit::id).map(List::of).orElse(List.of()), recentDays, recent, barred);
            (reason.isEmpty() ? candidates : excluded).add(new Candidate(expert.person(), expert.name(), expert.unit(), expert.field(), reason));
        }
        return new Pool(units.stream().sorted().toList(), recentDays, again, candidates, excluded);
    }

    static boolean able(Post post) {
        return ABLE.stream().anyMatch(post::has);
    }

    private static String reason(Directory directory, Declaration inspection, int person, List<Integer> own, int recentDays, Set<Integer> recent, Map<Integer, String> barred) {
        var inspected = inspection.objects().stream().filter(unit -> own.stream().anyMatch(one -> directory.within(one, unit))).findFirst();
        if (inspected.isPresent()) return Words.in(Words.CHINESE, "inspection.draw.excluded.same-unit", directory.unitName(inspected.get()));
        if (recent.contains(person)) return Words.in(Words.CHINESE, "inspection.draw.excluded.recent", recentDays);
        return barred.getOrDefault(person, "");
    }

    /** The one text of it, which its digest binds. */
    String canonical(int wanted) {
        var pool = new LinkedHashMap<String, Object>();
        pool.put("algorithm", Lot.ALGORITHM);
        pool.put("wanted", wanted);
        pool.put("units", units);
        pool.put("recent-days", recentDays);
        if (!again.isEmpty()) pool.put("again", again);
        pool.put("candidates", lines(candidates));
        pool.put("excluded", lines(excluded));
        return new String(CanonicalJson.bytes(pool), StandardCharsets.UTF_8);
    }

    private static List<Map<String, Object>> lines(List<Candidate> candidates) {
        return candidates.stream().sorted(Comparator.comparing(Candidate::person)).map(one -> {
            var line = new LinkedHashMap<String, Object>();
            line.put("person", one.person());
            line.put("name", one.name());
            line.put("unit", one.unit());
            line.put("post", one.post());
            if (!one.reason().isEmpty()) line.put("reason", one.reason());
            return (Map<String, Object>) line;
        }).toList();
    }

    static Pool read(String canonical) {
        var tree = CanonicalJson.tree(canonical.getBytes(StandardCharsets.UTF_8));
        return new Pool(tree.get("units").valueStream().map(unit -> unit.intValue()).toList(), tree.get("recent-days").intValue(), tree.has("again") ? tree.get("again").stringValue() : "", read(tree.get("candidates")), read(tree.get("excluded")));
    }

    private static List<Candidate> read(tools.jackson.databind.JsonNode lines) {
        return lines.valueStream().map(line -> new Candidate(line.get("person").intValue(), line.get("name").stringValue(), line.get("unit").stringValue(), line.get("post").stringValue(), line.has("reason") ? line.get("reason").stringValue() : "")).toList();
    }

    List<Integer> numbers() {
        return candidates.stream().map(Candidate::person).toList();
    }
}
