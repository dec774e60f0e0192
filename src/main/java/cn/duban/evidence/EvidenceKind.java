package cn.duban.evidence;

import cn.duban.web.Words;

/** How the fact was established; a close-out that rests on paper alone is recognised by this. */
public enum EvidenceKind {
    /** 现场核查 */
    SITE_VISIT,
    /** 书面材料 */
    DOCUMENT,
    /** 照片 */
    PHOTO,
    /** 录音录像 */
    RECORDING,
    /** 电话核实 */
    PHONE;

    /** The word in the language of the request at hand. */
    public String label() {
        return Words.say("evidence.kind." + name());
    }
}
