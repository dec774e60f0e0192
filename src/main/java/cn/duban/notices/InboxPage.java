package cn.duban.notices;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param unread only what was not read
 * @param kind only this kind
 * @param first whether it is the first page
 * @param next where the next page begins; null at the end
 */
public record InboxPage(List<NoticeRow> rows, boolean unread, @Nullable Kind kind, boolean first, @Nullable UUID next) {

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    /** Whether nothing was left out. */
    public boolean whole() {
        return !unread && kind == null;
    }

    /** The newest on the page; marking all as read goes no further than what was seen. */
    public @Nullable UUID newest() {
        return rows.isEmpty() ? null : rows.getFirst().id();
    }

    public String with(boolean onlyUnread, @Nullable Kind only) {
        return address(onlyUnread, only, null);
    }

    public @Nullable String nextHref() {
        return next == null ? null : address(unread, kind, next);
    }

    public String here() {
        return address(unread, kind, null);
    }

    private static String address(boolean onlyUnread, @Nullable Kind only, @Nullable UUID before) {
        var query = new StringBuilder();
        if (onlyUnread) query.append("&unread=true");
        if (only != null) query.append("&kind=").append(only.word());
        if (before != null) query.append("&before=").append(before);
        return "/notices" + (query.isEmpty() ? "" : "?" + query.substring(1));
    }
}
