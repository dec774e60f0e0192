package cn.duban.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that serves as evidence for an entry of a matter; {@code hash} is its SM3 in hexadecimal. */
public record AttachedEvidence(
        int tenant,
        UUID matter,
        int no,
        int entry,
        @Nullable Integer assignment,
        String hash,
        String name,
        String kind,
        String mediaType,
        long size) {}
