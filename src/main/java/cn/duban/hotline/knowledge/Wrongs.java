package cn.duban.hotline.knowledge;

import static cn.duban_db.hotline.Tables.KNOWLEDGE;
import static cn.duban_db.hotline.Tables.WRONG;

import cn.duban.ledger.Ledger;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was said to be wrong, and what its owner owes an answer to. */
@Component
public class Wrongs {

    /** Three working days, as for a re-check. */
    private static final Period TIME = Period.parse("3wd");

    /** So many unanswered about one entry say the same; more are not taken. */
    private static final int MOST = 20;

    private final DSLContext sql;
    private final Directories directories;
    private final Calendars calendars;
    private final Clock clock;

    Wrongs(DSLContext sql, Directories directories, Calendars calendars, Clock clock) {
        this.sql = sql;
        this.directories = directories;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** An owed answer. */
    record Owed(UUID knowledge, String title, LocalDate dueOn) {}

    /** @param by null for a citizen */
    public void say(int tenant, UUID knowledge, String words, @Nullable Viewer by) {
        if (sql.fetchCount(WRONG, WRONG.TENANT.eq(tenant), WRONG.KNOWLEDGE.eq(knowledge), WRONG.OUTCOME.isNull()) >= MOST) throw Refused.conflict("hotline.wrong.many", Words.say("hotline.wrong.many"), "");
        var directory = directories.of(tenant);
        var due = new Deadlines(calendars.of(tenant, directory.region()), directory.zone()).due(directory.today(), TIME).lastDay();
        sql.insertInto(WRONG).set(WRONG.TENANT, tenant).set(WRONG.ID, Ledger.newId()).set(WRONG.KNOWLEDGE, knowledge).set(WRONG.WORDS, words).set(WRONG.SAID_BY, by == null ? null : by.unitName() + " " + by.personName()).set(WRONG.AT, clock.instant()).set(WRONG.DUE_ON, due).execute();
    }

    /** By the owner: it was corrected, or it is right. */
    void answer(UUID id, boolean corrected, String answer, Viewer by) {
        var done = sql.update(WRONG).set(WRONG.OUTCOME, corrected ? "corrected" : "right").set(WRONG.ANSWER, answer).set(WRONG.ANSWERED_BY, by.person()).set(WRONG.ANSWERED_NAME, by.unitName() + " " + by.personName()).set(WRONG.ANSWERED_AT, clock.instant())
                .where(WRONG.TENANT.eq(by.tenant()), WRONG.ID.eq(id), WRONG.OUTCOME.isNull()).execute();
        if (done == 0) throw Refused.conflict("hotline.wrong.answered", Words.say("hotline.wrong.answered"), "");
    }

    List<Wrong> of(int tenant, UUID knowledge) {
        return sql.select(WRONG.ID, WRONG.KNOWLEDGE, WRONG.WORDS, WRONG.SAID_BY, WRONG.AT, WRONG.DUE_ON, WRONG.OUTCOME, WRONG.ANSWER, WRONG.ANSWERED_NAME).from(WRONG).where(WRONG.TENANT.eq(tenant), WRONG.KNOWLEDGE.eq(knowledge)).orderBy(WRONG.OUTCOME.asc().nullsFirst(), WRONG.AT.desc()).limit(100).fetch(Records.mapping(Wrong::new));
    }

    /** What the viewer's unit, or one under it, owes; whatever is owed at all to the desk, so that nothing lies. */
    List<Owed> owed(Viewer viewer, boolean desk) {
        var units = new ArrayList<>(directories.of(viewer.tenant()).below(viewer.unit()));
        units.add(viewer.unit());
        return sql.select(KNOWLEDGE.ID, KNOWLEDGE.TITLE, WRONG.DUE_ON).from(WRONG).join(KNOWLEDGE).on(KNOWLEDGE.TENANT.eq(WRONG.TENANT), KNOWLEDGE.ID.eq(WRONG.KNOWLEDGE))
                .where(WRONG.TENANT.eq(viewer.tenant()), WRONG.OUTCOME.isNull(), desk ? KNOWLEDGE.UNIT.isNotNull() : KNOWLEDGE.UNIT.in(units)).orderBy(WRONG.DUE_ON, WRONG.ID).limit(100).fetch(Records.mapping(Owed::new));
    }
}
