package cn.duban.sheets.reading;

/** A sentence in both languages, for people who will read it later in their own. */
public record Said(String zh, String en) {

    public static Said of(String zh, String en) {
        return new Said(zh, en);
    }
}
