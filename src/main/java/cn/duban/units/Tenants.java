package cn.duban.units;

import static cn.duban.units.Refusals.refuse;
import static cn.duban_db.units.Tables.TENANT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The owning governments of this installation. */
@Component
public class Tenants {

    /** Any number that no other room locks on. */
    private static final long FOUNDING = 0x64_75_62_61_6eL;

    /** A government is older than its register: units and people may be entered with the days they really have. */
    private static final LocalDate BEFORE_RECORDS = LocalDate.of(1949, 10, 1);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DSLContext sql;
    private final Clock clock;
    private final Regions regions;
    private final Units units;
    private final Posts posts;
    private final People people;
    private final Changes changes;

    Tenants(DSLContext sql, Clock clock, Regions regions, Units units, Posts posts, People people, Changes changes) {
        this.sql = sql;
        this.clock = clock;
        this.regions = regions;
        this.units = units;
        this.posts = posts;
        this.people = people;
        this.changes = changes;
    }

    /** What a government is founded with. */
    public record Founding(String government, String regionCode, String regionName, String administrator) {}

    /** The numbers of what was founded. */
    public record Founded(int tenant, int unit, int post, int person) {}

    public boolean none() {
        return !sql.fetchExists(TENANT);
    }

    public List<Integer> all() {
        return sql.select(TENANT.TENANT_).from(TENANT).orderBy(TENANT.TENANT_).fetch(TENANT.TENANT_);
    }

    /** One after the other, for work by the clock: what fails for one government keeps no other waiting, and is thrown when all had their turn. */
    public void each(Consumer<Integer> work) {
        each(all(), work);
    }

    /** The same for some of them. */
    public static void each(List<Integer> tenants, Consumer<Integer> work) {
        RuntimeException failed = null;
        for (int tenant : tenants) try {
            work.accept(tenant);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) throw e;
            if (failed == null) failed = new IllegalStateException("The work for government " + tenant + " failed.", e);
            else failed.addSuppressed(new IllegalStateException("So did that for government " + tenant + ".", e));
        }
        if (failed != null) throw failed;
    }

    /**
     * The first government of an empty installation, with its first administrator, in one transaction.
     *
     * @throws cn.duban.web.Refused when there is one already, or when the region code cannot be
     */
    @Transactional
    public Founded found(Founding founding) {
        lock();
        if (!none()) throw refuse("founded-already");
        return add(founding);
    }

    /** One more government beside those that are here. */
    @Transactional
    public Founded add(Founding founding) {
        int tenant = next();
        var name = Names.kept(founding.government());
        if (name.isEmpty()) throw refuse("government-without-name");
        if (Names.kept(founding.administrator()).isEmpty()) throw refuse("person-without-name");
        var today = LocalDate.now(clock.withZone(ZONE));
        var region = regions.known(founding.regionCode().strip(), founding.regionName(), today);
        sql.insertInto(TENANT).set(TENANT.TENANT_, tenant).set(TENANT.NAME, name).set(TENANT.REGION, region.code())
                .set(TENANT.ZONE, ZONE.getId()).set(TENANT.OPENED_AT, clock.instant()).execute();
        var author = Author.installation(tenant);
        changes.write(changes.open(author, today), "tenant-founded", "tenant", tenant, "", name, "");
        int unit = units.open(author, new NewUnit(name, "", Unit.Kind.GOVERNMENT, null), BEFORE_RECORDS, "");
        int post = posts.open(author, new NewPost(unit, "系统管理员", false, Set.of(Viewer.Duty.ADMINISTER)), today, "");
        int person = people.enter(author, founding.administrator(), "", today);
        people.take(author, person, post, today, "");
        return new Founded(tenant, unit, post, person);
    }

    /** The number of the next government: whoever asks enters it in the same transaction, and nobody else until that ends. */
    int next() {
        lock();
        return sql.select(coalesce(max(TENANT.TENANT_), 0).plus(1)).from(TENANT).fetchSingle().value1();
    }

    private void lock() {
        sql.select(field("pg_advisory_xact_lock({0})", Object.class, inline(FOUNDING))).fetch();
    }
}
