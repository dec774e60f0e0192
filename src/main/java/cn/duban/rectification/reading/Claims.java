package cn.duban.rectification.reading;

import cn.duban.rectification.reading.Reading.Aspect;
import cn.duban.rectification.reading.Reading.Claim;
import cn.duban.rectification.reading.Reading.Finding;
import cn.duban.rectification.reading.Reading.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the document says of its own counts (共4个方面40个问题,其中已整改完毕35个), each recounted against what was read. */
final class Claims {
    private static final String N = "(" + Numerals.ANY + ")";
    private static final String OF = "\\s?(?:个|项|条)";
    private static final Pattern ABOUT = Pattern.compile("反馈|巡[察视]|整改|督[察查]|审计");
    private static final Pattern ELSEWHERE = Pattern.compile("线索|信访件?|举报|案件|村级|专项治理");
    private static final Pattern ASPECTS = Pattern.compile(N + "\\s?个(?:大)?方面(?!和|的?(?:意见|建议))");
    private static final Pattern CLASSES = Pattern.compile(N + "\\s?(?:大)?类(?:主要|突出|具体)?(?:的)?(?:问题|\\s?" + Numerals.ANY + "\\s?(?:个|项|条))");
    private static final Pattern ADVICE = Pattern.compile(N + "\\s?(?:条|项|个|点|方面)(?:的)?(?:整改)?(?:工作)?(?:意见建议|意见和建议|整改意见|意见|建议)");
    private static final Pattern FINDINGS = Pattern.compile(
            N + OF + "(?:具体|突出|主要|方面的?|反馈|整改|存在的?|巡[察视]反馈|整改具体)*(?:的)?(?:问题|整改任务|整改事项|任务|事项)(?!线索)");
    private static final Pattern MEASURES = Pattern.compile("(?:" + N + "\\s?(?:条|项|个)(?:具体|整改|具体的?整改|针对性)*(?:措施|举措)|(?:措施|举措)(?:共|计)*\\s?" + N + "\\s?(?:条|项|个))");
    private static final String PART_END = "(?:的?(?:问题|任务|事项)?(?:共|有|为)?\\s?)";

    private record Part(String kind, @Nullable Set<Status> statuses, Pattern pattern) {}

    private static final List<Part> PARTS = List.of(
            new Part("NOT_DONE", EnumSet.of(Status.NOT_DONE),
                    either("(?:尚|暂|还)?未(?:整改)?(?:完成|到位|整改)(?:整改)?", "(?:问题)?(?:尚|暂|还)?未(?:整改)?(?:完成|到位)")),
            new Part("PARTIAL", EnumSet.of(Status.PARTIAL),
                    either("(?:基本完成|取得阶段性(?:成效|成果|进展))(?:并持续整改)?", "(?:问题)?(?:整改)?(?:已)?(?:基本完成|取得(?:了)?阶段性(?:成效|成果|进展))")),
            new Part("IN_PROGRESS", EnumSet.of(Status.IN_PROGRESS_DATED, Status.PARTIAL),
                    either("(?:正在|正)(?:持续|有序|加快)?(?:整改|推进)(?:[、,](?:定期整改到位|限期整改|持续推进))?(?:落实|整改|中)?", "(?:问题)?(?:正在|正)(?:持续|有序|加快)?(?:整改|推进)")),
            new Part("LONG_TERM", EnumSet.of(Status.LONG_TERM, Status.COMPLETED_SUSTAINED),
                    either("(?:需要?|需)?(?:长期|持续)(?:坚持|整改|推进)(?:整改)?", "(?:整改|问题)*(?:需要?|将)?(?:长期|持续)(?:坚持|整改|推进)")),
            new Part("COMPLETED", EnumSet.of(Status.COMPLETED, Status.COMPLETED_SUSTAINED),
                    either("(?<![基未])(?<!基本)(?<!未整改)(?:已(?:经)?(?:全部)?(?:整改)?(?:完成|完毕|到位|办结|销号)(?:整改|销号)?|整改(?:完毕|完成|到位)|完成整改)",
                            "(?:问题)?(?:均)?已(?:经)?(?:全部)?(?:整改)?(?:完成|完毕|到位|办结|销号)(?:整改|销号)?")));
    /** 6个问题,已全部整改完毕: as many are claimed as there are. */
    private static final Pattern ALL_DONE = Pattern.compile("(?:全部|均)已?(?:经)?(?:整改|完成)(?:整改|完毕|到位|完成)*|(?:整改|完成)率(?:为|达到?)?100%");
    private static final Pattern RATE = Pattern.compile("(?:完成|整改|办结|销号)率(?:为|达到?|是)?\\s?(\\d+(?:\\.\\d+)?)\\s?%");

    private final List<Finding> findings;
    private final List<Aspect> aspects;
    private final List<Integer> levels;
    private final List<Claim> claims;
    private final List<Remark> remarks;

    private Claims(List<Finding> findings, List<Aspect> aspects, List<Integer> levels, List<Claim> claims, List<Remark> remarks) {
        this.findings = findings;
        this.aspects = aspects;
        this.levels = levels;
        this.claims = claims;
        this.remarks = remarks;
    }

    /** Numbers inside a finding's own answer are about its facts and are left alone here. */
    static void check(List<Passage> outside, List<Finding> findings, List<Aspect> aspects, List<Integer> levels, List<Claim> claims, List<Remark> remarks) {
        var check = new Claims(findings, aspects, levels, claims, remarks);
        for (var passage : outside) {
            for (var sentence : passage.sentences()) {
                if (ABOUT.matcher(sentence.text).find()) {
                    check.sentence(sentence);
                }
            }
        }
    }

    private static Pattern either(String before, String after) {
        return Pattern.compile(before + PART_END + "(?<a>" + Numerals.ANY + ")\\s?(?:个|项|条)|(?<b>" + Numerals.ANY + ")\\s?(?:个|项|条)" + after);
    }

    private void sentence(Passage sentence) {
        var classes = number(CLASSES, sentence);
        var advice = number(ADVICE, sentence);
        if (classes != null && advice != null && aspects.size() != classes.value) {
            var words = sentence.slice(Math.min(classes.start, advice.start), Math.max(classes.end, advice.end));
            claims.add(new Claim("CLASSES_AND_ADVICE", words.printed, BigDecimal.valueOf(classes.value + advice.value),
                    BigDecimal.valueOf(findings.size()), null, words.line()));
            remarks.add(new Remark("CLAIM_UNMAPPED", "文中称“" + words.printed + "”，实际读到 " + findings.size()
                    + " 项，原文没有说明两者如何对应。", words.line()));
        } else if (classes != null) {
            count("CLASSES", classes, sentence, aspects.isEmpty() ? null : aspects.size(), "个方面");
        }
        var stated = number(ASPECTS, sentence);
        if (stated != null && !ELSEWHERE.matcher(sentence.text).find()) {
            count("ASPECTS", stated, sentence, aspects.isEmpty() ? null : aspects.size(), "个方面");
        }
        var totals = findings(sentence);
        var parts = parts(sentence, totals);
        var added = parts.stream().mapToInt(part -> part.value).sum();
        var total = totals.stream().filter(number -> number.value == added).findFirst().orElse(totals.isEmpty() ? null : totals.getLast());
        var all = ALL_DONE.matcher(sentence.text);
        if (!totals.isEmpty() && parts.isEmpty() && all.find() && findings.stream().anyMatch(finding -> finding.status() != Status.UNSTATED)) {
            var claimed = new Number(totals.getLast().value, totals.getLast().start, Math.max(totals.getLast().end, all.end()));
            count("COMPLETED", claimed, sentence, count(EnumSet.of(Status.COMPLETED, Status.COMPLETED_SUSTAINED)), "个");
        }
        sum(sentence, total, parts);
        rate(sentence, total, parts);
        var measures = number(MEASURES, sentence);
        if (measures != null && sentence.text.contains("整改")) {
            measures(measures, sentence);
        }
    }

    /**
     * Answers without a list may hold any number of measures up to their sentences; a claim outside these bounds is wrong, one between
     * them cannot be told.
     */
    private void measures(Number stated, Passage sentence) {
        var least = findings.stream().mapToInt(finding -> finding.measures().size()).sum();
        var most = findings.stream().mapToInt(finding -> finding.measures().isEmpty()
                ? Math.max(1, finding.response().split("[。;；\n]+").length) : finding.measures().size()).sum();
        var told = stated.value == least || stated.value == most && least > 0 ? Integer.valueOf(stated.value)
                : stated.value < least || stated.value > most ? Integer.valueOf(least) : null;
        count("MEASURES", stated, sentence, findings.isEmpty() || least == 0 ? null : told, "条措施");
    }

    private List<Number> findings(Passage sentence) {
        var totals = new ArrayList<Number>();
        var matcher = FINDINGS.matcher(sentence.text);
        while (matcher.find()) {
            var number = new Number(Numerals.of(matcher.group(1)), matcher.start(), matcher.end());
            var left = sentence.text.substring(Math.max(0, number.start - 8), number.start);
            if (number.value < 2 || ELSEWHERE.matcher(sentence.text.substring(Math.max(0, number.start - 12), Math.min(sentence.text.length(), number.end + 4))).find()
                    || left.matches(".*(?:完成|整改|完毕|正在|推进|第)$")) {
                continue;
            }
            totals.add(number);
            var holds = levels.contains(number.value);
            count("FINDINGS", number, sentence, findings.isEmpty() ? null : holds ? Integer.valueOf(number.value) : Integer.valueOf(findings.size()), "个问题");
        }
        return totals;
    }

    private List<Number> parts(Passage sentence, List<Number> totals) {
        var parts = new ArrayList<Number>();
        var taken = new boolean[sentence.text.length() + 1];
        for (var part : PARTS) {
            var matcher = part.pattern.matcher(sentence.text);
            while (matcher.find()) {
                var group = matcher.group("a") != null ? "a" : "b";
                if (taken[matcher.start(group)] || totals.stream().anyMatch(total -> total.start == matcher.start(group))
                        || ELSEWHERE.matcher(sentence.text).find() && totals.isEmpty()) {
                    continue;
                }
                taken[matcher.start(group)] = true;
                var number = new Number(Numerals.of(matcher.group(group)), matcher.start(), matcher.end());
                parts.add(number.of(part.kind));
                var unstated = findings.stream().allMatch(finding -> finding.status() == Status.UNSTATED);
                var found = unstated ? null : counted(part, number.value);
                count(part.kind, number, sentence, found, "个");
            }
        }
        return parts;
    }

    /** 正在整改 and 长期坚持 are told in two ways; the count that agrees is taken, else the narrow one. */
    private @Nullable Integer counted(Part part, int stated) {
        var narrow = part.kind.equals("IN_PROGRESS") ? EnumSet.of(Status.IN_PROGRESS_DATED)
                : part.kind.equals("LONG_TERM") ? EnumSet.of(Status.LONG_TERM) : part.statuses;
        var wide = count(part.statuses);
        return wide == stated ? Integer.valueOf(wide) : Integer.valueOf(count(narrow));
    }

    private int count(@Nullable Set<Status> statuses) {
        return (int) findings.stream().filter(finding -> statuses != null && statuses.contains(finding.status())).count();
    }

    private void count(String kind, Number stated, Passage sentence, @Nullable Integer found, String of) {
        var words = sentence.slice(stated.start, stated.end);
        if (claims.stream().anyMatch(claim -> claim.kind().equals(kind) && claim.text().equals(words.printed) && claim.line() == words.line())) {
            return;
        }
        var holds = found == null ? null : Boolean.valueOf(found == stated.value);
        claims.add(new Claim(kind, words.printed, BigDecimal.valueOf(stated.value), found == null ? null : BigDecimal.valueOf(found), holds, words.line()));
        if (Boolean.FALSE.equals(holds)) {
            remarks.add(new Remark("CLAIM_MISMATCH", "文中称“" + words.printed + "”，实际数得 " + found + of + "。", words.line()));
        } else if (holds == null && !kind.equals("MEASURES")) {
            remarks.add(new Remark("CLAIM_UNMAPPED", "文中称“" + words.printed + "”，但正文没有逐条写明，无法核对。", words.line()));
        } else if (holds == null) {
            remarks.add(new Remark("CLAIM_UNMAPPED", "文中称“" + words.printed + "”，正文列出的措施是 "
                    + findings.stream().mapToInt(finding -> finding.measures().size()).sum() + " 条，无法一一对应。", words.line()));
        }
    }

    private void sum(Passage sentence, @Nullable Number total, List<Number> parts) {
        if (total == null || parts.size() < 2) {
            return;
        }
        var sum = parts.stream().mapToInt(part -> part.value).sum();
        var words = sentence.slice(total.start, Math.max(total.end, parts.stream().mapToInt(part -> part.end).max().orElse(total.end)));
        claims.add(new Claim("SUM", words.printed, BigDecimal.valueOf(total.value), BigDecimal.valueOf(sum), sum == total.value, words.line()));
        if (sum != total.value) {
            remarks.add(new Remark("SUM", "文中各部分相加是 " + sum + "，与总数 " + total.value + " 不符。", words.line()));
        }
    }

    private void rate(Passage sentence, @Nullable Number total, List<Number> parts) {
        var matcher = RATE.matcher(sentence.text);
        var done = parts.stream().filter(part -> part.kind.equals("COMPLETED")).findFirst();
        if (total == null || done.isEmpty() || !matcher.find()) {
            return;
        }
        Figures.percentage(sentence.slice(matcher.start(), matcher.end()), new BigDecimal(matcher.group(1)),
                BigDecimal.valueOf(done.get().value), BigDecimal.valueOf(total.value), claims, remarks);
    }

    private static @Nullable Number number(Pattern pattern, Passage sentence) {
        var matcher = pattern.matcher(sentence.text);
        return matcher.find() ? new Number(Numerals.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)), matcher.start(), matcher.end()) : null;
    }

    private record Number(int value, int start, int end, String kind) {
        Number(int value, int start, int end) {
            this(value, start, end, "");
        }

        Number of(String name) {
            return new Number(value, start, end, name);
        }
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(BigDecimal.valueOf(100)).divide(whole, 6, RoundingMode.HALF_UP);
    }
}
