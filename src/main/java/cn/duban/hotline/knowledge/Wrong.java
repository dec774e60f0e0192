package cn.duban.hotline.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody says that an entry is wrong. @param saidBy null for a citizen @param outcome null while the owner owes an answer */
public record Wrong(UUID id, UUID knowledge, String words, @Nullable String saidBy, Instant at, LocalDate dueOn, @Nullable String outcome, @Nullable String answer, @Nullable String answeredName) {}
