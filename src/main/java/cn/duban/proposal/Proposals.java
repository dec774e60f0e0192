package cn.duban.proposal;

import static cn.duban.proposal.Course.M;
import static cn.duban_db.ledger.Tables.ACT_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Sight;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of the room: figures, their rows, and the course of one suggestion; each one statement, with the viewer's sight in its {@code where}. */
@Component
class Proposals {

    static final int PAGE = 50;
    private static final Sight.Columns MATTERS = new Sight.Columns(M.TENANT, M.ID, M.PHASE, M.SECRECY);

    private final DSLContext sql;
    private final Sight sight;
    private final Directories directories;
    private final Clock clock;

    Proposals(DSLContext sql, Sight sight, Directories directories, Clock clock) {
        this.sql = sql;
        this.sight = sight;
        this.directories = directories;
        this.clock = clock;
    }

    /** The figures of the suggestions that one unit leads; of nobody's before they are assigned. */
    record Counted(@Nullable Integer unit, Map<Figure, Integer> figures) {}

    /** @param serial the number that the session gave it */
    record Spot(UUID matter, String session, String serial, boolean key, Instant openedAt) {}

    /** An act on a suggestion that tells of its course. */
    record Done(int no, String act, Instant at, String unit, String person, @Nullable String note, @Nullable String reason) {}

    List<Counted> counts(ProposalScope scope, Viewer viewer) {
        var now = clock.instant();
        var figures = Figure.values();
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(M.LEAD_UNIT);
        for (var figure : figures) columns.add(count().filterWhere(figure.at(now)).as(figure.word()));
        return sql.select(columns).from(Course.rows()).where(within(scope, viewer)).groupBy(M.LEAD_UNIT).fetch(r -> {
            var counted = new EnumMap<Figure, Integer>(Figure.class);
            for (var figure : figures) counted.put(figure, r.get(figure.word(), Integer.class));
            return new Counted(r.get(M.LEAD_UNIT), counted);
        });
    }

    /** The rows behind a number, the latest first. */
    List<Spot> rows(Figure figure, ProposalScope scope, @Nullable Spot after, Viewer viewer) {
        var further = after == null ? noCondition() : row(M.OPENED_AT, M.ID).lt(after.openedAt(), after.matter());
        return sql.select(M.ID, Course.session(), Course.told("serial"), Course.told("key"), M.OPENED_AT).from(Course.rows())
                .where(within(scope, viewer), figure.at(clock.instant()), further).orderBy(M.OPENED_AT.desc(), M.ID.desc()).limit(PAGE + 1)
                .fetch(r -> new Spot(r.value1(), Objects.requireNonNullElse(r.value2(), ""), Objects.requireNonNullElse(r.value3(), ""), "true".equals(r.value4()), r.value5()));
    }

    List<String> sessions(Viewer viewer) {
        var session = jsonbGetAttributeAsText(M.FIELDS, inline("session"));
        return sql.selectDistinct(session).from(M).where(M.TYPE.in(Course.inlined(ProposalKind.TYPES)), session.isNotNull(), sight.of(viewer, directories.of(viewer.tenant()), MATTERS))
                .orderBy(session.desc()).limit(60).fetch(session);
    }

    private Condition within(ProposalScope scope, Viewer viewer) {
        var wanted = Stream.of(ProposalKind.values()).filter(kind -> scope.kind() == null || scope.kind() == kind).flatMap(kind -> Stream.of(kind.type(), kind.promise())).map(word -> (Field<String>) inline(word)).toList();
        return M.LEDGER.eq(inline(ProposalKind.LEDGER)).and(M.TYPE.in(wanted)).and(scope.session() == null ? noCondition() : Course.session().eq(scope.session()))
                .and(scope.unit() == null ? noCondition() : M.LEAD_UNIT.eq(scope.unit())).and(sight.of(viewer, directories.of(viewer.tenant()), MATTERS));
    }

    /** One suggestion as far as this room tells of it; empty where the viewer may not see it, or it is none. */
    Optional<Suggestion> find(MatterId id, Viewer viewer) {
        if (id.tenant() != viewer.tenant()) return Optional.empty();
        return suggestion(id, sight.of(viewer, directories.of(viewer.tenant()), MATTERS));
    }

    Optional<Suggestion> suggestion(MatterId id, Condition may) {
        return sql.select(M.TYPE, M.NUMBER, M.TITLE, M.STATE, M.PHASE, M.LEAD_UNIT, M.FIELDS).from(M)
                .where(M.TENANT.eq(id.tenant()), M.ID.eq(id.id()), M.TYPE.in(Course.inlined(ProposalKind.TYPES)), may)
                .fetchOptional(r -> new Suggestion(id, ProposalKind.of(r.value1()).orElseThrow(), r.value2(), r.value3(), r.value4(), r.value6(), Suggestion.fields(r.value7().data()), done(id)));
    }

    private List<Done> done(MatterId id) {
        return sql.select(ACT_ROW.NO, ACT_ROW.ACT, ACT_ROW.AT, ACT_ROW.UNIT_NAME, ACT_ROW.PERSON_NAME, ACT_ROW.NOTE, ACT_ROW.REASON).from(ACT_ROW)
                .where(ACT_ROW.TENANT.eq(id.tenant()), ACT_ROW.MATTER.eq(id.id()), ACT_ROW.ACT.in(Suggestion.TOLD)).orderBy(ACT_ROW.NO)
                .fetch(r -> new Done(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7()));
    }

    /** What the public may read: classified as public, marked to be published, replied to. The latest first, without their courses. */
    List<Suggestion> published(int tenant, int most) {
        return sql.select(M.ID, M.TYPE, M.NUMBER, M.TITLE, M.STATE, M.LEAD_UNIT, M.FIELDS).from(Course.rows()).where(M.TENANT.eq(tenant), M.LEDGER.eq(inline(ProposalKind.LEDGER)), open()).orderBy(M.OPENED_AT.desc(), M.ID.desc()).limit(most)
                .fetch(r -> new Suggestion(new MatterId(tenant, r.value1()), ProposalKind.of(r.value2()).orElseThrow(), r.value3(), r.value4(), r.value5(), r.value6(), Suggestion.fields(r.value7().data()), List.of()));
    }

    private static Condition open() {
        return isPublic().and(Course.isReplied());
    }

    private static Condition isPublic() {
        return M.SECRECY.eq(inline("public")).and(Course.told("open").eq(inline("true"))).and(M.TYPE.in(Course.inlined(ProposalKind.TYPES))).and(M.PHASE.notIn(inline("void"), inline("merged"))).and(M.STATE.ne(inline("withdrawn")));
    }

    Optional<Suggestion> publicly(MatterId id) {
        return suggestion(id, isPublic()).filter(suggestion -> suggestion.reply().isPresent());
    }

    /** The text of the suggestion itself. */
    String body(MatterId id) {
        var s = cn.duban_db.ledger.Tables.SUBJECT_ROW;
        return sql.select(s.BODY).from(s).where(s.TENANT.eq(id.tenant()), s.ID.eq(id.id())).fetchOptional(s.BODY).orElse("");
    }

    /** What was promised under a suggestion. */
    List<UUID> promises(MatterId id) {
        return sql.select(MATTER_ROW.ID).from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(id.tenant()), MATTER_ROW.PARENT.eq(id.id()), MATTER_ROW.TYPE.in(Course.inlined(ProposalKind.PROMISES))).orderBy(MATTER_ROW.OPENED_AT).fetch(MATTER_ROW.ID);
    }
}
