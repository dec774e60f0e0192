package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER_TYPE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import cn.duban.ledger.MatterTypes.Version;
import cn.duban.units.Directories;
import cn.duban.units.Person;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one draft that each of a government's types may have: a text that is kept as it is typed, whole or not. Its revision
 * says who was faster where two write it.
 */
@Component
public class TypeDrafts {

    /** A type's name: small letters, digits and hyphens, as it stands in addresses and files. */
    public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    /** No type needs more, and every reading walks the whole text. */
    public static final int LONGEST = 200_000;

    private static final Pattern TYPE_LINE = Pattern.compile("(?m)^type:.*$");

    private final DSLContext sql;
    private final TypeDesk desk;
    private final TypeVersions versions;
    private final TypeEvents events;
    private final Directories directories;
    private final Clock clock;

    TypeDrafts(DSLContext sql, TypeDesk desk, TypeVersions versions, TypeEvents events, Directories directories, Clock clock) {
        this.sql = sql;
        this.desk = desk;
        this.versions = versions;
        this.events = events;
        this.directories = directories;
        this.clock = clock;
    }

    /** @param by who typed last @param revision rises each time it is kept */
    public record Draft(Version version, String ledger, String yaml, int revision, String by, Instant at) {}

    /** What came of keeping a text: the draft as it stands now, which is another's where somebody was faster. */
    public record Kept(Draft draft, boolean done) {}

    public Optional<Draft> of(Viewer viewer, String name) {
        desk.require(viewer);
        var directory = directories.of(viewer.tenant());
        return sql.select(MATTER_TYPE.VERSION, MATTER_TYPE.LEDGER, MATTER_TYPE.YAML, MATTER_TYPE.REVISION, MATTER_TYPE.DRAFTED_BY, MATTER_TYPE.DRAFTED_AT)
                .from(MATTER_TYPE).where(own(viewer, name), MATTER_TYPE.STATUS.eq("draft"))
                .fetchOptional(r -> new Draft(new Version(viewer.tenant(), name, r.value1()), r.value2(), r.value3(), r.value4(),
                        r.value5() == null ? "" : directory.person(r.value5()).map(Person::name).orElse(""), r.value6()));
    }

    /** The first text of a type, or of the next version of one. */
    @Transactional
    public Draft begin(Viewer viewer, String name, String ledger, String yaml) {
        return begin(viewer, name, ledger, yaml, "draft", "");
    }

    /** A version as the draft of one's own next version: of the same type, or of another under a name of its own. */
    @Transactional
    public Draft copy(Viewer viewer, Version from, String name) {
        desk.require(viewer);
        var item = versions.of(viewer, from).orElseThrow(TypeVersions::nothing);
        var yaml = versions.text(viewer, from);
        if (!name.equals(from.name())) yaml = TYPE_LINE.matcher(yaml).replaceFirst("type: " + name);
        return begin(viewer, name, item.ledger(), yaml, "copy", from.name() + " " + from.word());
    }

    private Draft begin(Viewer viewer, String name, String ledger, String yaml, String act, String from) {
        desk.require(viewer);
        if (!NAME.matcher(name).matches())
            throw Refusal.of("input", "类型的代号只能用小写字母、数字和短横线，以字母开头，如 key-task。", "A type's name has small letters, digits and hyphens and begins with a letter, such as key-task.").thrown();
        if (of(viewer, name).isPresent())
            throw Refusal.of("conflict", "这个类型已经有一份草稿，请接着写，或者先丢弃它。", "This type has a draft already; go on with it, or discard it first.").thrown();
        int version = 1 + sql.select(coalesce(max(MATTER_TYPE.VERSION), 0)).from(MATTER_TYPE).where(own(viewer, name)).fetchSingle().value1();
        try {
            sql.insertInto(MATTER_TYPE).set(MATTER_TYPE.TENANT, viewer.tenant()).set(MATTER_TYPE.NAME, name).set(MATTER_TYPE.VERSION, version)
                    .set(MATTER_TYPE.LEDGER, ledger).set(MATTER_TYPE.STATUS, "draft").set(MATTER_TYPE.YAML, yaml)
                    .set(MATTER_TYPE.DRAFTED_BY, viewer.person()).set(MATTER_TYPE.DRAFTED_AT, clock.instant()).execute();
        } catch (DuplicateKeyException faster) {
            throw Refusal.of("conflict", "刚刚有人开始起草这个类型，请打开他的草稿。", "Somebody began a draft of this type just now; open that one.").thrown();
        }
        var draft = of(viewer, name).orElseThrow();
        events.add(viewer, draft.version(), act, from);
        return draft;
    }

    /** Keeps what was typed, whatever it says; where somebody kept another text since this revision, theirs stays. */
    @Transactional
    public Kept keep(Viewer viewer, String name, int revision, String yaml) {
        desk.require(viewer);
        if (yaml.length() > LONGEST) throw Refusal.of("input", "文字太长，最多 " + LONGEST + " 个字符。", "The text is too long; the most is " + LONGEST + " characters.").thrown();
        var text = yaml.replace("\r\n", "\n");
        var kept = sql.update(MATTER_TYPE).set(MATTER_TYPE.YAML, text).set(MATTER_TYPE.REVISION, MATTER_TYPE.REVISION.plus(1))
                .set(MATTER_TYPE.DRAFTED_BY, viewer.person()).set(MATTER_TYPE.DRAFTED_AT, clock.instant())
                .where(own(viewer, name), MATTER_TYPE.STATUS.eq("draft"), MATTER_TYPE.REVISION.eq(revision), MATTER_TYPE.YAML.ne(text)).execute();
        var draft = of(viewer, name).orElseThrow(() -> Refusal.of("conflict", "这份草稿已经发布或者被丢弃；您的文字还在下面，可以另存。", "This draft was published or discarded meanwhile; your text is still below.").thrown());
        return new Kept(draft, kept == 1 || draft.yaml().equals(text));
    }

    @Transactional
    public void discard(Viewer viewer, String name) {
        var draft = of(viewer, name).orElseThrow(TypeVersions::nothing);
        sql.deleteFrom(MATTER_TYPE).where(own(viewer, name), MATTER_TYPE.STATUS.eq("draft")).execute();
        events.add(viewer, draft.version(), "discard", "");
    }

    private static Condition own(Viewer viewer, String name) {
        return MATTER_TYPE.TENANT.eq(viewer.tenant()).and(MATTER_TYPE.NAME.eq(name));
    }
}
