package cn.duban.progress;

import cn.duban.ledger.Happening;
import cn.duban.ledger.Happenings;
import cn.duban.ledger.MatterActed;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterListener;
import cn.duban.progress.DueReports.Handed;
import cn.duban.progress.DueReports.Key;
import cn.duban.workdays.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps what is due in step with acts that did not come through this room: reports from the page of a matter or a program, reviews, pauses, closings, changes of the unit. */
@Component
class Following implements MatterListener {

    private static final Set<String> SAID = Set.of("report", "pass-report", "return-report");

    private final Happenings happenings;
    private final DueReports due;
    private final Planning planning;
    private final Clocks clocks;

    Following(Happenings happenings, DueReports due, Planning planning, Clocks clocks) {
        this.happenings = happenings;
        this.due = due;
        this.planning = planning;
        this.clocks = clocks;
    }

    @Override
    public String name() {
        return "progress";
    }

    @Override
    public void acted(MatterActed event) {
        acted(List.of(event));
    }

    @Override
    public void acted(List<MatterActed> events) {
        events.stream().collect(Collectors.groupingBy(event -> event.matter().tenant())).forEach((tenant, theirs) -> {
            happenings.of(tenant, theirs.stream().filter(event -> SAID.contains(event.act())).map(event -> new Happenings.Key(event.matter().id(), event.entry())).toList()).forEach(this::said);
            var matters = theirs.stream().map(event -> event.matter().id()).collect(Collectors.toSet());
            due.follow(tenant, matters, planning.now());
            planning.plan(tenant, matters);
        });
    }

    private void said(Happening happening) {
        var entry = happening.entry();
        var matter = new MatterId(entry.tenant(), entry.matter());
        if (entry.act().equals("report")) reported(happening, matter);
        else if (entry.payload() != null && entry.payload().get("reviewed") instanceof Number no) due.reviewed(matter, no.intValue(), entry.act().equals("pass-report"), entry.no(), entry.at());
    }

    /** The round before the one to which the report moved its clock. One more report within a round moves nothing and stands on the timeline alone. */
    private void reported(Happening happening, MatterId matter) {
        var entry = happening.entry();
        var deadlines = planning.deadlines(matter.tenant());
        happening.changed("clock").forEach((no, columns) -> {
            if (columns.get("counted_from") instanceof String from) clocks.rhythm(matter, no).ifPresent(rhythm -> {
                var round = Round.holding(Rhythm.parse(rhythm), LocalDate.ofInstant(instant(from), deadlines.zone()).minusDays(1), deadlines);
                due.handed(new Handed(new Key(matter, no, round.from()), round, entry.behalfUnit() == null ? entry.unit() : entry.behalfUnit(), entry.no(), entry.at()));
            });
        });
    }

    private static Instant instant(String said) {
        return OffsetDateTime.parse(said).toInstant();
    }
}
