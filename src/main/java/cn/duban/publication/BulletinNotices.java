package cn.duban.publication;

import static cn.duban_db.publication.Tables.BULLETIN;
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
import cn.duban.units.Post;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Tells who is to review a bulletin that it waits, and those who wrote it that it came back. */
@Component
class BulletinNotices implements Subjects {

    private static final String NAME = "bulletin";

    private final DSLContext sql;
    private final Notices notices;
    private final Directories directories;

    BulletinNotices(DSLContext sql, Notices notices, Directories directories) {
        this.sql = sql;
        this.notices = notices;
        this.directories = directories;
    }

    /** The nearest unit, upwards from the issuing one, in which somebody may approve it. */
    void submitted(Bulletin bulletin, Viewer actor) {
        var directory = directories.of(bulletin.tenant());
        var readers = directory.lineage(bulletin.unit()).stream()
                .map(unit -> holders(directory, unit, Duty.SIGN).filter(reader -> bulletin.mayApprove(reader, directory) && reader.person() != actor.person()).toList())
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
        tell(bulletin, "submit", Kind.REVIEW, readers, actor);
    }

    /** By its schedule, for its author to look through. */
    void begun(Bulletin bulletin, Viewer author) {
        var what = new Label(Words.in(Words.CHINESE, "publication.schedule.begun"), Words.in(Locale.ENGLISH, "publication.schedule.begun"));
        notices.tell(new Telling(bulletin.tenant(), NAME, bulletin.id(), "", what, "", null, NAME + ":begun:" + bulletin.id()), Map.of(author, Kind.OWED));
    }

    void returned(Bulletin bulletin, Viewer actor) {
        Predicate<Viewer> wrote = reader -> bulletin.writers().contains(reader.person()) && reader.person() != actor.person();
        tell(bulletin, "return", Kind.RETURNED, holders(directories.of(bulletin.tenant()), bulletin.unit(), Duty.SUPERVISE).filter(wrote).toList(), actor);
    }

    private static Stream<Viewer> holders(Directory directory, int unit, Duty duty) {
        return directory.posts(unit).stream().filter(post -> post.has(duty)).flatMap((Post post) -> directory.holders(post.id()).stream().map(person -> directory.viewer(person, post)));
    }

    private void tell(Bulletin bulletin, String act, Kind kind, List<Viewer> readers, Viewer actor) {
        Map<Viewer, Kind> told = new LinkedHashMap<>();
        readers.forEach(reader -> told.put(reader, kind));
        var what = new Label(Words.in(Words.CHINESE, "publication.step." + act), Words.in(Locale.ENGLISH, "publication.step." + act));
        if (!told.isEmpty()) notices.tell(new Telling(bulletin.tenant(), NAME, bulletin.id(), "", what, actor.unitName() + " " + actor.personName(), null, NAME + ":" + bulletin.id() + ":" + bulletin.version()), told);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Condition visible(Field<UUID> key, Viewer viewer) {
        return exists(selectOne().from(BULLETIN).where(BULLETIN.ID.eq(key), Bulletins.seen(viewer, directories.of(viewer.tenant()))));
    }

    /** Before it is published a bulletin is the office's own. */
    @Override
    public Map<UUID, Subject> of(Collection<UUID> keys, Viewer viewer) {
        return sql.select(BULLETIN.ID, BULLETIN.TITLE).from(BULLETIN).where(BULLETIN.ID.in(keys), Bulletins.seen(viewer, directories.of(viewer.tenant())))
                .fetchMap(BULLETIN.ID, r -> new Subject("", r.value2(), "/bulletins/" + r.value1(), Secrecy.INTERNAL));
    }
}
