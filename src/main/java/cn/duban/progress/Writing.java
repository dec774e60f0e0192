package cn.duban.progress;

import static cn.duban_db.ledger.Tables.REASON_ROW;
import static cn.duban_db.ledger.Tables.REPORT_ROW;
import static cn.duban_db.progress.Tables.DUE_REPORT;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.evidence.FileRow;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.progress.DueReports.Key;
import cn.duban.progress.MyReportsPage.Row;
import cn.duban.similarity.Progress;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a unit is to report, and one report as it is being written. */
@Component
class Writing {

    private final DSLContext sql;
    private final Duties duties;
    private final DueReports due;
    private final Clocks clocks;
    private final Planning planning;
    private final Matters matters;
    private final Progress progress;
    private final Directories directories;

    Writing(DSLContext sql, Duties duties, DueReports due, Clocks clocks, Planning planning, Matters matters, Progress progress, Directories directories) {
        this.sql = sql;
        this.duties = duties;
        this.due = due;
        this.clocks = clocks;
        this.planning = planning;
        this.matters = matters;
        this.progress = progress;
        this.directories = directories;
    }

    /** What stands in the form. */
    record Typed(@Nullable String written, String behalfName, boolean sure, List<FileRow> kept) {

        static final Typed NOTHING = new Typed(null, "", false, List.of());

        String text() {
            return written == null ? "" : written;
        }
    }

    MyReportsPage mine(Viewer viewer, boolean done) {
        var directory = directories.of(viewer.tenant());
        var now = planning.now();
        var rows = duties.mine(viewer, LocalDate.ofInstant(now, directory.zone()));
        var titles = matters.rows(rows.stream().map(row -> row.matter().id()).collect(Collectors.toSet()), viewer);
        return new MyReportsPage(rows.stream().filter(row -> titles.containsKey(row.matter().id())).map(row -> {
            var matter = titles.get(row.matter().id());
            return new Row(row.matter().toString(), matter.number(), matter.title(), directory.unitName(row.unit()), directory.within(viewer.unit(), row.unit()), PeriodWords.of(row, now), row.state(), row.before(), row.draft() != null);
        }).toList(), done, rows.size() == Duties.MOST);
    }

    /** Where a report of now would count, whatever was planned until now. @param next the round that the clock asks for, where that is a later one */
    private record Owed(Key key, Round round, @Nullable Round next, int unit, @Nullable Duty duty) {}

    private Optional<Owed> owed(MatterId matter, Viewer viewer) {
        if (matter.tenant() != viewer.tenant()) return Optional.empty();
        var deadlines = planning.deadlines(viewer.tenant());
        return clocks.of(matter, deadlines, LocaleContextHolder.getLocale()).map(waiting -> {
            var round = waiting.answeredOn(LocalDate.ofInstant(planning.now(), deadlines.zone()), deadlines);
            var key = new Key(matter, waiting.clock(), round.from());
            return new Owed(key, round, waiting.from().isAfter(round.to()) ? Round.holding(waiting.rhythm(), waiting.from(), deadlines) : null, waiting.unit(), duties.of(key, viewer).orElse(null));
        });
    }

    private Owed find(MatterId matter, Viewer viewer) {
        return owed(matter, viewer).orElseThrow(NotFound::new);
    }

    ReportPage page(MatterId matter, Typed typed, boolean saved, Complaints complaints, @Nullable String refused, Viewer viewer) {
        var row = matters.rows(List.of(matter.id()), viewer).get(matter.id());
        if (row == null || matter.tenant() != viewer.tenant()) throw new NotFound();
        var owed = find(matter, viewer);
        var directory = directories.of(viewer.tenant());
        var now = planning.now();
        var text = typed.written() != null ? typed.written() : owed.duty() == null || owed.duty().draft() == null ? "" : owed.duty().draft();
        var written = new Progress.Written(matter.id(), Integer.MAX_VALUE, now, owed.unit(), text);
        var beside = text.isBlank() ? null : progress.beside(List.of(written), viewer).get(written);
        return new ReportPage(row, directory.unitName(owed.unit()), PeriodWords.of(owed.round(), now), owed.next() == null ? null : PeriodWords.of(owed.next(), now), owed.duty() == null ? DueReports.OWED : owed.duty().state(), owed.duty() == null ? null : owed.duty().before(),
                owed.duty() == null ? null : reason(owed.duty()), beside, last(matter), directory.within(viewer.unit(), owed.unit()), viewer.has(Viewer.Duty.REGISTRY) || viewer.has(Viewer.Duty.SUPERVISE),
                text, typed.behalfName(), typed.sure(), typed.kept(), saved, complaints, refused);
    }

    int unit(MatterId matter, Viewer viewer) {
        return find(matter, viewer).unit();
    }

    private ReportPage.@Nullable Reason reason(Duty duty) {
        if (!duty.state().equals(DueReports.RETURNED)) return null;
        return sql.select(REASON_ROW.REASON, REASON_ROW.PERSON_NAME, REASON_ROW.UNIT_NAME, REASON_ROW.AT).from(REASON_ROW)
                .where(REASON_ROW.TENANT.eq(duty.matter().tenant()), REASON_ROW.MATTER.eq(duty.matter().id())).and(REASON_ROW.NO.eq(duties.review(duty.key())))
                .fetchOptional(r -> new ReportPage.Reason(r.value1(), r.value3() + " " + r.value2() + " " + Dates.minute(r.value4()))).orElse(null);
    }

    private ReportPage.@Nullable Last last(MatterId matter) {
        return sql.select(REPORT_ROW.TEXT, REPORT_ROW.AT).from(REPORT_ROW).where(REPORT_ROW.TENANT.eq(matter.tenant()), REPORT_ROW.MATTER.eq(matter.id())).orderBy(REPORT_ROW.NO.desc()).limit(1)
                .fetchOptional(r -> new ReportPage.Last(r.value1(), Dates.minute(r.value2()))).orElse(null);
    }

    /** Kept for the unit. @throws Refused when the round was reported meanwhile, or is not theirs */
    void keep(MatterId matter, String text, Viewer viewer) {
        var owed = find(matter, viewer);
        if (!duties.units(viewer).contains(owed.unit()) && !viewer.has(Viewer.Duty.SUPERVISE)) throw Refused.forbidden("progress.not-yours", Words.say("progress.not-yours"), "");
        if (owed.duty() == null) due.plan(viewer.tenant(), List.of(new DueReports.Planned(matter.id(), owed.key().clock(), owed.round(), owed.unit())));
        if (!due.draft(owed.key(), text.isBlank() ? null : text, viewer.person(), planning.now())) throw Refused.conflict("progress.reported", Words.say("progress.reported"), Words.say("progress.reported.next"));
    }

    /** Whether these words were handed in for the round that begins on this day: clicked twice. */
    boolean said(MatterId matter, LocalDate from, String text, Viewer viewer) {
        return matter.tenant() == viewer.tenant() && sql.fetchExists(selectOne().from(DUE_REPORT)
                .join(REPORT_ROW).on(REPORT_ROW.TENANT.eq(DUE_REPORT.TENANT), REPORT_ROW.MATTER.eq(DUE_REPORT.MATTER), REPORT_ROW.NO.eq(DUE_REPORT.ENTRY))
                .where(DUE_REPORT.TENANT.eq(matter.tenant()), DUE_REPORT.MATTER.eq(matter.id()), DUE_REPORT.STARTS_ON.eq(from), REPORT_ROW.TENANT.eq(matter.tenant()), REPORT_ROW.TEXT.eq(text))
                .and(DUE_REPORT.STATE.ne(DueReports.RETURNED)));
    }
}
