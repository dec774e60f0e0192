package cn.duban.ledger;

/** How many open matters hang with a unit that leads them. */
public record Hanging(int unit, String name, int open, int red, int yellow) {}
