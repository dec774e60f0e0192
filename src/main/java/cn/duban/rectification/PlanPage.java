package cn.duban.rectification;

import cn.duban.ledger.type.MatterType;
import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.units.Unit;
import cn.duban.web.Titled;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** The plan of a round. */
public record PlanPage(Round round, Viewer viewer, Directory directory, MatterType roundType, MatterType findingType, MatterType measureType, List<Result> results) implements Titled {

    /** What became of one measure when several were handed out; {@code refused} is the sentence, null when it went out. */
    public record Result(Round.Line measure, @Nullable String refused) {}

    @Override
    public String title() {
        return Words.say("rectification.plan.title") + " · " + round.head().title();
    }

    public boolean planner() {
        return viewer.has(Duty.SUPERVISE);
    }

    public String state(MatterType type, Round.Line line) {
        return type.state(line.state()).label().in(locale());
    }

    public java.util.Collection<String> modes() {
        return measureType.fields().get("mode").choices().keySet();
    }

    public String mode(String mode) {
        return measureType.fields().get("mode").choices().get(mode).in(locale());
    }

    public List<Unit> units() {
        return directory.units().stream().filter(unit -> unit.kind() != Unit.Kind.GOVERNMENT).toList();
    }

    public List<Post> leaders() {
        return directory.postsWith(Duty.LEAD);
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
        return line.missing().stream().map(what -> Words.say("rectification." + what)).collect(Collectors.joining(Words.say("rectification.and")));
    }

    public long refused() {
        return results.stream().filter(r -> r.refused() != null).count();
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
