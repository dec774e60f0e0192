package cn.duban.units;

import static cn.duban.units.Refusals.refuse;
import static cn.duban_db.units.Tables.HOLDING;
import static cn.duban_db.units.Tables.POST;
import static cn.duban_db.units.Tables.POST_CHARGE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens posts, changes what they are there for, closes them. */
@Component
public class Posts {

    private final DSLContext sql;
    private final Changes changes;
    private final Administrators administrators;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Handover> handovers;

    Posts(DSLContext sql, Changes changes, Administrators administrators, ApplicationEventPublisher events, ObjectProvider<Handover> handovers) {
        this.sql = sql;
        this.changes = changes;
        this.administrators = administrators;
        this.events = events;
        this.handovers = handovers;
    }

    /** @return the new post's number */
    @Transactional
    public int open(Author author, NewPost post, LocalDate on, String basis) {
        var change = changes.open(author, on);
        var unit = openUnitOrRefuse(change, post.unit());
        var name = Names.kept(post.name());
        refuseTaken(change, 0, unit, name, post.head());
        int id = sql.select(coalesce(max(POST.POST_), 0).plus(1)).from(POST).where(POST.TENANT.eq(author.tenant())).fetchSingle().value1();
        sql.insertInto(POST).set(POST.TENANT, author.tenant()).set(POST.POST_, id).set(POST.UNIT, unit.id()).set(POST.OPENED_ON, on).execute();
        insertCharge(change, id, unit.id(), name, post.head(), post.duties());
        changes.write(change, "post-opened", "post", id, "", unit.name() + " " + said(name, post.head(), post.duties()), basis);
        return id;
    }

    /** Another name or other duties from a day on. */
    @Transactional
    public void charge(Author author, int post, String newName, boolean head, Set<Viewer.Duty> duties, LocalDate from, String basis) {
        var change = changes.open(author, from);
        var old = openOrRefuse(change, post);
        var name = Names.kept(newName);
        if (old.name().equals(name) && old.head() == head && old.duties().equals(duties)) throw refuse("same-charge", name);
        refuseTaken(change, post, change.directory().unit(old.unit()).orElseThrow(), name, head);
        if (old.closedOn() != null) throw refuse("post-closes", old.name(), old.closedOn());
        refuseLaterCharge(change, old);
        endCharge(author.tenant(), post, from);
        insertCharge(change, post, old.unit(), name, head, duties);
        administrators.refuseLoss(change);
        changes.write(change, "post-charged", "post", post, said(old.name(), old.head(), old.duties()), said(name, head, duties), basis);
    }

    /** How many open things a post bears: they need a successor when it closes. */
    public int borne(int tenant, int post) {
        return handovers.orderedStream().mapToInt(kind -> kind.borne(tenant, post).count()).sum();
    }

    /**
     * Closes a post from a day on; who holds it leaves it that day.
     *
     * @param successor the post that takes over what this one bears; none where it bears nothing
     * @return how many things the successor took over
     */
    @Transactional
    public int close(Author author, int post, LocalDate on, @Nullable Integer successor, String basis) {
        var change = changes.open(author, on);
        var closed = openOrRefuse(change, post);
        if (closed.closedOn() != null) throw refuse("post-closes-already", closed.name(), closed.closedOn());
        refuseLaterCharge(change, closed);
        if (Objects.equals(successor, post)) throw refuse("own-successor-post", closed.name());
        var heir = successor == null ? null : openOrRefuse(change, successor);
        if (heir != null && heir.closedOn() != null) throw refuse("post-closes", heir.name(), heir.closedOn());
        var borne = borne(author.tenant(), post);
        if (borne > 0 && successor == null) throw refuse("post-bears-matters", closed.name(), borne);
        var moved = heir == null ? 0 : succeed(author, post, heir.id(), basis.isBlank() ? Words.say("units.close.reason", closed.name()) : basis);
        sql.update(POST).set(POST.CLOSED_ON, on).where(POST.TENANT.eq(author.tenant()), POST.POST_.eq(post)).execute();
        endCharge(author.tenant(), post, on);
        sql.update(HOLDING).set(HOLDING.UNTIL, greatest(HOLDING.SINCE, val(on)))
                .where(HOLDING.TENANT.eq(author.tenant()), HOLDING.POST.eq(post), HOLDING.UNTIL.isNull().or(HOLDING.UNTIL.gt(on))).execute();
        administrators.refuseLoss(change);
        changes.write(change, "post-closed", "post", post, closed.name(), heir == null ? "" : heir.name(), basis);
        for (var person : change.directory().holders(post)) events.publishEvent(new PostVacated(author.tenant(), post, person.id(), on));
        return moved;
    }

    private int succeed(Author author, int post, int successor, String reason) {
        return handovers.orderedStream().mapToInt(kind -> kind.succeed(author, post, successor, reason)).sum();
    }

    public List<ChangeLine> history(int tenant, int post) {
        return changes.of(tenant, "post", post);
    }

    static Post openOrRefuse(Changes.Open change, int post) {
        var found = change.directory().post(post).orElseThrow(() -> refuse("no-post", post));
        if (!found.openOn(change.day())) throw refuse("post-not-open", found.name(), change.day());
        return found;
    }

    static Unit openUnitOrRefuse(Changes.Open change, int unit) {
        var found = change.directory().unit(unit).orElseThrow(() -> refuse("no-unit", unit));
        if (!found.openOn(change.day())) throw refuse("unit-not-open", found.name(), change.day());
        return found;
    }

    static void refuseTaken(Changes.Open change, int post, Unit unit, String name, boolean head) {
        if (name.isEmpty()) throw refuse("post-without-name");
        for (var other : change.directory().posts(unit.id())) {
            if (other.id() == post) continue;
            if (Names.plain(other.name()).equals(Names.plain(name))) throw refuse("post-name-taken", unit.name(), name);
        }
        if (head) change.directory().outlook().head(unit.id(), post, change.day()).ifPresent(other -> {
            throw refuse("second-head", unit.name(), other);
        });
    }

    private void refuseLaterCharge(Changes.Open change, Post post) {
        var later = sql.fetchExists(POST_CHARGE, POST_CHARGE.TENANT.eq(change.author().tenant()), POST_CHARGE.POST.eq(post.id()),
                POST_CHARGE.UNTIL.isNull(), POST_CHARGE.SINCE.gt(change.day()));
        if (later) throw refuse("later-charge", post.name());
    }

    private void endCharge(int tenant, int post, LocalDate on) {
        sql.update(POST_CHARGE).set(POST_CHARGE.UNTIL, on)
                .where(POST_CHARGE.TENANT.eq(tenant), POST_CHARGE.POST.eq(post), POST_CHARGE.UNTIL.isNull()).execute();
    }

    private void insertCharge(Changes.Open change, int post, int unit, String name, boolean head, Set<Viewer.Duty> duties) {
        sql.insertInto(POST_CHARGE)
                .set(POST_CHARGE.TENANT, change.author().tenant()).set(POST_CHARGE.POST, post).set(POST_CHARGE.CHANGE, change.number())
                .set(POST_CHARGE.UNIT, unit).set(POST_CHARGE.NAME, name).set(POST_CHARGE.HEAD, head)
                .set(POST_CHARGE.DUTIES, Registers.names(duties)).set(POST_CHARGE.SINCE, change.day()).execute();
    }

    /** As the log keeps it: in Chinese, whoever reads. */
    static String said(String name, boolean head, Set<Viewer.Duty> duties) {
        var said = Stream.concat(head ? Stream.of("units.head") : Stream.of(), duties.stream().sorted().map(duty -> "units.duty." + duty))
                .map(key -> Words.in(Words.CHINESE, key)).collect(Collectors.joining("、"));
        return said.isEmpty() ? name : name + "（" + said + "）";
    }
}
