package cn.duban.rectification.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a heading calls its finding: 针对“…”问题, 关于…的问题, or simply the first sentence. */
final class Heading {
    private static final String LEAD_IN = "^(?:(?:反馈|巡[察视](?:反馈)?|指出)(?:的|意见)?(?:指出)?\\s?)?(?:关于|针对|对于|就|在)?(?:巡[察视]组?)?(?:反馈|指出)?(?:的)?\\s?";
    private static final String AFTERWARDS = "(?:的?整改(?:工作)?(?:落实|完成|进展)?(?:情况|措施)?)?[,。:;、]?\\s?";
    private static final Pattern QUOTED = Pattern.compile(
            LEAD_IN + "“(.+?)”\\s?(?:等|方面|这一|等方面)?(?:存在)?的?(?:突出|具体|主要|共性)?(?:问题|情况)" + AFTERWARDS);
    private static final Pattern QUOTED_ALONE = Pattern.compile(LEAD_IN + "“(.+?)”\\s?(?:的|方面的?)?(?:整改(?:落实|完成|进展)?情况|整改|方面)?[,。:;]?\\s?(?=$|\\()");
    private static final Pattern UNQUOTED = Pattern.compile(
            "^(?:关于|针对|对于)([^。;]{2,120}?)(?:方面)?(?:存在)?的?(?:突出|具体)?问题(?=$|[,。:;(]|的?整改|,?一是)" + AFTERWARDS);
    /** Words of want and fault; a heading of an action holds none of them. */
    private static final Pattern WANTING = Pattern.compile(
            "不(?:够|到位|系统|彻底|经常|相称|相符|持续|聚焦|到|出|坚决|坚定|坚持|过硬|积极|顺畅|良|当|密切|优|真|齐|广|旺|畅通|配套|稳定|优化|鲜明|突出|集中|精细|具体|匹配|适应|善于|足|强|严|力|实|深|高|好|准|清|全|畅|紧|细|明|多|大|透|快|及时|规范|健全|完善|严格|准确|彻底|扎实|充分|科学|合理|明显|明确|平衡|协调|配套|主动|经常|全面|深入|闭环|共享|认真|严肃|严谨|景气|一致|统一|落实|重视|担当|作为|符合|精准|均衡)"
                    + "|缺(?:乏|失|位|少|陷)|弱化|淡[化薄漠]|浮于|冷热不均|形式大于|畏难|推诿|弄虚作假|单一|不当|不严|不作为|偏离|脱节|滥用|失察|失管|失控|失职|不廉|超范围|超时|逾期|积压|浪费|搞变通|打折扣|走样|上热下冷|涣散|软弱|老化|混乱|拖沓|吃拿卡要|虚化|薄弱|滞后|差距|短板|偏差|漏洞|隐患|流于形式|走过场|敷衍|违规|违反|超标|松(?:散|懈|软)|宽松软|乏力|欠缺|欠佳|不佳|过低|偏[低弱慢少]|较[差弱低]|迟缓|缓慢|重复|僵尸|虚设|空白|空缺|漏报|漏缴|拖欠|挪用|闲置|未(?!来|雨|有穷)|而不|屡|推绕拖|重.{1,4}轻|一手硬|没有|存在.{0,20}(?:问题|现象|风险|情况)|有待|仍然|依然|形式主义|官僚主义|风险(?:极)?高|存疑|无法|难以|参差|反复|反弹|盲区|盲点|死角|(?:少|低|差|慢|弱|散|乱|难|软|负担)$");
    private static final Pattern ACTING = Pattern.compile(
            "^(?:进一步|切实|着力|扎实|深入|全面|持续|不断|大力|坚决|坚持|加强|强化|提高|提升|完善|健全|建立|规范|落实|压实|严格|狠抓|推进|推动|开展|组织|统一|聚焦|巩固|深化|优化|夯实|抓好|抓实|突出|增强|牢固|召开|制定|印发|修订)");
    /** 查处超范围执业17起: the fault named is the one that was dealt with. */
    private static final Pattern DEALT_WITH = Pattern.compile("^(?:查处|清理|纠正|取缔|吊销|追缴|追回|清退|约谈|处罚|处分|曝光|公开曝光|立案|问责)[^,。;]*\\d");
    private static final Pattern REMEDY = Pattern.compile("解决|纠正|整治|破解|补齐|防止|杜绝|消除|避免|防范|治理|整改|克服|扭转|查[处摆找]|排查");
    private static final int END = 7;
    private static final Pattern COUNTED = Pattern.compile("\\d\\s?(?:余|多|万)?(?:个|名|家|项|次|场|人|户|件|条|处|份|期|台|辆|起|宗|笔|所|座|篇|亩|公里|公顷|吨|元|%)");
    private static final Pattern STATUS_BRACKET = Pattern.compile("[(【\\[〔]\\s?([^()【】\\[\\]〔〕]{2,24})\\s?[)】\\]〕]\\s?。?$");

    /** {@code named}: the heading says itself that this is a problem; {@code end}: where the answer begins. */
    record Title(Passage words, int end, boolean named, @Nullable StatusWords status) {}

    private Heading() {}

    static boolean namesFinding(String text) {
        return QUOTED.matcher(text).find() || UNQUOTED.matcher(text).find();
    }

    /** Also 巡察反馈“村级组织软弱涣散”, which does not say 问题. */
    static boolean quotesFinding(String text) {
        return namesFinding(text) || QUOTED_ALONE.matcher(text).find();
    }

    /** 建立…制度, 走访4300户: somebody did something. */
    static boolean tellsDeed(String text) {
        return ACTING.matcher(text).find() || COUNTED.matcher(text).find();
    }

    static boolean soundsWanting(String text) {
        var sentence = text.substring(0, Passage.sentenceEnd(text));
        var heading = sentence.substring(0, Math.min(sentence.length(), 90));
        if (!WANTING.matcher(heading).find() || DEALT_WITH.matcher(heading).find()) {
            return false;
        }
        // 落实责任制不到位 begins like a deed and ends as a want
        return !ACTING.matcher(heading).find() || WANTING.matcher(heading.substring(Math.max(0, heading.length() - END))).find() && !REMEDY.matcher(heading).find();
    }

    static Title title(Passage head) {
        var status = bracketed(head);
        var text = head.text;
        for (var pattern : new Pattern[] {QUOTED, UNQUOTED, QUOTED_ALONE}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                var words = head.group(matcher, 1);
                return new Title(words.firstSentence(), matcher.end(), true, status);
            }
        }
        var plain = status == null ? head : head.slice(0, status.start()).strip();
        var segments = plain.segments();
        var first = segments.isEmpty() || segments.getFirst().label() != null && segments.getFirst().label() != Label.PROBLEM
                ? plain : segments.getFirst().value();
        var words = first.firstSentence();
        return new Title(words, Math.min(text.length(), words.text.length() + 1), false, status);
    }

    /** (已完成) at the end of the heading's first sentence or of the heading. */
    private static @Nullable StatusWords bracketed(Passage head) {
        var matcher = STATUS_BRACKET.matcher(head.slice(0, Math.min(head.text.length(), Passage.sentenceEnd(head.text) + 1)).text);
        if (!matcher.find()) {
            return null;
        }
        var words = StatusWords.leading(head.group(matcher, 1));
        return words == null || words.end() < matcher.group(1).length() ? null
                : new StatusWords(words.status(), words.mode(), words.words(), matcher.start(), matcher.end());
    }
}
