package cn.duban.rectification.reading;

import cn.duban.rectification.reading.Reading.Mode;
import cn.duban.rectification.reading.Reading.Status;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a status and their normal form. A phrase counts only when it stands alone, up to punctuation: 「已完成3项制度修订」
 * says that three rules are done, not that the problem is.
 */
record StatusWords(Status status, @Nullable Mode mode, String words, int start, int end) {
    private enum Sense { NOT_DONE, PARTIAL, IN_PROGRESS, COMPLETED, LONG_TERM, NOW }

    private static final Pattern[] PHRASES = {
        Pattern.compile("\\G(?:尚|暂|还|仍)?未(?:整改|全部)?(?:完成|到位|启动|整改|销号)(?:整改|销号)?|\\G没有完成"),
        Pattern.compile("\\G(?:整改)?(?:工作)?已?取得了?(?:初步|一定|阶段性|积极)的?(?:阶段性)?(?:整改)?(?:成效|成果|进展|效果)"
                + "|\\G阶段性(?:整改)?(?:完成|成果|成效)(?:整改)?|\\G(?:已)?(?:部分|基本|初步|阶段性)(?:整改)?(?:完成|到位)(?:整改)?"),
        Pattern.compile("\\G(?:目前)?(?:正在|正)(?:持续|积极|抓紧|有序)?(?:整改|推进|办理|落实|进行)(?:中|整改)?|\\G(?:持续)?(?:整改|推进|办理|进行)(?:整改)?中"
                + "|\\G定期整改到位|\\G限期整改(?:到位)?|\\G按(?:时限|计划|序时进度)(?:要求)?(?:推进|整改)(?:中)?|\\G未到期"),
        Pattern.compile("\\G(?:目前|现|均|问题)?(?:均|全部)?已(?:经)?(?:按时|按期|如期|全部)?(?:整改)?(?:完成|完毕|到位|办结|销号|落实|解决)(?:整改|销号|到位)?"
                + "|\\G(?:全部|均)?整改(?:已)?(?:完成|完毕|到位|落实到位|结束)|\\G(?:全部)?完成(?:整改|销号)?|\\G已(?:经)?于[^,。;:]{2,14}?(?:全部)?(?:整改)?(?:完成|完毕|到位)(?:整改)?|\\G已?立行立改(?:并)?(?:已)?(?:整改)?(?:完成|到位)(?:整改)?|\\G已整改|\\G办结|\\G已?销号"),
        Pattern.compile("\\G(?:需要?|将|应|坚持|立足)?(?:长期|持续|常态化|常态长效|长效)(?:性)?(?:坚持|整改|推进|抓好|巩固|开展|保持|深化|落实|执行)(?:整改|推进|并推进)?"
                + "|\\G(?:持续)?坚持(?:长期|常态化)?(?:整改|坚持)?|\\G(?:长期|持续)(?=$)"),
        Pattern.compile("\\G(?:立行立改|即知即改|立即整改|即改即销|立整立改)"),
    };
    private static final Pattern LINK = Pattern.compile("\\G[,、;\\s]*(?:并且|并|且|同时)?");
    private static final Pattern EXPLICIT = Pattern.compile(
            "(?:(?<=^|[。;,\\n])(?:截至目前,?|目前,|目前|现)?(?:该|此|本)(?:项|条|个)?(?:具体|反馈)?(?:问题|整改任务|任务|整改事项|事项|整改)(?:目前|现)?)");

    /** The status with which the passage opens, or null. */
    static @Nullable StatusWords leading(Passage passage) {
        return at(passage, 0);
    }

    private static @Nullable StatusWords at(Passage passage, int from) {
        Set<Sense> senses = EnumSet.noneOf(Sense.class);
        var text = passage.text;
        var at = from;
        var end = from;
        while (at < text.length()) {
            var link = LINK.matcher(text);
            if (at > from && link.find(at)) {
                at = link.end();
            }
            var next = -1;
            for (var sense : Sense.values()) {
                var phrase = PHRASES[sense.ordinal()].matcher(text);
                if (phrase.find(at) && phrase.start() == at && phrase.end() > at && isDelimited(text, phrase.end())) {
                    senses.add(sense);
                    next = phrase.end();
                    break;
                }
            }
            if (next < 0) {
                break;
            }
            end = next;
            at = next;
        }
        return senses.isEmpty() ? null
                : new StatusWords(status(senses), mode(senses), passage.slice(from, end).printed, from, end);
    }

    /** 「该问题已整改完成」 somewhere in an answer, or a paragraph that holds nothing but a status. */
    static @Nullable StatusWords stated(Passage answer) {
        var matcher = EXPLICIT.matcher(answer.text);
        while (matcher.find()) {
            var words = at(answer, matcher.end());
            if (words != null && words.status != Status.UNSTATED) {
                return words;
            }
        }
        for (var paragraph : answer.split(PARAGRAPH)) {
            var bracketed = bracketed(paragraph);
            if (bracketed != null) {
                return bracketed;
            }
        }
        var paragraphs = answer.split(PARAGRAPH);
        for (var i = 0; i < paragraphs.size(); i++) {
            var words = closing(paragraphs.get(i));
            words = words == null && i == 0 ? opening(paragraphs.get(i)) : words;
            if (words != null) {
                return words;
            }
        }
        return null;
    }

    /** 截至目前,该问题已整改完成: a paragraph that says nothing else. */
    static boolean isStatement(Passage paragraph) {
        var explicit = EXPLICIT.matcher(paragraph.text);
        return paragraph.text.length() <= 60 && explicit.lookingAt() && at(paragraph, explicit.end()) != null;
    }

    private static @Nullable StatusWords bracketed(Passage paragraph) {
        var bracket = BRACKET.matcher(paragraph.text);
        var words = bracket.find() ? leading(paragraph.group(bracket, 1)) : null;
        return words != null && words.end >= bracket.group(1).length()
                ? new StatusWords(words.status, words.mode, words.words, bracket.start(), bracket.end()) : null;
    }

    /** The last sentence is nothing but a status, or ends in 目前已整改到位 with no count of found faults before it. */
    private static @Nullable StatusWords closing(Passage paragraph) {
        var last = paragraph.sentences();
        if (last.isEmpty()) {
            return null;
        }
        var sentence = last.getLast();
        var words = leading(sentence);
        if (words != null && words.status != Status.UNSTATED && isAlone(words, sentence)) {
            return words;
        }
        var clause = sentence.text.lastIndexOf(',') + 1;
        if (clause == 0 || FOUND.matcher(sentence.text.substring(0, clause)).find() || !sentence.text.substring(clause).contains("整改")) {
            return null;
        }
        var end = sentence.from(clause);
        var settled = leading(end);
        return settled != null && settled.status != Status.UNSTATED && settled.end >= end.trimEnd("。; ").text.length() ? settled : null;
    }

    /** 已完成。建立…制度: an answer without a label opens with its status. */
    private static @Nullable StatusWords opening(Passage paragraph) {
        var words = leading(paragraph);
        return words == null || words.status == Status.UNSTATED || words.status == Status.LONG_TERM && words.end < paragraph.text.length()
                && paragraph.text.charAt(words.end) != '。' ? null : words;
    }

    /** Nothing follows but when it will be done or why it is not. */
    private static boolean isAlone(StatusWords words, Passage sentence) {
        var rest = sentence.text.substring(words.end);
        return rest.isBlank() || sentence.text.length() <= 60 && DETAIL.matcher(rest).matches();
    }

    /** Where the closing words of a status begin in this text, or its length: the last measure ends there. */
    static int closingStart(Passage text) {
        var bracketed = bracketed(text);
        if (bracketed != null) {
            return bracketed.start;
        }
        var stop = Math.max(text.trimEnd("。;").text.lastIndexOf('。'), Math.max(text.trimEnd("。;").text.lastIndexOf('\n'), text.trimEnd("。;").text.lastIndexOf(';'))) + 1;
        if (stop == 0) {
            return text.text.length();
        }
        var last = text.from(stop);
        var explicit = EXPLICIT.matcher(last.text);
        var words = at(last, explicit.lookingAt() ? explicit.end() : 0);
        return words != null && words.status != Status.UNSTATED && isAlone(words, last.trimEnd("。;")) ? stop : text.text.length();
    }

    private static boolean isDelimited(String text, int end) {
        return end >= text.length() || ",。;:、()\n】] \t并且,".indexOf(text.charAt(end)) >= 0;
    }

    private static Status status(Set<Sense> senses) {
        if (senses.contains(Sense.NOT_DONE)) {
            return Status.NOT_DONE;
        }
        if (senses.contains(Sense.PARTIAL)) {
            return Status.PARTIAL;
        }
        if (senses.contains(Sense.COMPLETED)) {
            return senses.contains(Sense.LONG_TERM) ? Status.COMPLETED_SUSTAINED : Status.COMPLETED;
        }
        if (senses.contains(Sense.IN_PROGRESS)) {
            return Status.IN_PROGRESS_DATED;
        }
        return senses.contains(Sense.LONG_TERM) ? Status.LONG_TERM : Status.UNSTATED;
    }

    private static @Nullable Mode mode(Set<Sense> senses) {
        if (senses.contains(Sense.NOW)) {
            return Mode.NOW;
        }
        return senses.contains(Sense.LONG_TERM) ? Mode.STANDING : senses.contains(Sense.IN_PROGRESS) ? Mode.DATED : null;
    }

    /** …开展调研8次。【已完成】 */
    private static final Pattern BRACKET = Pattern.compile("[【(\\[〔]\\s?([^【】()\\[\\]]{2,24})\\s?[】)\\]〕]。?$");
    private static final Pattern DETAIL = Pattern.compile("^[,;:](?:预计|计划|力争|确保|争取|将于|拟于|原因|主要原因|因|由于|目前正|截至|\\d{4}年|\\d{1,2}月).*");
    /** Hazards found and put right are not the finding itself. */
    private static final Pattern FOUND = Pattern.compile("(?:发现|查出|排查出?|检查出|梳理出|指出|隐患|其中)[^。]*\\d|\\d+\\s?(?:个|项|处|条|件|起)[^,。]{0,8}(?:问题|隐患|线索|信访)");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n");
}
