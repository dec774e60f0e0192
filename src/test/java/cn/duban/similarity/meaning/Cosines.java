package cn.duban.similarity.meaning;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The real model, asked for how alike two texts are by what they mean. */
public final class Cosines {

    private final Meaning meaning = new Meaning(Path.of("target/model"));
    private final Map<Subject, byte[]> vectors = new HashMap<>();

    public double between(Subject one, Subject other) {
        var vector = vector(one);
        return (double) Vector.dot(vector, 0, vector(other)) * Vector.scale(vector) * Vector.scale(vector(other));
    }

    private byte[] vector(Subject subject) {
        return vectors.computeIfAbsent(subject, one -> meaning.compute(one).orElseThrow());
    }
}
