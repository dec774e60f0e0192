package cn.duban.web;

/** One of several things that may be chosen together. */
public record Tick(String value, String label, boolean ticked) {}
