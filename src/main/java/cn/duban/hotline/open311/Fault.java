package cn.duban.hotline.open311;

import java.util.List;

/** What is answered instead, in the form of the specification: one status, one or several sentences. */
final class Fault extends RuntimeException {

    private final int status;
    private final List<String> sentences;

    Fault(int status, String... sentences) {
        this(status, List.of(sentences));
    }

    Fault(int status, List<String> sentences) {
        super(String.join(" ", sentences), null, false, false);
        this.status = status;
        this.sentences = List.copyOf(sentences);
    }

    int status() {
        return status;
    }

    List<String> sentences() {
        return sentences;
    }
}
