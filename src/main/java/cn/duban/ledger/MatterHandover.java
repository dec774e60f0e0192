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
import cn.duban.units.Outside;
import cn.duban.units.Person;
import cn.duban.units.Post;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final int NAMED = 10;

    private final DSLContext sql;
    private final Ledger ledger;
    private final Dossiers dossiers;
    private final Directories directories;
    private final Hosts hosts;

    MatterHandover(DSLContext sql, Ledger ledger, Dossiers dossiers, Directories directories, Hosts hosts) {
        this.hosts = hosts;
        this.sql = sql;
        this.ledger = ledger;
        this.dossiers = dossiers;
        this.directories = directories;
    }

    @Override
    public String label() {
        return "ledger.handover";
    }

    /** A ledger in which units of a government bear something, its own first, and how that ledger names what is numbered at home. */
    private record Side(int tenant, int home, Directory directory) {

        int number(int own) {
            return Outside.seenFrom(tenant, own, home);
        }
    }

    private List<Side> sides(int home) {
        return Stream.concat(Stream.of(home), hosts.of(home).stream()).map(tenant -> new Side(tenant, home, directories.of(tenant))).toList();
    }

    @Override
    public Borne borne(int tenant, int post) {
        var count = 0;
        var numbers = new ArrayList<String>();
        for (var side : sides(tenant)) {
            var held = held(side.tenant(), side.number(post));
            count += sql.fetchCount(MATTER, held);
            if (numbers.size() < NAMED) numbers.addAll(sql.select(MATTER.NUMBER).from(MATTER).where(held).orderBy(MATTER.NUMBER).limit(NAMED - numbers.size()).fetch(MATTER.NUMBER));
        }
        return new Borne(count, numbers);
    }

    private static Condition held(int tenant, int post) {
        return awake(tenant, RESPONSIBILITY.POST.eq(post), ASSIGNMENT.DESK.eq(post));
    }

    @Override
    public int resting(int tenant, int unit) {
        return sides(tenant).stream().mapToInt(side -> sql.fetchCount(MATTER, rests(side, unit))).sum();
    }

    private static Condition rests(Side side, int unit) {
        var there = side.number(unit);
        return rests(side.tenant(), there, posts(side.directory(), there));
    }

    /** Also what a section works on for the bureau that it belongs to. */
    private static Condition rests(int tenant, int unit, List<Integer> posts) {
        return awake(tenant, RESPONSIBILITY.UNIT.eq(unit), ASSIGNMENT.UNIT.eq(unit).or(ASSIGNMENT.DESK.in(posts)));
    }

    private static List<Integer> posts(Directory directory, int unit) {
        return directory.posts(unit).stream().map(Post::id).toList();
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
        var home = directories.of(author.tenant());
        return sides(author.tenant()).stream().mapToInt(side -> each(held(side.tenant(), side.number(move.fromPost())), author, side, change -> {
            said(change, move.reason(), words(move.fromPerson(), move.fromPost(), home), words(move.toPerson(), move.toPost(), home));
            if (move.fromPost() != move.toPost()) take(change, move.fromPost(), move.toPost(), side);
        })).sum();
    }

    @Override
    @Transactional
    public int inherit(Author author, int unit, int successor, String reason) {
        return sides(author.tenant()).stream().mapToInt(side -> {
            var posts = posts(side.directory(), side.number(unit));
            return each(rests(side, unit), author, side, change -> {
                said(change, reason, side.directory().unitName(side.number(unit)), side.directory().unitName(side.number(successor)));
                inherit(change, side.number(unit), side.number(successor), side.directory());
                for (var a : List.copyOf(change.assignments.values())) if (a.live() && a.desk() != null && posts.contains(a.desk())) change.put(returned(a));
            });
        }).sum();
    }

    @Override
    @Transactional
    public int succeed(Author author, int post, int successor, String reason) {
        var home = directories.of(author.tenant());
        var heir = home.post(successor).orElseThrow(MatterHandover::noPost);
        return sides(author.tenant()).stream().mapToInt(side -> each(held(side.tenant(), side.number(post)), author, side, change -> {
            said(change, reason, home.post(post).map(old -> place(old, home)).orElse(""), place(heir, home));
            take(change, post, successor, side);
        })).sum();
    }

    private static void take(Change change, int post, int successor, Side side) {
        var heir = side.directory().post(side.number(successor)).orElseThrow(MatterHandover::noPost);
        bear(change, side.number(post), heir);
        desks(change, side.number(post), heir, side.directory());
    }

    private int each(Condition which, Author author, Side side, Consumer<Change> moving) {
        var wanted = sql.select(MATTER.ID).from(MATTER).where(which).orderBy(MATTER.ID).fetch(MATTER.ID);
        for (int from = 0; from < wanted.size(); from += BATCH) {
            var changes = dossiers.of(side.tenant(), wanted.subList(from, Math.min(from + BATCH, wanted.size()))).stream().map(dossier -> new Change(ACT, dossier, ledger.now(List.of(dossier)))).toList();
            changes.forEach(moving);
            ledger.write(changes, viewer(author, side), null);
        }
        return wanted.size();
    }

    static void said(Change change, String reason, String from, String to) {
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

    private static Refusal.Refused noPost() {
        return Refusal.of("input", "接手的岗位不存在。", "There is no such post to take over.").thrown();
    }

    static void bear(Change change, int from, Post heir) {
        var left = change.responsibilities.values().stream().filter(r -> r.current() && r.post() != null && r.post() == from).toList();
        var held = change.responsibilities.values().stream().filter(r -> r.current() && r.post() != null && r.post() == heir.id())
                .map(Responsibility::role).collect(Collectors.toSet());
        for (var r : left) {
            change.responsibilities.put(r.no(), r.ended(change.now));
            if (!held.contains(r.role())) change.bear(r.role(), heir.unit(), heir.id());
        }
    }

    /** To the same step on the new desk; where that stands in another unit, back to the unit's registry. */
    static void desks(Change change, int from, Post heir, Directory directory) {
        for (var a : List.copyOf(change.assignments.values())) {
            if (!a.live() || a.desk() == null || a.desk() != from) continue;
            change.put(directory.within(heir.unit(), a.unit()) ? a.at(a.stage(), heir.id()) : returned(a));
        }
    }

    /** Off the desk, where the unit's registry hands it on anew; what was signed stays signed. */
    private static Assignment returned(Assignment a) {
        return a.at(a.stage() == Assignment.Stage.SIGNED ? a.stage() : Assignment.Stage.UNIT, null);
    }

    private static String words(int person, int post, Directory directory) {
        return directory.person(person).map(Person::name).orElse("") + "（" + directory.post(post).map(p -> place(p, directory)).orElse("") + "）";
    }

    private static String place(Post post, Directory directory) {
        return directory.unitName(post.unit()) + post.name();
    }

    /** Whoever writes the register, in the post from which they do. */
    private Viewer viewer(Author author, Side side) {
        var number = author.person();
        if (number == null) return Automaton.of(side.tenant());
        var directory = directories.of(author.tenant());
        var posts = directory.postsOf(number);
        var person = directory.person(number).orElseThrow();
        return directories.at(side.tenant(), posts.stream().filter(p -> p.has(Viewer.Duty.ADMINISTER)).findFirst().or(() -> posts.stream().findFirst())
                .map(post -> directory.viewer(person, post))
                .orElseGet(() -> new Viewer(author.tenant(), number, person.name(), 0, "", 0, "", Set.of())));
    }
}
