package cn.duban.escalation;

import cn.duban.escalation.Step.Colour;
import cn.duban.escalation.Step.From;
import cn.duban.escalation.Step.Whom;
import cn.duban.ledger.type.MatterType.Breach;
import cn.duban.web.Complaints;
import cn.duban.web.Days;
import cn.duban.workdays.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A ladder as it is being typed: kept as it was typed whatever is wrong with it, and read into a ladder where nothing is. */
public record LadderForm(String name, String scope, String since, boolean backlog, String appeal, String decision, String reason, List<Line> lines) {

    static final int MOST = 12;

    public LadderForm {
        lines = List.copyOf(lines);
    }

    /** One step, as its fields say it. */
    public record Line(String kind, String from, String days, String working, String only, String to, String reply, String points, String signed, String basis, String called, String participants) {

        static final Line EMPTY = new Line("chaser", "after", "1", "yes", "", "unit", "2", "0", "yes", "", "", "");

        static Line of(Step step) {
            var from = step.from() == From.UNANSWERED ? "unanswered" : step.days() < 0 ? "before" : "after";
            return new Line(step.kind() == Kind.ORDER && step.colour() != null ? "order." + step.colour().word() : step.kind().word(), from, String.valueOf(Math.abs(step.days())), step.working() ? "yes" : "no", step.only() == null ? "" : word(step.only()),
                    word(step.to()), String.valueOf(step.replyDays()), Issuing.plain(step.points()), step.signed() ? "yes" : "no", step.basis(), step.name(), step.participants());
        }
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(java.util.Locale.ROOT);
    }

    static LadderForm of(Ladder ladder, LocalDate since) {
        return new LadderForm(ladder.called(), ScopeWords.value(ladder.scope()), since.toString(), ladder.backlog(), ladder.appeal(), ladder.decision(), "", ladder.steps().stream().map(Line::of).toList());
    }

    static LadderForm read(MultiValueMap<String, String> typed) {
        var many = typed.getOrDefault("kind", List.of()).size();
        var lines = IntStream.range(0, Math.min(many, MOST)).mapToObj(i -> new Line(at(typed, "kind", i), at(typed, "from", i), at(typed, "days", i), at(typed, "working", i), at(typed, "only", i), at(typed, "to", i), at(typed, "reply", i), at(typed, "points", i), at(typed, "signed", i),
                at(typed, "basis", i), at(typed, "called", i), at(typed, "participants", i))).toList();
        return new LadderForm(one(typed, "name"), one(typed, "scope"), one(typed, "since"), typed.containsKey("backlog"), one(typed, "appeal"), one(typed, "decision"), one(typed, "reason"), lines);
    }

    private static String one(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").strip();
    }

    private static String at(MultiValueMap<String, String> typed, String field, int i) {
        var all = typed.getOrDefault(field, List.of());
        return i < all.size() ? all.get(i).strip() : "";
    }

    LadderForm with(List<Line> other) {
        return new LadderForm(name, scope, since, backlog, appeal, decision, reason, other);
    }

    LadderForm added() {
        var more = new ArrayList<>(lines);
        if (more.size() < MOST) more.add(Line.EMPTY);
        return with(more);
    }

    LadderForm without(int i) {
        var less = new ArrayList<>(lines);
        if (i >= 0 && i < less.size()) less.remove(i);
        return with(less);
    }

    /** @param itsScope what {@code scope} names; null where it names nothing @param publishing whether it is to be published, and so dated and reasoned */
    @Nullable Ladder ladder(Ladder.@Nullable Scope itsScope, LocalDate today, boolean publishing, Complaints complaints) {
        complaints.addIf(name.isEmpty() || name.length() > 60, "name", "escalation.wrong.name");
        complaints.addIf(itsScope == null, "scope", "escalation.wrong.scope");
        var first = day(since);
        if (publishing) {
            complaints.addIf(first == null || first.isBefore(today), "since", "escalation.wrong.since");
            complaints.addIf(reason.isEmpty(), "reason", "escalation.wrong.reason");
        }
        complaints.addIf(!period(appeal), "appeal", "escalation.wrong.period");
        complaints.addIf(!period(decision), "decision", "escalation.wrong.period");
        var steps = new ArrayList<Step>();
        for (int i = 0; i < lines.size(); i++) {
            var step = step(i, complaints);
            if (step != null) steps.add(step);
        }
        if (complaints.isEmpty()) ordered(steps, complaints);
        return complaints.isEmpty() ? new Ladder(Integer.MAX_VALUE, name, Objects.requireNonNull(itsScope), first == null ? today : first, backlog, appeal, decision, steps, reason, "") : null;
    }

    private @Nullable Step step(int i, Complaints complaints) {
        var line = lines.get(i);
        var dot = line.kind().indexOf('.');
        var kind = Kind.of(dot < 0 ? line.kind() : line.kind().substring(0, dot)).orElse(null);
        var colour = Shipped.named(Colour.class, dot < 0 ? "" : line.kind().substring(dot + 1));
        var to = Shipped.named(Whom.class, line.to());
        complaints.addIf(kind == null || (kind == Kind.ORDER) == (colour == null), "kind-" + i, "escalation.wrong.choice");
        complaints.addIf(!line.days().matches("\\d{1,3}"), "days-" + i, "escalation.wrong.days");
        complaints.addIf(!line.reply().matches("\\d{1,2}"), "reply-" + i, "escalation.wrong.reply");
        complaints.addIf(!line.points().matches("\\d{1,3}(\\.\\d{1,2})?"), "points-" + i, "escalation.wrong.points");
        complaints.addIf(to == null || !List.of("before", "after", "unanswered").contains(line.from()), "to-" + i, "escalation.wrong.choice");
        complaints.addIf(line.basis().isEmpty(), "basis-" + i, "escalation.wrong.basis");
        complaints.addIf(i == 0 && line.from().equals("unanswered"), "from-" + i, "escalation.wrong.first");
        if (kind == null || to == null || !complaints.isEmpty()) return null;
        var days = Integer.parseInt(line.days());
        return new Step(i + 1, kind, colour, line.from().equals("unanswered") ? From.UNANSWERED : From.END, line.from().equals("before") ? -days : days, !line.working().equals("no"), Shipped.named(Breach.class, line.only()), to,
                Integer.parseInt(line.reply()), new BigDecimal(line.points()), line.basis(), !line.signed().equals("no"), line.called(), line.participants());
    }

    /** Steps from the end of a clock stand in the order in which they come; of working and calendar days nobody can tell, so they are not compared. */
    private static void ordered(List<Step> steps, Complaints complaints) {
        for (int i = 1; i < steps.size(); i++) {
            int at = i;
            var step = steps.get(i);
            var before = steps.subList(0, i).stream().filter(one -> one.from() == From.END && one.working() == step.working()).mapToInt(Step::days).max();
            complaints.addIf(step.from() == From.END && before.isPresent() && before.getAsInt() > step.days(), "days-" + at, "escalation.wrong.order");
            complaints.addIf(step.from() == From.UNANSWERED && steps.get(i - 1).replyDays() == 0, "from-" + at, "escalation.wrong.unanswered");
        }
    }

    private static boolean period(String said) {
        try {
            return !Period.parse(said).unit().hourly();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    static @Nullable LocalDate day(String said) {
        try {
            var day = LocalDate.parse(said);
            return Days.holds(day) ? day : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
