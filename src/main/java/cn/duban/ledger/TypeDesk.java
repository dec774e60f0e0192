package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER_TYPE;

import cn.duban.ledger.MatterTypes.Version;
import cn.duban.ledger.type.Fault;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Reading;
import cn.duban.ledger.type.ShippedTypes;
import cn.duban.ledger.type.TypeDifference;
import cn.duban.ledger.type.TypeLinter;
import cn.duban.ledger.type.TypeReader;
import cn.duban.units.Directories;
import cn.duban.units.Post;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a government writes its own matter types: drafted, linted, compared, published from a day on, withdrawn. A
 * published version never changes; matters stay pinned to theirs until {@link Migration moved}.
 */
@Component
public class TypeDesk {

    private final DSLContext sql;
    private final MatterTypes types;
    private final TypeEvents events;
    private final Directories directories;
    private final Clock clock;

    TypeDesk(DSLContext sql, MatterTypes types, TypeEvents events, Directories directories, Clock clock) {
        this.sql = sql;
        this.types = types;
        this.events = events;
        this.directories = directories;
        this.clock = clock;
    }

    /** One version of a type of this government. */
    public record Line(String name, int version, String ledger, String status, @Nullable LocalDate from, @Nullable LocalDate to) {}

    public List<Line> lines(Viewer viewer) {
        require(viewer);
        return sql.select(MATTER_TYPE.NAME, MATTER_TYPE.VERSION, MATTER_TYPE.LEDGER, MATTER_TYPE.STATUS, MATTER_TYPE.VALID_FROM, MATTER_TYPE.VALID_TO).from(MATTER_TYPE)
                .where(MATTER_TYPE.TENANT.eq(viewer.tenant())).orderBy(MATTER_TYPE.NAME, MATTER_TYPE.VERSION)
                .fetch(r -> new Line(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
    }

    /** What is wrong with a text, before it is kept or published. */
    public Reading lint(Viewer viewer, String yaml) {
        require(viewer);
        var known = new HashSet<>(ShippedTypes.names());
        known.addAll(sql.selectDistinct(MATTER_TYPE.NAME).from(MATTER_TYPE).where(MATTER_TYPE.TENANT.eq(viewer.tenant())).fetchSet(MATTER_TYPE.NAME));
        var name = Optional.ofNullable(TypeReader.read(yaml, "type.yaml").type()).map(MatterType::name);
        name.ifPresent(known::add);
        return TypeLinter.check(yaml, name.orElse("type") + ".yaml", Set.copyOf(known));
    }

    /** The same for the draft of a type that has its name: another one in the text is a fault. */
    public Reading lint(Viewer viewer, String name, String yaml) {
        var reading = lint(viewer, yaml);
        if (reading.type() == null || reading.type().name().equals(name)) return reading;
        var renamed = Fault.of(name + ".yaml", reading.lines().of("type"), "renamed", "这是“" + name + "”的草稿，不能改名为“" + reading.type().name() + "”；要另立一类，请用“新建事项类型”。",
                "This is the draft of " + name + " and cannot become " + reading.type().name() + "; begin a new type instead.");
        return new Reading(reading.type(), Stream.concat(Stream.of(renamed), reading.faults().stream()).sorted(Comparator.comparingInt(Fault::line)).toList(), reading.lines());
    }

    /** Keeps a text as the draft of its type, also a faulty one; says which version it is going to be. */
    @Transactional
    public Line draft(Viewer viewer, String ledger, String yaml) {
        require(viewer);
        var type = TypeReader.read(yaml, "type.yaml").type();
        if (type == null) throw Refusal.of("input", "这段文字读不出事项类型，请按提示改正后再保存。", "No matter type can be read from this text; mend what is marked first.").thrown();
        var open = sql.select(MATTER_TYPE.VERSION).from(MATTER_TYPE).where(own(viewer, type.name()), MATTER_TYPE.STATUS.eq("draft")).fetchOptional(MATTER_TYPE.VERSION);
        int version = open.orElseGet(() -> last(viewer, type.name()) + 1);
        sql.insertInto(MATTER_TYPE).set(MATTER_TYPE.TENANT, viewer.tenant()).set(MATTER_TYPE.NAME, type.name()).set(MATTER_TYPE.VERSION, version)
                .set(MATTER_TYPE.LEDGER, ledger).set(MATTER_TYPE.STATUS, "draft").set(MATTER_TYPE.YAML, yaml)
                .set(MATTER_TYPE.DRAFTED_BY, viewer.person()).set(MATTER_TYPE.DRAFTED_AT, clock.instant())
                .onConflict(MATTER_TYPE.TENANT, MATTER_TYPE.NAME, MATTER_TYPE.VERSION).doUpdate()
                .set(MATTER_TYPE.YAML, yaml).set(MATTER_TYPE.LEDGER, ledger).set(MATTER_TYPE.DRAFTED_BY, viewer.person()).set(MATTER_TYPE.DRAFTED_AT, clock.instant())
                .set(MATTER_TYPE.REVISION, MATTER_TYPE.REVISION.plus(1)).execute();
        if (open.isEmpty()) events.add(viewer, new Version(viewer.tenant(), type.name(), version), "draft", "");
        return new Line(type.name(), version, ledger, "draft", null, null);
    }

    private int last(Viewer viewer, String name) {
        return sql.select(org.jooq.impl.DSL.coalesce(org.jooq.impl.DSL.max(MATTER_TYPE.VERSION), 0)).from(MATTER_TYPE).where(own(viewer, name)).fetchSingle().value1();
    }

    /** What a draft changes against what new matters are opened under today; everything is new where there is nothing yet. */
    public Optional<TypeDifference> compare(Viewer viewer, String name, int version) {
        require(viewer);
        var draft = TypeReader.read(text(viewer, name, version), name + ".yaml").type();
        if (draft == null) throw Refusal.of("input", "这个草稿还读不出内容，请先按标出的行改正。", "This draft cannot be read yet; mend the lines that are marked first.").thrown();
        try {
            return Optional.of(TypeDifference.between(types.current(viewer.tenant(), name).type(), draft));
        } catch (Refusal.Refused none) {
            return Optional.empty();
        }
    }

    private String text(Viewer viewer, String name, int version) {
        return sql.select(MATTER_TYPE.YAML).from(MATTER_TYPE).where(own(viewer, name), MATTER_TYPE.VERSION.eq(version)).fetchOptional(MATTER_TYPE.YAML)
                .orElseThrow(() -> Refusal.of("not-found", "没有“" + name + "”的第" + version + "版。", "There is no version " + version + " of " + name + ".").thrown());
    }

    /**
     * How a draft is published.
     *
     * @param from the first day on which new matters are opened under it
     * @param to the first day on which none are any more; null for good
     * @param revision of the text that was looked at; null where nobody else writes it
     */
    public record Publication(LocalDate from, @Nullable LocalDate to, String reason, @Nullable Integer revision) {}

    /** The same without a word of why, as by a program that drafted it. */
    @Transactional
    public void publish(Viewer viewer, String name, int version, LocalDate from, @Nullable LocalDate to) {
        publish(viewer, name, version, new Publication(from, to, "", null));
    }

    /** From a day on, and until a day if one is named, new matters are opened under it. The linter has the last word. */
    @Transactional
    public void publish(Viewer viewer, String name, int version, Publication how) {
        require(viewer);
        Door.check(how.reason());
        var draft = sql.select(MATTER_TYPE.YAML, MATTER_TYPE.REVISION).from(MATTER_TYPE).where(own(viewer, name), MATTER_TYPE.VERSION.eq(version), MATTER_TYPE.STATUS.eq("draft")).forUpdate().fetchOptional()
                .orElseThrow(() -> Refusal.of("state", "只有草稿可以发布；已发布的版本不再改动。", "Only a draft is published; a published version never changes.").thrown());
        if (how.revision() != null && !how.revision().equals(draft.value2()))
            throw Refusal.of("conflict", "您打开页面之后，有人改动了这份草稿；请看过新的文字再发布。", "Somebody changed this draft after you opened the page; look at the new text before you publish it.").thrown();
        var reading = lint(viewer, name, draft.value1());
        if (!reading.clean()) throw new Refusal("lint", "这个版本还有" + reading.faults().size() + "处问题，改正后才能发布：" + reading.faults().getFirst().text().zh(),
                "This version has " + reading.faults().size() + " faults and cannot be published: " + reading.faults().getFirst().text().en(), List.of(), reading.faults().stream().map(Fault::toString).toList()).thrown();
        if (how.from().isBefore(directories.of(viewer.tenant()).today()) || how.to() != null && !how.to().isAfter(how.from()))
            throw Refusal.of("input", "生效日期不能早于今天，失效日期要在生效之后。", "It may take effect today or later, and end only after that.").thrown();
        sql.update(MATTER_TYPE).set(MATTER_TYPE.STATUS, "published").set(MATTER_TYPE.VALID_FROM, how.from()).set(MATTER_TYPE.VALID_TO, how.to())
                .set(MATTER_TYPE.PUBLISHED_BY, viewer.person()).set(MATTER_TYPE.PUBLISHED_AT, clock.instant())
                .where(own(viewer, name), MATTER_TYPE.VERSION.eq(version)).execute();
        types.forget(viewer.tenant(), name);
        events.add(viewer, new Version(viewer.tenant(), name, version), "publish", how.reason());
    }

    @Transactional
    public void withdraw(Viewer viewer, String name, int version) {
        withdraw(viewer, name, version, "");
    }

    /** No new matter is opened under it from now on; those that run stay pinned to it. */
    @Transactional
    public void withdraw(Viewer viewer, String name, int version, String reason) {
        require(viewer);
        Door.check(reason);
        var gone = sql.update(MATTER_TYPE).set(MATTER_TYPE.STATUS, "withdrawn").where(own(viewer, name), MATTER_TYPE.VERSION.eq(version), MATTER_TYPE.STATUS.eq("published")).execute();
        if (gone == 0) throw Refusal.of("state", "只有已发布的版本可以撤回。", "Only a published version is withdrawn.").thrown();
        types.forget(viewer.tenant(), name);
        events.add(viewer, new Version(viewer.tenant(), name, version), "withdraw", reason);
    }

    private static Condition own(Viewer viewer, String name) {
        return MATTER_TYPE.TENANT.eq(viewer.tenant()).and(MATTER_TYPE.NAME.eq(name));
    }

    /** The administrator, or the head of a supervising unit. */
    public boolean may(Viewer viewer) {
        return viewer.has(Viewer.Duty.ADMINISTER) || viewer.has(Viewer.Duty.SUPERVISE) && directories.of(viewer.tenant()).post(viewer.post()).filter(Post::head).isPresent();
    }

    void require(Viewer viewer) {
        if (!may(viewer))
            throw Refusal.of("role", "事项类型由系统管理员或者督查单位负责人管理。", "Matter types are for the administrator or the head of a supervising unit.").thrown();
    }
}
