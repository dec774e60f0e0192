package cn.duban.units;

import static cn.duban.units.Refusals.refuse;
import static cn.duban_db.units.Tables.CHANGE;
import static cn.duban_db.units.Tables.TENANT;
import static org.jooq.Records.mapping;

import cn.duban.web.Days;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The log of changes, and the lock between writers: each change takes the tenant's next version as its number. */
@Component
class Changes {

    private final DSLContext sql;
    private final Clock clock;
    private final Directories directories;
    private final Registers registers;

    Changes(DSLContext sql, Clock clock, Directories directories, Registers registers) {
        this.sql = sql;
        this.clock = clock;
        this.directories = directories;
        this.registers = registers;
    }

    /** Takes the lock until the transaction ends and reads the register as it stands under it. */
    @Transactional(propagation = Propagation.MANDATORY)
    Open open(Author author, LocalDate day) {
        if (!Days.holds(day)) throw refuse("day-out-of-range", day);
        var number = sql.update(TENANT).set(TENANT.VERSION, TENANT.VERSION.plus(1))
                .where(TENANT.TENANT_.eq(author.tenant()))
                .returningResult(TENANT.VERSION).fetchSingle().value1();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                directories.changed(author.tenant());
            }
        });
        return new Open(author, number, day, new Directory(registers.of(author.tenant()), day));
    }

    /** A change under way: its number, and the register as it will stand on the day it takes effect. */
    record Open(Author author, int number, LocalDate day, Directory directory) {}

    /** One line of the log. */
    void write(Open change, String act, String subject, int id, String before, String after, String basis) {
        sql.insertInto(CHANGE)
                .set(CHANGE.TENANT, change.author().tenant())
                .set(CHANGE.CHANGE_, change.number())
                .set(CHANGE.CHANGED_AT, clock.instant())
                .set(CHANGE.CHANGED_BY, change.author().person())
                .set(CHANGE.ACT, act)
                .set(CHANGE.SUBJECT, subject)
                .set(CHANGE.SUBJECT_ID, id)
                .set(CHANGE.EFFECTIVE_ON, change.day())
                .set(CHANGE.BEFORE, before)
                .set(CHANGE.AFTER, after)
                .set(CHANGE.BASIS, basis)
                .execute();
    }

    /** What happened to one unit, post or person, newest first. */
    List<ChangeLine> of(int tenant, String subject, int id) {
        return sql.select(CHANGE.CHANGED_AT, CHANGE.CHANGED_BY, CHANGE.ACT, CHANGE.EFFECTIVE_ON, CHANGE.BEFORE, CHANGE.AFTER, CHANGE.BASIS)
                .from(CHANGE)
                .where(CHANGE.TENANT.eq(tenant), CHANGE.SUBJECT.eq(subject), CHANGE.SUBJECT_ID.eq(id))
                .orderBy(CHANGE.CHANGE_.desc())
                .fetch(mapping(ChangeLine::new));
    }
}
