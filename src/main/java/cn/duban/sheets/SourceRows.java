package cn.duban.sheets;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.type.MatterType;
import cn.duban.sheets.Line.Outcome;
import cn.duban.sheets.Remark.Kind;
import cn.duban.sheets.RowDoor.Row;
import cn.duban.sheets.RowReader.Read;
import cn.duban.sheets.reading.Said;
import cn.duban.units.Directory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of one sheet of a source outside, understood by its door and held against what came by it before. Keeps their numbers while it lives, and nowhere else. */
final class SourceRows {

    /** Among the fields of a content: why the source sends it back. No type has a field of this name. */
    static final String BACK = "sent back";

    /** Among the fields of a content: the digest of who reported. */
    static final String PEOPLE = "who reported";

    /** Nobody but the desk compares the two: neither is on any page. */
    static final Said OTHERS = Said.of("来电人信息与上次不同，请在工单上核对。", "who reported differs from the issue before; look at it on the ticket.");

    private final RowDoor door;
    private final SheetIntake intake;
    private final MatterType type;
    private final Directory directory;
    private final RowReader reader;
    private final Map<Integer, String> numbers = new HashMap<>();

    SourceRows(RowDoor door, SheetIntake intake, MatterType type, Directory directory) {
        this.door = door;
        this.intake = intake;
        this.type = type;
        this.directory = directory;
        this.reader = new RowReader(intake.mapping(), type, directory);
    }

    RowDoor door() {
        return door;
    }

    /** As it is handed to the door. */
    static Row row(Content content, Map<String, String> words) {
        return new Row(content.key(), content.title(), content.due(), content.received(), content.body(), words);
    }

    Row row(Line line) {
        var read = reader.read(line.no(), line.cells());
        return row(read.content().orElseThrow(), read.words());
    }

    /** What is kept of a row, with what is wrong with it; its number stays here. */
    Content understood(int no, Read read, List<Remark> remarks) {
        var row = row(read.content().orElseThrow(), read.words());
        remarks.replaceAll(this::unquoted);
        if (row.number().isEmpty()) remarks.add(Remark.of(Kind.FAULT, intake.mapping().to(Target.KEY).orElse(null), Said.of("是空的。上级按编号认工单，没有编号的不能导入；请补上，或者删去这一行。", "is empty: its source knows it by its number. Fill it in or take the row out.")));
        else numbers.put(no, row.number());
        var understood = door.understand(intake.tenant(), source(), row);
        for (var wrong : understood.wrong()) remarks.add(Remark.of(wrong.stops() ? Kind.FAULT : Kind.DOUBT, intake.mapping().to(wrong.target()).orElse(null), Said.of(wrong.zh(), wrong.en())));
        var fields = new TreeMap<>(understood.fields());
        if (!understood.people().isEmpty()) fields.put(PEOPLE, understood.people());
        if (!understood.back().isEmpty()) fields.put(BACK, understood.back());
        return new Content(understood.title(), understood.body(), fields, new TreeMap<>(), null, row.received(), "", row.number().isEmpty() ? "" : understood.key(), "");
    }

    /** Where a column was mistaken for a day, what stands in it may be a name: the sentence does not say it again. */
    private Remark unquoted(Remark remark) {
        if (remark.kind() != Kind.FAULT) return remark;
        return Stream.of(Target.DUE, Target.RECEIVED).flatMap(day -> intake.mapping().to(day).stream()).filter(column -> column.letter().equals(remark.column())).findFirst()
                .map(column -> Remark.of(remark.kind(), column, Said.of("读不出日期。请写成 2026-06-30、2026年6月底前这样的日期，没有就空着。", "is no day that can be read. Write one like 2026-06-30, or leave it empty."))).orElse(remark);
    }

    private String source() {
        return Objects.requireNonNull(intake.source());
    }

    /** What came before, by the numbers of these rows. */
    Map<String, Optional<UUID>> there() {
        return numbers.isEmpty() ? Map.of() : door.there(intake.tenant(), source(), numbers.values());
    }

    /** @param before what each matter's row said in the issue before; a matter that came by another way has none */
    Line judged(Line line, Map<String, Optional<UUID>> there, Map<UUID, Content> before, Map<UUID, Present.Now> now) {
        var number = numbers.get(line.no());
        if (line.outcome() == Outcome.NONE || number == null || !there.containsKey(number)) return line;
        var matter = there.get(number).orElse(null);
        if (line.outcome() == Outcome.FAULTY) return line.found(Outcome.FAULTY, line.content(), line.remarks(), matter);
        if (matter == null) return held(line, null, Said.of("已经从上级的接口收到过，另行存放着，等坐席处理；没有再导入一次。", "came by the platform's own door and is held apart for the desk; not taken in again."));
        return against(line, matter, before.get(matter), now.get(matter));
    }

    private Line against(Line line, UUID matter, @Nullable Content before, Present.@Nullable Now now) {
        var content = Objects.requireNonNull(line.content());
        var found = differing(content, before, now);
        var remarks = new ArrayList<>(found.remarks());
        var outcome = found.nothing() ? Outcome.UNCHANGED : found.taken().isEmpty() ? Outcome.HELD : Outcome.CHANGED;
        var back = content.fields().get(BACK);
        if (back != null) {
            var refusal = door.against(new MatterId(intake.tenant(), matter));
            remarks.addFirst(refusal == null ? Remark.of(Kind.CHANGE, verdict(), Said.of("上级退回重办：" + back, "Sent back by its source: " + back)) : remark(refusal));
            outcome = refusal == null ? Outcome.CHANGED : outcome == Outcome.UNCHANGED ? Outcome.HELD : outcome;
        }
        remarks.addAll(line.remarks());
        return line.found(outcome, content, remarks, matter);
    }

    /** Whether the check found that the row sends its matter back. */
    boolean sendsBack(Line line) {
        var verdict = verdict();
        return verdict != null && line.remarks().stream().anyMatch(remark -> remark.kind() == Kind.CHANGE && verdict.letter().equals(remark.column()));
    }

    private Mapping.@Nullable Column verdict() {
        return intake.mapping().to(Target.DOOR + "verdict").orElse(null);
    }

    private static Remark remark(Refusal refusal) {
        return Remark.of(Kind.HELD, null, Said.of(refusal.zh(), refusal.en()));
    }

    private static Line held(Line line, @Nullable UUID matter, Said why) {
        var remarks = new ArrayList<>(line.remarks());
        remarks.add(Remark.of(Kind.HELD, null, why));
        return line.found(Outcome.HELD, line.content(), remarks, matter);
    }

    /** What the row says otherwise, and how much of it can be taken over. @param before what its matter's row said before, without one what came by another way */
    Differences.Found differing(Content content, @Nullable Content before, Present.@Nullable Now now) {
        var found = new Differences(intake.mapping(), type, directory, door.dueField()).between(before(content, before, now), content, now);
        var people = before == null ? null : before.fields().get(PEOPLE);
        if (people != null && content.fields().containsKey(PEOPLE) && !people.equals(content.fields().get(PEOPLE))) found.remarks().add(Remark.of(Kind.HELD, null, OTHERS));
        return found;
    }

    /** Whoever reported according to the later one: said once that it differs, it is compared with that. */
    static Content knowing(Content before, Content later) {
        return later.fields().containsKey(PEOPLE) ? before.taking(Set.of(Target.FIELD + PEOPLE), later) : before;
    }

    Content before(Content content, @Nullable Content before, Present.@Nullable Now now) {
        return before != null ? before : bare(content, now);
    }

    /** What came by another way says the same, as far as anybody knows; a day that its source sets now it may not have had. */
    private Content bare(Content content, Present.@Nullable Now now) {
        var fields = new TreeMap<>(content.fields());
        var kept = now == null ? "" : now.parts().fields().getOrDefault(door.dueField(), "");
        if (kept.isEmpty()) fields.remove(door.dueField());
        else fields.put(door.dueField(), kept);
        return new Content(content.title(), content.body(), fields, content.roles(), null, content.received(), "", content.key(), "");
    }

    /** What the row says otherwise than its matter's row before, in a sentence each, for whoever works on it. */
    String changes(List<Remark> remarks) {
        var verdict = verdict();
        return remarks.stream().filter(remark -> remark.kind() == Kind.CHANGE && (verdict == null || !verdict.letter().equals(remark.column()))).map(Remark::written).collect(Collectors.joining("\n"));
    }
}
