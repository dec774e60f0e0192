package cn.duban.rating;

import static cn.duban_db.rating.Tables.OFFICE;
import static org.jooq.impl.DSL.any;

import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Tenants;
import cn.duban.units.Unit;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which unit looks after ratings (评价管理单位); the government itself where none was named. */
@Component
public class Offices {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** As the ledger has it where the owner of a matter did the work itself. */
    private static final List<Duty> ABOVE = List.of(Duty.SUPERVISE, Duty.LEAD, Duty.SIGN);

    /** What the timeline calls whoever rated. */
    private static final String RATER = "评价人";

    private final DSLContext sql;
    private final Directories directories;
    private final Tenants tenants;
    private final Clock clock;

    /** Asked for on every page; another node's change shows within seconds. */
    private final Cache<Integer, Optional<Integer>> known = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).maximumSize(1_000).build();

    Offices(DSLContext sql, Directories directories, Tenants tenants, Clock clock) {
        this.sql = sql;
        this.directories = directories;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** A government whose ratings are published here. */
    public record Line(int tenant, String government) {}

    public Optional<Integer> named(int tenant) {
        return known.get(tenant, one -> sql.select(OFFICE.UNIT).from(OFFICE).where(OFFICE.TENANT.eq(one), OFFICE.SINCE.le(directories.of(one).today())).orderBy(OFFICE.SINCE.desc()).limit(1).fetchOptional(OFFICE.UNIT)
                .flatMap(unit -> directories.of(one).living(unit)).map(unit -> unit.id()));
    }

    /** Whoever supervises in the office's unit looks after ratings. */
    public boolean looksAfter(Viewer viewer) {
        return viewer.has(Duty.SUPERVISE) && named(viewer.tenant()).filter(office -> directories.of(viewer.tenant()).within(viewer.unit(), office)).isPresent();
    }

    public void require(Viewer viewer) {
        if (!looksAfter(viewer)) throw Refused.forbidden("rating.office", Words.say("rating.not-office"), Words.say("rating.not-office.next"));
    }

    /** Whoever reaches the rater: the office, or where the office itself is rated whoever is above it; nobody of the units that were rated, by whichever post. */
    public boolean reaches(Viewer viewer, Set<Integer> rated) {
        var directory = directories.of(viewer.tenant());
        if (rated.stream().anyMatch(unit -> directory.within(viewer.unit(), unit) || directory.postsOf(viewer.person()).stream().anyMatch(post -> directory.within(post.unit(), unit)))) return false;
        return looksAfter(viewer) || ABOVE.stream().anyMatch(viewer::has) && named(viewer.tenant()).filter(office -> directory.within(office, viewer.unit()) && rated.stream().anyMatch(unit -> directory.within(office, unit))).isPresent();
    }

    /** Who is rated where a section served: the unit that it is a part of. */
    public static int serving(int unit, Directory directory) {
        return directory.lineage(unit).stream().filter(one -> directory.unit(one).filter(of -> of.kind() != Unit.Kind.SECTION).isPresent()).findFirst().orElse(unit);
    }

    /** Whoever rates has no account: what follows is opened by nobody of the office, in their name. */
    Viewer rater(int tenant) {
        var directory = directories.of(tenant);
        int unit = named(tenant).orElseGet(() -> directory.root().id());
        return new Viewer(tenant, 0, RATER, 0, "", unit, directory.unitName(unit), Set.of(Duty.SUPERVISE));
    }

    public List<Line> lines() {
        var today = LocalDate.now(clock.withZone(ZONE));
        return sql.selectDistinct(OFFICE.TENANT).from(OFFICE).where(OFFICE.TENANT.eq(any(tenants.all().toArray(Integer[]::new))), OFFICE.SINCE.le(today)).orderBy(OFFICE.TENANT).fetch(OFFICE.TENANT).stream()
                .map(tenant -> new Line(tenant, directories.of(tenant).tenantName())).toList();
    }

    public void set(int unit, LocalDate since, Viewer by) {
        var name = by.unitName() + " " + by.personName();
        sql.insertInto(OFFICE).set(OFFICE.TENANT, by.tenant()).set(OFFICE.SINCE, since).set(OFFICE.UNIT, unit).set(OFFICE.ENTERED_BY, by.person()).set(OFFICE.ENTERED_NAME, name).set(OFFICE.ENTERED_AT, clock.instant())
                .onConflict(OFFICE.TENANT, OFFICE.SINCE).doUpdate().set(OFFICE.UNIT, unit).set(OFFICE.ENTERED_BY, by.person()).set(OFFICE.ENTERED_NAME, name).set(OFFICE.ENTERED_AT, clock.instant()).execute();
        known.invalidate(by.tenant());
    }
}
