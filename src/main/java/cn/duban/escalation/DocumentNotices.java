package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.DOCUMENT;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.notices.Kind;
import cn.duban.notices.Notices;
import cn.duban.notices.Subject;
import cn.duban.notices.Subjects;
import cn.duban.notices.Telling;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Outside;
import cn.duban.units.Post;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people of documents: who is to answer one, who is to sign, review or decide, and what became of theirs. */
@Component
class DocumentNotices implements Subjects {

    static final String NAME = "escalation";
    private static final String MATTER = "matter";
    private static final Set<Duty> WORKING = Set.of(Duty.REGISTRY, Duty.HANDLE);

    private final DSLContext sql;
    private final Notices notices;
    private final Documents documents;
    private final Directories directories;

    DocumentNotices(DSLContext sql, Notices notices, Documents documents, Directories directories) {
        this.sql = sql;
        this.notices = notices;
        this.documents = documents;
        this.directories = directories;
    }

    /** By the rule: to those who are to answer, or to those who are to sign. */
    void made(List<Document> made, Directory directory) {
        var tellings = new LinkedHashMap<Telling, Map<Viewer, Kind>>();
        for (var d : made) if (d.issued() == null) put(tellings, d, "ready", Kind.REVIEW, supervisors(d, directory), d.signBy(), null, 0);
        else put(tellings, d, "issue", Kind.REMINDED, recipients(d, directory), d.replyDue(), null, 0);
        if (!tellings.isEmpty()) notices.tell(directory.tenant(), tellings);
    }

    /** By a person. @param step what they did @param entry the line in the chain that says so */
    void told(Document d, String step, int entry, Kind kind, boolean toUnit, @Nullable LocalDate day, Viewer actor) {
        var directory = directories.of(d.tenant());
        var tellings = new LinkedHashMap<Telling, Map<Viewer, Kind>>();
        put(tellings, d, step, kind, toUnit ? recipients(d, directory) : supervisors(d, directory), day, actor, entry);
        if (!tellings.isEmpty()) notices.tell(d.tenant(), tellings);
    }

    /** People of another government are led to the matter, which is all that is open to them. */
    private static void put(Map<Telling, Map<Viewer, Kind>> tellings, Document d, String step, Kind kind, Stream<Viewer> readers, @Nullable LocalDate day, @Nullable Viewer actor, int entry) {
        var key = "escalation.told." + step;
        var what = new Label(Words.in(Words.CHINESE, key, Issuing.chinese(d)), Words.in(Locale.ENGLISH, key, english(d)));
        var who = actor == null ? "" : actor.unitName() + " " + actor.personName();
        var source = NAME + ":" + d.id() + ":" + step + ":" + entry;
        readers.filter(reader -> actor == null || reader.person() != actor.person()).forEach(reader -> {
            var abroad = Outside.is(reader.person());
            tellings.computeIfAbsent(new Telling(d.tenant(), abroad ? MATTER : NAME, abroad ? d.matter().id() : d.id(), "", what, who, day, source), telling -> new LinkedHashMap<>()).put(reader, kind);
        });
    }

    private static String english(Document d) {
        return d.name().isEmpty() ? Words.in(Locale.ENGLISH, d.colour() == null ? "escalation.kind." + d.kind().word() : "escalation.kind.order." + d.colour().word()) : d.name();
    }

    /** The post that it names; and of the unit those who register and work on it, else its head. */
    static Stream<Viewer> recipients(Document d, Directory directory) {
        var named = d.toPost() == null ? Stream.<Viewer>empty() : holders(directory, directory.post(d.toPost()).stream());
        var own = holders(directory, directory.posts(d.unit()).stream().filter(post -> WORKING.stream().anyMatch(post::has))).toList();
        var working = own.isEmpty() ? holders(directory, directory.head(d.unit()).stream()) : own.stream();
        return Stream.concat(named, working).distinct();
    }

    static Stream<Viewer> supervisors(Document d, Directory directory) {
        return holders(directory, directory.below(d.supervisor()).stream().flatMap(unit -> directory.posts(unit).stream()).filter(post -> post.has(Duty.SUPERVISE)));
    }

    private static Stream<Viewer> holders(Directory directory, Stream<Post> posts) {
        return posts.flatMap(post -> directory.holders(post.id()).stream().map(person -> directory.viewer(person, post)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Condition visible(Field<UUID> key, Viewer viewer) {
        return exists(selectOne().from(DOCUMENT).where(DOCUMENT.ID.eq(key), documents.seen(viewer)));
    }

    /** As secret as the matter, whose title stands in the document's. */
    @Override
    public Map<UUID, Subject> of(Collection<UUID> keys, Viewer viewer) {
        return sql.select(DOCUMENT.ID, DOCUMENT.NUMBER, DOCUMENT.TITLE, MATTER_ROW.SECRECY).from(DOCUMENT).join(MATTER_ROW).on(MATTER_ROW.TENANT.eq(DOCUMENT.TENANT), MATTER_ROW.ID.eq(DOCUMENT.MATTER)).where(DOCUMENT.ID.in(keys), documents.seen(viewer))
                .fetchMap(DOCUMENT.ID, r -> new Subject(Objects.requireNonNullElse(r.value2(), ""), r.value3(), "/escalation/" + r.value1(), Secrecy.valueOf(r.value4().toUpperCase(Locale.ROOT))));
    }
}
