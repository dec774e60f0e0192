package cn.duban.documents;

/** 紧急程度 of a document (telegrams have words of their own). */
public enum Urgency {
    EXTRA_URGENT("特急"),
    URGENT("加急");

    private final String word;

    Urgency(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
