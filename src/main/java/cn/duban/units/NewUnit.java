package cn.duban.units;

import org.jspecify.annotations.Nullable;

/** A unit to be opened. The parent is missing only for the government itself, which a tenant is founded with. */
public record NewUnit(String name, String shortName, Unit.Kind kind, @Nullable Integer parent) {}
