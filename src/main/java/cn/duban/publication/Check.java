package cn.duban.publication;

/** @param part the part it is about; empty for the bulletin as a whole */
public record Check(Level level, String part, String text) {

    public enum Level {
        /** Cannot go on to review or publication. */
        STOP,
        /** Look at it before going on. */
        WARN,
        /** Good to know. */
        NOTE
    }
}
