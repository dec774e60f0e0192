package cn.duban.rectification;

import static cn.duban_db.ledger.Tables.BEARER_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static cn.duban_db.ledger.Tables.TEXT_ROW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Sight;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import cn.duban_db.ledger.tables.MatterRow;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jooq.JSONB;
import org.jooq.Records;
import org.jooq.Result;
import org.jooq.Record3;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Rounds with their findings and measures, as far as the viewer may see them. */
@Component
public class Rounds {

    /** What the ledger calls the body among the texts of a matter. */
    private static final short BODY = 1;

    private static final TypeReference<java.util.Map<String, String>> FIELDS = new TypeReference<>() {};

    private final DSLContext sql;
    private final Sight sight;
    private final Directories directories;

    Rounds(DSLContext sql, Sight sight, Directories directories) {
        this.sql = sql;
        this.sight = sight;
        this.directories = directories;
    }

    /** The whole round in one statement: itself, its findings, their measures, in the order of the document. */
    public Optional<Round> find(MatterId id, Viewer viewer) {
        var round = MATTER_ROW.as("round");
        var finding = MATTER_ROW.as("finding");
        var measure = MATTER_ROW.as("measure");
        return sql.select(row(round), multiset(select(row(finding), multiset(select(row(measure)).from(measure)
                                .where(measure.TENANT.eq(finding.TENANT), measure.PARENT.eq(finding.ID)).and(seen(measure, viewer)).orderBy(measure.POSITION, measure.ID))
                                .convertFrom(rows -> rows.map(r -> r.value1())))
                        .from(finding).where(finding.TENANT.eq(round.TENANT), finding.PARENT.eq(round.ID)).and(seen(finding, viewer)).orderBy(finding.POSITION, finding.ID))
                        .convertFrom(rows -> rows.map(Records.mapping(Round.Finding::new))))
                .from(round).where(round.TENANT.eq(id.tenant()), round.ID.eq(id.id()), round.TYPE.in(RoundKind.rounds())).and(seen(round, viewer))
                .fetchOptional(Records.mapping(Round::new));
    }

    private Condition seen(MatterRow row, Viewer viewer) {
        return sight.of(viewer, directories.of(viewer.tenant()), new Sight.Columns(row.TENANT, row.ID, row.PHASE, row.SECRECY));
    }

    private static SelectField<Round.Line> row(MatterRow m) {
        var bearers = multiset(select(BEARER_ROW.ROLE, BEARER_ROW.UNIT, BEARER_ROW.POST).from(BEARER_ROW)
                .where(BEARER_ROW.TENANT.eq(m.TENANT), BEARER_ROW.MATTER.eq(m.ID)).orderBy(BEARER_ROW.UNIT));
        var body = coalesce(field(select(TEXT_ROW.TEXT).from(TEXT_ROW).where(TEXT_ROW.TENANT.eq(m.TENANT), TEXT_ROW.MATTER.eq(m.ID), TEXT_ROW.KIND.eq(BODY))), inline(""));
        return org.jooq.impl.DSL.row(m.TENANT, m.ID, m.TYPE, m.NUMBER, m.TITLE, body, m.STATE, m.PHASE, m.FIELDS, m.DUE_ON, m.DUE_AT, m.VERSION, bearers)
                .mapping(Round.Line.class, (tenant, uuid, type, number, title, text, state, phase, fields, dueOn, dueAt, version, roles) ->
                        new Round.Line(new MatterId(tenant, uuid), type, number, title, text, state, phase, fields(fields), dueOn, dueAt, version, bearers(roles)));
    }

    private static java.util.Map<String, String> fields(JSONB json) {
        return Intakes.JSON.readValue(json.data(), FIELDS);
    }

    private static List<Round.Bearer> bearers(Result<Record3<String, Integer, Integer>> rows) {
        return rows.map(Records.mapping(Round.Bearer::new));
    }

    /** The newest rounds first, for the choice of one. */
    public List<Round.Line> list(Viewer viewer) {
        var round = MATTER_ROW.as("round");
        return sql.select(row(round)).from(round).where(round.TENANT.eq(viewer.tenant()), round.TYPE.in(RoundKind.rounds())).and(seen(round, viewer))
                .orderBy(round.OPENED_AT.desc(), round.ID).limit(200).fetch(r -> r.value1());
    }

}
