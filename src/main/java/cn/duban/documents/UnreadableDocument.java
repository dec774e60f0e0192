package cn.duban.documents;

/** A file out of which no text can be drawn; the message is one full sentence to show as it stands, in either language. */
public class UnreadableDocument extends Exception {

    private final String english;

    public UnreadableDocument(String sentence, String english) {
        super(sentence);
        this.english = english;
    }

    public String said(boolean inEnglish) {
        return inEnglish ? english : String.valueOf(getMessage());
    }
}
