package cn.duban.performance;

import static cn.duban_db.performance.Tables.ROUND;
import static cn.duban_db.performance.Tables.SCORE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;

import cn.duban.performance.Card.Score;
import cn.duban.performance.Measure.Figure;
import cn.duban_db.performance.tables.records.ScoreRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The scores of rounds, as they stand. What made them so stands in the steps. */
@Component
class Scores {

    private final DSLContext sql;

    Scores(DSLContext sql) {
        this.sql = sql;
    }

    List<Score> of(Round round) {
        return sql.selectFrom(SCORE).where(these(round)).orderBy(SCORE.UNIT, SCORE.INDICATOR).fetch(Scores::score);
    }

    List<Score> of(Round round, int unit) {
        return sql.selectFrom(SCORE).where(these(round), SCORE.UNIT.eq(unit)).fetch(Scores::score);
    }

    Optional<Score> find(Round round, int unit, String indicator) {
        return sql.selectFrom(SCORE).where(these(round), SCORE.UNIT.eq(unit), SCORE.INDICATOR.eq(indicator)).fetchOptional(Scores::score);
    }

    Map<Integer, Card> cards(Round round, Scheme scheme) {
        var scores = new LinkedHashMap<Integer, Map<String, Score>>();
        of(round).forEach(score -> scores.computeIfAbsent(score.unit(), unit -> new LinkedHashMap<>()).put(score.indicator(), score));
        var cards = new LinkedHashMap<Integer, Card>();
        scores.forEach((unit, theirs) -> cards.put(unit, Card.of(scheme, theirs.values().iterator().next().group(), theirs)));
        return cards;
    }

    /** Owed from the first: each has a row before anybody scores. */
    void plan(Round round, Collection<Score> scores) {
        sql.batchInsert(scores.stream().map(score -> row(round, score)).toList()).execute();
    }

    /** @param by null where it was counted */
    void write(Round round, Collection<Score> scores, @Nullable Integer by, @Nullable Instant at) {
        if (scores.isEmpty()) return;
        sql.batchUpdate(scores.stream().map(score -> {
            var row = row(round, score);
            row.setScoredBy(by);
            row.setScoredName(by == null ? null : score.scoredName());
            row.setScoredAt(at);
            return row;
        }).toList()).execute();
    }

    /** By a decision: who scored it, and when, stays. */
    void correct(Round round, Collection<Score> corrected) {
        corrected.forEach(score -> sql.update(SCORE).set(SCORE.POINTS, score.points()).set(SCORE.STATE, score.state().name().toLowerCase(Locale.ROOT)).set(SCORE.CORRECTED, true).where(these(round), SCORE.UNIT.eq(score.unit()), SCORE.INDICATOR.eq(score.indicator())).execute());
    }

    private static ScoreRecord row(Round round, Score score) {
        var row = new ScoreRecord();
        row.setTenant(round.tenant());
        row.setRound(round.id());
        row.setUnit(score.unit());
        row.setIndicator(score.indicator());
        row.setGrouped(score.group());
        row.setAssessor(score.assessor());
        row.setState(score.state().name().toLowerCase(Locale.ROOT));
        row.setNumerator(score.figure() == null ? null : score.figure().numerator());
        row.setDenominator(score.figure() == null ? null : score.figure().denominator());
        row.setHref(score.figure() == null ? "" : score.figure().href());
        row.setPoints(score.points());
        row.setReason(score.reason());
        row.setEvidence(score.evidence());
        row.setScoredBy(score.scoredBy());
        row.setScoredName(score.scoredBy() == null ? null : score.scoredName());
        row.setCorrected(score.corrected());
        return row;
    }

    private static Score score(ScoreRecord r) {
        var figure = r.getNumerator() == null ? null : new Figure(r.getNumerator(), r.getDenominator(), r.getHref());
        BigDecimal points = r.getPoints();
        return new Score(r.getUnit(), r.getIndicator(), r.getGrouped(), r.getAssessor(), Score.State.valueOf(r.getState().toUpperCase(Locale.ROOT)), figure, points, r.getReason(), r.getEvidence(), r.getScoredBy(),
                r.getScoredName() == null ? "" : r.getScoredName(), r.getCorrected());
    }

    private static Condition these(Round round) {
        return SCORE.TENANT.eq(round.tenant()).and(SCORE.ROUND.eq(round.id()));
    }

    /** What some units still owe, round by round. */
    record Owing(UUID round, int count, LocalDate until) {}

    List<Owing> owing(int tenant, Collection<Integer> assessors) {
        if (assessors.isEmpty()) return List.of();
        return sql.select(SCORE.ROUND, count(), min(ROUND.SCORE_UNTIL)).from(SCORE).join(ROUND).on(ROUND.TENANT.eq(SCORE.TENANT), ROUND.ID.eq(SCORE.ROUND))
                .where(SCORE.TENANT.eq(tenant), SCORE.ASSESSOR.in(assessors), SCORE.STATE.eq(inline("owed"))).groupBy(SCORE.ROUND).orderBy(min(ROUND.SCORE_UNTIL)).fetch(r -> new Owing(r.value1(), r.value2(), r.value3()));
    }
}
