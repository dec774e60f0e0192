package cn.duban.performance;

import cn.duban.ledger.type.Fault;
import cn.duban.ledger.type.Faults;
import cn.duban.ledger.type.Lines;
import cn.duban.ledger.type.Section;
import cn.duban.performance.Indicator.Assessed;
import cn.duban.performance.Indicator.Counted;
import cn.duban.performance.Indicator.Entered;
import cn.duban.performance.Indicator.Sort;
import cn.duban.performance.Indicator.Source;
import cn.duban.workdays.Period;
import cn.duban.workdays.Rhythm;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a scheme from its text and says, with the line, whatever is no part of the language. Whether the scheme is sound is the question of {@link SchemeLinter}. */
final class SchemeReader {

    private static final Map<String, Rhythm> RHYTHMS = Map.of("月", Rhythm.MONTHLY, "月度", Rhythm.MONTHLY, "季", Rhythm.QUARTERLY, "季度", Rhythm.QUARTERLY, "年", Rhythm.YEARLY, "年度", Rhythm.YEARLY);
    private static final Map<String, Sort> SORTS = ordered("分值", Sort.WEIGHT, "加分", Sort.BONUS, "减分", Sort.DEDUCTION, "否决", Sort.VETO);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DEEPEST = 4;

    private SchemeReader() {}

    /** @param scheme null where there is nothing that could be looked at further */
    record Reading(@Nullable Scheme scheme, List<Fault> faults, Lines lines) {}

    static Reading read(String text) {
        var faults = new Faults("scheme");
        Scheme scheme = null;
        try {
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) faults.add(1, "empty", "这里没有内容，请写入考核方案。", "There is nothing here; write a scheme.");
            else scheme = scheme(new Section("", root, faults));
        } catch (MarkedYAMLException e) {
            faults.add(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, "yaml", "这一行的写法不对（%s），请检查缩进、冒号和括号。", "This line is not written as it should be (%s); check indents, colons and brackets.", String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            faults.add(1, "yaml", "这段文字的写法不对（%s）。", "This text is not written as it should be (%s).", String.valueOf(e.getMessage()));
        }
        return new Reading(scheme, faults.all(), faults.lines());
    }

    private static @Nullable Scheme scheme(Section top) {
        var name = top.text("方案");
        if (name == null) top.faultHere("missing", "没有写方案名称，请加上“方案: …”。", "The scheme has no name; add “方案: …”.");
        var category = top.text("类别");
        var rhythm = rhythm(top);
        var full = number(top, "满分").orElse(HUNDRED);
        var scoring = period(top, "评分期限", "10wd");
        var appeal = period(top, "申诉期限", "5wd");
        var answer = period(top, "答复期限", "10wd");
        var groups = groups(top.section("对象"));
        var tree = top.section("指标");
        var indicators = tree == null ? List.<Indicator>of() : indicators(tree, "", new LinkedHashSet<>(), 1);
        top.refuseTheRest();
        if (groups.isEmpty()) top.faultHere("missing", "没有写考核对象，请加上“对象:”，下面每组一行，例如“部门: 全部工作部门”。", "Nobody is appraised; add “对象:” with a line for each group.");
        if (indicators.isEmpty()) top.faultHere("missing", "没有写指标，请加上“指标:”。", "There are no indicators; add “指标:”.");
        if (name == null || groups.isEmpty() || indicators.isEmpty()) return null;
        return new Scheme(name, category, rhythm, full, scoring, appeal, answer, groups, indicators);
    }

    private static Rhythm rhythm(Section top) {
        var said = top.text("周期");
        var rhythm = said == null ? null : RHYTHMS.get(said);
        if (rhythm == null) top.fault("周期", "rhythm", "周期要写 月、季度 或 年。", "The period (周期) is 月, 季度 or 年.");
        return rhythm == null ? Rhythm.QUARTERLY : rhythm;
    }

    private static Map<String, List<String>> groups(@Nullable Section part) {
        var groups = new LinkedHashMap<String, List<String>>();
        if (part != null) for (var key : part.keys()) {
            var units = part.texts(key);
            if (units.isEmpty()) part.fault(key, "missing", "“%s”组里没有单位。", "There is no unit in group “%s”.", key);
            groups.put(key, units);
        }
        return groups;
    }

    private static List<Indicator> indicators(Section part, String above, LinkedHashSet<String> groups, int depth) {
        var indicators = new ArrayList<Indicator>();
        for (var one : part.partsOfAnyName().entrySet()) {
            indicators.add(indicator(one.getKey(), one.getValue(), above + (indicators.size() + 1), groups, depth));
            one.getValue().refuseTheRest();
        }
        return indicators;
    }

    private static Indicator indicator(String name, Section part, String no, LinkedHashSet<String> above, int depth) {
        var sorts = SORTS.keySet().stream().filter(part::has).toList();
        if (sorts.size() != 1) part.faultHere("sort", "“%s”要写分值、加分、减分、否决中的一项，而且只写一项。", "“%s” says one of 分值, 加分, 减分 and 否决, and only one.", name);
        var sort = sorts.isEmpty() ? Sort.WEIGHT : SORTS.get(sorts.getFirst());
        var points = sorts.isEmpty() ? Optional.<BigDecimal>empty() : number(part, sorts.getFirst());
        if (!sorts.isEmpty() && points.filter(p -> p.signum() > 0).isEmpty()) part.fault(sorts.getFirst(), "points", "“%s”的%s要写一个大于零的数，最多两位小数。", "The %2$s of “%1$s” is a number above zero, with two decimals at most.", name, sorts.getFirst());
        var groups = new LinkedHashSet<>(part.texts("适用"));
        if (groups.isEmpty()) groups = above;
        var tree = part.section("指标");
        if (tree != null && depth == DEEPEST) part.faultHere("deep", "指标最多分 %d 级。", "Indicators have %d levels at most.", DEEPEST);
        var parts = tree == null || depth == DEEPEST ? List.<Indicator>of() : indicators(tree, no + ".", groups, depth + 1);
        var source = source(part, name, !parts.isEmpty());
        var formula = formula(part, name);
        var without = part.text("无基数");
        if (without != null && !without.equals("满分") && !without.equals("不计")) part.fault("无基数", "without", "无基数时要写 满分 或 不计。", "Where there is nothing to count (无基数) it is 满分 or 不计.");
        if (!parts.isEmpty() && sort != Sort.WEIGHT) part.faultHere("branch", "“%s”下面还有指标，只能写分值。", "“%s” has indicators below it and can only have 分值.", name);
        if (!parts.isEmpty() && formula != null) part.faultHere("branch", "“%s”下面还有指标，计分办法写在最下一级。", "“%s” has indicators below it; formulas stand at the lowest level.", name);
        return new Indicator(no, part.path(), name, sort, points.orElse(BigDecimal.ONE), groups, part.text("专项"), part.text("依据"), part.text("说明"), part.text("标准"), source, formula, "满分".equals(without), parts);
    }

    private static @Nullable Source source(Section part, String name, boolean branch) {
        var given = List.of("数据", "评分", "填报").stream().filter(part::has).toList();
        var of = Optional.ofNullable(part.text("台账")).or(() -> Optional.ofNullable(part.text("来源方案"))).orElse(null);
        if (branch ? !given.isEmpty() : given.size() != 1) {
            if (branch) part.faultHere("branch", "“%s”下面还有指标，数据和评分写在最下一级。", "“%s” has indicators below it; where scores come from stands at the lowest level.", name);
            else part.faultHere("source", "“%s”要写明分从哪里来：数据（系统统计）、评分（由单位评）、填报（由单位报数）中的一项。", "“%s” says where its score comes from: one of 数据 (counted), 评分 (assessed) and 填报 (entered).", name);
        }
        if (given.isEmpty()) return null;
        var said = part.text(given.getFirst());
        if (said == null) return null;
        return switch (given.getFirst()) {
            case "数据" -> new Counted(said, of);
            case "评分" -> new Assessed(said);
            default -> new Entered(said);
        };
    }

    private static @Nullable Formula formula(Section part, String name) {
        var given = List.of("直线", "分档", "分档以内", "每件").stream().filter(part::has).toList();
        if (given.size() > 1) part.faultHere("formula", "“%s”写了几种计分办法，请只留一种。", "“%s” has several formulas; leave one.", name);
        var most = number(part, "最多扣");
        if (most.isPresent() && !part.has("每件")) part.fault("最多扣", "formula", "“最多扣”要和“每件”一起写。", "“最多扣” goes with “每件”.");
        if (given.isEmpty()) return null;
        return switch (given.getFirst()) {
            case "直线" -> linear(part);
            case "分档" -> steps(part, "分档", false);
            case "分档以内" -> steps(part, "分档以内", true);
            default -> number(part, "每件").map(each -> new Formula.PerCase(each, most.orElse(null))).orElse(null);
        };
    }

    private static @Nullable Formula linear(Section part) {
        var line = part.section("直线");
        var none = line == null ? Optional.<Bound>empty() : bound(line, "零分");
        var all = line == null ? Optional.<Bound>empty() : bound(line, "满分");
        if (line != null) line.refuseTheRest();
        if (none.isPresent() && all.isPresent() && none.get().percent() == all.get().percent() && none.get().compareTo(all.get()) != 0) return new Formula.Linear(none.get(), all.get());
        part.fault("直线", "formula", "直线要写成“直线: { 零分: 60%%, 满分: 95%% }”，两个数不同，要么都是百分数，要么都是件数。", "Write “直线: { 零分: 60%%, 满分: 95%% }” with two different numbers, both shares or both cases.");
        return null;
    }

    private static @Nullable Formula steps(Section part, String key, boolean within) {
        var said = part.section(key);
        var steps = new TreeMap<Bound, BigDecimal>();
        if (said != null) for (var step : said.keys()) Bound.read(step).ifPresent(bound -> number(said, step).ifPresent(points -> steps.put(bound, points)));
        if (said != null && steps.size() == said.keys().size() && steps.keySet().stream().map(Bound::percent).distinct().count() == 1) return new Formula.Steps(steps, within);
        part.fault(key, "formula", "%s要写成“%s: { 95%%: 10, 90%%: 8 }”：左边是百分数或者件数，右边是得分。", "Write “%2$s: { 95%%: 10, 90%%: 8 }”: on the left shares or cases, on the right points.", key, key);
        return null;
    }

    private static Optional<Bound> bound(Section part, String key) {
        return Optional.ofNullable(part.text(key)).flatMap(Bound::read);
    }

    private static Optional<BigDecimal> number(Section part, String key) {
        if (!part.has(key)) return Optional.empty();
        var text = part.text(key);
        if (text != null && text.matches("\\d{1,6}(\\.\\d{1,2})?")) return Optional.of(new BigDecimal(text));
        part.fault(key, "number", "“%s”要写一个数，最多两位小数。", "“%s” is a number with two decimals at most.", key);
        return Optional.empty();
    }

    private static Period period(Section part, String key, String otherwise) {
        var text = part.text(key);
        if (text == null) return Period.parse(otherwise);
        try {
            return Period.parse(text);
        } catch (IllegalArgumentException unreadable) {
            part.fault(key, "period", "“%s”读不懂：请写成 5wd（工作日）、10d（日）或 1m（月）。", "“%s” is not understood: write 5wd (working days), 10d (days) or 1m (months).", text);
            return Period.parse(otherwise);
        }
    }

    private static Map<String, Sort> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Sort>();
        for (int i = 0; i < pairs.length; i += 2) map.put((String) pairs[i], (Sort) pairs[i + 1]);
        return map;
    }
}
