package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.EVIDENCE;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.RELATION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbArrayAgg;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import cn.duban.ledger.MatterLists.Columns;
import cn.duban.ledger.MatterLists.Moment;
import cn.duban.ledger.type.Lines;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban_db.ledger.tables.Matter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** A matter and what stands around it on its page, in one statement: its dossier, timeline, parents, children, ties, and where its files serve too. */
@Component
class MatterPages {

    /** Lines of the timeline on one page. */
    static final int LINES = 40;

    private static final TypeReference<List<Line>> LINES_READ = new TypeReference<>() {};

    private static final Matter CHILD = MATTER.as("c");

    private final DSLContext sql;
    private final Wordings wordings;
    private final MatterLists lists;

    MatterPages(DSLContext sql, Wordings wordings, MatterLists lists) {
        this.sql = sql;
        this.wordings = wordings;
        this.lists = lists;
    }

    /** An entry without its hashes; where it wrote the fields, with what they were before. */
    record Line(int no, String act, Instant at, int person, String personName, String postName, String unitName, @Nullable Integer behalfUnit,
            @Nullable String behalfName, @Nullable String fromState, String toState, Map<String, Object> payload, Map<String, Object> fieldsBefore) {

        Line {
            payload = Objects.requireNonNullElse(payload, Map.of());
            fieldsBefore = Objects.requireNonNullElse(fieldsBefore, Map.of());
        }
    }

    /** Another matter, as a link needs it. */
    record Other(UUID id, String number, String title) {}

    /** @param open whether the viewer sees it, and is not only told what the matter in hand is part of */
    record Above(Other other, boolean open) {}

    /** The same file as evidence of another matter. */
    record Twin(String hash, Other matter) {}

    record Around(MatterRow row, List<Above> above, List<MatterRow> children, List<Line> lines, boolean older, List<Other> ties, List<Twin> twins, Dossier dossier) {

        Around hostedBy(String government) {
            return new Around(row.hostedBy(government), above, children.stream().map(child -> child.hostedBy(government)).toList(), lines, older, ties, twins, dossier);
        }
    }

    /** @param before entries below this number only @return empty when there is no such matter, or not for this viewer */
    Optional<Around> around(MatterId id, Viewer viewer, Directory directory, Moment moment, TimelineKind kind, int before) {
        var values = Sight.values(viewer, directory);
        values.putAll(Map.of("tenant", id.tenant(), "matter", id.id(), "before", before, Columns.NOW, moment.now()));
        return wordings.fetch("page of " + kind, () -> statement(id, viewer, directory, moment, kind, before), values).stream().findFirst().map(r -> {
            var lines = r.get("lines", List.class);
            List<Record> below = cast(r.get("below", Result.class));
            var children = below.stream().map(child -> lists.row(child, CHILD, directory, moment)).toList();
            return new Around(lists.row(r, MATTER, directory, moment), cast(r.get("above", List.class)), children,
                    cast(lines.subList(0, Math.min(LINES, lines.size()))), lines.size() > LINES, cast(r.get("ties", List.class)), cast(r.get("twins", List.class)), r.get("dossier", Dossier.class));
        });
    }

    Select<?> statement(MatterId id, Viewer viewer, Directory directory, Moment moment, TimelineKind kind, int before) {
        var m = MATTER;
        var children = multiset(select(Columns.of(CHILD, moment.now()).fields()).from(CHILD).where(CHILD.TENANT.eq(m.TENANT), CHILD.PARENT.eq(m.ID)).and(lists.seen(CHILD, viewer, directory))
                .orderBy(CHILD.POSITION, CHILD.ID).limit(200)).as("below");
        return select(Columns.of(m, moment.now()).fields())
                .select(lines(m, kind, before), children, above(m, viewer, directory), ties(m, viewer, directory), twins(m, viewer, directory), Dossiers.column())
                .from(m).where(m.TENANT.eq(param("tenant", id.tenant())), m.ID.eq(param("matter", id.id()))).and(lists.seen(m, viewer, directory));
    }

    /** Finds the one matter of a number that this viewer sees. */
    Optional<UUID> numbered(String number, Viewer viewer, Directory directory) {
        return sql.select(MATTER.ID).from(MATTER).where(MATTER.TENANT.eq(viewer.tenant()), MATTER.NUMBER.eq(number)).and(lists.seen(MATTER, viewer, directory)).fetchOptional(MATTER.ID);
    }

    private static Field<List<Line>> lines(Matter m, TimelineKind kind, int before) {
        var wanted = switch (kind) {
            case ALL -> noCondition();
            case STEPS -> ENTRY.FROM_STATE.isDistinctFrom(ENTRY.TO_STATE);
            case WORDS -> ENTRY.FROM_STATE.eq(ENTRY.TO_STATE).and(ENTRY.PERSON.ne(0));
            case FILES -> exists(selectOne().from(EVIDENCE).where(EVIDENCE.TENANT.eq(ENTRY.TENANT), EVIDENCE.MATTER.eq(ENTRY.MATTER), EVIDENCE.ENTRY.eq(ENTRY.NO)));
        };
        // read by Jackson as a dossier is: by way of a multiset each payload would be parsed, written and parsed again
        var line = jsonbObject(key(inline("no")).value(ENTRY.NO), key(inline("act")).value(ENTRY.ACT), key(inline("at")).value(ENTRY.AT), key(inline("person")).value(ENTRY.PERSON),
                key(inline("person_name")).value(ENTRY.PERSON_NAME), key(inline("post_name")).value(ENTRY.POST_NAME), key(inline("unit_name")).value(ENTRY.UNIT_NAME),
                key(inline("behalf_unit")).value(ENTRY.BEHALF_UNIT), key(inline("behalf_name")).value(ENTRY.BEHALF_NAME), key(inline("from_state")).value(ENTRY.FROM_STATE), key(inline("to_state")).value(ENTRY.TO_STATE),
                key(inline("payload")).value(ENTRY.PAYLOAD), key(inline("fields_before")).value(fieldsBefore()));
        var newest = select(line.as("line"), ENTRY.NO).from(ENTRY).where(ENTRY.TENANT.eq(m.TENANT), ENTRY.MATTER.eq(m.ID), ENTRY.NO.lt(param("before", before))).and(wanted)
                .orderBy(ENTRY.NO.desc()).limit(LINES + 1).asTable("newest");
        return field(select(jsonbArrayAgg(newest.field("line", JSONB.class)).orderBy(newest.field(ENTRY.NO).desc())).from(newest)).as("lines")
                .convertFrom(lines -> lines == null ? List.of() : Rows.JSON.readValue(lines.data(), LINES_READ));
    }

    /** An entry keeps all fields when one changed: what they were stands in the latest one before it that did. */
    private static Field<JSONB> fieldsBefore() {
        var earlier = ENTRY.as("earlier");
        Field<JSONB> before = field(select(fields(earlier.PAYLOAD)).from(earlier)
                .where(earlier.TENANT.eq(ENTRY.TENANT), earlier.MATTER.eq(ENTRY.MATTER), earlier.NO.lt(ENTRY.NO), fields(earlier.PAYLOAD).isNotNull()).orderBy(earlier.NO.desc()).limit(1));
        return when(fields(ENTRY.PAYLOAD).isNotNull(), before);
    }

    private static Field<JSONB> fields(Field<JSONB> payload) {
        return jsonbGetAttribute(jsonbGetAttribute(jsonbGetAttribute(jsonbGetAttribute(payload, "delta"), "matter"), "0"), "fields");
    }

    /** The parent and its parent, the highest first, as far as this viewer sees them; of the parent, unless it is secret, the title to everybody who sees what stands under it. */
    private Field<List<Above>> above(Matter m, Viewer viewer, Directory directory) {
        var parent = MATTER.as("p");
        var grand = MATTER.as("g");
        var middle = MATTER.as("pp");
        var own = select(parent.ID, parent.NUMBER, parent.TITLE, inline(2).as("level"), field(lists.seen(parent, viewer, directory)).as("open")).from(parent)
                .where(parent.TENANT.eq(m.TENANT), parent.ID.eq(m.PARENT)).and(lists.seen(parent, viewer, directory).or(parent.SECRECY.in(inline("public"), inline("internal"))));
        var higher = select(grand.ID, grand.NUMBER, grand.TITLE, inline(1).as("level"), inline(true).as("open")).from(grand).join(middle).on(middle.TENANT.eq(grand.TENANT), middle.PARENT.eq(grand.ID))
                .where(middle.TENANT.eq(m.TENANT), middle.ID.eq(m.PARENT)).and(lists.seen(grand, viewer, directory));
        return multiset(own.unionAll(higher).orderBy(4)).as("above").convertFrom(rows -> rows.map(r -> new Above(new Other(r.value1(), r.value2(), r.value3()), r.value5())));
    }

    private Field<List<Other>> ties(Matter m, Viewer viewer, Directory directory) {
        var tied = MATTER.as("t");
        return multiset(select(tied.ID, tied.NUMBER, tied.TITLE).from(tied)
                .where(lists.seen(tied, viewer, directory))
                .and(tied.ID.in(select(RELATION.OTHER).from(RELATION).where(RELATION.TENANT.eq(m.TENANT), RELATION.MATTER.eq(m.ID), RELATION.UNTIL.isNull()))))
                .as("ties").convertFrom(rows -> rows.map(r -> new Other(r.value1(), r.value2(), r.value3())));
    }

    private Field<List<Twin>> twins(Matter m, Viewer viewer, Directory directory) {
        var twin = MATTER.as("w");
        var same = EVIDENCE.as("same");
        Condition elsewhere = same.TENANT.eq(m.TENANT).and(same.MATTER.ne(m.ID))
                .and(same.HASH.in(select(EVIDENCE.HASH).from(EVIDENCE).where(EVIDENCE.TENANT.eq(m.TENANT), EVIDENCE.MATTER.eq(m.ID))));
        return multiset(org.jooq.impl.DSL.selectDistinct(same.HASH, twin.ID, twin.NUMBER, twin.TITLE).from(same)
                .join(twin).on(twin.TENANT.eq(same.TENANT), twin.ID.eq(same.MATTER))
                .where(elsewhere).and(lists.seen(twin, viewer, directory)).limit(50))
                .as("twins").convertFrom(rows -> rows.map(r -> new Twin(r.value1(), new Other(r.value2(), r.value3(), r.value4()))));
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> cast(List<?> list) {
        return (List<T>) list;
    }
}
