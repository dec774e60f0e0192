package cn.duban.supervision;

import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.supervision.Target.Counting;
import cn.duban.supervision.Target.Direction;
import cn.duban.supervision.Target.State;
import cn.duban.web.Complaints;
import cn.duban.workdays.Rhythm;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a target is, as somebody typed it: a new one, or one that could not be read. Values keep what was typed. */
public record TargetForm(String name, String direction, String goal, String unit, String counting, String rhythm, String from, String to, Complaints complaints) {

    static TargetForm blank() {
        return new TargetForm("", "at-least", "", "", "total", "quarterly", "", "", new Complaints());
    }

    static TargetForm of(Target target) {
        return new TargetForm(target.name(), target.direction() == null ? "" : target.direction().word(), target.goal() == null ? "" : Target.plain(target.goal()), target.unit(), target.counting().word(), target.rhythm().toString(),
                target.from() == null ? "" : target.from().toString(), target.to() == null ? "" : target.to().toString(), new Complaints());
    }

    static TargetForm read(Typed typed) {
        var form = new TargetForm(typed.text("name"), typed.text("direction"), typed.text("goal"), typed.text("unit"), typed.text("counting"), typed.text("rhythm"), typed.text("from"), typed.text("to"), new Complaints());
        form.check();
        return form;
    }

    private void check() {
        complaints.addIf(name.isEmpty() || name.length() > 80, "name", "supervision.target.form.name");
        complaints.addIf(wanted().isEmpty(), "direction", "supervision.target.form.direction");
        complaints.addIf(number(goal) == null, "goal", "supervision.target.form.number");
        complaints.addIf(unit.isEmpty() || unit.length() > 12, "unit", "supervision.target.form.unit");
        complaints.addIf(counted().isEmpty(), "counting", "supervision.target.form.counting");
        complaints.addIf(every().isEmpty(), "rhythm", "supervision.target.form.rhythm");
        var begins = Typed.day(from);
        var ends = Typed.day(to);
        complaints.addIf(begins == null, "from", "supervision.target.form.day");
        complaints.addIf(ends == null, "to", "supervision.target.form.day");
        complaints.addIf(begins != null && ends != null && (ends.isBefore(begins) || ends.isAfter(begins.plusYears(5))), "to", "supervision.target.form.days");
    }

    private Optional<Direction> wanted() {
        return Arrays.stream(Direction.values()).filter(one -> one.word().equals(direction)).findFirst();
    }

    private Optional<Counting> counted() {
        return Arrays.stream(Counting.values()).filter(one -> one.word().equals(counting)).findFirst();
    }

    private Optional<Rhythm> every() {
        return Arrays.stream(Rhythm.values()).filter(one -> one.toString().equals(rhythm)).findFirst();
    }

    /** An exact decimal; digits may be grouped as in 1,200. */
    static @Nullable BigDecimal number(String typed) {
        var plain = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC).replaceAll("(?<=\\d),(?=\\d{3})", "").strip();
        return plain.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? new BigDecimal(plain) : null;
    }

    /** To be asked only where nothing is wrong. @param before the one that could not be read; null for a new one */
    Target target(MatterId matter, @Nullable Target before) {
        return new Target(before == null ? Ledger.newId() : before.id(), matter, name, unit, wanted().orElseThrow(), number(goal), counted().orElseThrow(), every().orElseThrow(), Typed.day(from), Typed.day(to),
                before == null ? "" : before.words(), before == null ? null : before.flag(), State.TRACKED, null, before == null ? 1 : before.version(), before == null ? List.of() : before.values());
    }

    public List<String> directions() {
        return Arrays.stream(Direction.values()).map(Direction::word).toList();
    }

    public List<String> countings() {
        return Arrays.stream(Counting.values()).map(Counting::word).toList();
    }

    public List<Rhythm> rhythms() {
        return List.of(Rhythm.values());
    }
}
