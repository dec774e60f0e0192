package cn.duban.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next link to the page after this one */
public record PublicBulletinsPage(List<Frozen> rows, String q, @Nullable String next) {}
