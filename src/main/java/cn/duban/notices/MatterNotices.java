package cn.duban.notices;

import cn.duban.ledger.ClockEntry;
import cn.duban.ledger.Happening;
import cn.duban.ledger.Happenings;
import cn.duban.ledger.MatterActed;
import cn.duban.ledger.MatterListener;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people of committed acts. Done again it tells nobody twice: a notice's source is its entry. */
@Component
class MatterNotices implements MatterListener {

    private final Happenings happenings;
    private final Directories directories;
    private final Notices notices;

    MatterNotices(Happenings happenings, Directories directories, Notices notices) {
        this.happenings = happenings;
        this.directories = directories;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public void acted(MatterActed event) {
        acted(List.of(event));
    }

    /** A ledger of many thousands is taken in without telling anybody: what is a draft waits with those who drew it up. */
    @Override
    public void acted(List<MatterActed> events) {
        events.stream().filter(event -> event.entry() > 1 || event.phase() != Phase.DRAFT).collect(Collectors.groupingBy(event -> event.matter().tenant())).forEach((tenant, some) -> {
            var tellings = new LinkedHashMap<Telling, Map<Viewer, Kind>>();
            happenings.of(tenant, some.stream().map(event -> new Happenings.Key(event.matter().id(), event.entry())).toList()).stream()
                    .filter(happening -> !happening.matter().imported() || happening.entry().no() > 1)
                    .forEach(happening -> tellings.put(telling(happening), seeing(happening, Concerned.of(happening, directories.of(tenant)))));
            notices.tell(tenant, tellings);
        });
    }

    private Telling telling(Happening happening) {
        var entry = happening.entry();
        return new Telling(entry.tenant(), MatterSubjects.NAME, entry.matter(), "#entry-" + entry.no(), happening.called(), actor(happening),
                day(happening), "entry:" + entry.matter() + ":" + entry.no());
    }

    /** The day newly promised where that is what it tells, else the one by which the next step is due. */
    private @Nullable LocalDate day(Happening happening) {
        var next = happening.matter().dueAt();
        if (next == null || happening.journal(ClockEntry.Kind.EXTEND)) return happening.matter().dueOn();
        return LocalDate.ofInstant(next.minusNanos(1), directories.of(happening.matter().tenant()).zone());
    }

    private static String actor(Happening happening) {
        var entry = happening.entry();
        return entry.person() == 0 ? "" : entry.unitName() + " " + entry.personName();
    }

    Map<Viewer, Kind> seeing(Happening happening, Map<Viewer, Kind> concerned) {
        var readers = new LinkedHashMap<>(concerned);
        readers.keySet().removeIf(reader -> !happenings.sees(happening, reader));
        return readers;
    }
}
