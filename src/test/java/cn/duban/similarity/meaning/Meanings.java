package cn.duban.similarity.meaning;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The real model, asked for what texts mean; each once. */
public final class Meanings {

    private final Meaning meaning = new Meaning(Path.of("target/model"));
    private final Map<String, Optional<byte[]>> known = new HashMap<>();

    public Optional<byte[]> of(String text) {
        return known.computeIfAbsent(text, one -> meaning.compute(new Subject("", one)));
    }
}
