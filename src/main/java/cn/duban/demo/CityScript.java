package cn.duban.demo;

import cn.duban.web.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code demo/city.yaml} says. */
record CityScript(
        List<RegionLine> regions,
        String government,
        String shortName,
        String region,
        PersonLine administrator,
        String password,
        LocalDate since,
        List<PostLine> posts,
        List<UnitLine> units) {

    record RegionLine(String code, String name, @Nullable String parent) {}

    record UnitLine(String name, String shortName, String kind, @Nullable Former former, @Nullable Closing closed,
            List<PostLine> posts, List<UnitLine> units) {}

    record Former(String name, String shortName, LocalDate until, String basis) {}

    record Closing(LocalDate from, String successor, String basis) {}

    record PostLine(String name, boolean head, Set<Viewer.Duty> duties, List<PersonLine> people) {}

    record PersonLine(String name, @Nullable String login, String phone) {}

    static CityScript read() {
        try (var file = new ClassPathResource("demo/city.yaml").getInputStream()) {
            var city = new Node(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
            return new CityScript(
                    city.list("regions").stream().map(r -> new RegionLine(r.text("code"), r.text("name"), r.maybe("parent"))).toList(),
                    city.text("government"), city.text("short"), city.text("region"),
                    person(city.node("administrator")), city.text("password"), city.day("since"),
                    city.list("posts").stream().map(CityScript::post).toList(),
                    city.list("units").stream().map(CityScript::unit).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("demo/city.yaml could not be read.", e);
        }
    }

    private static UnitLine unit(Node node) {
        return new UnitLine(node.text("name"), node.text("short"), node.text("kind"),
                node.has("former") ? former(node.node("former")) : null,
                node.has("closed") ? closing(node.node("closed")) : null,
                node.list("posts").stream().map(CityScript::post).toList(),
                node.list("units").stream().map(CityScript::unit).toList());
    }

    private static Former former(Node node) {
        return new Former(node.text("name"), node.text("short"), node.day("until"), node.text("basis"));
    }

    private static Closing closing(Node node) {
        return new Closing(node.day("from"), node.text("successor"), node.text("basis"));
    }

    private static PostLine post(Node node) {
        var duties = EnumSet.noneOf(Viewer.Duty.class);
        node.texts("duties").forEach(duty -> duties.add(Viewer.Duty.valueOf(duty)));
        return new PostLine(node.text("name"), node.text("head").equals("true"), duties,
                node.list("people").stream().map(CityScript::person).toList());
    }

    private static PersonLine person(Node node) {
        return new PersonLine(node.text("name"), node.maybe("login"), node.text("phone"));
    }

    /** One mapping of the file; what is not there reads as empty. */
    private record Node(Map<?, ?> values) {

        boolean has(String key) {
            return values.containsKey(key);
        }

        String text(String key) {
            return has(key) ? String.valueOf(values.get(key)) : "";
        }

        @Nullable String maybe(String key) {
            return has(key) ? text(key) : null;
        }

        LocalDate day(String key) {
            return values.get(key) instanceof Date date ? date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(text(key));
        }

        Node node(String key) {
            return new Node((Map<?, ?>) values.get(key));
        }

        List<Node> list(String key) {
            return values.get(key) instanceof List<?> list ? list.stream().map(item -> new Node((Map<?, ?>) item)).toList() : List.of();
        }

        List<String> texts(String key) {
            return values.get(key) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
        }
    }
}
