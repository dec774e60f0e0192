package cn.duban.rectification.reading;

import cn.duban.rectification.reading.Reading.Claim;
import cn.duban.rectification.reading.Reading.Finding;
import cn.duban.rectification.reading.Reading.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a careful reader would stop at: done but open, the same words everywhere, two bases, numbers skipped, slips of the pen. */
final class Doubts {
    private static final Set<Status> DONE = EnumSet.of(Status.COMPLETED, Status.COMPLETED_SUSTAINED);
    private static final Pattern STILL_OPEN = Pattern.compile(
            "下一?步,?(?:将|由|拟|计划)[^。;]{0,40}|报(?:请|送|市|区|县)?[^,。;]{0,10}(?:研究决定|研究|审议|决定|审定|审批|批准|批复)(?=[。;,]|$)"
                    + "|待[^,。;]{1,16}(?:后|批复|审批|审议)[^。;]{0,12}(?:实施|落实|开展|推进|整改|印发|办理)|尚未[^,。;]{1,16}|尚需[^,。;]{1,16}"
                    + "|正在(?:整改|推进|办理|核查|统计|研究|协调|制定|起草|修订|建设|招标)[^,。;]{0,10}|(?:力争|预计|计划|拟)[^,。;]{0,14}(?:前|底|内)[^,。;]{0,10}(?:完成|到位|建成|出台)");
    private static final Pattern OVERDUE = Pattern.compile("[^,。;]{0,10}(?:逾期|超期)[^,。;]{0,14}(?:仍|尚|还)未[^,。;]{1,8}");
    private static final Pattern BASIS = Pattern.compile("(?<!\\d)(\\d{3,})\\s?(?:个|项)((?:政务服务|行政审批|审批|服务|行政权力)?事项)");
    private static final Pattern RELATIVE = Pattern.compile("去年|上年|前年");
    private static final Pattern AT_LEAST_WITH_RHYTHM = Pattern.compile("不少于(\\d+)次\\(([^()]{4,80})\\)");
    private static final Pattern RHYTHM = Pattern.compile("每(周|月|季度|半年|年)[^,。;]{0,6}?(\\d+)次");
    private static final Map<String, Integer> A_YEAR = Map.of("周", 52, "月", 12, "季度", 4, "半年", 2, "年", 1);
    /** 《中国共产党支部工作条例(试行)》:有正式党员3人以上的,成立党支部。 */
    private static final Pattern SMALL_BRANCH = Pattern.compile("(?:成员|党员)?为?([12])人的(\\d+)个");
    private static final Map<String, String> SLIPS = Map.of("契而不舍", "锲而不舍", "既往不究", "既往不咎", "一如继往", "一如既往",
            "再接再励", "再接再厉", "不径而走", "不胫而走", "以身做则", "以身作则", "责无旁代", "责无旁贷", "截止目前", "截至目前");
    private static final Pattern DOUBLED = Pattern.compile("(服务|工作|管理|制度|建设|情况|问题|整改|落实|单位|部门|党支部)\\1");
    private static final int COMMON = 3;

    private final List<Remark> remarks;

    private Doubts(List<Remark> remarks) {
        this.remarks = remarks;
    }

    static void check(List<Passage> body, List<Finding> findings, Masthead masthead, List<Claim> claims, List<Remark> remarks) {
        var doubts = new Doubts(remarks);
        findings.forEach(doubts::doneButOpen);
        findings.forEach(doubts::overdue);
        doubts.boilerplate(findings);
        doubts.bases(findings);
        doubts.numbering(findings);
        doubts.dates(masthead);
        body.forEach(passage -> doubts.slips(passage, masthead.date()));
    }

    private void doneButOpen(Finding finding) {
        if (!DONE.contains(finding.status())) {
            return;
        }
        var open = STILL_OPEN.matcher(Cleaning.folded(finding.response()));
        if (open.find()) {
            remarks.add(new Remark("DONE_BUT_OPEN", "第" + finding.path().getLast() + "项写“" + finding.statusWords()
                    + "”，正文却说“" + open.group() + "”，请核实是否真的办结。", finding.line()));
        }
    }

    private void overdue(Finding finding) {
        var overdue = OVERDUE.matcher(Cleaning.folded(finding.response()));
        if (overdue.find()) {
            remarks.add(new Remark("OVERDUE", "第" + finding.path().getLast() + "项正文自认“" + overdue.group() + "”。", finding.line()));
        }
    }

    private void boilerplate(List<Finding> findings) {
        var first = new LinkedHashMap<String, List<Finding>>();
        for (var finding : findings) {
            for (var measure : finding.measures()) {
                var sentence = measure.text().split("[。;;]", 2)[0].strip();
                if (sentence.length() >= 8) {
                    var same = first.computeIfAbsent(sentence, key -> new ArrayList<>());
                    if (!same.contains(finding)) {
                        same.add(finding);
                    }
                }
            }
        }
        first.forEach((sentence, in) -> {
            if (in.size() >= COMMON) {
                remarks.add(new Remark("BOILERPLATE", "“" + sentence + "”在 " + in.size() + " 个问题（共 " + findings.size() + " 个）的措施里原样出现。",
                        in.getFirst().line()));
            }
        });
    }

    private void bases(List<Finding> findings) {
        var values = new TreeMap<Integer, Finding>();
        var words = new LinkedHashMap<Integer, String>();
        for (var finding : findings) {
            var matcher = BASIS.matcher(finding.problem());
            var largest = 0;
            var text = "";
            while (matcher.find()) {
                var value = Numerals.of(matcher.group(1));
                if (value > largest) {
                    largest = value;
                    text = matcher.group();
                }
            }
            if (largest > 0) {
                values.putIfAbsent(largest, finding);
                words.put(largest, text);
            }
        }
        if (values.size() >= 2) {
            remarks.add(new Remark("UNEQUAL_BASES", "各处事项总数口径不同（" + String.join(" / ", words.values()) + "），不可合并比较。",
                    values.lastEntry().getValue().line()));
        }
    }

    private void numbering(List<Finding> findings) {
        var last = new HashMap<String, Integer>();
        for (var finding : findings) {
            var parent = String.join("/", finding.path().subList(0, finding.path().size() - 1));
            var number = Numerals.of(finding.path().getLast().replaceAll("[()]", ""));
            var before = last.put(parent, number);
            if (before != null && number == before) {
                remarks.add(new Remark("NUMBER_REPEATED", "编号 " + finding.path().getLast() + " 重复出现。", finding.line()));
            } else if (before != null && number > 0 && number != before + 1) {
                remarks.add(new Remark("NUMBER_SKIPPED", "编号从 " + before + " 跳到 " + number + "，请核对是否有漏条。", finding.line()));
            }
        }
    }

    private void dates(Masthead masthead) {
        if (masthead.publishedOn() != null && masthead.signedOn() != null && masthead.signedOn().isAfter(masthead.publishedOn())) {
            remarks.add(new Remark("CONTRADICTION", "落款日期 " + masthead.signedOn() + " 晚于发布日期 " + masthead.publishedOn() + "。", masthead.signedLine()));
        }
    }

    private void slips(Passage passage, @Nullable LocalDate published) {
        for (var found : Dates.find(passage.text)) {
            if (published != null && found.relative() != null && RELATIVE.matcher(found.relative()).matches()) {
                var range = found.in(published.getYear());
                if (range != null) {
                    remarks.add(new Remark("RELATIVE_DATE", "“" + found.words() + "”按发布日期读作 " + range[0] + (range[0].equals(range[1]) ? "" : " 至 " + range[1]) + "。",
                            passage.lineAt(found.start())));
                }
            }
        }
        SLIPS.forEach((wrong, right) -> {
            var at = passage.text.indexOf(wrong);
            if (at >= 0) {
                remarks.add(new Remark("TYPING", "“" + wrong + "”疑为“" + right + "”。", passage.lineAt(at)));
            }
        });
        var doubled = DOUBLED.matcher(passage.text);
        while (doubled.find()) {
            remarks.add(new Remark("TYPING", "“" + doubled.group() + "”疑有重复的字。", passage.lineAt(doubled.start())));
        }
        rules(passage);
        var small = SMALL_BRANCH.matcher(passage.text);
        if (passage.text.contains("党支部") && small.find()) {
            remarks.add(new Remark("BRANCH_TOO_SMALL", "“" + small.group() + "”：正式党员不足3人的不能单独成立党支部（《中国共产党支部工作条例（试行）》）。",
                    passage.lineAt(small.start())));
        }
    }

    /** 「不少于4次(…每月召开1次)」 holds two rules: twelve times a year is not four. */
    private void rules(Passage passage) {
        var rule = AT_LEAST_WITH_RHYTHM.matcher(passage.text);
        while (rule.find()) {
            var least = Numerals.of(rule.group(1));
            var rhythm = RHYTHM.matcher(rule.group(2));
            while (rhythm.find()) {
                var yearly = A_YEAR.getOrDefault(rhythm.group(1), 1) * Numerals.of(rhythm.group(2));
                if (yearly != least) {
                    remarks.add(new Remark("TWO_RULES", "一处写“不少于" + least + "次”，括号里又写“" + rhythm.group() + "”（一年 " + yearly + " 次），是两条不同的规则。",
                            passage.lineAt(rule.start())));
                }
            }
        }
    }
}
