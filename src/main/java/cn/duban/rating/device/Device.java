package cn.duban.rating.device;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record Device(int tenant, UUID id, String name, int unit, Instant enteredAt, @Nullable Instant revokedAt) {}
