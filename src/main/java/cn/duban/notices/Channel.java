package cn.duban.notices;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ways out of the house. */
public enum Channel {
    MAIL(Set.of(Kind.RETURNED, Kind.OWED, Kind.REMINDED, Kind.REVIEW, Kind.BREACHED)),
    SMS(Set.of(Kind.RETURNED, Kind.REMINDED, Kind.BREACHED)),
    /** The robot of the unit's group (企业微信、钉钉). */
    ROBOT(Set.of()),
    /** One mail a working day with what is new and what is late. */
    DIGEST(Set.of());

    /** Channels that are chosen kind by kind. */
    public static final List<Channel> CHOSEN = List.of(MAIL, SMS, ROBOT);

    private final Set<Kind> usual;

    Channel(Set<Kind> usual) {
        this.usual = usual;
    }

    /** Whether somebody who gave an address and chose nothing gets this kind by it. */
    public boolean usual(Kind kind) {
        return usual.contains(kind);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
