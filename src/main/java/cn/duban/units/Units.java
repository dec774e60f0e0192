package cn.duban.units;

import static cn.duban.units.Refusals.refuse;
import static cn.duban_db.units.Tables.UNIT;
import static cn.duban_db.units.Tables.UNIT_NAME;
import static cn.duban_db.units.Tables.UNIT_PARENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens, renames, moves and closes units. Every change holds from a day on and says on which document it rests. */
@Component
public class Units {

    private final DSLContext sql;
    private final Changes changes;
    private final Posts posts;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Handover> handovers;

    Units(DSLContext sql, Changes changes, Posts posts, ApplicationEventPublisher events, ObjectProvider<Handover> handovers) {
        this.handovers = handovers;
        this.sql = sql;
        this.changes = changes;
        this.posts = posts;
        this.events = events;
    }

    /** @return the new unit's number */
    @Transactional
    public int open(Author author, NewUnit unit, LocalDate on, String basis) {
        var change = changes.open(author, on);
        var name = Names.kept(unit.name());
        if (name.isEmpty()) throw refuse("unit-without-name");
        if (unit.parent() != null) lastingOrRefuse(change, unit.parent());
        refuseTaken(change, 0, unit.parent(), name);
        int id = sql.select(coalesce(max(UNIT.UNIT_), 0).plus(1)).from(UNIT).where(UNIT.TENANT.eq(author.tenant())).fetchSingle().value1();
        sql.insertInto(UNIT).set(UNIT.TENANT, author.tenant()).set(UNIT.UNIT_, id).set(UNIT.KIND, unit.kind().name()).set(UNIT.OPENED_ON, on).execute();
        insertName(change, id, name, Names.kept(unit.shortName()));
        insertParent(change, id, unit.parent());
        changes.write(change, "unit-opened", "unit", id, "", name, basis);
        return id;
    }

    /** The new name holds from that day; what the unit was called before stays known. */
    @Transactional
    public void rename(Author author, int unit, String newName, String newShortName, LocalDate from, String basis) {
        var change = changes.open(author, from);
        var directory = change.directory();
        var old = Posts.openUnitOrRefuse(change, unit);
        var name = Names.kept(newName);
        var shortName = Names.kept(newShortName);
        if (name.isEmpty()) throw refuse("unit-without-name");
        if (name.equals(old.name()) && shortName.equals(old.shortName())) throw refuse("same-name", name);
        refuseTaken(change, unit, old.parent(), name);
        var latest = directory.namesOf(unit).getLast();
        if (latest.since().isAfter(from)) throw refuse("later-name", latest.name(), latest.since());
        sql.update(UNIT_NAME).set(UNIT_NAME.UNTIL, from)
                .where(UNIT_NAME.TENANT.eq(author.tenant()), UNIT_NAME.UNIT.eq(unit), UNIT_NAME.UNTIL.isNull()).execute();
        insertName(change, unit, name, shortName);
        changes.write(change, "unit-renamed", "unit", unit, old.name(), name, basis);
        events.publishEvent(new UnitRenamed(author.tenant(), unit, old.name(), name, from));
    }

    @Transactional
    public void move(Author author, int unit, int parent, LocalDate from, String basis) {
        var change = changes.open(author, from);
        var directory = change.directory();
        var moved = Posts.openUnitOrRefuse(change, unit);
        var target = lastingOrRefuse(change, parent);
        if (moved.parent() == null) throw refuse("root-stays", moved.name());
        if (moved.parent() == parent) throw refuse("same-parent", moved.name(), target.name());
        var latest = directory.parentsOf(unit).getLast();
        if (latest.since().isAfter(from)) throw refuse("later-parent", moved.name(), latest.since());
        var outlook = directory.outlook();
        if (outlook.moves(from).stream().anyMatch(day -> outlook.within(parent, unit, day))) throw refuse("parent-below", moved.name(), target.name());
        refuseTaken(change, unit, parent, moved.name());
        sql.update(UNIT_PARENT).set(UNIT_PARENT.UNTIL, from)
                .where(UNIT_PARENT.TENANT.eq(author.tenant()), UNIT_PARENT.UNIT.eq(unit), UNIT_PARENT.UNTIL.isNull()).execute();
        insertParent(change, unit, parent);
        changes.write(change, "unit-moved", "unit", unit, directory.unitName(moved.parent()), target.name(), basis);
        events.publishEvent(new UnitMoved(author.tenant(), unit, moved.parent(), parent, from));
    }

    /** How many open things rest on a unit: they need a successor when it closes. */
    public int resting(int tenant, int unit) {
        return handovers.orderedStream().mapToInt(kind -> kind.resting(tenant, unit)).sum();
    }

    /**
     * Closes a unit with its posts from that day. Its sub-units must have been closed or moved before.
     *
     * @param successor who takes over what rests on it; none where nothing does
     * @return how many things the successor took over
     */
    @Transactional
    public int close(Author author, int unit, LocalDate on, @Nullable Integer successor, String basis) {
        var change = changes.open(author, on);
        var directory = change.directory();
        var closed = Posts.openUnitOrRefuse(change, unit);
        if (closed.parent() == null) throw refuse("root-stays", closed.name());
        if (closed.closedOn() != null) throw refuse("closes-already", closed.name(), closed.closedOn());
        if (Objects.equals(successor, unit)) throw refuse("own-successor", closed.name());
        if (successor != null) Posts.openUnitOrRefuse(change, successor);
        var below = directory.outlook().children(unit, on);
        if (!below.isEmpty()) throw refuse("has-units", closed.name(), below.size(), directory.unitName(below.getFirst()));
        var rests = resting(author.tenant(), unit);
        if (rests > 0 && successor == null) throw refuse("bears-matters", closed.name(), rests);
        var moved = successor == null ? 0 : inherit(author, unit, successor, basis.isBlank() ? Words.say("units.close.reason", closed.name()) : basis);
        sql.update(UNIT).set(UNIT.CLOSED_ON, on).set(UNIT.SUCCESSOR, successor)
                .where(UNIT.TENANT.eq(author.tenant()), UNIT.UNIT_.eq(unit)).execute();
        changes.write(change, "unit-closed", "unit", unit, closed.name(), successor == null ? "" : directory.unitName(successor), basis);
        for (var post : directory.posts(unit)) posts.close(author, post.id(), on, null, basis);
        events.publishEvent(new UnitClosed(author.tenant(), unit, successor, on));
        return moved;
    }

    private int inherit(Author author, int unit, int successor, String reason) {
        return handovers.orderedStream().mapToInt(kind -> kind.inherit(author, unit, successor, reason)).sum();
    }

    /** What happened to a unit, newest first. */
    public List<ChangeLine> history(int tenant, int unit) {
        return changes.of(tenant, "unit", unit);
    }

    /** A parent must be there as long as what stands under it. */
    private static Unit lastingOrRefuse(Changes.Open change, int unit) {
        var found = Posts.openUnitOrRefuse(change, unit);
        if (found.closedOn() != null) throw refuse("parent-closes", found.name(), found.closedOn());
        return found;
    }

    private static void refuseTaken(Changes.Open change, int unit, @Nullable Integer parent, String name) {
        if (parent == null) return;
        var taken = change.directory().children(parent).stream()
                .anyMatch(u -> u.id() != unit && Names.plain(u.name()).equals(Names.plain(name)));
        if (taken) throw refuse("name-taken", change.directory().unitName(parent), name);
    }

    private void insertName(Changes.Open change, int unit, String name, String shortName) {
        sql.insertInto(UNIT_NAME)
                .set(UNIT_NAME.TENANT, change.author().tenant()).set(UNIT_NAME.UNIT, unit).set(UNIT_NAME.CHANGE, change.number())
                .set(UNIT_NAME.NAME, name).set(UNIT_NAME.SHORT_NAME, shortName).set(UNIT_NAME.SINCE, change.day()).execute();
    }

    private void insertParent(Changes.Open change, int unit, @Nullable Integer parent) {
        sql.insertInto(UNIT_PARENT)
                .set(UNIT_PARENT.TENANT, change.author().tenant()).set(UNIT_PARENT.UNIT, unit).set(UNIT_PARENT.CHANGE, change.number())
                .set(UNIT_PARENT.PARENT, parent).set(UNIT_PARENT.SINCE, change.day()).execute();
    }
}
