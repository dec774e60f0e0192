package cn.duban.hotline.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** @param no which version it is @param unit that owns it @param sources what it rests on @param open whether everybody may read it while it holds */
public record Entry(UUID id, int no, int unit, String title, String body, String sources, LocalDate expiresOn, boolean open, String byName, Instant at) {

    public boolean expired(LocalDate today) {
        return expiresOn.isBefore(today);
    }
}
