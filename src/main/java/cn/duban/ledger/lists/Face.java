package cn.duban.ledger.lists;

import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterQuery;
import cn.duban.web.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** How the matters that a question finds are shown. */
public enum Face {
    LIST("list-details", ""),
    BOARD("layout-kanban", "/board"),
    TIMELINE("timeline", "/timeline"),
    CALENDAR("calendar-month", "/calendar");

    private final String icon;
    private final String path;

    Face(String icon, String path) {
        this.icon = icon;
        this.path = "/matters" + path;
    }

    public String icon() {
        return icon;
    }

    public String path() {
        return path;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return Words.say("ledger.lists.face." + word());
    }

    /** The beginning of what the question finds, in this face. */
    public String of(MatterQuery query) {
        return begun(MatterAddress.of(path, query.after(null), Map.of()));
    }

    String without(MatterQuery query, String filter) {
        return begun(MatterAddress.without(path, query, filter));
    }

    /** The bare list begins with the reader's first view; whoever asks for everything says so. */
    private String begun(String address) {
        return this == LIST && address.equals(path) ? path + "?view=" + SavedView.NONE : address;
    }

    static Face named(String word) {
        return Arrays.stream(values()).filter(face -> face.word().equals(word)).findFirst().orElse(LIST);
    }
}
