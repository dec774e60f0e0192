package cn.duban.hotline.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param no which version it is
 * @param unit that owns it
 * @param sources what it rests on
 * @param open whether everybody may read it while it holds, once somebody else has checked it
 * @param by who wrote this version
 * @param checkedName who else checked this version; null while nobody did
 */
public record Entry(UUID id, int no, int unit, String title, String body, String sources, LocalDate expiresOn, boolean open, int by, String byName, Instant at, @Nullable String checkedName) {

    public boolean expired(LocalDate today) {
        return expiresOn.isBefore(today);
    }

    boolean published(LocalDate today) {
        return open && checkedName != null && !expired(today);
    }

    /** Whether it waits for this person, if they may write it, or for somebody else. */
    boolean waits(int person) {
        return open && checkedName == null && by != person;
    }
}
