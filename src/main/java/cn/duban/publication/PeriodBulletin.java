package cn.duban.publication;

import cn.duban.publication.Composition.Claim;
import cn.duban.web.Dates;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a bulletin of a period says of any ledger: how much came, went and stayed, what is late, returned or not reported, and by whom. Pure. */
final class PeriodBulletin {

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

    private PeriodBulletin() {}

    /** @param what the ledger or type in words */
    static Composition compose(Scope scope, String what, PeriodFigures figures, Template template) {
        var plain = Map.of("期间", period(scope), "台账", what, "通报", kind(scope));
        var title = TemplateParts.title(template, figures, plain).or(() -> TemplateParts.title(Template.SHIPPED, figures, plain)).orElseThrow();
        return new Composition(title, TemplateParts.of(template, figures, plain), figures.figures(), List.of(), Set.of(), CLAIMS);
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
        return Dates.written(scope.from()) + (scope.from().equals(scope.to()) ? "" : "至" + (scope.from().getYear() == scope.to().getYear() ? scope.to().getMonthValue() + "月" + scope.to().getDayOfMonth() + "日" : Dates.written(scope.to())));
    }
}
