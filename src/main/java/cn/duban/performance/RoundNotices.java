package cn.duban.performance;

import static cn.duban_db.performance.Tables.ROUND;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.notices.Kind;
import cn.duban.notices.Notices;
import cn.duban.notices.Subject;
import cn.duban.notices.Subjects;
import cn.duban.notices.Telling;
import cn.duban.performance.Card.Score;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import cn.duban.workdays.Rhythm;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells who is to score that they owe it, and the appraised what was shown, decided and published. */
@Component
class RoundNotices implements Subjects {

    private static final String NAME = "appraisal";
    private static final Set<Duty> SCORING = Set.of(Duty.HANDLE, Duty.REVIEW, Duty.SIGN, Duty.SUPERVISE);
    private static final Set<Duty> ANSWERING = Set.of(Duty.SIGN, Duty.REGISTRY);
    private static final Set<Duty> DECIDING = Set.of(Duty.SIGN, Duty.SUPERVISE);

    private final DSLContext sql;
    private final Notices notices;
    private final Directories directories;

    RoundNotices(DSLContext sql, Notices notices, Directories directories) {
        this.sql = sql;
        this.notices = notices;
        this.directories = directories;
    }

    void owed(Round round, Collection<Score> planned, Viewer actor) {
        var assessors = planned.stream().flatMap(score -> Stream.ofNullable(score.assessor())).distinct().toList();
        tell(round, "owed", Kind.OWED, readers(round, assessors, SCORING), round.scoreUntil(), "", "/sheet", actor);
    }

    void shown(Round round, Collection<Integer> units, LocalDate until, Viewer actor) {
        tell(round, "shown", Kind.REVIEW, readers(round, units, ANSWERING), until, "", "", actor);
    }

    void published(Round round, Collection<Integer> units, Viewer actor) {
        tell(round, "published", Kind.CLOSED, readers(round, units, ANSWERING), null, "", "", actor);
    }

    void corrected(Round round, Collection<Integer> units, Viewer actor) {
        tell(round, "corrected", Kind.COMMENTED, readers(round, units, ANSWERING), null, ":" + UUID.randomUUID(), "", actor);
    }

    /** Those who may decide it: in the unit that appraises, else in the nearest one above it. */
    void appealed(Round round, Score score, LocalDate due, Viewer actor) {
        var directory = directories.of(round.tenant());
        var readers = directory.lineage(round.unit()).stream().map(unit -> readers(round, List.of(unit), DECIDING).stream().filter(reader -> new Rights(round, reader, directory).decides(score)).toList()).filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
        tell(round, "appealed", Kind.OWED, readers, due, ":" + score.unit() + ":" + score.indicator(), "", actor);
    }

    void decided(Round round, Score score, Viewer actor) {
        tell(round, "decided", Kind.CLOSED, readers(round, List.of(score.unit()), ANSWERING), null, ":" + score.unit() + ":" + score.indicator(), "", actor);
    }

    private List<Viewer> readers(Round round, Collection<Integer> units, Set<Duty> duties) {
        var directory = directories.of(round.tenant());
        return units.stream().flatMap(unit -> people(directory, unit, duties)).toList();
    }

    private static Stream<Viewer> people(Directory directory, int unit, Set<Duty> duties) {
        return directory.posts(unit).stream().filter(post -> duties.stream().anyMatch(post::has)).flatMap(post -> directory.holders(post.id()).stream().map(person -> directory.viewer(person, post)));
    }

    private void tell(Round round, String act, Kind kind, List<Viewer> readers, @Nullable LocalDate day, String about, String place, Viewer actor) {
        Map<Viewer, Kind> told = new LinkedHashMap<>();
        readers.stream().filter(reader -> reader.person() != actor.person()).forEach(reader -> told.put(reader, kind));
        var what = new Label(Words.in(Words.CHINESE, "performance.notice." + act), Words.in(Locale.ENGLISH, "performance.notice." + act));
        if (!told.isEmpty()) notices.tell(new Telling(round.tenant(), NAME, round.id(), place, what, actor.unitName() + " " + actor.personName(), day, NAME + ":" + act + ":" + round.id() + about), told);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Condition visible(Field<UUID> key, Viewer viewer) {
        return exists(selectOne().from(ROUND).where(ROUND.ID.eq(key), Rounds.seen(viewer, directories.of(viewer.tenant()))));
    }

    @Override
    public Map<UUID, Subject> of(Collection<UUID> keys, Viewer viewer) {
        return sql.select(ROUND.ID, ROUND.NAME, ROUND.RHYTHM, ROUND.FIRST_DAY).from(ROUND).where(ROUND.ID.in(keys), Rounds.seen(viewer, directories.of(viewer.tenant())))
                .fetchMap(ROUND.ID, r -> new Subject("", Words.say("performance.round.name", r.value2(), Round.period(Rhythm.parse(r.value3()), r.value4())), "/performance/rounds/" + r.value1(), Secrecy.INTERNAL));
    }
}
