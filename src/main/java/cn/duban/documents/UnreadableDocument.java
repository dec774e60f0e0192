package cn.duban.documents;

/** A file out of which no text can be drawn; the message is one full sentence to show as it stands. */
public class UnreadableDocument extends Exception {
    public UnreadableDocument(String sentence) {
        super(sentence);
    }
}
