package cn.duban.hotline.reply;

import cn.duban.hotline.reply.Flag.Kind;
import cn.duban.similarity.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a reply says of itself, by the words in which offices say it. A clause that tells of something done counts as done, one with a mark of the future
 * before its verb as a promise. What explains a rule or a fact to somebody who asked promises nothing. Pure.
 */
public final class ReplyCheck {

    /** So much of it stands in the other one, with no figure or day that is new. */
    static final double COPIED = 0.9;

    /** Shorter ones are alike by nature. */
    private static final int SHORTEST = 20;

    private static final Pattern CLAUSES = Pattern.compile("[。！？!?；;，,、\\n\\r]+");

    private static final String DEED = "修复|修好|修理|维修|抢修|更换|换新|清理|清除|清运|清扫|疏通|拆除|恢复|整改|处罚|立案|责令|退还|退款|退回|退费|发放|支付|结清|补发|到账|安装|加装|补种|修剪|补植|办结|办好|办理|办妥|解决|解除|完成|完工|竣工|到位|取缔|关停|查封|约谈|劝离|清退|拖移|停工|停止|降低|减免|更正|改正|修改|补办|核销|登记|录入|开通|接通|通水|通电|供电|供水|亮灯|复明|达标|撤除|搬离|驱离|封堵|填平|铺设|硬化|覆盖|喷洒|消杀|入学|受理|开具|送达|归还|赔付|赔偿|协商一致|达成|调解成功|化解";

    /** Told as past: 已、了、完毕、成功 beside a deed. What was only passed on or noted is none. */
    private static final Pattern DONE = Pattern.compile("(?:已经?|均已|业已|现已|全部|当即|当场|当天|当日|当晚|随即|立即|于[^，。]{1,16}[日时晚前天午])(?!安排|转|列入|联系|督促|要求|通知|上报|协调|制定|研究|部署|关注|纳入|报|启动|组织|着手)[^，。；]{0,16}?(?:" + DEED + ")(?!方案|计划|工作|进度|中)"
            + "|(?:" + DEED + ")[^，。；]{0,6}?(?:完毕|了(?!解)|完成|到位|成功|结束)|恢复(?:正常|供[水电热气])|(?:问题|故障|隐患|欠款|工资|噪声)[^，。；]{0,8}?(?:得到|已)?(?:解决|消除|排除|结清)");
    private static final Pattern FUTURE = Pattern.compile("将(?!军)|拟(?!定)|下一步|下步|尽快|尽早|计划|争取|后续|届时|准备|打算|预计|抓紧|早日|力争|待[^，。；]{1,20}[后时]|择期|适时|近期|会(?:同|尽快|继续|加强|督促|持续|进一步)|继续|进一步|加大|加强|列入|纳入");
    private static final Pattern UNDONE = Pattern.compile("正在|尚未|暂未|还没有?|仍未|未能|暂时无法|目前无法|尚在|仍在|还在|进行中|未完成|未解决|未整改|研究中|处理中|整改中|施工中");
    /** That it is over with, said of the whole. */
    private static final Pattern CLAIM = Pattern.compile("(?:已|得到|全部|彻底|圆满|妥善)[^，。；]{0,4}(?:解决|办结|办理完毕|处理完毕|整改到位|整改完毕|落实到位)|办理完毕|处理完毕|整改完毕|现已办结");
    /** What somebody asked is told: by which rule, how, where, or what was found. */
    private static final Pattern EXPLAINED = Pattern.compile("根据《|依据《|按照《|依照《|第[一二三四五六七八九十百]+条|需(?:携带|提供|提交|准备|要)|请(?:携带|您携带|到|前往|登录|拨打)|可(?:到|在|以到|以在|通过|前往|拨打|登录|凭|持)|办理地点|咨询电话|标准为|标准是|属于|不属于|不符合|符合规定|合法|并未违反|未发现|不存在|系[^，。；]{2,}所致|原因(?:是|为)|因为|由于[^，。；]{2,}(?:所致|不能|无法|不予)");

    private ReplyCheck() {}

    /** @param number of the ticket that it answered */
    public record Earlier(String number, String text) {}

    public static List<Flag> of(String text, List<Earlier> earlier) {
        var flags = new ArrayList<Flag>();
        copied(text, earlier).ifPresent(flags::add);
        told(text).ifPresent(flags::add);
        return List.copyOf(flags);
    }

    private static Optional<Flag> copied(String text, List<Earlier> earlier) {
        if (text.strip().length() < SHORTEST) return Optional.empty();
        return earlier.stream().filter(one -> Progress.nearlyCopies(text, one.text(), COPIED)).findFirst().map(one -> new Flag(Kind.COPIED, one.number()));
    }

    private static Optional<Flag> told(String text) {
        var clauses = CLAUSES.splitAsStream(text.strip()).map(String::strip).filter(clause -> !clause.isEmpty()).toList();
        var undone = clauses.stream().flatMap(clause -> said(UNDONE, clause)).toList();
        var done = clauses.stream().filter(ReplyCheck::done).toList();
        if (!undone.isEmpty() && CLAIM.matcher(text).find()) return Optional.of(new Flag(Kind.UNDONE, String.join("、", undone.stream().distinct().limit(3).toList())));
        if (!done.isEmpty() || EXPLAINED.matcher(text).find()) return Optional.empty();
        var promised = clauses.stream().flatMap(clause -> said(FUTURE, clause)).toList();
        if (!undone.isEmpty()) return Optional.of(new Flag(Kind.UNDONE, String.join("、", undone.stream().distinct().limit(3).toList())));
        return promised.isEmpty() ? Optional.empty() : Optional.of(new Flag(Kind.PROMISES, String.join("、", promised.stream().distinct().limit(3).toList())));
    }

    /** A deed told as past, with nothing in its clause that puts it off. */
    private static boolean done(String clause) {
        var deed = DONE.matcher(clause);
        while (deed.find()) if (!UNDONE.matcher(clause).find() && !FUTURE.matcher(clause.substring(0, deed.end())).find()) return true;
        return false;
    }

    private static Stream<String> said(Pattern words, String clause) {
        return words.matcher(clause).results().map(MatchResult::group).limit(1);
    }
}
