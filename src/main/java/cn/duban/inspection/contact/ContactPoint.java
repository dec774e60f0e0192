package cn.duban.inspection.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param post whom to ask for there; telephones are not kept */
public record ContactPoint(int tenant, UUID id, Kind kind, String name, String post, LocalDate since, @Nullable LocalDate until, List<Lead> leads) {

    public enum Kind { ENTERPRISE, ASSOCIATION, TOWNSHIP, REVIEWER }

    /** What was brought. @param unit whom it concerns, where that is known */
    public record Lead(int no, LocalDate receivedOn, String text, @Nullable Integer unit, String state, @Nullable String reason, @Nullable UUID matter, String enteredName, @Nullable String decidedName) {}

    public String href() {
        return "/inspections/contacts/" + id;
    }

    /** The last day on which anything came from there; its first day where nothing ever did. */
    LocalDate heard() {
        return leads.stream().map(Lead::receivedOn).max(LocalDate::compareTo).orElse(since);
    }

    boolean idle(LocalDate today, int days) {
        return until == null && heard().isBefore(today.minusDays(days));
    }

    long since(LocalDate day) {
        return leads.stream().filter(lead -> !lead.receivedOn().isBefore(day)).count();
    }
}
