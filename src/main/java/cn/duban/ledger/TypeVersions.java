package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.MATTER_TYPE;
import static cn.duban_db.ledger.Tables.TYPE_EVENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.trueCondition;

import cn.duban.ledger.MatterTypes.Version;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads every version of the types that a government works with, the shipped ones and its own, what runs under each, and what became of them. */
@Component
public class TypeVersions {

    private static final List<String> RUNNING = List.of("draft", "open", "settled", "merged");

    private final DSLContext sql;
    private final Sight sight;
    private final TypeDesk desk;
    private final Directories directories;

    TypeVersions(DSLContext sql, Sight sight, TypeDesk desk, Directories directories) {
        this.sql = sql;
        this.sight = sight;
        this.desk = desk;
        this.directories = directories;
    }

    public enum Status {
        DRAFT, PUBLISHED, WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param from the first day on which new matters are opened under it; null from the first
     * @param to the first day on which none are any more
     * @param by who published it, of a draft who typed last; null of what came with the product
     * @param revision rises each time a draft is kept
     */
    public record Item(Version version, String ledger, Status status, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String by, Instant at, int revision) {}

    /** How many matters are pinned to a version: at work and altogether, as far as the viewer sees them; and all that run, and of them those at work, whoever sees them. */
    public record Tally(int open, int all, int running, int atWork) {

        public static final Tally NONE = new Tally(0, 0, 0, 0);
    }

    /** Something that was done to a type. */
    public record Event(Version version, String act, Instant at, String person, String post, String unit, String reason) {

        public Event saying(String words) {
            return new Event(version, act, at, person, post, unit, words);
        }
    }

    /** The newest first, the government's own before the shipped; drafts for those who write them. */
    public List<Item> of(Viewer viewer) {
        return items(viewer, trueCondition());
    }

    public List<Item> of(Viewer viewer, String name) {
        return items(viewer, MATTER_TYPE.NAME.eq(name));
    }

    public Optional<Item> of(Viewer viewer, Version version) {
        return of(viewer, version.name()).stream().filter(item -> item.version().equals(version)).findFirst();
    }

    private List<Item> items(Viewer viewer, Condition which) {
        var directory = directories.of(viewer.tenant());
        return sql.select(MATTER_TYPE.TENANT, MATTER_TYPE.NAME, MATTER_TYPE.VERSION, MATTER_TYPE.LEDGER, MATTER_TYPE.STATUS, MATTER_TYPE.VALID_FROM, MATTER_TYPE.VALID_TO,
                        MATTER_TYPE.DRAFTED_BY, MATTER_TYPE.DRAFTED_AT, MATTER_TYPE.PUBLISHED_BY, MATTER_TYPE.PUBLISHED_AT, MATTER_TYPE.REVISION)
                .from(MATTER_TYPE).where(MATTER_TYPE.TENANT.in(MatterTypes.SHIPPED, viewer.tenant()), which, desk.may(viewer) ? trueCondition() : MATTER_TYPE.STATUS.ne("draft"))
                .orderBy(MATTER_TYPE.LEDGER, MATTER_TYPE.NAME, MATTER_TYPE.TENANT.desc(), MATTER_TYPE.VERSION.desc())
                .fetch(r -> {
                    var draft = r.value5().equals("draft");
                    var by = draft ? r.value8() : r.value10();
                    return new Item(new Version(r.value1(), r.value2(), r.value3()), r.value4(), Status.valueOf(r.value5().toUpperCase(Locale.ROOT)), r.value6(), r.value7(),
                            by == null ? null : directory.person(by).map(p -> p.name()).orElse(null), draft ? r.value9() : r.value11(), r.value12());
                });
    }

    /** The text of a version that the viewer may read. */
    public String text(Viewer viewer, Version version) {
        return sql.select(MATTER_TYPE.YAML).from(MATTER_TYPE)
                .where(MATTER_TYPE.TENANT.eq(version.tenant()), MATTER_TYPE.NAME.eq(version.name()), MATTER_TYPE.VERSION.eq(version.version()))
                .and(version.tenant() == viewer.tenant() || version.shipped() ? trueCondition() : falseCondition())
                .and(desk.may(viewer) ? trueCondition() : MATTER_TYPE.STATUS.ne("draft"))
                .fetchOptional(MATTER_TYPE.YAML).orElseThrow(TypeVersions::nothing);
    }

    static Refusal.Refused nothing() {
        return Refusal.of("not-found", "没有这个事项类型或者这个版本。", "There is no such matter type or version.").thrown();
    }

    /** What is pinned to which version of any type, in one statement. */
    public Map<Version, Tally> tallies(Viewer viewer) {
        return tallies(viewer, trueCondition());
    }

    public Map<Version, Tally> tallies(Viewer viewer, String name) {
        return tallies(viewer, MATTER.TYPE.eq(name));
    }

    private Map<Version, Tally> tallies(Viewer viewer, Condition which) {
        var seen = sight.of(viewer, directories.of(viewer.tenant()), Sight.MATTERS);
        var tallies = new HashMap<Version, Tally>();
        sql.select(MATTER.TYPE_TENANT, MATTER.TYPE, MATTER.TYPE_VERSION, count().filterWhere(seen.and(MATTER.PHASE.eq("open"))), count().filterWhere(seen), count().filterWhere(MATTER.PHASE.in(RUNNING)), count().filterWhere(MATTER.PHASE.eq("open")))
                .from(MATTER).where(MATTER.TENANT.eq(viewer.tenant()), which).groupBy(MATTER.TYPE_TENANT, MATTER.TYPE, MATTER.TYPE_VERSION)
                .forEach(r -> tallies.put(new Version(r.value1(), r.value2(), r.value3()), new Tally(r.value4(), r.value5(), r.value6(), r.value7())));
        return tallies;
    }

    /** The latest first; of drafts only for those who write them. */
    public List<Event> history(Viewer viewer, String name) {
        return sql.select(TYPE_EVENT.TYPE_TENANT, TYPE_EVENT.VERSION, TYPE_EVENT.ACT, TYPE_EVENT.AT, TYPE_EVENT.PERSON_NAME, TYPE_EVENT.POST_NAME, TYPE_EVENT.UNIT_NAME, TYPE_EVENT.REASON)
                .from(TYPE_EVENT).where(TYPE_EVENT.TENANT.eq(viewer.tenant()), TYPE_EVENT.NAME.eq(name), desk.may(viewer) ? trueCondition() : TYPE_EVENT.ACT.in("publish", "withdraw", "move")).orderBy(TYPE_EVENT.NO.desc())
                .fetch(r -> new Event(new Version(r.value1(), name, r.value2()), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8()));
    }
}
