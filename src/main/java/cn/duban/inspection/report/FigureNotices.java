package cn.duban.inspection.report;

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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Tells a source unit that figures wait for it: once a day for each report, however many there are. */
@Component
class FigureNotices implements Subjects {

    private static final String NAME = "figures";
    private static final Set<Duty> ANSWERING = Set.of(Duty.REGISTRY, Duty.HANDLE);

    private final Notices notices;
    private final Reports reports;
    private final Directories directories;

    FigureNotices(Notices notices, Reports reports, Directories directories) {
        this.notices = notices;
        this.reports = reports;
        this.directories = directories;
    }

    /** Whoever wrote on the report confirms nothing of it, and is not asked. */
    void asked(Report report, int unit, Viewer by) {
        var directory = directories.of(report.tenant());
        var readers = new LinkedHashMap<Viewer, Kind>();
        readers(unit, directory).filter(reader -> reader.person() != by.person() && !report.writers().contains(reader.person())).forEach(reader -> readers.put(reader, Kind.OWED));
        if (readers.isEmpty()) return;
        var label = new Label(Words.in(Words.CHINESE, "inspection.notice.asked"), Words.in(Locale.ENGLISH, "inspection.notice.asked"));
        notices.tell(new Telling(report.tenant(), NAME, report.id(), "", label, Reports.name(by), null, NAME + ":asked:" + report.id() + ":" + unit + ":" + directory.today()), readers);
    }

    /** Whoever answers for the unit itself; where nobody does, whoever does in its sections. */
    private static Stream<Viewer> readers(int unit, Directory directory) {
        return Stream.of(List.of(unit), directory.below(unit)).map(units -> units.stream().flatMap(one -> directory.posts(one).stream()).filter(post -> ANSWERING.stream().anyMatch(post::has))
                .flatMap(post -> directory.holders(post.id()).stream().map(person -> directory.viewer(person, post))).toList()).filter(found -> !found.isEmpty()).findFirst().orElse(List.of()).stream();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Condition visible(Field<UUID> key, Viewer viewer) {
        return reports.asks(key, viewer);
    }

    @Override
    public Map<UUID, Subject> of(Collection<UUID> keys, Viewer viewer) {
        var subjects = new LinkedHashMap<UUID, Subject>();
        reports.titles(keys, viewer).forEach((id, title) -> subjects.put(id, new Subject("", title, "/inspections/figures", Secrecy.INTERNAL)));
        return subjects;
    }
}
