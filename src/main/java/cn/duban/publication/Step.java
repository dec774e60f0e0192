package cn.duban.publication;

import java.time.Instant;

/** Who did what with a bulletin, in the names of that day. */
public record Step(String act, Instant at, String person, String post, String unit, String note) {}
