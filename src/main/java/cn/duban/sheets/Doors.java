package cn.duban.sheets;

import cn.duban.sheets.RowDoor.Source;
import cn.duban.web.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The doors of rooms above, and whose sheets come in by them. */
@Component
class Doors {

    private final ObjectProvider<RowDoor> doors;

    Doors(ObjectProvider<RowDoor> doors) {
        this.doors = doors;
    }

    List<Source> sources(Viewer viewer) {
        return doors.orderedStream().flatMap(door -> door.sources(viewer).stream()).toList();
    }

    List<String> keys(Viewer viewer) {
        return sources(viewer).stream().map(Source::key).toList();
    }

    /** The door of a source and what the source is called; empty where it is not open to the viewer. */
    Optional<Open> open(@Nullable String source, Viewer viewer) {
        if (source == null) return Optional.empty();
        return doors.orderedStream().flatMap(door -> door.sources(viewer).stream().filter(one -> one.key().equals(source)).map(one -> new Open(door, one))).findFirst();
    }

    record Open(RowDoor door, Source source) {}

    /** Whether matters of this type come in by their own door alone, since a plain row has not all that they need. */
    boolean guards(String type) {
        return doors.orderedStream().map(RowDoor::type).collect(Collectors.toSet()).contains(type);
    }
}
