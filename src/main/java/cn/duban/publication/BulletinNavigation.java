package cn.duban.publication;

import cn.duban.publication.Bulletin.State;
import cn.duban.units.Directories;
import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class BulletinNavigation implements Navigation {

    private final Bulletins bulletins;
    private final Schedules schedules;
    private final Directories directories;

    BulletinNavigation(Bulletins bulletins, Schedules schedules, Directories directories) {
        this.schedules = schedules;
        this.bulletins = bulletins;
        this.directories = directories;
    }

    /** What waits for this head to approve or publish. */
    @Override
    public Map<String, Integer> badges(Viewer viewer) {
        return viewer.has(Duty.SIGN) ? Map.of("/bulletins", bulletins.waiting(viewer, directories.of(viewer.tenant()))) : Map.of();
    }

    @Override
    public List<Task> tasks(Viewer viewer) {
        var begun = viewer.has(Duty.SUPERVISE) ? schedules.todo(viewer).stream().map(todo -> new Task(todo.title(), "/bulletins/" + todo.bulletin(), Words.say("publication.schedule.todo"), Words.say("publication.schedule.write"))).toList() : List.<Task>of();
        if (!viewer.has(Duty.SIGN)) return begun;
        return Stream.concat(begun.stream(), waiting(viewer)).toList();
    }

    private Stream<Task> waiting(Viewer viewer) {
        return bulletins.awaiting(viewer, directories.of(viewer.tenant())).stream().map(row -> new Task(row.title(), "/bulletins/" + row.id(),
                Words.say("publication.todo." + row.state()), Words.say(row.state() == State.IN_REVIEW ? "publication.approve" : "publication.publish")));
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("publication.bulletins.title", "/bulletins", "news", 330, Set.of(Duty.SUPERVISE, Duty.SIGN)));
    }
}
