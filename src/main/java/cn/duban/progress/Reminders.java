package cn.duban.progress;

import cn.duban.ledger.Happening;
import cn.duban.ledger.Happenings;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.notices.Kind;
import cn.duban.notices.Notices;
import cn.duban.notices.Telling;
import cn.duban.progress.DueReports.Missed;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells those of a unit who report that a round ended without their report, or that they are reminded; both inside the caller's transaction. */
@Component
class Reminders {

    /** Where half a county is silent, so many at a time. */
    private static final int PAGE = 200;

    private static final String MATTER = "matter";
    private static final Set<Duty> REPORTING = Set.of(Duty.HANDLE, Duty.REGISTRY);

    private final Notices notices;
    private final Happenings happenings;
    private final Directories directories;

    Reminders(Notices notices, Happenings happenings, Directories directories) {
        this.notices = notices;
        this.happenings = happenings;
        this.directories = directories;
    }

    void missed(int tenant, Collection<Missed> missed) {
        tell(tenant, missed, "missed", Kind.BREACHED, "");
    }

    /** @param by who reminds, in the words of the day */
    void remind(int tenant, Collection<Missed> owing, String by, String source) {
        tell(tenant, owing, "reminded:" + source, Kind.REMINDED, by);
    }

    private void tell(int tenant, Collection<Missed> what, String source, Kind kind, String by) {
        var all = List.copyOf(what);
        for (int from = 0; from < all.size(); from += PAGE) tellSome(tenant, all.subList(from, Math.min(all.size(), from + PAGE)), source, kind, by);
    }

    private void tellSome(int tenant, List<Missed> what, String source, Kind kind, String by) {
        var directory = directories.of(tenant);
        var key = source.startsWith("reminded") ? "progress.notice.reminded" : "progress.notice.missed";
        var label = new Label(Words.in(Words.CHINESE, key), Words.in(Locale.ENGLISH, key));
        var matters = happenings.of(tenant, what.stream().map(one -> new Happenings.Key(one.matter().id(), 1)).distinct().toList()).stream()
                .collect(Collectors.toMap(happening -> happening.matter().address(), happening -> happening));
        var tellings = new LinkedHashMap<Telling, Map<Viewer, Kind>>();
        for (var one : what) {
            var readers = readers(matters.get(one.matter()), one.unit(), directory);
            if (!readers.isEmpty()) tellings.put(new Telling(tenant, MATTER, one.matter().id(), "", label, by, one.lastDay(), "progress:" + source + ":" + one.clock() + ":" + one.startsOn() + ":" + one.matter().id()),
                    readers.stream().collect(Collectors.toMap(reader -> reader, reader -> kind)));
        }
        notices.tell(tenant, tellings);
    }

    /** Whoever reports for the unit; where nobody signs in there, whoever does for the unit above it. */
    private List<Viewer> readers(Happening happening, int unit, Directory directory) {
        return Stream.concat(Stream.of(directory.below(unit)), directory.lineage(unit).stream().skip(1).map(List::of))
                .map(units -> people(units, directory).filter(reader -> happenings.sees(happening, reader)).toList()).filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    private static Stream<Viewer> people(List<Integer> units, Directory directory) {
        return units.stream().flatMap(unit -> directory.posts(unit).stream()).filter(post -> REPORTING.stream().anyMatch(post::has))
                .flatMap(post -> directory.holders(post.id()).stream().map(person -> directory.viewer(person, post)));
    }
}
