package cn.duban.notices;

import cn.duban.web.Viewer;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/** A kind of things that notices are about: implemented by the room that keeps them, asked whenever a notice is shown or sent. */
public interface Subjects {

    /** A stable name, such as {@code matter}. */
    String name();

    /** Whether this viewer may see the thing of that id: part of every {@code where}. */
    Condition visible(Field<UUID> key, Viewer viewer);

    /** Those of these things that the viewer may see, by id. */
    Map<UUID, Subject> of(Collection<UUID> keys, Viewer viewer);
}
