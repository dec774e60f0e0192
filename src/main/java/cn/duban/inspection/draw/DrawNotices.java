package cn.duban.inspection.draw;

import cn.duban.inspection.Plans;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.notices.Kind;
import cn.duban.notices.Notices;
import cn.duban.notices.Subject;
import cn.duban.notices.Subjects;
import cn.duban.notices.Telling;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Tells those who were drawn, once the draw is opened; before that nobody is told anything. */
@Component
class DrawNotices implements Subjects {

    private static final String NAME = "inspection";

    private final Notices notices;
    private final Plans plans;
    private final Directories directories;

    DrawNotices(Notices notices, Plans plans, Directories directories) {
        this.notices = notices;
        this.plans = plans;
        this.directories = directories;
    }

    /** @param people who joined just now; whoever opened the draw knows already */
    void drawn(Draw draw, List<Integer> people, Viewer by) {
        var directory = directories.of(draw.tenant());
        var readers = new LinkedHashMap<Viewer, Kind>();
        for (var id : people)
            if (id != by.person()) directory.person(id).ifPresent(person -> directory.postsOf(id).stream().filter(Pool::able).findFirst().ifPresent(post -> readers.put(directory.viewer(person, post), Kind.OWED)));
        if (readers.isEmpty()) return;
        var label = new Label(Words.in(Words.CHINESE, "inspection.notice.drawn"), Words.in(Locale.ENGLISH, "inspection.notice.drawn"));
        notices.tell(new Telling(draw.tenant(), NAME, draw.declaration(), "", label, Draws.name(by), null, NAME + ":drawn:" + draw.id()), readers);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Condition visible(Field<UUID> key, Viewer viewer) {
        return plans.seen(key, viewer);
    }

    @Override
    public Map<UUID, Subject> of(Collection<UUID> keys, Viewer viewer) {
        return plans.titles(keys, viewer).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> new Subject("", one.getValue(), "/inspections/" + one.getKey(), Secrecy.INTERNAL)));
    }
}
