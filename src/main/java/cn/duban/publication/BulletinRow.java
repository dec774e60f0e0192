package cn.duban.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the staff's list; {@code number} and what follows only once published. */
public record BulletinRow(
        UUID id, String title, Bulletin.State state, Instant asOf, @Nullable String number, @Nullable Instant publishedAt, @Nullable Instant visibleFrom) {}
