package cn.duban.evidence;

import java.time.Instant;

/**
 * What one person handed in.
 *
 * @param size bytes
 * @param mediaType as read from the content, with the charset for text
 * @param name as uploaded, without folders and control characters
 * @param kind as last declared by that person; a matter keeps what was declared at the act
 */
public record Receipt(FileId id, long size, String mediaType, String name, EvidenceKind kind, int uploadedBy, Instant uploadedAt) {}
