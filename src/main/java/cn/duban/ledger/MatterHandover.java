package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ASSIGNMENT;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Handover;
import cn.duban.units.Person;
import cn.duban.units.Post;
import cn.duban.web.Viewer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody leaves behind on the ledger: the roles that their post bears and what lies on their desk inside the unit;
 * and what a unit that closes does. A post keeps its matters whoever holds it; moved to another post or unit, each gets an
 * entry that says from whom to whom and why.
 */
@Component
class MatterHandover implements Handover {

    static final String ACT = "hand-over";
    private static final int BATCH = 100;

    private final DSLContext sql;
    private final Ledger ledger;
    private final Dossiers dossiers;
    private final Directories directories;

    MatterHandover(DSLContext sql, Ledger ledger, Dossiers dossiers, Directories directories) {
        this.sql = sql;
        this.ledger = ledger;
        this.dossiers = dossiers;
        this.directories = directories;
    }

    @Override
    public String label() {
        return "ledger.handover";
    }

    @Override
    public int count(int tenant, int person, int post) {
        return sql.fetchCount(MATTER, held(tenant, post));
    }

    private static Condition held(int tenant, int post) {
        return awake(tenant, RESPONSIBILITY.POST.eq(post), ASSIGNMENT.DESK.eq(post));
    }

    @Override
    public int resting(int tenant, int unit) {
        return sql.fetchCount(MATTER, rests(tenant, unit));
    }

    private static Condition rests(int tenant, int unit) {
        return awake(tenant, RESPONSIBILITY.UNIT.eq(unit), ASSIGNMENT.UNIT.eq(unit));
    }

    /** Open matters, and standing commitments: what is ended owes nobody. */
    private static Condition awake(int tenant, Condition bearing, Condition sharing) {
        var bears = exists(selectOne().from(RESPONSIBILITY).where(RESPONSIBILITY.TENANT.eq(MATTER.TENANT), RESPONSIBILITY.MATTER.eq(MATTER.ID), RESPONSIBILITY.UNTIL.isNull()).and(bearing));
        var shares = exists(selectOne().from(ASSIGNMENT).where(ASSIGNMENT.TENANT.eq(MATTER.TENANT), ASSIGNMENT.MATTER.eq(MATTER.ID), ASSIGNMENT.STATE.ne("withdrawn")).and(sharing));
        return MATTER.TENANT.eq(tenant).and(MATTER.PHASE.in("draft", "open", "settled")).and(bears.or(shares));
    }

    @Override
    @Transactional
    public int move(Author author, Move move) {
        var directory = directories.of(author.tenant());
        return each(held(author.tenant(), move.fromPost()), author, directory, change -> {
            said(change, move.reason(), words(move.fromPerson(), move.fromPost(), directory), words(move.toPerson(), move.toPost(), directory));
            if (move.fromPost() == move.toPost()) return;
            bear(change, move, directory);
            desks(change, move, directory);
        });
    }

    @Override
    @Transactional
    public int inherit(Author author, int unit, int successor, String reason) {
        var directory = directories.of(author.tenant());
        return each(rests(author.tenant(), unit), author, directory, change -> {
            said(change, reason, directory.unitName(unit), directory.unitName(successor));
            inherit(change, unit, successor, directory);
        });
    }

    private int each(Condition which, Author author, Directory directory, Consumer<Change> moving) {
        var wanted = sql.select(MATTER.ID).from(MATTER).where(which).orderBy(MATTER.ID).fetch(MATTER.ID);
        for (int from = 0; from < wanted.size(); from += BATCH) {
            var changes = dossiers.of(author.tenant(), wanted.subList(from, Math.min(from + BATCH, wanted.size()))).stream().map(dossier -> new Change(ACT, dossier, ledger.now(List.of(dossier)))).toList();
            changes.forEach(moving);
            ledger.write(changes, viewer(author, directory), null);
        }
        return wanted.size();
    }

    private static void said(Change change, String reason, String from, String to) {
        change.words.put("reason", reason);
        change.words.put("from", from);
        change.words.put("to", to);
    }

    /** A role of the unit goes to its successor, one of a post in it to the successor's head; receipts and answers stay given. */
    private static void inherit(Change change, int unit, int successor, Directory directory) {
        for (var r : List.copyOf(change.responsibilities.values())) {
            if (!r.current() || r.unit() != unit) continue;
            change.responsibilities.put(r.no(), r.ended(change.now));
            var post = r.post() == null ? null : directory.head(successor).map(Post::id).orElse(null);
            var taken = r.post() != null && post == null
                    || change.responsibilities.values().stream().anyMatch(other -> other.current() && other.role().equals(r.role()) && other.unit() == successor && Objects.equals(other.post(), post));
            if (!taken) change.bear(r.role(), successor, post);
        }
        for (var a : List.copyOf(change.assignments.values())) {
            if (!a.live() || a.unit() != unit) continue;
            var twice = change.assignments.values().stream().anyMatch(other -> other.live() && other.role().equals(a.role()) && other.unit() == successor);
            change.put(twice ? a.judged(Assignment.State.WITHDRAWN, null, null) : a.inherited(successor));
        }
    }

    private static void bear(Change change, Move move, Directory directory) {
        var post = directory.post(move.toPost()).orElseThrow(() ->
                Refusal.of("input", "接手的岗位不存在。", "There is no such post to take over.").thrown());
        var left = change.responsibilities.values().stream().filter(r -> r.current() && r.post() != null && r.post() == move.fromPost()).toList();
        var held = change.responsibilities.values().stream().filter(r -> r.current() && r.post() != null && r.post() == move.toPost())
                .map(Responsibility::role).collect(Collectors.toSet());
        for (var r : left) {
            change.responsibilities.put(r.no(), r.ended(change.now));
            if (!held.contains(r.role())) change.bear(r.role(), post.unit(), post.id());
        }
    }

    /** To the same step on the new desk; where that stands in another unit, back to the unit's registry. */
    private static void desks(Change change, Move move, Directory directory) {
        for (var a : List.copyOf(change.assignments.values())) {
            if (!a.live() || a.desk() == null || a.desk() != move.fromPost()) continue;
            var inside = directory.post(move.toPost()).filter(p -> directory.within(p.unit(), a.unit())).isPresent();
            change.put(inside ? a.at(a.stage(), move.toPost()) : a.at(a.stage() == Assignment.Stage.SIGNED ? a.stage() : Assignment.Stage.UNIT, null));
        }
    }

    private static String words(int person, int post, Directory directory) {
        return directory.person(person).map(Person::name).orElse("") + "（" + directory.post(post).map(p -> directory.unitName(p.unit()) + p.name()).orElse("") + "）";
    }

    /** Whoever writes the register, in the post from which they do. */
    private static Viewer viewer(Author author, Directory directory) {
        var number = author.person();
        if (number == null) return Automaton.of(author.tenant());
        var posts = directory.postsOf(number);
        var person = directory.person(number).orElseThrow();
        return posts.stream().filter(p -> p.has(Viewer.Duty.ADMINISTER)).findFirst().or(() -> posts.stream().findFirst())
                .map(post -> directory.viewer(person, post))
                .orElseGet(() -> new Viewer(author.tenant(), number, person.name(), 0, "", 0, "", Set.of()));
    }
}
