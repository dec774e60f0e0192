package cn.duban.performance;

import cn.duban.ledger.type.Fault;
import cn.duban.ledger.type.Faults;
import cn.duban.performance.Indicator.Assessed;
import cn.duban.performance.Indicator.Counted;
import cn.duban.performance.Indicator.Entered;
import cn.duban.performance.Indicator.Sort;
import cn.duban.units.Directory;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a scheme that could be read is sound: sums, formulas, names, what rules from above demand, and what sub-districts may be asked. */
final class SchemeLinter {

    /** Whoever appraises, in the texts that ship. */
    static final String OWN = "考核单位";

    private final Scheme scheme;
    private final Directory directory;
    private final Map<String, Measure.Offer> measures;
    private final BiPredicate<String, String> knows;
    private final Faults faults;

    private SchemeLinter(Scheme scheme, Directory directory, Map<String, Measure.Offer> measures, BiPredicate<String, String> knows, Faults faults) {
        this.knows = knows;
        this.scheme = scheme;
        this.directory = directory;
        this.measures = measures;
        this.faults = faults;
    }

    /** All that is wrong with a text, by its line. @param knows whether there is, of a figure, what is said beside it */
    static List<Fault> check(SchemeReader.Reading read, Directory directory, List<Measure.Offer> offers, BiPredicate<String, String> knows) {
        if (read.scheme() == null) return read.faults();
        var faults = new Faults(read.lines());
        new SchemeLinter(read.scheme(), directory, offers.stream().collect(Collectors.toMap(Measure.Offer::name, Function.identity())), knows, faults).check();
        return Stream.concat(read.faults().stream(), faults.all().stream()).sorted(Comparator.comparingInt(Fault::line)).toList();
    }

    private void check() {
        objects();
        scheme.groups().keySet().forEach(group -> sums(group, "", scheme.name(), scheme.full(), scheme.indicators()));
        scheme.all().forEach(this::applies);
        scheme.leaves().forEach(this::scored);
        if (scheme.category() != null) Floor.of(scheme.category()).forEach(this::floor);
        scheme.groups().forEach((group, names) -> {
            if (Appraised.subdistricts(names, directory)) scheme.indicators().forEach(indicator -> grounded(indicator, group, false));
        });
    }

    private void objects() {
        var seen = new HashSet<Integer>();
        scheme.groups().forEach((group, names) -> names.forEach(name -> {
            var at = "对象." + group;
            if (!Appraised.isWord(name) && Appraised.named(name, directory).isEmpty()) faults.at(at, "unit", "没有叫“%s”的单位，请写单位现在的名称，或者写 %s。", "There is no unit named “%s”; write its present name, or %s.", name, String.join("、", Appraised.words()));
            Appraised.units(name, directory).filter(unit -> !seen.add(unit.id())).forEach(unit -> faults.at(at, "twice", "“%s”出现在两处，一个单位只能在一组里考核。", "“%s” stands there twice; a unit is appraised in one group only.", unit.name()));
        }));
    }

    /** At every level, for every group, what is below adds up to what it is part of. */
    private void sums(String group, String path, String name, BigDecimal whole, List<Indicator> parts) {
        var weights = parts.stream().filter(part -> part.sort() == Sort.WEIGHT && part.of(group)).toList();
        var sum = weights.stream().map(Indicator::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        var more = sum.subtract(whole);
        var at = path.isEmpty() ? "指标" : path;
        if (more.signum() > 0) faults.at(at, "sum", "“%s”下各项分值加起来是 %s 分，比应有的 %s 分多了 %s 分（对“%s”组）。", "The points under “%s” add up to %s, and should be %s: %s too many (for group “%s”).",
                name, Points.said(sum), Points.said(whole), Points.said(more), group);
        if (more.signum() < 0) faults.at(at, "sum", "“%s”下各项分值加起来是 %s 分，比应有的 %s 分少了 %s 分（对“%s”组）。", "The points under “%s” add up to %s, and should be %s: %s are missing (for group “%s”).",
                name, Points.said(sum), Points.said(whole), Points.said(more.negate()), group);
        weights.stream().filter(part -> !part.leaf()).forEach(part -> sums(group, part.path(), part.name(), part.points(), part.parts()));
    }

    private void applies(Indicator indicator) {
        indicator.groups().stream().filter(group -> !scheme.groups().containsKey(group)).forEach(group -> faults.at(indicator.path() + ".适用", "group", "对象里没有“%s”这一组。", "There is no group “%s” among the appraised.", group));
    }

    private void scored(Indicator leaf) {
        switch (leaf.source()) {
            case null -> {}
            case Counted counted -> counted(leaf, counted);
            case Assessed assessed -> {
                assessor(leaf, "评分", assessed.by());
                if (leaf.formula() != null) faults.at(leaf.path(), "formula", "“%s”由单位直接评分，不用写计分办法；要按数算分的写“填报”。", "“%s” is assessed in points and has no formula; where a value makes the points, write 填报.", leaf.name());
                if (leaf.sort() == Sort.VETO) faults.at(leaf.path(), "veto", "否决要有件数：写“数据”或者“填报”。", "A veto needs a number of cases: write 数据 or 填报.");
            }
            case Entered entered -> {
                assessor(leaf, "填报", entered.by());
                formula(leaf, null);
            }
        }
    }

    private void counted(Indicator leaf, Counted counted) {
        var offer = measures.get(counted.measure());
        if (offer == null) {
            faults.at(leaf.path() + ".数据", "measure", "系统里没有“%s”这个数据，可以写：%s。", "There is no figure “%s”; there are: %s.", counted.measure(), String.join("、", measures.keySet().stream().sorted().toList()));
            return;
        }
        if (offer.of() != null && counted.of() == null) faults.at(leaf.path(), "measure", "数据“%s”还要写明%s。", "The figure “%s” needs %s beside it.", offer.name(), offer.of());
        if (offer.of() == null && offer.may() == null && counted.of() != null) faults.at(leaf.path(), "measure", "数据“%s”不分台账和方案，请删去。", "The figure “%s” is of no ledger or scheme; remove it.", offer.name());
        if (offer.may() != null && counted.of() != null && !knows.test(offer.name(), counted.of())) faults.at(leaf.path() + "." + offer.may(), "measure", "没有叫“%s”的%s，请写它现在的名称。", "There is no “%s” (%s); write its present name.", counted.of(), offer.may());
        formula(leaf, offer);
    }

    private void formula(Indicator leaf, Measure.@Nullable Offer offer) {
        var formula = leaf.formula();
        if (leaf.sort() == Sort.VETO) {
            if (formula != null) faults.at(leaf.path(), "veto", "否决不用计分办法，达到“否决”后面的件数就否决。", "A veto has no formula: it holds from so many cases on.");
            if (offer != null && offer.rate()) faults.at(leaf.path(), "veto", "否决要按件数，“%s”是比率。", "A veto goes by cases, and “%s” is a share.", offer.name());
            return;
        }
        if (formula == null) {
            faults.at(leaf.path(), "formula", "“%s”没有写计分办法：直线、分档、分档以内、每件中的一种。", "“%s” has no formula: one of 直线, 分档, 分档以内 and 每件.", leaf.name());
            return;
        }
        if (offer != null && offer.rate() != formula.percent()) faults.at(leaf.path(), "formula", offer.rate() ? "“%s”是比率，计分办法里要写百分数。" : "“%s”是件数，计分办法里不能写百分数。",
                offer.rate() ? "“%s” is a share: its formula names shares." : "“%s” is a number of cases: its formula names no shares.", offer.name());
        if (formula instanceof Formula.Steps steps) {
            if (steps.at().values().stream().anyMatch(points -> points.compareTo(leaf.points()) > 0)) faults.at(leaf.path(), "formula", "“%s”有一档的得分比 %s 分还多。", "“%s” has a step that gives more than %s.", leaf.name(), Points.said(leaf.points()));
            var inOrder = (steps.within() ? steps.at().descendingMap() : steps.at()).values().stream().toList();
            if (!inOrder.equals(inOrder.stream().sorted().toList())) faults.at(leaf.path(), "formula", "“%s”的分档颠倒了：做得好的一档得分反而少。", "The steps of “%s” are upside down: doing better gives less.", leaf.name());
        }
        if (formula instanceof Formula.PerCase each && each.most() != null && each.most().compareTo(leaf.points()) > 0) faults.at(leaf.path() + ".最多扣", "formula", "“%s”最多扣的比它的分值还多。", "“%s” takes more than it is worth.", leaf.name());
    }

    private void assessor(Indicator leaf, String key, String by) {
        if (!by.equals(OWN) && Appraised.named(by, directory).isEmpty()) faults.at(leaf.path() + "." + key, "unit", "没有叫“%s”的单位，请写单位现在的名称，或者写“%s”。", "There is no unit named “%s”; write its present name, or “%s”.", by, OWN);
    }

    private void floor(Floor floor) {
        for (var group : scheme.groups().keySet()) {
            var weight = scheme.all().filter(part -> floor.special().equals(part.special()) && part.sort() == Sort.WEIGHT && part.of(group)).map(Indicator::points).reduce(BigDecimal.ZERO, BigDecimal::add);
            var least = scheme.full().multiply(floor.least().value());
            if (weight.compareTo(least) < 0) faults.at(scheme.all().filter(part -> floor.special().equals(part.special())).findFirst().map(Indicator::path).orElse("指标"), "floor",
                    "%s里“%s”要占 %s 以上，即不少于 %s 分，现在是 %s 分（对“%s”组；%s）。请给这一项写上“专项: %s”和足够的分值。", "In a %s, “%s” is %s at least, not less than %s points; now it is %s (for group “%s”; %s). Mark it “专项: %s” and give it enough points.",
                    floor.category(), floor.special(), floor.least(), Points.said(least), Points.said(weight), group, floor.basis(), floor.special());
        }
    }

    /** What a sub-district is asked needs a document or an explanation, on the indicator or above it. */
    private void grounded(Indicator indicator, String group, boolean above) {
        if (!indicator.of(group)) return;
        var here = above || indicator.basis() != null || indicator.explanation() != null;
        if (indicator.leaf() && !here) faults.at(indicator.path(), "subdistrict", "“%s”考核到街道乡镇（“%s”组），要写明文件依据（依据: …）或者作出必要说明（说明: …）；不考核到街道乡镇的，用“适用”写明考核哪几组。",
                "“%s” is asked of sub-districts (group “%s”): name the document (依据) or explain why (说明); where it is not, say with 适用 which groups it is for.", indicator.name(), group);
        indicator.parts().forEach(part -> grounded(part, group, here));
    }
}
