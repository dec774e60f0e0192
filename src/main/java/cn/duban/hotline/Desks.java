package cn.duban.hotline;

import static cn.duban_db.hotline.Tables.DESK;
import static org.jooq.impl.DSL.any;

import cn.duban.units.Directories;
import cn.duban.units.Tenants;
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
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which unit answers the line of a government; none where it has no line here. */
@Component
public class Desks {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DSLContext sql;
    private final Directories directories;
    private final Tenants tenants;
    private final Clock clock;

    /** Asked for on every page of a supervisor; another node's change shows within seconds. */
    private final Cache<Integer, Optional<Integer>> known = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).maximumSize(1_000).build();

    Desks(DSLContext sql, Directories directories, Tenants tenants, Clock clock) {
        this.sql = sql;
        this.directories = directories;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** A government whose line is answered here. */
    public record Line(int tenant, String government) {}

    public Optional<Integer> unit(int tenant) {
        return known.get(tenant, this::read);
    }

    private Optional<Integer> read(int tenant) {
        return register(tenant).desk(directories.of(tenant));
    }

    /** All that was ever entered. */
    public DeskRegister register(int tenant) {
        return new DeskRegister(sql.select(DESK.SINCE, DESK.UNIT, DESK.ENTERED_NAME).from(DESK).where(DESK.TENANT.eq(tenant)).orderBy(DESK.SINCE.desc(), DESK.ENTERED_AT.desc()).fetch(r -> new DeskRegister.Line(r.value1(), r.value2(), r.value3())));
    }

    /** Whoever supervises in the desk's unit answers the line. */
    public boolean answers(Viewer viewer) {
        return viewer.has(Duty.SUPERVISE) && unit(viewer.tenant()).filter(desk -> directories.of(viewer.tenant()).within(viewer.unit(), desk)).isPresent();
    }

    /** Turns away whoever does not. */
    public void require(Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        if (!answers(viewer)) throw Refused.forbidden("hotline.desk", Words.say("hotline.not-desk"), Words.say("hotline.not-desk.next"));
    }

    /** All lines that the public can reach, in one statement. */
    public List<Line> lines() {
        var today = LocalDate.now(clock.withZone(ZONE));
        var all = tenants.all().toArray(Integer[]::new);
        return sql.selectDistinct(DESK.TENANT).from(DESK).where(DESK.TENANT.eq(any(all)), DESK.SINCE.le(today)).orderBy(DESK.TENANT).fetch(DESK.TENANT).stream()
                .map(tenant -> new Line(tenant, directories.of(tenant).tenantName())).toList();
    }

    /** What this node remembers: the register changed. */
    void forget(int tenant) {
        known.invalidate(tenant);
    }
}
