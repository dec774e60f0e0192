package cn.duban.publication;

import static cn.duban.publication.Composition.Figure.count;
import static cn.duban.publication.Composition.Figure.rate;

import cn.duban.ledger.MatterThen;
import cn.duban.publication.Composition.Claim;
import cn.duban.publication.Composition.Figure;
import cn.duban.publication.Composition.Kind;
import cn.duban.publication.Composition.Part;
import cn.duban.publication.Composition.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** What a bulletin of a period says of any ledger: how much came, went and stayed, what is late, returned or not reported, and by whom. Pure. */
final class PeriodBulletin {

    /** Matters told by name; the others stand in the figures. */
    private static final int NAMED = 20;

    private static final List<Claim> CLAIMS = List.of(
            Claim.of("办结率", "办结率", "按期办结率"),
            Claim.of("(?:未|没有|尚未)(?:完成|办结|销号)", "期末在办"),
            Claim.of("未报|没有报送|欠报", "未报进展"),
            Claim.of("逾期|超期|超时|未按期", "逾期", "新逾期", "持续逾期"),
            Claim.of("新增|立项", "本期新增"),
            Claim.of("退回", "本期退回"),
            Claim.of("重新办理|重新整改|重办", "本期重办"),
            Claim.of("在办|正在办理", "期末在办", "期初在办"),
            Claim.of("办结|完成|销号|解决", "本期办结", "按期办结"));

    private final PeriodTally tally;
    private final IntFunction<String> units;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();

    private PeriodBulletin(PeriodTally tally, IntFunction<String> units) {
        this.tally = tally;
        this.units = units;
    }

    /** @param what the ledger or type in words @param units the name of a unit on the last day */
    static Composition compose(Scope scope, String what, PeriodTally tally, IntFunction<String> units) {
        var bulletin = new PeriodBulletin(tally, units);
        bulletin.figures();
        bulletin.write(scope, what);
        return new Composition("关于" + what + "办理情况的" + kind(scope) + "（" + period(scope) + "）", bulletin.parts, bulletin.figures, List.of(), Set.of(), CLAIMS);
    }

    private static String kind(Scope scope) {
        if (scope.rhythm() == null) return "通报";
        return switch (scope.rhythm()) {
            case DAILY -> "日通报";
            case WEEKLY -> "周通报";
            case HALF_MONTH -> "半月通报";
            case MONTHLY -> "月通报";
            case QUARTERLY -> "季度通报";
            case YEARLY -> "年度通报";
        };
    }

    static String period(Scope scope) {
        return day(scope.from()) + (scope.from().equals(scope.to()) ? "" : "至" + (scope.from().getYear() == scope.to().getYear() ? scope.to().getMonthValue() + "月" + scope.to().getDayOfMonth() + "日" : day(scope.to())));
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private void figures() {
        put("期初在办", tally.openBefore());
        put("本期新增", tally.opened());
        put("本期办结", tally.settled());
        put("按期办结", tally.onTime());
        put("期末在办", tally.open());
        put("未交办", tally.drafts());
        put("逾期", tally.overdue());
        put("新逾期", tally.newlyOverdue());
        put("持续逾期", tally.stillOverdue());
        put("本期退回", tally.returned());
        put("本期重办", tally.reopened());
        put("未报进展", tally.unreported());
        var worked = new LinkedHashSet<>(tally.ids(tally.openBefore()));
        worked.addAll(tally.ids(tally.opened()));
        worked.addAll(tally.ids(tally.settled()));
        figure(count("应办", Unit.MEASURE, worked));
        figure(rate("办结率", tally.ids(tally.settled()), worked));
        figure(rate("按期办结率", tally.ids(tally.onTime()), tally.ids(tally.settledWithDay())));
        figure(new Figure("截止日", day(LocalDate.ofInstant(tally.until(), tally.zone())), null, Unit.NONE, Set.of(), true, null));
    }

    private void write(Scope scope, String what) {
        part("intro", Kind.PARAGRAPH, "现将" + period(scope) + what + "办理情况通报如下，数据截至{截止日}。");
        part("overview", Kind.HEADING, "一、总体情况");
        parts.add(new Part("figures", Kind.FIGURES, "期初在办|{期初在办}|本期新增|{本期新增}|本期办结|{本期办结}|期末在办|{期末在办}|逾期|{逾期}|退回|{本期退回}|重新办理|{本期重办}|未报进展|{未报进展}", false));
        part("all", Kind.PARAGRAPH, "本期应办{应办}项：期初在办{期初在办}项，本期新增{本期新增}项；本期办结{本期办结}项，办结率为{办结率}，按期办结率为{按期办结率}。"
                + "期末在办{期末在办}项，其中逾期{逾期}项（本期新逾期{新逾期}项，上期逾期至今仍未办结{持续逾期}项）。本期退回{本期退回}项，重新办理{本期重办}项，应报未报进展{未报进展}项。");
        if (!tally.units().isEmpty()) units();
        var heading = tally.units().isEmpty() ? "二" : "三";
        if (!tally.ids(tally.overdue()).isEmpty()) {
            part("late", Kind.HEADING, heading + "、逾期事项");
            named("still", "上期逾期至今：", tally.stillOverdue());
            named("newly", "本期新逾期：", tally.newlyOverdue());
            heading = heading.equals("二") ? "三" : "四";
        }
        part("next", Kind.HEADING, heading + "、下一步工作");
        part("closing", Kind.PARAGRAPH, "请逾期和未报进展的单位查明原因，抓紧办理，按要求报送进展。");
        part("contact", Kind.PARAGRAPH, "{" + Sheets.CONTACT + "}");
    }

    private void units() {
        part("units", Kind.HEADING, "二、各单位办理情况");
        for (int unit : tally.units()) {
            var led = PeriodTally.ledBy(unit);
            var name = "单位" + unit;
            figure(Figure.named(name, units.apply(unit), tally.ids(led)));
            put(name + "在办", led.and(tally.open()));
            put(name + "新增", led.and(tally.opened()));
            put(name + "办结", led.and(tally.settled()));
            put(name + "逾期", led.and(tally.overdue()));
            put(name + "退回", led.and(tally.returned()));
            put(name + "未报", led.and(tally.unreported()));
            var worked = new LinkedHashSet<UUID>(tally.ids(led.and(tally.openBefore().or(tally.opened()).or(tally.settled()))));
            figure(rate(name + "办结率", tally.ids(led.and(tally.settled())), worked));
            part("unit-" + unit, Kind.PARAGRAPH, "{" + name + "}：在办{" + name + "在办}项，本期新增{" + name + "新增}项，办结{" + name + "办结}项，办结率{" + name + "办结率}；逾期{" + name + "逾期}项，退回{" + name + "退回}项，未报进展{" + name + "未报}项。");
        }
    }

    private void named(String name, String lead, Predicate<MatterThen> which) {
        var told = tally.matters().stream().filter(which).toList();
        if (told.isEmpty()) return;
        var words = new ArrayList<String>();
        for (int i = 0; i < told.size() && i < NAMED; i++) {
            var matter = told.get(i);
            var fact = name + (i + 1);
            figure(Figure.fact(fact, matter.matter().title(), matter.matter().id()));
            figure(Figure.named(fact + "单位", String.join("、", matter.units("lead").stream().map(units::apply).toList()), Set.of(matter.matter().id())));
            figure(Figure.fact(fact + "期限", matter.dueDay() == null ? "" : day(matter.dueDay()), matter.matter().id()));
            words.add("{" + fact + "}（{" + fact + "单位}，应于{" + fact + "期限}前办结）");
        }
        part(name, Kind.PARAGRAPH, lead + String.join("；", words) + (told.size() > NAMED ? "；其余见台账" : "") + "。");
    }

    private void put(String name, Predicate<MatterThen> which) {
        figure(count(name, Unit.MEASURE, tally.ids(which)));
    }

    private void figure(Figure figure) {
        figures.put(figure.name(), figure);
    }

    private void part(String name, Kind kind, String text) {
        parts.add(new Part(name, kind, text, true));
    }
}
