package cn.duban.rectification;

import cn.duban.ledger.type.MatterType;
import cn.duban.units.Directory;
import cn.duban.units.Outside;
import cn.duban.units.Post;
import cn.duban.units.Unit;
import cn.duban.web.Tick;
import cn.duban.web.Titled;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import cn.duban.workdays.RestDay;
import cn.duban.workdays.WorkCalendar;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The plan of a round.
 *
 * @param source the document that it was read from
 * @param form what was typed and not saved, and what was ticked
 * @param results what became of those that were to be handed out
 * @param refused why nothing was done at all
 */
public record PlanPage(Round round, @Nullable Intake source, Viewer viewer, Directory directory, WorkCalendar calendar, MatterType findingType, MatterType measureType, PlanForm form, List<Result> results,
        @Nullable String refused) implements Titled {

    /** What became of one measure when several were handed out; {@code refused} is the sentence, null when it went out. */
    public record Result(Round.Line measure, @Nullable String refused) {}

    @Override
    public String title() {
        return word("plan.title") + " · " + round.head().title();
    }

    /** A text of this room in the words of this kind of round. */
    public String word(String key, Object... arguments) {
        return round.kind().word(key, arguments);
    }

    public boolean planner() {
        return viewer.has(Duty.SUPERVISE);
    }

    public String state(MatterType type, Round.Line line) {
        return type.state(line.state()).label().in(locale());
    }

    /** Docketed, while nothing of it was handed out yet: the state of its type would say that it is at work. */
    public String stands(Round.Finding finding) {
        var waits = !finding.head().draft() && !finding.measures().isEmpty() && finding.measures().stream().allMatch(Round.Line::draft);
        return waits ? word("finding.waits") : state(findingType(), finding.head());
    }

    public java.util.Collection<String> modes() {
        return measureType.fields().get("mode").choices().keySet();
    }

    public String mode(String mode) {
        return measureType.fields().get("mode").choices().get(mode).in(locale());
    }

    public List<Unit> units(String chosen) {
        return Stream.concat(units(), outside(List.of(chosen)).flatMap(number -> directory.unit(number).stream())).toList();
    }

    public List<Post> leaders(String chosen) {
        return Stream.concat(directory.postsWith(Duty.LEAD).stream(), outside(List.of(chosen)).flatMap(number -> directory.post(number).stream())).toList();
    }

    private Stream<Unit> units() {
        return directory.units().stream().filter(unit -> unit.kind() != Unit.Kind.GOVERNMENT);
    }

    /** Whoever of another government bears something already stays a choice: otherwise saving another row would take it from them. */
    private static Stream<Integer> outside(List<String> chosen) {
        return chosen.stream().filter(number -> !number.isEmpty()).map(Integer::valueOf).filter(Outside::is);
    }

    public List<Post> handlers(Round.Line line) {
        var unit = line.unit("lead");
        return unit == null ? List.of() : directory.below(unit).stream().flatMap(u -> directory.posts(u).stream()).filter(p -> p.has(Duty.HANDLE)).toList();
    }

    public String unitName(@Nullable Integer unit) {
        return unit == null ? "" : directory.unit(unit).map(Unit::label).orElse("");
    }

    public String unitNames(List<Integer> units) {
        return units.stream().map(this::unitName).collect(Collectors.joining("、"));
    }

    /** A post with the people who hold it: 副市长（城建与环境） 蔺青松. */
    public String postName(@Nullable Integer id) {
        if (id == null) return "";
        return directory.post(id).map(post -> post.name() + " " + directory.holders(id).stream().map(p -> p.name()).collect(Collectors.joining("、"))).orElse("");
    }

    /** 责任领导、期限: what the plan of a measure still lacks, in words. */
    public String missing(Round.Line line) {
        return line.missing().stream().map(this::word).collect(Collectors.joining(Words.say("rectification.and")));
    }

    public boolean late(Round.Line line) {
        return line.late(directory.today());
    }

    public boolean ready(Round.Line line) {
        return line.ready(directory.today());
    }

    public long ready() {
        return round.ready(directory.today());
    }

    /** Whether something is handed out while the round itself was never started. */
    public boolean unstarted() {
        return planner() && round.head().draft() && round.measures().anyMatch(Round.Line::handedOut);
    }

    /** Why a measure was not saved or not handed out just now. */
    public @Nullable String refused(Round.Line measure) {
        return refusals().stream().filter(result -> result.measure().id().equals(measure.id())).map(Result::refused).findFirst().orElse(null);
    }

    /** The measures that something was refused for: those not handed out, and those not saved. */
    public List<Result> refusals() {
        var unsaved = round.measures().filter(m -> form.rows().containsKey(m.id())).map(m -> new Result(m, form.rows().get(m.id()).refused())).filter(r -> r.refused() != null);
        return Stream.concat(unsaved, results.stream().filter(r -> r.refused() != null)).toList();
    }

    public PlanRow row(Round.Line measure) {
        var typed = form.rows().get(measure.id());
        return typed == null ? PlanRow.of(measure) : typed;
    }

    public List<Tick> assisting(PlanRow row) {
        var all = Stream.concat(units(), outside(row.assist()).flatMap(number -> directory.unit(number).stream()));
        return all.map(unit -> new Tick("" + unit.id(), unit.label(), row.assist().contains("" + unit.id()))).toList();
    }

    /** What to know of a day on which nobody works; null where it is a working day, or none. */
    public @Nullable String rest(String due) {
        try {
            return due.isEmpty() ? null : RestDay.of(calendar, LocalDate.parse(due)).map(RestDay::text).orElse(null);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
