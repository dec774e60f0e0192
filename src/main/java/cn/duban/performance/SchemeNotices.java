package cn.duban.performance;

import static cn.duban_db.performance.Tables.SCHEME;
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
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Tells the appraised that a scheme waits for what they think of it. It is told to nobody before it is consulted on, and everybody may read it from then on. */
@Component
class SchemeNotices implements Subjects {

    private static final String NAME = "scheme";

    private final DSLContext sql;
    private final Notices notices;
    private final Directories directories;

    SchemeNotices(DSLContext sql, Notices notices, Directories directories) {
        this.sql = sql;
        this.notices = notices;
        this.directories = directories;
    }

    void consulting(Schemes.Version version, Collection<Integer> units, LocalDate until, Viewer actor) {
        var directory = directories.of(actor.tenant());
        Map<Viewer, Kind> readers = new LinkedHashMap<>();
        units.stream().flatMap(unit -> directory.posts(unit).stream()).filter(post -> post.has(Duty.SIGN) || post.has(Duty.REGISTRY)).forEach(post -> holders(directory, post.id()).forEach(reader -> readers.put(reader, Kind.REVIEW)));
        var what = new Label(Words.in(Words.CHINESE, "performance.notice.consulting"), Words.in(Locale.ENGLISH, "performance.notice.consulting"));
        if (!readers.isEmpty()) notices.tell(new Telling(actor.tenant(), NAME, version.scheme(), "", what, actor.unitName() + " " + actor.personName(), until, NAME + ":" + version.scheme() + ":" + version.version() + ":" + version.revision()), readers);
    }

    private static Stream<Viewer> holders(Directory directory, int post) {
        return directory.post(post).stream().flatMap(one -> directory.holders(post).stream().map(person -> directory.viewer(person, one)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Condition visible(Field<UUID> key, Viewer viewer) {
        return exists(selectOne().from(SCHEME).where(SCHEME.TENANT.eq(viewer.tenant()), SCHEME.ID.eq(key)));
    }

    @Override
    public Map<UUID, Subject> of(Collection<UUID> keys, Viewer viewer) {
        return sql.select(SCHEME.ID, SCHEME.NAME).from(SCHEME).where(SCHEME.TENANT.eq(viewer.tenant()), SCHEME.ID.in(keys)).fetchMap(SCHEME.ID, r -> new Subject("", r.value2(), "/performance/schemes/" + r.value1(), Secrecy.INTERNAL));
    }
}
