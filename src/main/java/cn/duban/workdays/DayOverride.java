package cn.duban.workdays;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A region's own word on one day, both ways: a local holiday, or a day worked in exchange. {@code name} is the reason
 * that people read, {@code source} the document that it rests on. A mistake is withdrawn, never deleted: until {@code
 * withdrawnOn} the override was known and counted.
 */
public record DayOverride(
        String region,
        LocalDate day,
        DayKind kind,
        String name,
        String source,
        LocalDate publishedOn,
        @Nullable LocalDate withdrawnOn) {

    public DayOverride {
        Region.check(region);
        if (name.isBlank()) throw new IllegalArgumentException("请写明" + day + "为什么放假或者上班。");
    }

    public DayOverride(String region, LocalDate day, DayKind kind, String name, String source, LocalDate publishedOn) {
        this(region, day, kind, name, source, publishedOn, null);
    }

    boolean knownOn(LocalDate date) {
        return !publishedOn.isAfter(date) && (withdrawnOn == null || withdrawnOn.isAfter(date));
    }
}
