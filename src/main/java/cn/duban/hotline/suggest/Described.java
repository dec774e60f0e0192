package cn.duban.hotline.suggest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A category as the catalogue describes it.
 *
 * @param words that belong to it, each as it may stand in a ticket
 * @param meanings embeddings of the words one by one, and of all of them together; none where the machine computes none
 */
public record Described(String category, List<String> words, List<byte[]> meanings) {

    private static final Pattern BETWEEN = Pattern.compile("[、，,；;。：·\\s]+");
    private static final int SHORTEST = 2;

    /**
     * Out of a description as people write it into a list.
     *
     * @param name as it is shown; its parts count as words
     */
    public static Described of(String category, String name, String description, Function<String, Optional<byte[]>> meaning) {
        var words = BETWEEN.splitAsStream(name + "、" + description).filter(word -> word.length() >= SHORTEST).distinct().toList();
        var meanings = Stream.concat(Stream.of(name + "：" + description), words.stream()).map(meaning).flatMap(Optional::stream).toList();
        return new Described(category, words, meanings);
    }
}
