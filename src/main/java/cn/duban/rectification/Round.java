package cn.duban.rectification;

import cn.duban.ledger.MatterId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A round as its plan shows it: findings in the order of the document, each with its measures. */
public record Round(Line head, List<Finding> findings) {

    public record Finding(Line head, List<Line> measures) {}

    public record Bearer(String role, int unit, @Nullable Integer post) {}

    public record Line(
            MatterId id,
            String type,
            String number,
            String title,
            String body,
            String state,
            String phase,
            Map<String, String> fields,
            @Nullable LocalDate dueOn,
            @Nullable Instant dueAt,
            int version,
            List<Bearer> bearers) {

        public boolean draft() {
            return phase.equals("draft");
        }

        /** Handed out and still somebody's: neither void nor merged into another. */
        public boolean handedOut() {
            return !draft() && !phase.equals("void") && !phase.equals("merged");
        }

        public @Nullable Integer unit(String role) {
            return bearers.stream().filter(b -> b.role().equals(role)).findFirst().map(Bearer::unit).orElse(null);
        }

        public List<Integer> units(String role) {
            return bearers.stream().filter(b -> b.role().equals(role)).map(Bearer::unit).toList();
        }

        public @Nullable Integer post(String role) {
            return bearers.stream().filter(b -> b.role().equals(role)).findFirst().map(Bearer::post).orElse(null);
        }

        /** What handing it out still needs: leader, lead, due, mode. */
        public List<String> missing() {
            var missing = new ArrayList<String>();
            if (post("leader") == null) missing.add("leader");
            if (unit("lead") == null) missing.add("lead");
            if (dueOn == null) missing.add("due");
            if (!fields.containsKey("mode")) missing.add("mode");
            return missing;
        }

        /** Whether it could be handed out that day. */
        public boolean ready(LocalDate today) {
            return missing().isEmpty() && !late(today);
        }

        /** Whether the day it is to be done by has passed before it was handed out. */
        public boolean late(LocalDate today) {
            return draft() && dueOn != null && dueOn.isBefore(today);
        }
    }

    public RoundKind kind() {
        return RoundKind.of(head.type());
    }

    public Stream<Line> measures() {
        return findings.stream().flatMap(finding -> finding.measures().stream());
    }

    public long ready(LocalDate today) {
        return measures().filter(m -> m.draft() && m.ready(today)).count();
    }

    public long drafts() {
        return measures().filter(Line::draft).count();
    }
}
