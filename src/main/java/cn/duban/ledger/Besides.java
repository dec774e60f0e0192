package cn.duban.ledger;

import cn.duban.ledger.Beside.Panel;
import cn.duban.ledger.Beside.Told;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that the rooms above show on the page of a matter; nothing on one of another government, whose rooms are shut. */
public record Besides(List<Beside> rooms) {

    public List<Panel> panels(MatterRow row) {
        return row.host() != null ? List.of() : rooms.stream().flatMap(room -> room.panels(row).stream()).sorted(Comparator.comparingInt(Panel::order)).toList();
    }

    public @Nullable Told told(MatterRow row, TimelineLine line) {
        return rooms.stream().map(room -> room.told(row, line)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    public List<Panel> under(MatterRow row, TimelineLine line) {
        return row.host() != null ? List.of() : rooms.stream().map(room -> room.under(row, line)).filter(Objects::nonNull).sorted(Comparator.comparingInt(Panel::order)).toList();
    }
}
