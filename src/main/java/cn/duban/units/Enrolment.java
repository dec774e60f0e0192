package cn.duban.units;

import static cn.duban.units.Refusals.refuse;
import static cn.duban_db.units.Tables.CHANGE;
import static cn.duban_db.units.Tables.HOLDING;
import static cn.duban_db.units.Tables.PERSON;
import static cn.duban_db.units.Tables.POST;
import static cn.duban_db.units.Tables.POST_CHARGE;
import static cn.duban_db.units.Tables.TENANT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.TableRecord;

/**
 * A table of people under way, in memory: one lock, one reading of the register, and a statement for each kind of row
 * however many lines there are. The rules are those of {@link People} and {@link Posts}, asked of the register and of the
 * lines above; each line keeps its own number in the log.
 */
public final class Enrolment {

    private final Changes.Open change;
    private final Instant now;
    private final Map<Integer, Person> people = new HashMap<>();
    private final Map<Integer, Post> posts = new HashMap<>();
    private final List<TableRecord<?>> personRows = new ArrayList<>();
    private final List<TableRecord<?>> postRows = new ArrayList<>();
    private final List<TableRecord<?>> chargeRows = new ArrayList<>();
    private final List<TableRecord<?>> holdingRows = new ArrayList<>();
    private final List<TableRecord<?>> lines = new ArrayList<>();
    private int person;
    private int post;
    private int number;

    Enrolment(Changes.Open change, Instant now) {
        this.change = change;
        this.now = now;
        this.number = change.number() - 1;
        this.person = change.directory().outlook().lastPerson();
        this.post = change.directory().outlook().lastPost();
    }

    /** The register under the lock, as it will stand on the day of the change without these lines. */
    public Directory directory() {
        return change.directory();
    }

    /** @return the new person's number */
    public int person(String typedName) {
        var name = Names.kept(typedName);
        if (name.isEmpty()) throw refuse("person-without-name");
        people.put(++person, new Person(person, name, "", change.day(), null));
        var row = PERSON.newRecord();
        row.setTenant(tenant());
        row.setPerson(person);
        row.setName(name);
        row.setWorkPhone("");
        row.setSince(change.day());
        personRows.add(row);
        log("person-entered", "person", person, name);
        return person;
    }

    /** @return the new post's number */
    public int post(NewPost typed) {
        var unit = Posts.openUnitOrRefuse(change, typed.unit());
        var name = Names.kept(typed.name());
        Posts.refuseTaken(change, 0, unit, name, typed.head());
        for (var above : posts.values()) {
            if (above.unit() != unit.id()) continue;
            if (Names.plain(above.name()).equals(Names.plain(name))) throw refuse("post-name-taken", unit.name(), name);
            if (typed.head() && above.head()) throw refuse("second-head", unit.name(), above.name());
        }
        posts.put(++post, new Post(post, unit.id(), name, typed.head(), typed.duties(), change.day(), null));
        log("post-opened", "post", post, unit.name() + " " + Posts.said(name, typed.head(), typed.duties()));
        var row = POST.newRecord();
        row.setTenant(tenant());
        row.setPost(post);
        row.setUnit(unit.id());
        row.setOpenedOn(change.day());
        postRows.add(row);
        var charge = POST_CHARGE.newRecord();
        charge.setTenant(tenant());
        charge.setPost(post);
        charge.setChange(number);
        charge.setUnit(unit.id());
        charge.setName(name);
        charge.setHead(typed.head());
        charge.setDuties(Registers.names(typed.duties()));
        charge.setSince(change.day());
        chargeRows.add(charge);
        return post;
    }

    /** Somebody on the register or of a line above takes such a post. */
    public void take(int who, int which) {
        var taker = Optional.ofNullable(people.get(who)).orElseGet(() -> People.hereOrRefuse(change, who));
        var taken = Optional.ofNullable(posts.get(which)).orElseGet(() -> Posts.openOrRefuse(change, which));
        var unit = directory().unitName(taken.unit());
        var above = holdingRows.stream().anyMatch(row -> row.get(HOLDING.PERSON) == who && row.get(HOLDING.POST) == which);
        if (above || People.holds(change, who, which)) throw refuse("holds-already", taker.name(), unit, taken.name());
        log("post-taken", "person", who, unit + " " + taken.name());
        var row = HOLDING.newRecord();
        row.setTenant(tenant());
        row.setPost(which);
        row.setPerson(who);
        row.setChange(number);
        row.setSince(change.day());
        row.setUntil(People.end(taker, taken));
        holdingRows.add(row);
    }

    void write(DSLContext sql) {
        for (var rows : List.of(personRows, postRows, chargeRows, holdingRows, lines)) {
            if (!rows.isEmpty()) sql.batchInsert(rows).execute();
        }
        if (number > change.number()) {
            sql.update(TENANT).set(TENANT.VERSION, number).where(TENANT.TENANT_.eq(tenant())).execute();
        }
    }

    private void log(String act, String subject, int id, String after) {
        var line = CHANGE.newRecord();
        line.setTenant(tenant());
        line.setChange(++number);
        line.setChangedAt(now);
        line.setChangedBy(change.author().person());
        line.setAct(act);
        line.setSubject(subject);
        line.setSubjectId(id);
        line.setEffectiveOn(change.day());
        line.setBefore("");
        line.setAfter(after);
        line.setBasis("");
        lines.add(line);
    }

    private int tenant() {
        return change.author().tenant();
    }
}
