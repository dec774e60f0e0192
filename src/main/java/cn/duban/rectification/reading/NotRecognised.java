package cn.duban.rectification.reading;

/** The document is neither a rectification bulletin nor a work plan; the message says what was looked for. */
public class NotRecognised extends Exception {
    public NotRecognised(String sentence) {
        super(sentence);
    }
}
