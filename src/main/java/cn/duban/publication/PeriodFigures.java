package cn.duban.publication;

import static cn.duban.publication.Composition.Figure.count;
import static cn.duban.publication.Composition.Figure.rate;

import cn.duban.ledger.MatterThen;
import cn.duban.publication.Composition.Figure;
import cn.duban.publication.Composition.Unit;
import cn.duban.publication.TemplateWords.Group;
import cn.duban.publication.TemplateWords.Told;
import cn.duban.web.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every figure that a bulletin of a period can bear, counted whatever its template asks for: the same matters at the same versions, and the same
 * bulletin before, give the same figures. Pure.
 */
final class PeriodFigures {

    /** Matters told by name; the others stand in the figures. */
    static final int NAMED = 20;

    /** Units as they were called on the last day; types and states as the version had them that the matter is pinned to. */
    record Names(IntFunction<String> unit, Function<MatterThen, String> type, Function<MatterThen, String> state) {}

    /** @param key by which its parts are known @param prefix of its figures @param label null where the name is a figure of its own, as of a unit */
    record Gathered(String key, String prefix, @Nullable String label) {}

    /** @param more whether there are more than are told */
    record ByName(List<String> figures, boolean more) {}

    private final PeriodTally tally;
    private final Names names;
    private final int form;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<Group, List<Gathered>> groups = new EnumMap<>(Group.class);
    private final Map<Told, ByName> told = new EnumMap<>(Told.class);

    private PeriodFigures(PeriodTally tally, Names names, int form) {
        this.tally = tally;
        this.names = names;
        this.form = form;
    }

    /** @param former what the bulletin before said, by the names of its figures; empty where there is none */
    static PeriodFigures of(PeriodTally tally, Names names, Map<String, String> former, int form) {
        var all = new PeriodFigures(tally, names, form);
        all.whole();
        all.units();
        all.gather(Group.TYPES, names.type());
        all.gather(Group.STATES, names.state());
        all.tell(Told.STILL, tally.stillOverdue());
        all.tell(Told.NEWLY, tally.newlyOverdue());
        all.tell(Told.OVERDUE, tally.overdue());
        all.tell(Told.SETTLED, tally.settled());
        all.tell(Told.OPENED, tally.opened());
        all.tell(Told.RETURNED, tally.returned());
        all.tell(Told.UNREPORTED, tally.unreported());
        all.former(former);
        return all;
    }

    Map<String, Figure> figures() {
        return figures;
    }

    List<Gathered> groups(Group by) {
        return groups.getOrDefault(by, List.of());
    }

    ByName told(Told which) {
        return told.getOrDefault(which, new ByName(List.of(), false));
    }

    private void whole() {
        put("期初在办", tally.openBefore());
        put("本期新增", tally.opened());
        put("本期办结", tally.settled());
        put("按期办结", tally.onTime());
        put("期末在办", tally.open());
        put(form == 1 ? "未交办" : "待交办", tally.drafts());
        put("逾期", tally.overdue());
        put("新逾期", tally.newlyOverdue());
        put("持续逾期", tally.stillOverdue());
        put("期初逾期", tally.overdueBefore());
        put("本期退回", tally.returned());
        put("本期重办", tally.reopened());
        put("未报进展", tally.unreported());
        var worked = tally.worked();
        figure(count("应办", Unit.MEASURE, worked));
        figure(rate("办结率", tally.ids(tally.settled()), worked));
        figure(rate("按期办结率", tally.ids(tally.onTime()), tally.ids(tally.settledWithDay())));
        figure(rate("逾期率", tally.ids(tally.overdue()), tally.ids(tally.open())));
        change("在办增减", tally.openBefore(), tally.open());
        change("逾期增减", tally.overdueBefore(), tally.overdue());
        figure(new Figure("截止日", Dates.written(LocalDate.ofInstant(tally.until(), tally.zone())), null, Unit.NONE, Set.of(), true, null));
    }

    private void change(String name, Predicate<MatterThen> then, Predicate<MatterThen> now) {
        var by = tally.ids(now).size() - tally.ids(then).size();
        figure(new Figure(name, by == 0 ? "持平" : (by > 0 ? "增加" : "减少") + Math.abs(by) + "项", null, Unit.NONE, Set.of(), true, null));
    }

    private void units() {
        var led = new TreeMap<Integer, List<MatterThen>>();
        tally.matters().forEach(matter -> matter.units("lead").forEach(unit -> led.computeIfAbsent(unit, first -> new ArrayList<>()).add(matter)));
        var gathered = new ArrayList<Gathered>();
        led.forEach((unit, matters) -> {
            var prefix = Group.UNITS.word() + unit;
            var theirs = tally.only(matters);
            figure(Figure.named(prefix, names.unit().apply(unit), theirs.ids(m -> true)));
            of(prefix, theirs);
            gathered.add(new Gathered(Integer.toString(unit), prefix, null));
        });
        groups.put(Group.UNITS, gathered);
    }

    private void gather(Group by, Function<MatterThen, String> label) {
        var labelled = new TreeMap<String, List<MatterThen>>();
        tally.matters().forEach(matter -> labelled.computeIfAbsent(spelled(label.apply(matter)), first -> new ArrayList<>()).add(matter));
        var gathered = new ArrayList<Gathered>();
        labelled.forEach((one, matters) -> {
            of(by.word() + one, tally.only(matters));
            gathered.add(new Gathered(Template.digest(one), by.word() + one, one));
        });
        groups.put(by, gathered);
    }

    /** As it can stand in the name of a figure. */
    private static String spelled(String label) {
        var plain = label.replaceAll("[{}|\\s]", "");
        return plain.length() <= 40 ? plain : plain.substring(0, 40);
    }

    private void of(String prefix, PeriodTally members) {
        put(prefix + "件数", members, m -> true);
        put(prefix + "在办", members, members.open());
        put(prefix + "新增", members, members.opened());
        put(prefix + "办结", members, members.settled());
        put(prefix + "逾期", members, members.overdue());
        put(prefix + "退回", members, members.returned());
        put(prefix + "未报", members, members.unreported());
        figure(rate(prefix + "办结率", members.ids(members.settled()), members.worked()));
    }

    private void tell(Told which, Predicate<MatterThen> condition) {
        var matters = tally.matters().stream().filter(condition).toList();
        var facts = new ArrayList<String>();
        for (int i = 0; i < matters.size() && i < NAMED; i++) {
            var matter = matters.get(i);
            var id = matter.matter().id();
            var fact = which.prefix() + (i + 1);
            figure(form == 1 ? Figure.fact(fact, matter.matter().title(), id) : Figure.guarded(fact, matter.matter().title(), matter.matter()));
            figure(Figure.named(fact + "单位", matter.units("lead").stream().map(names.unit()::apply).collect(Collectors.joining("、")), Set.of(id)));
            figure(Figure.fact(fact + "期限", matter.dueDay() == null ? "" : Dates.written(matter.dueDay()), id));
            figure(Figure.fact(fact + "编号", matter.matter().number(), id));
            facts.add(fact);
        }
        told.put(which, new ByName(facts, matters.size() > NAMED));
    }

    /** What the bulletin before showed of the same figures; it is frozen, and proved by itself. */
    private void former(Map<String, String> former) {
        for (var figure : List.copyOf(figures.values())) {
            var text = former.get(figure.name());
            if (text != null && figure.unit() != Unit.NONE) figure(new Figure(TemplateWords.FORMER + figure.name(), text, null, Unit.NONE, Set.of(), true, null));
        }
    }

    private void put(String name, Predicate<MatterThen> which) {
        put(name, tally, which);
    }

    private void put(String name, PeriodTally among, Predicate<MatterThen> which) {
        figure(count(name, Unit.MEASURE, among.ids(which)));
    }

    private void figure(Figure figure) {
        figures.put(figure.name(), figure);
    }
}
