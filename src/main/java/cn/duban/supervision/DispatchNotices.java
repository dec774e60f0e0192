package cn.duban.supervision;

import static cn.duban_db.supervision.Tables.DISPATCH;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.notices.Kind;
import cn.duban.notices.Notices;
import cn.duban.notices.Subject;
import cn.duban.notices.Subjects;
import cn.duban.notices.Telling;
import cn.duban.supervision.Dispatch.Round;
import cn.duban.units.Directory;
import cn.duban.units.Outside;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
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
import org.springframework.stereotype.Component;

/** Tells the units that a dispatch asks, as a round begins and before it ends; one notice a round, not one a matter. */
@Component
class DispatchNotices implements Subjects {

    private static final String NAME = "dispatch";
    private static final Set<Duty> REPORTING = Set.of(Duty.HANDLE, Duty.REGISTRY);

    private final Notices notices;
    private final Dispatches dispatches;
    private final DSLContext sql;

    DispatchNotices(Notices notices, Dispatches dispatches, DSLContext sql) {
        this.notices = notices;
        this.dispatches = dispatches;
        this.sql = sql;
    }

    void begun(Dispatch dispatch, Round round, List<Integer> units, Directory directory) {
        tell(dispatch, round, units, directory, "begun", Kind.OWED);
    }

    void ending(Dispatch dispatch, Round round, List<Integer> units, Directory directory) {
        tell(dispatch, round, units, directory, "ending", Kind.ENDING);
    }

    private void tell(Dispatch dispatch, Round round, List<Integer> units, Directory directory, String what, Kind kind) {
        var readers = new LinkedHashMap<Viewer, Kind>();
        // whoever works for another government is asked by their own
        units.stream().filter(unit -> !Outside.is(unit)).forEach(unit -> readers(unit, directory).forEach(reader -> readers.put(reader, kind)));
        if (readers.isEmpty()) return;
        var label = new Label(Words.in(Words.CHINESE, "supervision.dispatch.notice." + what), Words.in(Locale.ENGLISH, "supervision.dispatch.notice." + what));
        notices.tell(new Telling(dispatch.tenant(), NAME, dispatch.id(), "", label, "", round.to(), NAME + ":" + what + ":" + dispatch.id() + ":" + round.from()), readers);
    }

    /** Whoever reports for the unit; where nobody signs in there, whoever does for the unit above it. */
    private static List<Viewer> readers(int unit, Directory directory) {
        return Stream.concat(Stream.of(directory.below(unit)), directory.lineage(unit).stream().skip(1).map(List::of)).map(units -> people(units, directory)).filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    private static List<Viewer> people(List<Integer> units, Directory directory) {
        return units.stream().flatMap(unit -> directory.posts(unit).stream()).filter(post -> REPORTING.stream().anyMatch(post::has))
                .flatMap(post -> directory.holders(post.id()).stream().map(person -> directory.viewer(person, post))).toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Condition visible(Field<UUID> key, Viewer viewer) {
        return exists(selectOne().from(DISPATCH).where(DISPATCH.ID.eq(key), dispatches.seen(viewer)));
    }

    @Override
    public Map<UUID, Subject> of(Collection<UUID> keys, Viewer viewer) {
        return sql.select(DISPATCH.ID, DISPATCH.TITLE).from(DISPATCH).where(DISPATCH.ID.in(keys), dispatches.seen(viewer))
                .fetchMap(DISPATCH.ID, r -> new Subject("", r.value2(), "/supervision/dispatches/" + r.value1(), Secrecy.INTERNAL));
    }
}
