package cn.duban.evidence;

/** How the fact was established; a close-out that rests on paper alone is to be recognised by this. */
public enum EvidenceKind {
    SITE_VISIT("现场核查"),
    DOCUMENT("书面材料"),
    PHOTO("照片"),
    RECORDING("录音录像"),
    PHONE("电话核实");

    private final String label;

    EvidenceKind(String label) {
        this.label = label;
    }

    /** The Chinese word; the bundles hold it and its English under {@link #key()}. */
    public String label() {
        return label;
    }

    public String key() {
        return "evidence.kind." + name();
    }
}
