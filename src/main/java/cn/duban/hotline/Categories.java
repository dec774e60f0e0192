package cn.duban.hotline;

import cn.duban.ledger.type.MatterType.Label;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What tickets can be about: a tree of two levels, written {@code 大类·小类} on a ticket. Pure. */
public record Categories(List<Category> all) {

    public static final String BETWEEN = "·";

    public record Category(Label label, List<Label> below) {

        /** How it is written on a ticket. */
        public String path() {
            return label.zh();
        }

        public String path(Label sub) {
            return label.zh() + BETWEEN + sub.zh();
        }
    }

    static Categories shipped() {
        return new Categories(Shipped.rows(Shipped.read("categories.yaml"), "categories").stream()
                .map(row -> new Category(new Label(Shipped.text(row, "zh"), Shipped.text(row, "en")), Shipped.rows(row, "below").stream().map(sub -> new Label(Shipped.text(sub, "zh"), Shipped.text(sub, "en"))).toList())).toList());
    }

    /** Every way to write one, each category before what is below it. */
    public List<String> paths() {
        return all.stream().flatMap(category -> Stream.concat(Stream.of(category.path()), category.below().stream().map(category::path))).toList();
    }

    /** Those of the lower level, and of the upper one where there is nothing below. */
    public List<String> leaves() {
        return all.stream().flatMap(category -> category.below().isEmpty() ? Stream.of(category.path()) : category.below().stream().map(category::path)).toList();
    }

    public boolean knows(String path) {
        return paths().contains(path);
    }

    /** The upper half of a path. */
    static String top(String path) {
        var at = path.indexOf(BETWEEN);
        return at < 0 ? path : path.substring(0, at);
    }

    /** By its name alone, of either level, as people write it into a list: empty where there is none, or more than one. */
    public Optional<String> named(String name) {
        var plain = name.strip().replaceAll("\\s*[·/>＞、-]\\s*", BETWEEN);
        if (knows(plain)) return Optional.of(plain);
        var subs = paths().stream().filter(path -> path.endsWith(BETWEEN + plain)).toList();
        return subs.size() == 1 ? Optional.of(subs.getFirst()) : Optional.empty();
    }
}
