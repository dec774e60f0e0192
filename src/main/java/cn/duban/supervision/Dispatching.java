package cn.duban.supervision;

import cn.duban.supervision.Dispatch.Round;
import cn.duban.timers.Timed;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Tenants;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.WorkCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins each round of each dispatch and says who is asked, tells the silent before it ends, and writes its sheet once it has. Done twice, it changes nothing. */
@Component
class Dispatching implements Timed {

    private final Dispatches dispatches;
    private final DispatchNotices notices;
    private final Directories directories;
    private final Calendars calendars;
    private final Tenants tenants;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Dispatching(Dispatches dispatches, DispatchNotices notices, Directories directories, Calendars calendars, Tenants tenants, Clock clock, PlatformTransactionManager transactions) {
        this.dispatches = dispatches;
        this.notices = notices;
        this.directories = directories;
        this.calendars = calendars;
        this.tenants = tenants;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Timer> timers() {
        return List.of(Timer.every(Duration.ofMinutes(5), "supervision.dispatches", () -> tenants.each(tenant -> turn(tenant, directories.of(tenant).today()))));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** @param today as the timer finds it */
    void turn(int tenant, LocalDate today) {
        var directory = directories.of(tenant);
        var calendar = calendars.of(tenant, directory.region());
        dispatches.open(tenant).forEach(open -> dispatches.find(tenant, open.dispatch()).ifPresent(dispatch -> goOn(dispatch, open, today, directory, calendar)));
        dispatches.running(tenant).forEach(dispatch -> begin(dispatch, today, directory, calendar));
    }

    void begin(Dispatch dispatch, LocalDate today, Directory directory, WorkCalendar calendar) {
        var round = dispatch.of(today, calendar).filter(one -> !dispatches.begun(dispatch, one));
        round.ifPresent(one -> transaction.executeWithoutResult(status -> {
            if (!dispatches.begin(dispatch, one, now())) return;
            dispatches.plan(dispatch, one, directory);
            notices.begun(dispatch, one, dispatches.silent(dispatch, one, begins(one, directory), ends(one, directory)), directory);
        }));
    }

    private void goOn(Dispatch dispatch, Dispatches.Open open, LocalDate today, Directory directory, WorkCalendar calendar) {
        var round = open.round();
        transaction.executeWithoutResult(status -> {
            if (round.to().isBefore(today)) dispatches.close(dispatch, round, begins(round, directory), ends(round, directory), now());
            else if (!open.warned() && dispatch.warning(round, calendar).filter(day -> !day.isAfter(today)).isPresent() && dispatches.warn(dispatch, round, now()))
                notices.ending(dispatch, round, dispatches.silent(dispatch, round, begins(round, directory), ends(round, directory)), directory);
        });
    }

    static Instant begins(Round round, Directory directory) {
        return round.from().atStartOfDay(directory.zone()).toInstant();
    }

    static Instant ends(Round round, Directory directory) {
        return round.to().plusDays(1).atStartOfDay(directory.zone()).toInstant();
    }
}
