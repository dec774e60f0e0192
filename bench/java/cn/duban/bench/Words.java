package cn.duban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** What people talk about, from {@code words.txt}: lists that run from common to rare, and twelve categories of trouble. */
public record Words(Map<String, List<String>> lists, List<Category> categories) {

    /** @param objects what it is about @param faults what is wrong with it @param measures what is done about it */
    public record Category(String name, List<String> objects, List<String> faults, List<String> measures) {}

    public static Words read() {
        var lists = new LinkedHashMap<String, List<String>>();
        var categories = new ArrayList<Category>();
        var heading = "";
        for (var line : text().lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            if (line.startsWith("[")) {
                heading = line.substring(1, line.length() - 1);
                if (heading.startsWith("category ")) categories.add(new Category(heading.substring(9), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            } else if (heading.startsWith("category ")) fill(categories.getLast(), line);
            else lists.put(heading, split(line));
        }
        return new Words(lists, categories);
    }

    private static void fill(Category category, String line) {
        var colon = line.indexOf(':');
        var list = switch (line.substring(0, colon)) {
            case "object" -> category.objects();
            case "fault" -> category.faults();
            default -> category.measures();
        };
        list.addAll(split(line.substring(colon + 1)));
    }

    private static List<String> split(String line) {
        return Arrays.asList(line.strip().split("\\s+"));
    }

    private static String text() {
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream("/words.txt"), "words.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String one(String list, RandomGenerator random) {
        return one(Objects.requireNonNull(lists.get(list), list), random);
    }

    /** A name of a place: some 3,600 of them, a few in every mouth, most heard once a year. */
    String name(RandomGenerator random) {
        return one("first", random) + one("second", random);
    }

    /** The word at place n about 1/n as often as the first (Zipf). */
    static <T> T one(List<T> words, RandomGenerator random) {
        return words.get((int) Math.exp(random.nextDouble() * Math.log(words.size() + 1)) - 1);
    }
}
