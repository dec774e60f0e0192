package cn.duban.sheets;

import static cn.duban.ledger.Said.in;
import static cn.duban.ledger.Said.stateOf;
import static cn.duban_db.ledger.Tables.BEARER_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.duban.documents.PaperLedger;
import cn.duban.documents.PaperLedger.Column;
import cn.duban.documents.PaperLedger.Group;
import cn.duban.documents.PaperLedger.Paper;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Sight;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Person;
import cn.duban.web.Dates;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A list of matters as an official ledger: what stands under one matter together, who answers, by when, how far. Chinese, for it is paper. */
@Component
class LedgerPapers {

    /** More than a binder holds. */
    static final int MOST = 5000;

    private final DSLContext sql;
    private final Matters matters;
    private final Sight sight;
    private final Directories directories;

    LedgerPapers(DSLContext sql, Matters matters, Sight sight, Directories directories) {
        this.sql = sql;
        this.matters = matters;
        this.sight = sight;
        this.directories = directories;
    }

    private record Bearer(String role, int unit, @Nullable Integer post) {}

    private record Detail(UUID id, int position, @Nullable LocalDate dueOn, @Nullable UUID parent, @Nullable String above, List<Bearer> bearers, Directory directory) {}

    /** @throws Refused when the list is empty, or too long for paper */
    PaperLedger of(MatterQuery query, String title, Paper paper, Viewer viewer) {
        var rows = rows(query, viewer);
        if (rows.isEmpty()) throw Refused.invalid("sheets.out.empty", Words.say("sheets.out.empty"), Words.say("sheets.out.empty.next"));
        var directory = directories.of(viewer.tenant());
        var details = new HashMap<UUID, Detail>();
        // a matter of another government is told in the names of the ledger on which it stands
        rows.stream().collect(Collectors.groupingBy(row -> row.id().tenant())).forEach((tenant, theirs) -> details.putAll(details(theirs, directories.at(tenant, viewer), directories.of(tenant))));
        var grouped = details.values().stream().anyMatch(detail -> detail.above() != null);
        var columns = new ArrayList<Column>();
        columns.add(new Column(printed("no"), 4, true));
        if (grouped) columns.add(new Column(printed("above"), 20, false));
        columns.addAll(List.of(new Column(printed("matter"), 30, false), new Column(printed("leader"), 10, true), new Column(printed("lead"), 13, true), new Column(printed("assist"), 15, false),
                new Column(printed("due"), 10, true), new Column(printed("state"), 8, true), new Column(printed("claim"), 14, false)));
        var groups = new ArrayList<Group>();
        for (var group : grouped(rows, details)) {
            var no = "" + (groups.size() + 1);
            var above = details.get(group.getFirst().id().id()).above();
            var cells = group.stream().map(row -> cells(row, details.get(row.id().id()))).toList();
            groups.add(grouped ? new Group(List.of(no, above == null ? "" : above), cells) : new Group(List.of(no), cells));
        }
        return new PaperLedger(title, viewer.unitName(), directory.today(), paper, columns, grouped ? 2 : 1, groups);
    }

    private List<MatterRow> rows(MatterQuery query, Viewer viewer) {
        var rows = new ArrayList<MatterRow>();
        for (var next = query.after(null).pages(MatterQuery.LARGEST); ; ) {
            var page = matters.list(next, viewer);
            rows.addAll(page.rows());
            if (rows.size() > MOST) throw Refused.invalid("sheets.out.long", Words.say("sheets.out.long", MOST), Words.say("sheets.out.long.next"));
            if (page.next() == null) return rows;
            next = next.after(page.next());
        }
    }

    private Map<UUID, Detail> details(List<MatterRow> rows, Viewer viewer, Directory directory) {
        var m = MATTER_ROW.as("m");
        var above = MATTER_ROW.as("above");
        var bearers = multiset(select(BEARER_ROW.ROLE, BEARER_ROW.UNIT, BEARER_ROW.POST).from(BEARER_ROW).where(BEARER_ROW.TENANT.eq(m.TENANT), BEARER_ROW.MATTER.eq(m.ID)).orderBy(BEARER_ROW.UNIT))
                .convertFrom(all -> all.map(r -> new Bearer(r.value1(), r.value2(), r.value3())));
        var details = new HashMap<UUID, Detail>();
        for (int from = 0; from < rows.size(); from += 500) {
            var ids = rows.subList(from, Math.min(rows.size(), from + 500)).stream().map(row -> row.id().id()).toList();
            sql.select(m.ID, m.POSITION, m.DUE_ON, m.PARENT, above.TITLE, bearers).from(m)
                    .leftJoin(above).on(above.TENANT.eq(m.TENANT), above.ID.eq(m.PARENT), sight.of(viewer, directory, new Sight.Columns(above.TENANT, above.ID, above.PHASE, above.SECRECY)))
                    .where(m.TENANT.eq(viewer.tenant()), m.ID.in(ids)).forEach(r -> details.put(r.value1(), new Detail(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), directory)));
        }
        return details;
    }

    /** What stands under one matter together and in its order, where the first of it stands in the list. */
    private static List<List<MatterRow>> grouped(List<MatterRow> rows, Map<UUID, Detail> details) {
        var groups = new LinkedHashMap<UUID, List<MatterRow>>();
        for (var row : rows) {
            var detail = details.get(row.id().id());
            if (detail == null) continue;
            groups.computeIfAbsent(detail.above() == null || detail.parent() == null ? detail.id() : detail.parent(), id -> new ArrayList<>()).add(row);
        }
        groups.values().forEach(group -> group.sort(Comparator.comparingInt(row -> details.get(row.id().id()).position())));
        return List.copyOf(groups.values());
    }

    private static List<String> cells(MatterRow row, Detail detail) {
        var directory = detail.directory();
        return List.of(row.title() + "\n（" + row.number() + "）", posts(detail, "leader", directory), units(detail, "lead", directory), units(detail, "assist", directory),
                detail.dueOn() == null ? "" : Dates.written(detail.dueOn()), stateOf(row), row.claim() == null ? "" : row.claim() + (row.unverified() ? "（" + printed("unverified") + "）" : ""));
    }

    private static String units(Detail detail, String role, Directory directory) {
        return detail.bearers().stream().filter(b -> b.role().equals(role)).map(b -> directory.unitName(b.unit())).collect(Collectors.joining("、"));
    }

    private static String posts(Detail detail, String role, Directory directory) {
        return detail.bearers().stream().filter(b -> b.role().equals(role) && b.post() != null).map(b -> directory.post(b.post()).map(post -> post.name()).orElse("")
                + directory.holders(b.post()).stream().map(Person::name).map(name -> "\n" + name).collect(Collectors.joining())).collect(Collectors.joining("、"));
    }

    private static String printed(String key) {
        return Words.in(Words.CHINESE, "sheets.paper." + key);
    }
}
