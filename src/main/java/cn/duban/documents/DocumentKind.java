package cn.duban.documents;

/** The kinds of 《党政机关公文处理工作条例》第八条, and the internal assignment slip, which is none of the fifteen. */
public enum DocumentKind {
    RESOLUTION("决议"),
    DECISION("决定"),
    ORDER("命令"),
    COMMUNIQUE("公报"),
    ANNOUNCEMENT("公告"),
    PUBLIC_NOTICE("通告"),
    OPINION("意见"),
    NOTICE("通知"),
    BULLETIN("通报"),
    REPORT("报告"),
    REQUEST("请示"),
    REPLY("批复"),
    PROPOSAL("议案"),
    LETTER("函"),
    MINUTES("纪要"),
    ASSIGNMENT_SLIP("交办单");

    private final String word;

    DocumentKind(String word) {
        this.word = word;
    }

    /** The word as printed, e.g. {@code 通报}. */
    public String word() {
        return word;
    }

    /** Upward documents name their signatory 签发人 beside the number. */
    public boolean upward() {
        return this == REPORT || this == REQUEST;
    }
}
