package cn.duban.ledger;

import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.ledger.type.ShippedTypes;
import cn.duban.units.Directory;
import cn.duban.units.SmallTown;
import cn.duban.web.Viewer;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A matter on paper: acts are decided and sealed as the door does it, and kept in memory. The clock stands until it is moved. */
final class Paper {

    static final UUID MASTER = UUID.fromString("00000000-0000-7000-8000-00000000aaaa");

    final MatterType type;
    final Directory directory;
    final List<Viewer> viewers;
    final List<Entry> entries = new ArrayList<>();
    Deadlines deadlines = new Deadlines(WorkCalendar.shipped());
    Instant now;
    Dossier dossier;

    Paper(MatterType type, LocalDate opened, boolean imported, @Nullable LocalDate due) {
        this.type = type;
        this.now = at(opened, 9);
        this.directory = SmallTown.directory(opened);
        this.viewers = SmallTown.viewers(directory);
        var id = UUID.nameUUIDFromBytes((type.name() + opened).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var opening = new Opening(id, "test", type.name(), "一件事", "", Map.of(), Map.of(), due, null, null, 0, Secrecy.INTERNAL, imported, null, null);
        var fresh = new Matter(SmallTown.TENANT, id, "test", type.name(), 0, 1, "测〔2026〕1号", "一件事", "", required(type), type.initial().name(),
                Phase.of(type, type.initial()), type.initial().owes(), null, 0, Secrecy.INTERNAL, imported, opened, due, null, null, null, now, 1, Hex.ZERO);
        // the head of supervision approves what another proposes
        var inspector = viewer(type.roles().containsKey(MatterType.APPROVER) ? 5 : 4);
        take(lifecycle().open(opening, fresh, inspector, now, null), inspector);
    }

    private static Map<String, String> required(MatterType type) {
        return type.fields().values().stream().filter(MatterType.Field::required)
                .collect(Collectors.toMap(MatterType.Field::name, f -> Props.sample(f, LocalDate.of(2026, 1, 5))));
    }

    /** The shipped measure, handed out and received. */
    static Paper atWork(LocalDate opened, LocalDate due) {
        var paper = new Paper(ShippedTypes.load().get("rectification-measure"), opened, false, null);
        paper.act(Act.of("assign").role("leader", SmallTown.VICE).role("lead", SmallTown.ECO).role("assist", SmallTown.HOUSING).due(due), 4);
        paper.act(Act.of("receive"), 8);
        return paper;
    }

    Lifecycle lifecycle() {
        return new Lifecycle(type, directory, deadlines);
    }

    Viewer viewer(int person) {
        return viewers.stream().filter(v -> v.person() == person).findFirst().orElseThrow();
    }

    Paper on(LocalDate day) {
        now = at(day, 10);
        return this;
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(Deadlines.CHINA).toInstant();
    }

    LocalDate today() {
        return now.atZone(Deadlines.CHINA).toLocalDate();
    }

    Paper act(Act act, int person) {
        return act(act, viewer(person));
    }

    Paper act(Act act, Viewer viewer) {
        take(decided(act, viewer), viewer);
        return this;
    }

    Change decided(Act act, Viewer viewer) {
        return lifecycle().judge(dossier, act, viewer, now);
    }

    void take(Change change, Viewer viewer) {
        var entry = Chain.seal(change, viewer);
        entries.add(entry);
        dossier = change.after(change.matter.sealed(entry.no(), entry.hash()), viewer);
    }

    /** The latest clock of that name; an assignment's too. */
    Clock clock(String name) {
        return dossier.clocks().stream().filter(c -> c.name().equals(name)).reduce((a, b) -> b).orElseThrow();
    }

    List<ClockEntry> journal(String name) {
        var no = clock(name).no();
        return dossier.journal().stream().filter(e -> e.clock() == no).toList();
    }

    List<Proof.Break> breaks() {
        return new Refold(dossier, entries).breaks();
    }

    static Act.Attachment aFile() {
        return new Act.Attachment("ab".repeat(32), "照片.jpg", "PHOTO", "image/jpeg", 10);
    }
}
