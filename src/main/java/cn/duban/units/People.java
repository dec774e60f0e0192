package cn.duban.units;

import static cn.duban.units.Refusals.refuse;
import static cn.duban_db.units.Tables.HOLDING;
import static cn.duban_db.units.Tables.PERSON;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People enter and leave, take posts and leave them. */
@Component
public class People {

    private final DSLContext sql;
    private final Changes changes;
    private final Administrators administrators;
    private final ApplicationEventPublisher events;

    People(DSLContext sql, Changes changes, Administrators administrators, ApplicationEventPublisher events) {
        this.sql = sql;
        this.changes = changes;
        this.administrators = administrators;
        this.events = events;
    }

    /** @return the new person's number */
    @Transactional
    public int enter(Author author, String typedName, String workPhone, LocalDate on) {
        var change = changes.open(author, on);
        var name = Names.kept(typedName);
        if (name.isEmpty()) throw refuse("person-without-name");
        int id = sql.select(coalesce(max(PERSON.PERSON_), 0).plus(1)).from(PERSON).where(PERSON.TENANT.eq(author.tenant())).fetchSingle().value1();
        sql.insertInto(PERSON).set(PERSON.TENANT, author.tenant()).set(PERSON.PERSON_, id).set(PERSON.NAME, name)
                .set(PERSON.WORK_PHONE, Names.kept(workPhone)).set(PERSON.SINCE, on).execute();
        changes.write(change, "person-entered", "person", id, "", name, "");
        return id;
    }

    /** Puts a name or a telephone right; what it was stays in the log. */
    @Transactional
    public void correct(Author author, int person, String typedName, String workPhone, LocalDate on) {
        var change = changes.open(author, on);
        var old = hereOrRefuse(change, person);
        var name = Names.kept(typedName);
        if (name.isEmpty()) throw refuse("person-without-name");
        sql.update(PERSON).set(PERSON.NAME, name).set(PERSON.WORK_PHONE, Names.kept(workPhone))
                .where(PERSON.TENANT.eq(author.tenant()), PERSON.PERSON_.eq(person)).execute();
        changes.write(change, "person-corrected", "person", person, (old.name() + " " + old.workPhone()).strip(), (name + " " + Names.kept(workPhone)).strip(), "");
    }

    @Transactional
    public void take(Author author, int person, int post, LocalDate from, String basis) {
        var change = changes.open(author, from);
        var taker = hereOrRefuse(change, person);
        var taken = Posts.openOrRefuse(change, post);
        var unit = change.directory().unitName(taken.unit());
        if (holds(change, person, post)) throw refuse("holds-already", taker.name(), unit, taken.name());
        sql.insertInto(HOLDING).set(HOLDING.TENANT, author.tenant()).set(HOLDING.POST, post).set(HOLDING.PERSON, person)
                .set(HOLDING.CHANGE, change.number()).set(HOLDING.SINCE, from).set(HOLDING.UNTIL, end(taker, taken)).execute();
        changes.write(change, "post-taken", "person", person, "", unit + " " + taken.name(), basis);
    }

    @Transactional
    public void leave(Author author, int person, int post, LocalDate from, String basis) {
        var change = changes.open(author, from);
        var leaver = change.directory().person(person).orElseThrow(() -> refuse("no-person", person));
        var left = change.directory().post(post).orElseThrow(() -> refuse("no-post", post));
        var unit = change.directory().unitName(left.unit());
        if (change.directory().postsOf(person).stream().noneMatch(p -> p.id() == post)) throw refuse("holds-not", leaver.name(), unit, left.name());
        vacate(change, person, post);
        administrators.refuseLoss(change);
        changes.write(change, "post-left", "person", person, unit + " " + left.name(), "", basis);
    }

    /** Somebody leaves the staff: from that day no post of theirs is held any more. */
    @Transactional
    public void depart(Author author, int person, LocalDate on, String basis) {
        var change = changes.open(author, on);
        var leaver = hereOrRefuse(change, person);
        if (leaver.until() != null) throw refuse("leaves-already", leaver.name(), leaver.until());
        change.directory().holdingsOf(person).stream()
                .filter(h -> h.until() == null || h.until().isAfter(on))
                .map(Holding::post).distinct().forEach(post -> vacate(change, person, post));
        sql.update(PERSON).set(PERSON.UNTIL, on).where(PERSON.TENANT.eq(author.tenant()), PERSON.PERSON_.eq(person)).execute();
        administrators.refuseLoss(change);
        changes.write(change, "person-left", "person", person, leaver.name(), "", basis);
        events.publishEvent(new PersonLeft(author.tenant(), person, on));
    }

    public List<ChangeLine> history(int tenant, int person) {
        return changes.of(tenant, "person", person);
    }

    private void vacate(Changes.Open change, int person, int post) {
        var tenant = change.author().tenant();
        sql.update(HOLDING).set(HOLDING.UNTIL, greatest(HOLDING.SINCE, val(change.day())))
                .where(HOLDING.TENANT.eq(tenant), HOLDING.POST.eq(post), HOLDING.PERSON.eq(person),
                        HOLDING.UNTIL.isNull().or(HOLDING.UNTIL.gt(change.day()))).execute();
        events.publishEvent(new PostVacated(tenant, post, person, change.day()));
    }

    /** Whether the person holds the post on the change's day or on a later one. */
    static boolean holds(Changes.Open change, int person, int post) {
        return change.directory().holdingsOf(person).stream()
                .anyMatch(h -> h.post() == post && (h.until() == null || h.until().isAfter(change.day())));
    }

    /** Where it is entered already that the person leaves or the post closes, the holding ends with it. */
    static @Nullable LocalDate end(Person taker, Post taken) {
        return Stream.of(taker.until(), taken.closedOn()).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    static Person hereOrRefuse(Changes.Open change, int person) {
        var found = change.directory().person(person).orElseThrow(() -> refuse("no-person", person));
        if (!found.hereOn(change.day())) throw refuse("not-here", found.name(), change.day());
        return found;
    }
}
