package cn.duban.rectification;

import static cn.duban.publication.Composition.Figure.count;
import static cn.duban.publication.Composition.Figure.rate;

import cn.duban.ledger.MatterThen;
import cn.duban.publication.Composer;
import cn.duban.publication.Composition;
import cn.duban.publication.Composition.Claim;
import cn.duban.publication.Composition.Figure;
import cn.duban.publication.Composition.Kind;
import cn.duban.publication.Composition.Part;
import cn.duban.publication.Composition.Unit;
import cn.duban.rectification.RectificationBulletinTally.Standing;
import cn.duban.web.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;

/** What a 整改通报 says of a round: where it stands in figures, finding by finding, and what is unfinished and why. */
@Component
class RectificationBulletin implements Composer {

    /** The figure that names the counterpart: who gave the opinion that this answers. */
    private static final String INSPECTED_BY = "巡察机构";

    /** What people write of a round, with the figures that it can be held against. */
    private static final List<Claim> CLAIMS = List.of(
            Claim.of("完成率|办结率|销号率|整改率|到位率", "问题完成率", "措施办结率"),
            Claim.of("(?:未|没有|尚未)(?:完成|销号|办结|整改)", "未完成问题"),
            Claim.of("逾期|超期|超时|未按期", "逾期问题", "逾期措施"),
            Claim.of("长期坚持", "长期坚持问题", "长期坚持措施"),
            Claim.of("整改中|正在整改|推进中", "整改中问题", "整改中措施"),
            Claim.of("待核查|待核定|待核实", "待核定问题", "待核查措施"),
            Claim.of("完成整改|整改完成|整改到位|整改完毕|整改销号|销号|办结|完成|解决", "已销号问题", "已销号措施", "已办结措施"));

    @Override
    public String about() {
        return "rectification-round";
    }

    @Override
    public Composition compose(List<MatterThen> matters, LocalDate on, IntFunction<String> units, int form) {
        var round = matters.getFirst();
        var tally = RectificationBulletinTally.of(matters, on);
        var figures = new LinkedHashMap<String, Figure>();
        figures(tally, figures, form);
        figures.put("截止日", new Figure("截止日", Dates.written(on), null, Unit.NONE, Set.of(), true, null));
        figures.put(INSPECTED_BY, Figure.fact(INSPECTED_BY, round.matter().fields().getOrDefault("inspected-by", "").strip(), round.matter().id()));
        var parts = new ArrayList<Part>();
        parts.add(new Part("intro", Kind.PARAGRAPH, intro(round), true));
        parts.add(new Part("overview", Kind.HEADING, "一、总体情况", true));
        parts.add(new Part("figures", Kind.FIGURES, "问题总数|{问题总数}|已销号问题|{已销号问题}|逾期问题|{逾期问题}|问题完成率|{问题完成率}|措施总数|{措施总数}|已办结措施|{已办结措施}|逾期措施|{逾期措施}|措施办结率|{措施办结率}", false));
        parts.add(new Part("findings", Kind.PARAGRAPH, findings(tally), true));
        if (!tally.allMeasures().isEmpty()) parts.add(new Part("measures", Kind.PARAGRAPH, measures(tally), true));
        parts.add(new Part("each", Kind.HEADING, "二、逐项整改情况", true));
        var each = new RectificationBulletinFindings(tally, units, figures, form);
        parts.addAll(each.parts());
        var unfinished = each.unfinished();
        if (!unfinished.isEmpty()) {
            parts.add(new Part("unfinished", Kind.HEADING, each.tellsWhy() ? "三、未完成事项及原因" : "三、未完成事项", true));
            parts.addAll(unfinished);
        }
        parts.add(new Part("next", Kind.HEADING, (unfinished.isEmpty() ? "三" : "四") + "、下一步工作和社会监督", true));
        parts.add(new Part("closing", Kind.PARAGRAPH, "对尚未完成的问题，各责任单位要按期完成整改并按要求申请核查；已销号和长期坚持的问题，将适时开展“回头看”，防止反弹。", true));
        parts.add(new Part("contact", Kind.PARAGRAPH, "欢迎社会各界对整改落实情况进行监督，如有意见建议，请及时反映。{监督联系方式}", true));
        return new Composition(title(round.matter().title()), parts, figures, each.remarks(), Set.of(INSPECTED_BY), CLAIMS);
    }

    /**
     * 关于……整改情况的通报, whatever the round was called. Who issued the source is not who issues this: 财政局党组关于巡察整改情况的通报 tells
     * of the bureau, so that it becomes 关于财政局党组巡察整改情况的通报.
     */
    static String title(String round) {
        var name = round.strip().replaceFirst("的?(情况)?的?通报$", "");
        var about = name.indexOf("关于");
        if (about > 0) name = "关于" + name.substring(0, about) + name.substring(about + 2);
        if (!name.contains("整改")) name += "整改";
        if (!name.endsWith("情况")) name += "情况";
        return (name.contains("关于") ? "" : "关于") + name + "的通报";
    }

    private static String intro(MatterThen round) {
        var fields = round.matter().fields();
        var by = fields.getOrDefault("inspected-by", "");
        var on = fields.getOrDefault("feedback-on", "");
        var feedback = on.isBlank() && by.isBlank() ? "" : (on.isBlank() ? "" : Dates.written(LocalDate.parse(on)) + "，")
                + "{" + INSPECTED_BY + "}反馈了意见。";
        return feedback + "现将整改落实情况通报如下，数据截至{截止日}。";
    }

    private static void figures(RectificationBulletinTally tally, Map<String, Figure> figures, int form) {
        var all = tally.findings(f -> true);
        var done = tally.findings(Standing.DONE);
        put(figures, count("问题总数", Unit.FINDING, all));
        put(figures, count("已销号问题", Unit.FINDING, done));
        put(figures, count("长期坚持问题", Unit.FINDING, tally.findings(Standing.CONTINUING)));
        put(figures, count("待核定问题", Unit.FINDING, tally.findings(Standing.READY)));
        put(figures, count("整改中问题", Unit.FINDING, tally.findings(Standing.WORKING, Standing.REOPENED)));
        put(figures, count("待立项问题", Unit.FINDING, tally.findings(Standing.DRAFTED)));
        put(figures, count("未完成问题", Unit.FINDING, tally.findings(f -> !done.contains(f.matter().id()))));
        put(figures, count("逾期问题", Unit.FINDING, tally.findings(tally::findingOverdue)));
        put(figures, rate("问题完成率", done, all));
        var measures = tally.measures(m -> true);
        var settled = tally.measuresIn("closed", "standing");
        put(figures, count("措施总数", Unit.MEASURE, measures));
        put(figures, count("已销号措施", Unit.MEASURE, tally.measuresIn("closed")));
        put(figures, count("长期坚持措施", Unit.MEASURE, tally.measuresIn("standing")));
        put(figures, count("已办结措施", Unit.MEASURE, settled));
        put(figures, count("整改中措施", Unit.MEASURE, tally.measuresIn("working")));
        put(figures, count("待核查措施", Unit.MEASURE, tally.measuresIn("submitted")));
        put(figures, count("待签收措施", Unit.MEASURE, tally.measuresIn("assigned")));
        put(figures, count("已中止措施", Unit.MEASURE, tally.measuresIn("paused")));
        put(figures, count(form == 1 ? "未交办措施" : "待交办措施", Unit.MEASURE, tally.measuresIn("drafted")));
        put(figures, count("逾期措施", Unit.MEASURE, tally.measures(tally::overdue)));
        put(figures, rate("措施办结率", settled, measures));
    }

    private static void put(Map<String, Figure> figures, Figure figure) {
        figures.put(figure.name(), figure);
    }

    private static String findings(RectificationBulletinTally tally) {
        return "截至{截止日}，共有问题{问题总数}个，其中已销号{已销号问题}个"
                + some(tally.findings(Standing.CONTINUING).size(), "，基本完成、长期坚持{长期坚持问题}个")
                + some(tally.findings(Standing.READY).size(), "，措施已办结、待核定{待核定问题}个")
                + "，整改中{整改中问题}个" + some(tally.findings(Standing.DRAFTED).size(), "，待立项{待立项问题}个")
                + "；逾期{逾期问题}个。问题完成率为{问题完成率}。";
    }

    private static String measures(RectificationBulletinTally tally) {
        return "围绕上述问题共有整改措施{措施总数}项，其中已销号{已销号措施}项，长期坚持{长期坚持措施}项，整改中{整改中措施}项，待核查{待核查措施}项"
                + some(tally.measuresIn("assigned").size(), "，待签收{待签收措施}项") + some(tally.measuresIn("paused").size(), "，已中止{已中止措施}项")
                + "，待交办{待交办措施}项；逾期{逾期措施}项。措施办结率为{措施办结率}。";
    }

    private static String some(int count, String words) {
        return count == 0 ? "" : words;
    }
}
