package cn.duban.rectification.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the reader read, in the order of the text. Nothing here is verified: a status is what the document claims. */
public record Reading(
        Kind kind,
        @Nullable String title,
        @Nullable String issuer,
        @Nullable LocalDate publishedOn,
        @Nullable String inspectedBy,
        @Nullable LocalDate feedbackOn,
        @Nullable Period inspected,
        @Nullable Integer year,
        List<Section> sections,
        List<Aspect> aspects,
        List<Finding> findings,
        List<Task> tasks,
        List<Target> targets,
        List<Claim> claims,
        @Nullable Contact contact,
        List<String> documentNumbers,
        List<Remark> remarks) {

    public enum Kind {
        RECTIFICATION_BULLETIN("rectification-bulletin"), WORK_PLAN("work-plan");

        public final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** A fuzzy stretch of time keeps its words: 10月上旬 begins between the 1st and the 10th. */
    public record Period(
            String words, LocalDate fromEarliest, LocalDate fromLatest, LocalDate toEarliest, LocalDate toLatest, int line) {}

    public record Section(String no, String title, int line) {}

    public record Aspect(String no, String title, int line, int findings) {}

    public record Finding(
            List<String> path,
            String number,
            @Nullable String aspect,
            String title,
            Status status,
            @Nullable String statusWords,
            @Nullable LocalDate due,
            @Nullable String dueWords,
            @Nullable Mode mode,
            String problem,
            String response,
            List<Measure> measures,
            List<String> lead,
            List<String> assist,
            List<String> leaders,
            int line) {}

    /** The normal forms of what documents say; {@code IN_PROGRESS_DATED} is 正在整改,定期整改到位. */
    public enum Status { COMPLETED, COMPLETED_SUSTAINED, IN_PROGRESS_DATED, PARTIAL, LONG_TERM, NOT_DONE, UNSTATED }

    /** 立行立改, 限期整改, 长期坚持: named by the text or absent. */
    public enum Mode { NOW, DATED, STANDING }

    public record Measure(String no, String text, int line) {}

    public record Task(
            int no,
            List<String> path,
            String title,
            List<String> lead,
            List<String> assist,
            @Nullable String responsible,
            @Nullable String section,
            @Nullable LocalDate due,
            @Nullable String dueWords,
            String text,
            int line) {}

    /** {@code value} is null where the digits cannot be read; then {@code flag} says why. */
    public record Target(
            @Nullable Integer task,
            String what,
            String op,
            @Nullable BigDecimal value,
            String unit,
            String words,
            @Nullable String flag,
            int line) {}

    /** A number that the text states about itself or its facts; {@code holds} is null where nothing in the text can confirm it. */
    public record Claim(
            String kind, String text, @Nullable BigDecimal stated, @Nullable BigDecimal found, @Nullable Boolean holds, int line) {}

    public record Contact(
            @Nullable String phone, @Nullable String postcode, @Nullable String email, @Nullable String address, int line) {}
}
