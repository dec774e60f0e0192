package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One finding taken apart: what was wrong, what was answered, and the labelled lines between. */
final class Parts {
    final Heading.Title title;
    final List<Passage> problem = new ArrayList<>();
    /** Each labelled answer for itself, so that a list of measures ends where the status line begins. */
    private final List<List<Passage>> answers = new ArrayList<>();
    final List<Passage> statusValues = new ArrayList<>();
    final List<Passage> dueValues = new ArrayList<>();
    final Units units = new Units();
    final List<Node> measures = new ArrayList<>();
    boolean labelled;

    Parts(Node node) {
        title = Heading.title(node.head);
        var labels = node.passages().flatMap(passage -> passage.segments().stream()).filter(Parts::isAnswer).findAny().isPresent()
                || node.children.stream().anyMatch(Node::isLabelled);
        Label running = readHead(node, labels);
        for (var passage : node.body) {
            running = read(passage, running);
        }
        for (var child : node.children) {
            if (child.isLabelled()) {
                labelled = true;
                running = null;
                for (var passage : child.passages().toList()) {
                    running = read(passage, running);
                }
                if (running == null || running.isAnswer()) {
                    measures.addAll(child.children);
                } else if (running == Label.PROBLEM) {
                    child.children.forEach(part -> problem.addAll(part.passages().toList()));
                }
            } else {
                measures.add(child);
            }
        }
    }

    private static boolean isAnswer(Label.Segment segment) {
        return segment.label() != null && segment.label().isAnswer();
    }

    private static boolean tellsOnlyStatus(Node node) {
        var segments = node.passages().flatMap(passage -> passage.segments().stream()).toList();
        return node.children.isEmpty() && segments.stream().noneMatch(segment -> segment.label() == Label.PROBLEM)
                && segments.stream().filter(Parts::isAnswer).allMatch(segment -> {
                    var words = segment.label() == Label.STATUS ? StatusWords.leading(segment.value()) : null;
                    return words != null && words.end() >= segment.value().trimEnd("。;. ").text.length();
                });
    }

    /** Before the first answer label everything is problem; without any label the answer begins behind the heading. */
    private @Nullable Label readHead(Node node, boolean labels) {
        var head = title.status() == null ? node.head : node.head.slice(0, title.status().start());
        if (labels && title.named() && head.segments().stream().anyMatch(Parts::isAnswer)) {
            // 针对“…”问题。一是…二是…整改情况:… in one paragraph: the list behind the named problem is what was done
            var end = Math.min(title.end(), head.text.length());
            problem.add(head.slice(0, end).strip());
            return read(head.from(end).trimStart("。,:; "), Label.RESPONSE);
        }
        if (labels && tellsOnlyStatus(node)) {
            // the heading, what was done, and 整改状态:已完成 for itself
            var end = Math.min(title.end(), head.text.length());
            problem.add(head.slice(0, end).strip());
            read(head.from(end).trimStart("。,:; "), Label.RESPONSE);
            return Label.RESPONSE;
        }
        if (labels) {
            return read(head, Label.PROBLEM);
        }
        if (!node.body.isEmpty() && !title.named()) {
            read(head, Label.PROBLEM);
            return Label.RESPONSE;
        }
        var end = Math.min(title.end(), head.text.length());
        problem.add(head.slice(0, end).strip());
        read(head.from(end).trimStart("。,:; "), Label.RESPONSE);
        return Label.RESPONSE;
    }

    /** Sorts the passage's segments; unlabelled text goes on with what was running. */
    private @Nullable Label read(Passage passage, @Nullable Label running) {
        var kind = running;
        for (var segment : passage.segments()) {
            if (segment.label() == null) {
                put(kind == null ? Label.RESPONSE : kind, segment.value());
                continue;
            }
            labelled |= segment.label() != Label.PROBLEM;
            if (segment.label().isAnnotation()) {
                annotate(segment);
                continue;
            }
            kind = segment.label();
            if (kind == Label.STATUS || kind == Label.RESPONSE) {
                statusValues.add(segment.value());
            }
            if (kind.isAnswer()) {
                answers.add(new ArrayList<>());
            }
            put(kind, segment.value());
        }
        return kind;
    }

    private void annotate(Label.Segment segment) {
        if (segment.label() == Label.DUE) {
            dueValues.add(segment.value());
        } else if (segment.label() != null) {
            units.add(segment.label(), segment.words(), segment.value());
        }
    }

    private void put(Label kind, Passage value) {
        if (value.isEmpty()) {
            return;
        }
        if (kind == Label.PROBLEM) {
            problem.add(value);
        } else if (kind.isAnswer()) {
            if (answers.isEmpty()) {
                answers.add(new ArrayList<>());
            }
            answers.getLast().add(value);
        }
    }

    /** Statuses in the order in which they are believed: the status line, the heading's bracket, the due line, a sentence. */
    @Nullable StatusWords status() {
        for (var value : statusValues) {
            var words = StatusWords.leading(value);
            if (words != null && words.status() != Reading.Status.UNSTATED) {
                return words;
            }
        }
        if (title.status() != null) {
            return title.status();
        }
        for (var value : dueValues) {
            var words = StatusWords.leading(value);
            if (words != null && words.status() != Reading.Status.UNSTATED) {
                return words;
            }
        }
        var whole = answer();
        var stated = StatusWords.stated(whole);
        if (stated != null) {
            return stated;
        }
        return statusValues.stream().map(StatusWords::leading).filter(words -> words != null).findFirst().orElse(null);
    }

    Passage answer() {
        return Passage.join(answers.stream().flatMap(List::stream).toList(), "\n");
    }

    List<Passage> answers() {
        return answers.stream().map(answer -> Passage.join(answer, "\n")).toList();
    }

    Passage problem() {
        return Passage.join(problem, "\n");
    }
}
