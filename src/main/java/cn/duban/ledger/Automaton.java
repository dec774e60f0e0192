package cn.duban.ledger;

import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.util.Set;

/** Whoever acts when nobody does: person and post 0, named 系统. It moves clocks and opens what was promised, and decides nothing. */
final class Automaton {

    static final String NAME = "系统";

    private Automaton() {}

    static Viewer of(int tenant) {
        return new Viewer(tenant, 0, NAME, 0, NAME, 0, NAME, Set.of());
    }

    /** On behalf of the unit that supervises, so that what it opens has the same supervisor. */
    static Viewer supervising(Directory directory, int unit) {
        return new Viewer(directory.tenant(), 0, NAME, 0, NAME, unit, directory.unitName(unit), Set.of(Viewer.Duty.SUPERVISE));
    }
}
