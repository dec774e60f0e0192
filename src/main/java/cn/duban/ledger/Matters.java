package cn.duban.ledger;

import cn.duban.ledger.Joint.Side;
import cn.duban.ledger.MatterLists.Moment;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.workdays.Calendars;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/**
 * The reading side of the kernel: lists, what somebody owes, one matter's page. Each is one statement, and holds only what
 * the viewer may see.
 */
@Component
public class Matters {

    private final MatterLists lists;
    private final OwedLists owed;
    private final Lanes lanes;
    private final DueDays dueDays;
    private final Directories directories;
    private final Calendars calendars;
    private final Clock clock;
    private final MatterPages pages;
    private final Ledger ledger;
    private final MatterTypes types;
    private final Overviews overviews;
    private final Hosts hosts;

    Matters(MatterLists lists, OwedLists owed, Lanes lanes, DueDays dueDays, Overviews overviews, Directories directories, Calendars calendars, Clock clock, MatterPages pages, Ledger ledger, MatterTypes types, Hosts hosts) {
        this.hosts = hosts;
        this.overviews = overviews;
        this.lanes = lanes;
        this.dueDays = dueDays;
        this.pages = pages;
        this.ledger = ledger;
        this.types = types;
        this.lists = lists;
        this.owed = owed;
        this.directories = directories;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @throws Refusal.Refused when {@code after} is no place of a list */
    public Listing list(MatterQuery query, Viewer viewer) {
        var hosts = this.hosts.of(viewer.tenant());
        var directory = directories.of(viewer.tenant());
        return hosts.isEmpty() ? lists.list(query, viewer, directory, moment(directory)) : joint(viewer, hosts).list(query);
    }

    private Joint joint(Viewer viewer, List<Integer> hosts) {
        var directory = directories.of(viewer.tenant());
        return new Joint(lists, lanes, Stream.concat(Stream.of(new Side(viewer, directory, moment(directory), null)), abroad(viewer, hosts)).toList());
    }

    /** The ledgers of other governments of which the viewer can see anything at all. */
    private Stream<Side> abroad(Viewer viewer, List<Integer> hosts) {
        return hosts.stream().map(host -> {
            var directory = directories.of(host);
            return new Side(directories.at(host, viewer), directory, moment(directory), this.hosts.shared(viewer, host));
        }).filter(side -> !Objects.requireNonNull(side.among()).isEmpty());
    }

    /** Several lists side by side, each under its name, in one statement; the order is that of the names. */
    public Map<String, Listing> lanes(Map<String, MatterQuery> wanted, Viewer viewer) {
        var hosts = this.hosts.of(viewer.tenant());
        var directory = directories.of(viewer.tenant());
        return hosts.isEmpty() ? lanes.of(wanted, viewer, directory, moment(directory)) : joint(viewer, hosts).lanes(wanted);
    }

    /** On which day how many of a list's matters end, each day from the first to the last. */
    public List<DueDay> dueDays(MatterQuery query, LocalDate first, LocalDate last, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var own = dueDays.of(query, first, last, viewer, directory, moment(directory), null);
        return abroad(viewer, hosts.of(viewer.tenant())).map(side -> dueDays.of(query.seenFrom(side.viewer().tenant(), viewer.tenant()), first, last, side.viewer(), side.directory(), side.moment(), side.among()))
                .reduce(own, (one, other) -> IntStream.range(0, one.size()).mapToObj(day -> one.get(day).and(other.get(day))).toList());
    }

    /** One row if the matter of this id may be seen by the viewer and is what the query asks for, its text and order apart: for statements of rooms above. */
    public Select<Record1<Integer>> admitting(MatterQuery query, Viewer viewer, Field<UUID> id) {
        var directory = directories.of(viewer.tenant());
        return lists.admitting(query, viewer, directory, moment(directory), id);
    }

    /** These matters as a list shows them, without those that the viewer may not see. */
    public Map<UUID, MatterRow> rows(Collection<UUID> ids, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        return lists.rows(ids, viewer, directory, moment(directory));
    }

    /** What this post, and its unit, owes now, the nearest end first. */
    public Owed owed(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var own = owed.of(viewer, directory, moment(directory));
        var hosts = this.hosts.of(viewer.tenant());
        if (hosts.isEmpty()) return own;
        var all = new ArrayList<>(own.rows());
        var list = own.all();
        for (var side : abroad(viewer, hosts).toList()) {
            var theirs = owed.of(side.viewer(), side.directory(), side.moment());
            theirs.rows().forEach(row -> all.add(row.hostedBy(side.directory().tenantName())));
            if (list == null && theirs.more()) list = MatterQuery.all();
        }
        if (list == null && all.size() > Owed.MOST) list = MatterQuery.all();
        return new Owed(all.stream().sorted(Owed.OWN_FIRST).limit(Owed.MOST).toList(), list);
    }

    /** The same, counted. */
    public int owing(Viewer viewer) {
        return owed.count(viewer, directories.of(viewer.tenant())) + abroad(viewer, hosts.of(viewer.tenant())).mapToInt(side -> owed.count(side.viewer(), side.directory())).sum();
    }

    /** How many matters of each type the viewer sees in each phase, as it stood within the last minute. */
    public List<TypeCount> counts(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        return overviews.counts(viewer, directory, moment(directory));
    }

    /** Open matters by the unit that leads them, the latest first. */
    public List<Hanging> hanging(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        return overviews.hanging(viewer, directory, moment(directory));
    }

    /** A matter with everything that its page shows; empty when there is none, or not for this viewer. */
    public Optional<MatterPage> page(MatterId id, Viewer viewer) {
        return page(id, viewer, TimelineKind.ALL, Integer.MAX_VALUE);
    }

    /** @param before the timeline below this entry only */
    public Optional<MatterPage> page(MatterId id, Viewer viewer, TimelineKind kind, int before) {
        return portrait(id, viewer, kind, before).map(portrait -> portrait.page(kind));
    }

    Optional<Portrait> portrait(MatterId id, Viewer viewer, TimelineKind kind, int before) {
        return guise(viewer, id).flatMap(as -> {
            var directory = directories.of(id.tenant());
            return pages.around(id, as, directory, moment(directory), kind, before)
                    .map(around -> as == viewer ? around : around.hostedBy(directory.tenantName()))
                    .map(around -> new Portrait(around, ledger.lifecycle(types.of(around.dossier().matter()), directory), as, ledger.now()));
        });
    }

    /** The viewer as each ledger knows them that is open to them: their own first, then those of governments that gave theirs something. */
    public List<Viewer> guises(Viewer viewer) {
        return Stream.concat(Stream.of(viewer), hosts.of(viewer.tenant()).stream().map(host -> directories.at(host, viewer))).toList();
    }

    /** The viewer as the ledger of this matter knows them, which may be another government's; empty where that ledger is shut to them. Whether they see the matter is another question. */
    public Optional<Viewer> guise(Viewer viewer, MatterId id) {
        return hosts.guise(viewer, id.tenant());
    }

    Optional<UUID> numbered(String number, Viewer viewer) {
        return pages.numbered(number, viewer, directories.of(viewer.tenant()));
    }

    private Moment moment(Directory directory) {
        var now = clock.instant();
        var next = calendars.of(directory.tenant(), directory.region()).addWorkingDays(directory.today(), 1);
        return new Moment(now, next.plusDays(1).atStartOfDay(directory.zone()).toInstant());
    }
}
