package cn.duban.inspection.visit;

import cn.duban.inspection.Declaration;
import cn.duban.inspection.InspectionMethod;
import cn.duban.inspection.visit.Visit.Finding;
import cn.duban.inspection.visit.Visit.Point;
import cn.duban.ledger.Door;
import cn.duban.ledger.Refusal;
import cn.duban.units.Directory;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A record of a visit as it was typed, on a page or on a telephone that was out of reach.
 *
 * @param key the id under which it is kept, made where it was written
 * @param target inspection and unit, as {@code id.unit}
 */
public record VisitForm(String key, String target, String place, String method, String manner, String visitedAt, String latitude, String longitude, String accuracy, String notes, List<String> findings, String keptAt) {

    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final int LONGEST = 20_000;
    static final int FINDINGS = 3;

    static VisitForm empty(LocalDateTime now) {
        return new VisitForm(UUID.randomUUID().toString(), "", "", InspectionMethod.ON_SITE.word(), "unannounced", now.truncatedTo(ChronoUnit.MINUTES).toString(), "", "", "", "", List.of(), "");
    }

    static VisitForm of(MultiValueMap<String, String> typed) {
        return new VisitForm(one(typed, "key"), one(typed, "target"), one(typed, "place"), one(typed, "method"), one(typed, "manner"), one(typed, "visitedAt"), one(typed, "latitude"), one(typed, "longitude"), one(typed, "accuracy"), one(typed, "notes"),
                typed.getOrDefault("finding", List.of()).stream().map(String::strip).filter(text -> !text.isEmpty()).toList(), one(typed, "keptAt"));
    }

    private static String one(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "").strip();
    }

    @Nullable UUID id() {
        return key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(key) : null;
    }

    /** Units of the inspection, and those below them: nothing wider was approved. */
    static List<Integer> units(Declaration inspection, Directory directory) {
        return inspection.objects().stream().flatMap(unit -> directory.below(unit).stream()).distinct().toList();
    }

    /** @param among inspections under way that this viewer takes part in @return null where something is wrong */
    @Nullable Visit read(List<Declaration> among, Viewer viewer, Directory directory, Instant now, Complaints complaints) {
        var id = id();
        var at = at(directory);
        var chosen = among.stream().filter(one -> target.startsWith(one.id() + ".")).findFirst().orElse(null);
        var unit = chosen == null ? null : units(chosen, directory).stream().filter(one -> target.equals(chosen.id() + "." + one)).findFirst().orElse(null);
        complaints.addIf(unit == null || id == null, "target", "inspection.visit.target.missing");
        complaints.addIf(place.isEmpty(), "place", "inspection.visit.place.missing");
        var how = InspectionMethod.of(method).orElse(null);
        complaints.addIf(how == null, "method", "inspection.visit.method.missing");
        complaints.addIf(at == null, "visitedAt", "inspection.visit.time.wrong").addIf(at != null && at.isAfter(now.plus(AHEAD)), "visitedAt", "inspection.visit.time.ahead");
        complaints.addIf(notes.isEmpty() && findings.isEmpty(), "notes", "inspection.visit.notes.missing").addIf(notes.length() > LONGEST, "notes", "inspection.visit.notes.long");
        kept("place", place, complaints);
        kept("notes", notes, complaints);
        findings.forEach(text -> kept("finding", text, complaints));
        if (!complaints.isEmpty()) return null;
        var rows = new ArrayList<Finding>();
        for (var text : findings) rows.add(new Finding(rows.size() + 1, text, null));
        return new Visit(viewer.tenant(), Objects.requireNonNull(id), Objects.requireNonNull(chosen).id(), Objects.requireNonNull(unit), place, Objects.requireNonNull(how), !manner.equals("announced"), Objects.requireNonNull(at), point(), notes, instant(keptAt), null,
                viewer.person(), viewer.personName(), viewer.post(), viewer.unit(), viewer.unitName(), rows, List.of());
    }

    private @Nullable Instant at(Directory directory) {
        try {
            var at = LocalDateTime.parse(visitedAt);
            return at.getYear() < 2000 || at.getYear() > 2199 ? null : at.atZone(directory.zone()).toInstant();
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static @Nullable Instant instant(String said) {
        try {
            var at = said.isEmpty() ? null : Instant.parse(said);
            return at == null || at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("2199-12-31T00:00:00Z")) ? null : at;
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private @Nullable Point point() {
        var lat = degrees(latitude, 90);
        var lon = degrees(longitude, 180);
        return lat == null || lon == null ? null : new Point(lat, lon, accuracy.matches("\\d{1,6}(\\.\\d*)?") ? Integer.valueOf((int) Double.parseDouble(accuracy)) : null);
    }

    private static @Nullable BigDecimal degrees(String said, int most) {
        if (!said.matches("-?\\d{1,3}(\\.\\d{1,20})?")) return null;
        var degrees = new BigDecimal(said).setScale(6, RoundingMode.HALF_UP);
        return degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0 ? null : degrees;
    }

    private static void kept(String field, String text, Complaints complaints) {
        try {
            Door.check(text);
        } catch (Refusal.Refused refused) {
            complaints.add(field, "inspection.refused", refused.getMessage());
        }
    }
}
