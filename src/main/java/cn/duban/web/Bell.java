package cn.duban.web;

/** The bell of the top bar. Told by the room that keeps people's notices, which {@code web} does not know. */
public interface Bell {

    /** From here on a count is written as 99+. */
    int MANY = 100;

    /** How many notices this viewer has not read, {@link #MANY} for as many or more; as it stood within the last seconds. */
    int unread(Viewer viewer);

    /** The page to which the bell leads. */
    String href();

    /** Where the count comes as server-sent events, for as long as a page is open. */
    String stream();

    /**
     * The bell of one page.
     *
     * @param count as it is written, empty where nothing is unread
     */
    record Shown(String href, String stream, String count, String label) {

        static Shown of(Bell bell, Viewer viewer) {
            var unread = bell.unread(viewer);
            return new Shown(bell.href(), bell.stream(), Bell.count(unread), Bell.label(unread));
        }
    }

    static String count(int unread) {
        return unread == 0 ? "" : unread >= MANY ? "99+" : String.valueOf(unread);
    }

    static String label(int unread) {
        return unread == 0 ? Words.say("web.bell.none") : Words.say("web.bell", count(unread));
    }
}
