package cn.duban.similarity.search;

import java.time.Instant;
import java.util.UUID;

/** A matter in which every word stands, and its place in the order: the newest first, ties settled by id. */
public record Spot(UUID matter, Instant openedAt) {}
