package cn.duban.hotline;

import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Citizens have no account: what they do is entered by nobody of the desk, in their name. */
@Component
public class Citizen {

    /** What the timeline calls them. */
    static final String NAME = "诉求人";

    private final Desks desks;
    private final Directories directories;

    Citizen(Desks desks, Directories directories) {
        this.desks = desks;
        this.directories = directories;
    }

    /** @throws NotFound where the government has no line here */
    public Viewer of(int tenant) {
        int unit = desks.unit(tenant).orElseThrow(NotFound::new);
        return new Viewer(tenant, 0, NAME, 0, "", unit, directories.of(tenant).unitName(unit), Set.of(Viewer.Duty.SUPERVISE));
    }
}
