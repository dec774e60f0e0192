package cn.duban.figures;

import static cn.duban_db.figures.Tables.PUBLISHED_MONTH;

import cn.duban.crypto.CanonicalJson;
import cn.duban.crypto.Sm3;
import cn.duban.ledger.Door;
import cn.duban.ledger.Proof.Break;
import cn.duban.ledger.Provable;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Months that rooms published: what everybody was told stays, whatever is counted later, and a correction stands beside it with its reason. */
@Component
public class PublishedMonths implements Provable {

    private static final int LONGEST = 200;

    private final DSLContext sql;
    private final Directories directories;
    private final Clock clock;

    PublishedMonths(DSLContext sql, Directories directories, Clock clock) {
        this.sql = sql;
        this.directories = directories;
        this.clock = clock;
    }

    /** The one that stands first, then those that it corrected. @param what the room's word for these figures */
    public List<PublishedMonth> of(int tenant, String what, YearMonth month) {
        return rows(tenant, PUBLISHED_MONTH.WHAT.eq(what).and(PUBLISHED_MONTH.MONTH.eq(month.atDay(1))));
    }

    /** @param version 0 for the one that stands */
    public static Optional<PublishedMonth> version(List<PublishedMonth> versions, int version) {
        return versions.stream().filter(one -> version == 0 || one.version() == version).findFirst();
    }

    /**
     * Who may do so is the room's to decide.
     *
     * @param told the figures in maps, lists, texts and whole numbers, its lines under {@code rows}
     * @param reason of a correction; of no account for the first
     * @throws Refused where the month has not ended, a correction has no reason, or there is nothing to correct
     */
    public PublishedMonth publish(String what, YearMonth month, Map<String, Object> told, String reason, Viewer by) {
        var directory = directories.of(by.tenant());
        if (!month.isBefore(YearMonth.from(directory.today()))) throw refused("running", month, Dates.day(month.plusMonths(1).atDay(1)));
        var last = of(by.tenant(), what, month).stream().findFirst().orElse(null);
        if (last != null && (reason.isBlank() || reason.length() > LONGEST || !Door.masked(reason).equals(reason) || Door.marked(reason))) throw refused("reason", month, LONGEST);
        if (last != null && Arrays.equals(CanonicalJson.bytes(CanonicalJson.plain(last.read().path("rows"))), CanonicalJson.bytes(told.get("rows"))))
            throw Refused.conflict("figures.month", Words.say("figures.month.same", month), Words.say("figures.month.same.next"));
        int version = last == null ? 1 : last.version() + 1;
        var tree = new LinkedHashMap<>(told);
        tree.put("month", month.toString());
        tree.put("version", version);
        tree.put("reason", last == null ? "" : reason.strip());
        var content = CanonicalJson.bytes(tree);
        var kept = sql.insertInto(PUBLISHED_MONTH).set(PUBLISHED_MONTH.TENANT, by.tenant()).set(PUBLISHED_MONTH.WHAT, what).set(PUBLISHED_MONTH.MONTH, month.atDay(1)).set(PUBLISHED_MONTH.VERSION, version)
                .set(PUBLISHED_MONTH.CONTENT, new String(content, StandardCharsets.UTF_8)).set(PUBLISHED_MONTH.DIGEST, Sm3.digest(content)).set(PUBLISHED_MONTH.REASON, last == null ? null : reason.strip())
                .set(PUBLISHED_MONTH.PERSON, by.person()).set(PUBLISHED_MONTH.BY_NAME, by.unitName() + " " + by.personName()).set(PUBLISHED_MONTH.PUBLISHED_AT, clock.instant()).onConflictDoNothing().execute();
        if (kept == 0) throw Refused.conflict("figures.month", Words.say("figures.month.moved", month), Words.say("figures.month.moved.next"));
        return version(of(by.tenant(), what, month), version).orElseThrow();
    }

    private static Refused refused(String why, Object... said) {
        return Refused.invalid("figures.month." + why, Words.say("figures.month." + why, said), Words.say("figures.month." + why + ".next", said));
    }

    /** How open data say which version they are; null where they are counted as of now. */
    public static @Nullable Map<String, Object> said(@Nullable PublishedMonth shown) {
        if (shown == null) return null;
        var said = new LinkedHashMap<String, Object>();
        said.put("version", shown.version());
        said.put("at", shown.at().toString());
        said.put("digest", shown.digest());
        said.put("reason", shown.reason());
        return said;
    }

    /** Lines of a spreadsheet with head, each with the version that it is of and the moment it was published; both empty where they are counted as of now. */
    public static List<List<String>> marked(List<String> head, List<Map<String, Object>> rows, @Nullable PublishedMonth shown) {
        var lines = new ArrayList<List<String>>();
        lines.add(Stream.concat(head.stream(), Stream.of("version", "published_at")).toList());
        var mark = shown == null ? List.of("", "") : List.of(String.valueOf(shown.version()), shown.at().toString());
        rows.forEach(row -> lines.add(Stream.concat(head.stream().map(name -> String.valueOf(row.get(name))), mark.stream()).toList()));
        return lines;
    }

    /** The texts against the digests under which everybody got them. */
    @Override
    public int prove(int tenant, List<Break> breaks) {
        var all = sql.select(PUBLISHED_MONTH.WHAT, PUBLISHED_MONTH.MONTH, PUBLISHED_MONTH.VERSION, PUBLISHED_MONTH.CONTENT, PUBLISHED_MONTH.DIGEST).from(PUBLISHED_MONTH).where(PUBLISHED_MONTH.TENANT.eq(tenant)).fetch();
        for (var row : all) {
            var is = Sm3.hex(Sm3.digest(row.value4().getBytes(StandardCharsets.UTF_8)));
            if (!is.equals(Sm3.hex(row.value5()))) breaks.add(new Break("month " + row.value1() + " " + YearMonth.from(row.value2()) + " #" + row.value3(), "文字与发布时不同", "the text is not what was published"));
        }
        return all.size();
    }

    private List<PublishedMonth> rows(int tenant, Condition which) {
        return sql.select(PUBLISHED_MONTH.MONTH, PUBLISHED_MONTH.VERSION, PUBLISHED_MONTH.CONTENT, PUBLISHED_MONTH.DIGEST, PUBLISHED_MONTH.REASON, PUBLISHED_MONTH.BY_NAME, PUBLISHED_MONTH.PUBLISHED_AT).from(PUBLISHED_MONTH)
                .where(PUBLISHED_MONTH.TENANT.eq(tenant), which).orderBy(PUBLISHED_MONTH.VERSION.desc())
                .fetch(r -> new PublishedMonth(YearMonth.from(r.value1()), r.value2(), r.value3(), Sm3.hex(r.value4()), r.value5(), r.value6(), r.value7()));
    }
}
