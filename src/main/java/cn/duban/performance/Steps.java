package cn.duban.performance;

import static cn.duban_db.performance.Tables.STEP;

import cn.duban.crypto.CanonicalJson;
import cn.duban.crypto.Sm3;
import cn.duban.performance.Card.Score;
import cn.duban.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The chain of a round: each step with its content, its digest (SM3) over all that it says and the digest before it. Nothing here is ever changed. */
@Component
class Steps {

    private final DSLContext sql;
    private final Clock clock;

    Steps(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Step(int no, String act, Instant at, int person, String personName, String postName, String unitName, String content, byte[] digest) {

        /** What it says, as it was written. */
        Map<String, Object> says() {
            @SuppressWarnings("unchecked")
            var said = (Map<String, Object>) Objects.requireNonNull(CanonicalJson.plain(CanonicalJson.tree(content.getBytes(StandardCharsets.UTF_8))));
            return said;
        }

        byte[] expected(int tenant, UUID round, byte[] before) {
            var all = new LinkedHashMap<String, Object>();
            all.put("tenant", tenant);
            all.put("round", round.toString());
            all.put("no", no);
            all.put("act", act);
            all.put("at", at.toString());
            all.put("person", person);
            all.put("names", List.of(personName, postName, unitName));
            all.put("content", content);
            return Sm3.digest(before, CanonicalJson.bytes(all));
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** To be called with the round held. */
    void add(Round round, String act, Map<String, Object> says, Instant now, Viewer viewer) {
        var last = sql.select(STEP.NO, STEP.DIGEST).from(STEP).where(STEP.TENANT.eq(round.tenant()), STEP.ROUND.eq(round.id())).orderBy(STEP.NO.desc()).limit(1).fetchOptional();
        var content = new String(CanonicalJson.bytes(says), StandardCharsets.UTF_8);
        var step = new Step(last.map(r -> r.value1()).orElse(0) + 1, act, now, viewer.person(), viewer.personName(), viewer.postName(), viewer.unitName(), content, new byte[0]);
        sql.insertInto(STEP).set(STEP.TENANT, round.tenant()).set(STEP.ROUND, round.id()).set(STEP.NO, step.no()).set(STEP.ACT, act).set(STEP.AT, now).set(STEP.PERSON, step.person()).set(STEP.PERSON_NAME, step.personName())
                .set(STEP.POST_NAME, step.postName()).set(STEP.UNIT_NAME, step.unitName()).set(STEP.CONTENT, content).set(STEP.DIGEST, step.expected(round.tenant(), round.id(), last.map(r -> r.value2()).orElseGet(() -> new byte[Sm3.LENGTH]))).execute();
    }

    /** A score as it stands in the content of a step. */
    static Map<String, @Nullable Object> said(Score score) {
        var says = new LinkedHashMap<String, @Nullable Object>();
        says.put("unit", (long) score.unit());
        says.put("indicator", score.indicator());
        says.put("group", score.group());
        says.put("assessor", score.assessor() == null ? null : Long.valueOf(score.assessor()));
        says.put("state", score.state().name());
        says.put("numerator", score.figure() == null ? null : Points.said(score.figure().numerator()));
        says.put("denominator", score.figure() == null || score.figure().denominator() == null ? null : Points.said(score.figure().denominator()));
        says.put("href", score.figure() == null ? "" : score.figure().href());
        says.put("points", score.points() == null ? null : Points.said(score.points()));
        says.put("reason", score.reason());
        says.put("evidence", score.evidence());
        says.put("corrected", score.corrected());
        return says;
    }

    List<Step> of(int tenant, UUID round) {
        return sql.select(STEP.NO, STEP.ACT, STEP.AT, STEP.PERSON, STEP.PERSON_NAME, STEP.POST_NAME, STEP.UNIT_NAME, STEP.CONTENT, STEP.DIGEST).from(STEP).where(STEP.TENANT.eq(tenant), STEP.ROUND.eq(round)).orderBy(STEP.NO)
                .fetch(r -> new Step(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8(), r.value9()));
    }
}
