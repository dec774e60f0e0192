package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.NUMBER_SERIES;
import static java.util.Map.entry;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import cn.duban.evidence.EvidenceProof;
import cn.duban.ledger.type.MatterType.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Proves the record: every entry's hash and place in its chain, every row against what the entries add up to, what other
 * governments keep of it against the row, every anchor, every file of evidence against its hash, and what rooms above published out of it. Numbers that were given out
 * and that no matter bears are told, not judged: a refused opening leaves one, and so does a matter that was taken away whole.
 */
@Component
public class Proof {

    private static final int PAGE = 200;
    static final int MOST = 200;

    private final DSLContext sql;
    private final Anchors anchors;
    private final EvidenceProof files;
    private final ObjectProvider<Provable> above;

    Proof(DSLContext sql, Anchors anchors, EvidenceProof files, ObjectProvider<Provable> above) {
        this.above = above;
        this.sql = sql;
        this.anchors = anchors;
        this.files = files;
    }

    /**
     * @param where the matter, and the entry or row, in words a person can look up
     * @param zh what is wrong there
     * @param en the same in English
     */
    public record Break(String where, String zh, String en) {

        private static final Pattern PLACE = Pattern.compile("\\b(?:entry (\\d+)|anchor (\\d+) of tenant (\\d+)|(matter|file|bulletin|responsibility|assignment|clock|clock_entry|relation|evidence|share|figures|document)(?= ))");
        private static final Map<String, String> CHINESE = Map.ofEntries(entry("matter", "事项"), entry("file", "文件"), entry("bulletin", "通报"), entry("responsibility", "责任"), entry("assignment", "单位任务"),
                entry("clock", "时限"), entry("clock_entry", "时限变动"), entry("relation", "关联"), entry("evidence", "佐证材料"), entry("share", "对方登记"), entry("figures", "统计"), entry("document", "督办单据"));

        public String what() {
            return zh + " / " + en;
        }

        /** The place and what is wrong there. */
        public String said(boolean english) {
            return english ? where + ": " + en : placed() + "：" + zh;
        }

        private String placed() {
            return PLACE.matcher(where).replaceAll(found -> found.group(1) != null ? "第" + found.group(1) + "条记录"
                    : found.group(2) != null ? "第" + found.group(3) + "号政府的第" + found.group(2) + "个锚点" : Objects.requireNonNull(CHINESE.get(found.group(4))));
        }

        @Override
        public String toString() {
            return where + ": " + what();
        }
    }

    /**
     * @param published what rooms above published and what was proved with it
     * @param unused numbers given out that no matter bears, runs of them as one; of the first {@link #MOST}
     */
    public record Outcome(int matters, long entries, int anchors, long files, int erased, int published, List<String> unused, List<Break> breaks) {
        public boolean holds() {
            return breaks.isEmpty();
        }
    }

    public Outcome prove() {
        var tally = new Tally();
        StoredRows.tenants(sql).forEach(tenant -> prove(tenant, tally));
        return tally.outcome();
    }

    /** One government's record alone. */
    Outcome prove(int tenant) {
        var tally = new Tally();
        prove(tenant, tally);
        return tally.outcome();
    }

    private void prove(int tenant, Tally tally) {
        var stored = new StoredRows(sql, tenant);
        var shares = new ShareProof(sql, tenant);
        UUID after = new UUID(0, 0);
        for (List<UUID> page; !(page = page(tenant, after)).isEmpty(); after = page.getLast()) {
            prove(stored, page, tally);
            tally.breaks.addAll(shares.withheld(page));
        }
        tally.breaks.addAll(stored.orphans());
        tally.breaks.addAll(shares.invented());
        tally.anchors += anchors.prove(tenant, tally.breaks);
        var outcome = files.prove(tenant);
        above.orderedStream().forEach(room -> tally.published += room.prove(tenant, tally.breaks));
        tally.unused.addAll(unused(tenant));
        tally.files += outcome.files();
        outcome.faults().forEach(f -> tally.breaks.add(new Break("file " + f.file().hex(), wrong(f.wrong()).zh() + "（" + f.name() + "）", wrong(f.wrong()).en() + " (" + f.name() + ")")));
    }

    private static Label wrong(EvidenceProof.Wrong wrong) {
        return switch (wrong) {
            case CHANGED -> new Label("内容被改动", "its content was changed");
            case WRONG_SIZE -> new Label("大小不对", "its size is wrong");
            case MISSING -> new Label("文件不见了", "the file is missing");
            case UNREADABLE -> new Label("文件读不出", "the file cannot be read");
        };
    }

    private List<String> unused(int tenant) {
        var given = generateSeries(val(1), NUMBER_SERIES.NEXT.cast(Integer.class).minus(1)).as("given", "no");
        var no = given.field("no", Integer.class);
        var number = replace(NUMBER_SERIES.SERIES, val("{seq}"), no.cast(String.class));
        var rows = sql.select(NUMBER_SERIES.SERIES, no, number).from(NUMBER_SERIES, given).where(NUMBER_SERIES.TENANT.eq(tenant))
                .and(notExists(selectOne().from(MATTER).where(MATTER.TENANT.eq(tenant), MATTER.NUMBER.eq(number))))
                .orderBy(NUMBER_SERIES.SERIES, no).limit(MOST).fetch();
        var runs = new ArrayList<String>();
        for (int i = 0, first = 0; i < rows.size(); i++) {
            var goesOn = i + 1 < rows.size() && rows.get(i + 1).value1().equals(rows.get(i).value1()) && rows.get(i + 1).value2() == rows.get(i).value2() + 1;
            if (goesOn) continue;
            runs.add(first == i ? rows.get(i).value3() : rows.get(first).value3() + "—" + rows.get(i).value3());
            first = i + 1;
        }
        return runs;
    }

    private static final class Tally {
        int published;
        final List<String> unused = new ArrayList<>();
        int matters;
        long entries;
        int anchors;
        long files;
        int erased;
        final List<Break> breaks = new ArrayList<>();

        Outcome outcome() {
            return new Outcome(matters, entries, anchors, files, erased, published, List.copyOf(unused), List.copyOf(breaks));
        }
    }

    private List<UUID> page(int tenant, UUID after) {
        return sql.select(MATTER.ID).from(MATTER).where(MATTER.TENANT.eq(tenant), MATTER.ID.gt(after)).orderBy(MATTER.ID).limit(PAGE).fetch(MATTER.ID);
    }

    private static void prove(StoredRows stored, List<UUID> ids, Tally tally) {
        var entries = stored.entries(ids);
        stored.of(ids).forEach((matter, rows) -> {
            var own = entries.getOrDefault(matter, List.of());
            tally.matters++;
            tally.entries += own.size();
            tally.erased += (int) own.stream().filter(e -> e.payload() == null).count();
            tally.breaks.addAll(new Refold(rows, own).breaks());
        });
    }
}
