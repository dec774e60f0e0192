package cn.duban.hotline;

import static cn.duban_db.hotline.Tables.DESK;
import static org.jooq.impl.DSL.any;

import cn.duban.ledger.Supervisors;
import cn.duban.ledger.Supervisors.Passing;
import cn.duban.ledger.Supervisors.Which;
import cn.duban.timers.Timed;
import cn.duban.units.Directories;
import cn.duban.units.Tenants;
import cn.duban.web.Dates;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Another unit answers the line from a day on, and tickets follow it. What is open is owed by the new desk from the very transaction in which that day is entered, or
 * begins; what is closed follows page by page, so that it can be rated and raised again there. Each ticket says so in a line.
 */
@Component
public class DeskChange implements Timed {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final DSLContext sql;
    private final Desks desks;
    private final Supervisors supervisors;
    private final Directories directories;
    private final Tenants tenants;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DeskChange(DSLContext sql, Desks desks, Supervisors supervisors, Directories directories, Tenants tenants, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.desks = desks;
        this.supervisors = supervisors;
        this.directories = directories;
        this.tenants = tenants;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Timer> timers() {
        return List.of(Timer.every(PAUSE, "hotline.desks", () -> Tenants.each(sql.selectDistinct(DESK.TENANT).from(DESK).where(DESK.TENANT.eq(any(tenants.all().toArray(Integer[]::new))), DESK.FOLLOWED_AT.isNull()).fetch(DESK.TENANT), this::follow)));
    }

    /** Of two entered for one day the later one holds; what holds already is not entered again. @param since not before today: whoever answered the line until now did */
    public void set(int unit, LocalDate since, Viewer by) {
        if (desks.register(by.tenant()).says(unit, since)) return;
        transaction.executeWithoutResult(status -> {
            sql.insertInto(DESK).set(DESK.TENANT, by.tenant()).set(DESK.SINCE, since).set(DESK.UNIT, unit).set(DESK.ENTERED_BY, by.person()).set(DESK.ENTERED_NAME, by.unitName() + " " + by.personName()).set(DESK.ENTERED_AT, clock.instant()).execute();
            if (!since.isAfter(directories.of(by.tenant()).today())) pass(by.tenant(), Which.OWED, by);
        });
        desks.forget(by.tenant());
    }

    /** What the register of today asks for and was not done. @return how many tickets followed */
    int follow(int tenant) {
        var passed = transaction.execute(status -> pass(tenant, Which.OWED, null)) + pass(tenant, Which.ALL, null);
        // a node that has not heard of it opens tickets under the old desk for some seconds, so a young line is looked at again
        if (passed == 0) sql.update(DESK).set(DESK.FOLLOWED_AT, clock.instant()).where(DESK.TENANT.eq(tenant), DESK.FOLLOWED_AT.isNull(), DESK.SINCE.lt(directories.of(tenant).today())).execute();
        return passed;
    }

    private int pass(int tenant, Which which, @Nullable Viewer by) {
        var register = desks.register(tenant);
        var directory = directories.of(tenant);
        var desk = register.desk(directory).orElse(0);
        var from = register.before(desk, directory);
        if (from.isEmpty()) return 0;
        return supervisors.pass(new Passing(tenant, Tickets.LEDGER, from, desk, Words.in(Words.CHINESE, "hotline.desk.changed", Dates.day(register.since(directory.today())), directory.unitName(desk))), which, by);
    }
}
