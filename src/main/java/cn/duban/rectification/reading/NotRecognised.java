package cn.duban.rectification.reading;

import cn.duban.documents.UnreadableDocument;

/** The document is neither a rectification bulletin nor a work plan; the message says what was looked for. */
public class NotRecognised extends UnreadableDocument {
    public NotRecognised(String sentence, String english) {
        super(sentence, english);
    }
}
