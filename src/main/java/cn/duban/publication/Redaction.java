package cn.duban.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the public must not read. Exactly one of {@code part} and {@code words} is given.
 *
 * @param part a whole part, with every fact of the ledger in it wherever else that fact is told
 * @param words these words wherever they stand, titles included
 */
public record Redaction(int no, @Nullable String part, @Nullable String words, String reason, String name, Instant at) {}
