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
import org.springframework.stereotype.Component;

@Component
class BulletinNavigation implements Navigation {

    private final Bulletins bulletins;
    private final Directories directories;

    BulletinNavigation(Bulletins bulletins, Directories directories) {
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
        if (!viewer.has(Duty.SIGN)) return List.of();
        return bulletins.awaiting(viewer, directories.of(viewer.tenant())).stream().map(row -> new Task(row.title(), "/bulletins/" + row.id(),
                Words.say("publication.todo." + row.state()), Words.say(row.state() == State.IN_REVIEW ? "publication.approve" : "publication.publish"))).toList();
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("publication.bulletins.title", "/bulletins", "news", 330, Set.of(Duty.SUPERVISE, Duty.SIGN)));
    }
}
