package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.DOCUMENT;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;

import cn.duban.escalation.Document.State;
import cn.duban.units.Directories;
import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Where documents are found, and which of them wait for whom. */
@Component
class EscalationNavigation implements Navigation {

    private static final int MOST = 20;
    private static final List<Duty> WORKING = List.of(Duty.REGISTRY, Duty.HANDLE, Duty.REVIEW, Duty.SIGN);

    private final DSLContext sql;
    private final Documents documents;
    private final Directories directories;

    EscalationNavigation(DSLContext sql, Documents documents, Directories directories) {
        this.sql = sql;
        this.documents = documents;
        this.directories = directories;
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("escalation.documents.title", "/escalation", "stairs-up", 27, Set.of(Duty.SUPERVISE, Duty.LEAD, Duty.REGISTRY, Duty.HANDLE, Duty.REVIEW, Duty.SIGN)));
    }

    /** To sign, to review and to decide for a supervisor; to answer for a unit and for whom it names. What is about a matter that is done is nobody's any more. */
    @Override
    public List<Task> tasks(Viewer viewer) {
        return sql.selectFrom(DOCUMENT).where(DOCUMENT.TENANT.eq(viewer.tenant()), DOCUMENT.ID.eq(any(array(waiting(viewer)))))
                .orderBy(DOCUMENT.MADE_AT).limit(MOST).fetch(r -> task(Documents.read(r), viewer));
    }

    /** The oldest of each sort that wait for the viewer, each out of an index over what waits in that order: asked together they would be sought among all documents of all years. */
    private Select<Record1<UUID>> waiting(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var owed = DOCUMENT.STATE.eq(inline(State.ISSUED.word())).and(DOCUMENT.REPLY_DUE.isNotNull());
        var waits = new ArrayList<Select<Record1<UUID>>>();
        waits.add(oldest(DOCUMENT.TO_POST, List.of(viewer.post()), owed, viewer));
        if (WORKING.stream().anyMatch(viewer::has))
            waits.add(oldest(DOCUMENT.UNIT, directory.lineage(viewer.unit()).stream().filter(unit -> unit != directory.root().id() || viewer.unit() == unit).toList(), owed, viewer));
        if (viewer.has(Duty.SUPERVISE)) {
            var around = Documents.around(viewer, directory);
            waits.add(oldest(DOCUMENT.SUPERVISOR, around, DOCUMENT.STATE.in(inline(State.READY.word()), inline(State.REPLIED.word())), viewer));
            waits.add(oldest(DOCUMENT.SUPERVISOR, around, Documents.appealed().and(DOCUMENT.APPEALED_BY.ne(viewer.person())).and(DOCUMENT.ISSUED_BY.ne(viewer.person())), viewer));
        }
        return waits.stream().reduce(Select::unionAll).orElseThrow();
    }

    private Select<Record1<UUID>> oldest(Field<Integer> by, Collection<Integer> which, Condition waits, Viewer viewer) {
        var alive = exists(selectOne().from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(DOCUMENT.TENANT), MATTER_ROW.ID.eq(DOCUMENT.MATTER), MATTER_ROW.PHASE.in(inline("open"), inline("settled"))));
        var some = lateral(select(DOCUMENT.ID).from(DOCUMENT).where(documents.seen(viewer), by.eq(field(name("one", "id"), Integer.class)), waits, alive.or(Documents.appealed())).orderBy(DOCUMENT.MADE_AT).limit(inline(MOST))).as("some");
        return select(some.field(DOCUMENT.ID)).from(unnest(which.toArray(Integer[]::new)).as("one", "id")).crossJoin(some);
    }

    private Task task(Document d, Viewer viewer) {
        var deciding = viewer.has(Duty.SUPERVISE) && Documents.around(viewer, directories.of(viewer.tenant())).contains(d.supervisor());
        var step = deciding && d.appealed() != null && d.appealed().state() == Document.AppealState.OPEN && !d.state().in(State.READY, State.REPLIED) ? "appeal" : d.state().word();
        var name = d.issued() == null ? d.label() : d.label() + " " + d.issued().number();
        return new Task(name + "：" + d.title(), "/escalation/" + d.id(), Words.say("escalation.todo." + step, d.replyDue() == null ? d.signBy() == null ? "" : d.signBy() : d.replyDue()), Words.say("escalation.todo.do." + step));
    }
}
