package cn.duban.access;

/** A government that somebody may sign in to, where one installation serves several. */
public record GovernmentChoice(int tenant, String name) {}
