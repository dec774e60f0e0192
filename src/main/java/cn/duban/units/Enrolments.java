package cn.duban.units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters a whole table of people, posts and who holds which as one change, all of it or none. */
@Component
public class Enrolments {

    private final DSLContext sql;
    private final Changes changes;
    private final Clock clock;

    Enrolments(DSLContext sql, Changes changes, Clock clock) {
        this.sql = sql;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param table puts line after line into the enrolment; the lock on the register is held meanwhile, so nothing slow belongs there */
    @Transactional
    public void enter(Author author, LocalDate from, Consumer<Enrolment> table) {
        var enrolment = new Enrolment(changes.open(author, from), clock.instant());
        table.accept(enrolment);
        enrolment.write(sql);
    }
}
