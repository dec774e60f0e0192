package cn.duban.sheets;

import static cn.duban_db.ledger.Tables.BEARER_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static cn.duban_db.ledger.Tables.TEXT_ROW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.duban.ledger.Sight;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Matters as they stand now, in the parts that a sheet speaks of. */
@Component
class Present {

    private static final short BODY = 1;
    private static final int AT_ONCE = 500;
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final DSLContext sql;
    private final Sight sight;
    private final Directories directories;

    Present(DSLContext sql, Sight sight, Directories directories) {
        this.sql = sql;
        this.sight = sight;
        this.directories = directories;
    }

    /** @param parts what it says now in title, body, fields, roles and due day */
    record Now(UUID id, String number, String phase, Content parts) {

        boolean draft() {
            return phase.equals("draft");
        }

        boolean gone() {
            return phase.equals("void") || phase.equals("merged");
        }
    }

    /** Those that the viewer may see. */
    Map<UUID, Now> of(Collection<UUID> ids, Viewer viewer) {
        var all = new HashMap<UUID, Now>();
        var list = List.copyOf(ids);
        for (int from = 0; from < list.size(); from += AT_ONCE) read(list.subList(from, Math.min(list.size(), from + AT_ONCE)), viewer).forEach(now -> all.put(now.id(), now));
        return all;
    }

    /** Matters by their numbers. */
    Map<String, UUID> numbered(Collection<String> numbers, Viewer viewer) {
        return numbers.isEmpty() ? Map.of() : sql.select(MATTER_ROW.NUMBER, MATTER_ROW.ID).from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(viewer.tenant()), MATTER_ROW.NUMBER.in(numbers)).fetchMap(MATTER_ROW.NUMBER, MATTER_ROW.ID);
    }

    private List<Now> read(List<UUID> ids, Viewer viewer) {
        var seen = sight.of(viewer, directories.of(viewer.tenant()), new Sight.Columns(MATTER_ROW.TENANT, MATTER_ROW.ID, MATTER_ROW.PHASE, MATTER_ROW.SECRECY));
        var body = field(select(coalesce(TEXT_ROW.TEXT, inline(""))).from(TEXT_ROW).where(TEXT_ROW.TENANT.eq(MATTER_ROW.TENANT), TEXT_ROW.MATTER.eq(MATTER_ROW.ID), TEXT_ROW.KIND.eq(BODY)).limit(1));
        var bearers = multiset(select(BEARER_ROW.ROLE, BEARER_ROW.UNIT, BEARER_ROW.POST).from(BEARER_ROW).where(BEARER_ROW.TENANT.eq(MATTER_ROW.TENANT), BEARER_ROW.MATTER.eq(MATTER_ROW.ID)))
                .convertFrom(rows -> rows.stream().collect(Collectors.groupingBy(r -> r.value1(), TreeMap::new, Collectors.mapping(r -> r.value3() == null ? r.value2() : r.value3(), Collectors.toList()))));
        return sql.select(MATTER_ROW.ID, MATTER_ROW.NUMBER, MATTER_ROW.PHASE, MATTER_ROW.TITLE, body, MATTER_ROW.FIELDS, MATTER_ROW.DUE_ON, bearers).from(MATTER_ROW)
                .where(MATTER_ROW.TENANT.eq(viewer.tenant()), MATTER_ROW.ID.in(ids)).and(seen)
                .fetch(r -> new Now(r.value1(), r.value2(), r.value3(), new Content(r.value4(), r.value5() == null ? "" : r.value5(),
                        new TreeMap<>(SheetIntakes.JSON.readValue(r.value6().data(), FIELDS)), r.value8(), r.value7(), null, "", "", "")));
    }
}
