package cn.duban.ledger;

import cn.duban.ledger.MatterLists.Moment;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.workdays.Calendars;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The reading side of the kernel: lists, what somebody owes, one matter's page. Each is one statement, and holds only what
 * the viewer may see.
 */
@Component
public class Matters {

    private final MatterLists lists;
    private final OwedLists owed;
    private final Directories directories;
    private final Calendars calendars;
    private final Clock clock;

    Matters(MatterLists lists, OwedLists owed, Directories directories, Calendars calendars, Clock clock) {
        this.lists = lists;
        this.owed = owed;
        this.directories = directories;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @throws Refusal.Refused when {@code after} is no place of a list */
    public Listing list(MatterQuery query, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        return lists.list(query, viewer, directory, moment(directory));
    }

    /** What this post, and its unit, owes now, the nearest end first. */
    public List<OwedRow> owed(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        return owed.of(viewer, directory, moment(directory));
    }

    /** The same, counted. */
    public int owing(Viewer viewer) {
        return owed.count(viewer, directories.of(viewer.tenant()));
    }

    private Moment moment(Directory directory) {
        var now = clock.instant();
        var next = calendars.of(directory.tenant(), directory.region()).addWorkingDays(directory.today(), 1);
        return new Moment(now, next.plusDays(1).atStartOfDay(directory.zone()).toInstant());
    }
}
