package cn.duban.units.page;

import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Logins;
import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Units and people; and for whoever administers a government that was founded just now, what comes first. */
@Component
class UnitsNavigation implements Navigation {

    private final Directories directories;
    private final ObjectProvider<Logins> logins;

    UnitsNavigation(Directories directories, ObjectProvider<Logins> logins) {
        this.directories = directories;
        this.logins = logins;
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("units.navigation", "/units", "sitemap", 800, Set.of(), "/posts"),
                new Entry("units.people.title", "/people", "users", 801, Set.of()));
    }

    @Override
    public List<Task> tasks(Viewer viewer) {
        if (!viewer.has(Viewer.Duty.ADMINISTER)) return List.of();
        var directory = directories.of(viewer.tenant());
        var tasks = new ArrayList<Task>();
        if (directory.units().size() == 1) tasks.add(task("units", "/units/paste"));
        if (directory.people().size() == 1) tasks.add(task("people", "/people/paste"));
        else if (nobodySignsIn(directory)) tasks.add(task("accounts", "/access/accounts"));
        if (directory.units().size() > 1 && directory.postsWith(Viewer.Duty.SUPERVISE).isEmpty()) tasks.add(task("supervisor", "/units"));
        return tasks;
    }

    private boolean nobodySignsIn(Directory directory) {
        return logins.stream().allMatch(kind -> kind.open(directory.tenant()).size() < 2);
    }

    private static Task task(String first, String href) {
        var key = "units.first." + first;
        return new Task(Words.say(key), href, Words.say(key + ".state"), Words.say(key + ".do"));
    }
}
