package cn.duban.similarity.search;

import static cn.duban_db.similarity.Routines.fold;
import static cn.duban_db.similarity.Routines.keys;
import static cn.duban_db.similarity.Routines.monthOf;
import static cn.duban_db.similarity.Tables.PASSAGE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import cn.duban_db.similarity.tables.Passage;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Which matters hold some words. The index is asked month by month, the newest first, and the walk ends where enough was
 * found: a common word costs no more than a rare one, however many years stand behind it.
 */
@Component
public class Passages {

    /** A viewer who touches no more matters than these is searched for within them; for others the condition alone decides. */
    static final int FEW = 60_000;

    /** Beyond this many passages a word counts as common. */
    static final int COMMON = 2_000;

    private static final Short FRONT = 0;
    private static final int SECONDS = 15;

    private final DSLContext sql;
    /** Whether somebody touches few matters: it chooses the way and decides nothing, so it may be old. */
    private final Cache<Viewer, Boolean> few = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).maximumSize(10_000).build();

    Passages(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What is looked for.
     *
     * @param viewer who asks
     * @param touched matters that this viewer can see at most
     * @param admitting whether a matter may be seen and is asked for
     * @param after the last matter of the page before
     */
    public record Wanted(Viewer viewer, Terms terms, Part part, SelectLimitStep<Record1<UUID>> touched, Function<Field<UUID>, Select<Record1<Integer>>> admitting, @Nullable Spot after) {}

    /** The newest matters first, at most so many. */
    public List<Spot> spots(Wanted wanted, int most) {
        var leader = leader(wanted.viewer().tenant(), wanted.terms());
        boolean narrow = few.get(wanted.viewer(), v -> touchesFew(wanted));
        var visible = name("visible").fields("matter").asMaterialized(narrow ? wanted.touched().limit(inline(FEW + 1)) : select(val((UUID) null)));
        var seen = visible.field("matter", UUID.class);
        // the "or" also keeps the planner from walking through the viewer's matters and looking for the word in each
        Condition within = narrow ? field(select(count()).from(visible)).gt(inline(FEW)).or(PASSAGE.MATTER.in(select(seen).from(visible))) : noCondition();
        var month = month();
        var hit = lateral(selectDistinct(PASSAGE.MATTER, PASSAGE.OPENED_AT).from(PASSAGE)
                .where(holds(wanted.viewer().tenant(), month, leader, wanted.part())).and(within).and(others(wanted, leader))
                .and(wanted.after() == null ? noCondition() : row(PASSAGE.OPENED_AT, PASSAGE.MATTER).lt(wanted.after().openedAt(), wanted.after().matter()))
                .orderBy(PASSAGE.OPENED_AT.desc(), PASSAGE.MATTER.desc()).offset(inline(0)).asTable("hit"));
        var matter = field(name("hit", "matter"), PASSAGE.MATTER.getDataType());
        var openedAt = field(name("hit", "opened_at"), PASSAGE.OPENED_AT.getDataType());
        var found = select(matter, openedAt).from(months(wanted.viewer().tenant(), wanted.after())).crossJoin(hit).crossJoin(lateral(wanted.admitting().apply(matter).asTable("admitting")))
                .limit(most).asTable("found", "matter", "opened_at");
        return inTime(() -> sql.with(visible).select(found.field("matter", UUID.class), found.field("opened_at", PASSAGE.OPENED_AT.getDataType())).from(found)
                .orderBy(field(name("found", "opened_at")).desc(), field(name("found", "matter")).desc())
                .queryTimeout(SECONDS).fetch(r -> new Spot(r.value1(), r.value2())));
    }

    private boolean touchesFew(Wanted wanted) {
        return sql.fetchCount(wanted.touched().limit(inline(FEW + 1))) <= FEW;
    }

    private static <T> T inTime(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (QueryTimeoutException slow) {
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "similarity.slow", Words.say("similarity.slow"), Words.say("similarity.slow.next"));
        }
    }

    private static Field<Integer> month() {
        return field(name("months", "month"), Integer.class);
    }

    /** From the newest month that has a text, or that of the page before, down to the oldest. */
    private static Table<?> months(int tenant, @Nullable Spot after) {
        var newest = after == null ? field(select(max(PASSAGE.MONTH)).from(PASSAGE).where(PASSAGE.TENANT.eq(tenant))) : monthOf(val(after.openedAt()));
        var oldest = field(select(min(PASSAGE.MONTH)).from(PASSAGE).where(PASSAGE.TENANT.eq(tenant)));
        return generateSeries(newest.cast(Integer.class), oldest.cast(Integer.class), inline(-1)).asTable("months", "month");
    }

    /** The index proposes by pairs of neighbours, the text decides. */
    private static Condition holds(int tenant, Field<Integer> month, String word, Part part) {
        var here = month.cast(Short.class);
        var front = proposed(tenant, here, true, word);
        var anywhere = part == Part.FRONT ? front.and(PASSAGE.KIND.eq(inline(FRONT))) : front.or(proposed(tenant, here, false, word));
        return anywhere.and(PASSAGE.TENANT.eq(tenant)).and(stands(PASSAGE, word));
    }

    private static Condition proposed(int tenant, Field<Short> month, boolean front, String word) {
        return keys(PASSAGE.TENANT, PASSAGE.MONTH, field(PASSAGE.KIND.eq(inline(FRONT))), PASSAGE.TEXT).contains(keys(val(tenant), month, inline(front), folded(word)));
    }

    private static Condition stands(Passage passage, String word) {
        return position(passage.TEXT, folded(word)).gt(0);
    }

    /** As a query of its own it is folded once, and not for every text that it is compared with. */
    private static Field<String> folded(String word) {
        return field(select(fold(val(word))));
    }

    private static Condition others(Wanted wanted, String leader) {
        var rest = wanted.terms().without(leader);
        return switch (wanted.part()) {
            case ANYWHERE -> all(wanted.viewer().tenant(), rest, PASSAGE.MATTER);
            case FRONT -> rest.words().stream().map(word -> stands(PASSAGE, word)).reduce(noCondition(), Condition::and);
            case ELSEWHERE -> all(wanted.viewer().tenant(), rest, PASSAGE.MATTER).and(notExists(inFront(wanted.viewer().tenant(), wanted.terms(), PASSAGE.MATTER)));
        };
    }

    private static Condition all(int tenant, Terms terms, Field<UUID> matter) {
        var other = PASSAGE.as("other");
        return terms.words().stream().map(word -> exists(selectOne().from(other).where(other.TENANT.eq(tenant), other.MATTER.eq(matter)).and(stands(other, word))))
                .map(Condition.class::cast).reduce(noCondition(), Condition::and);
    }

    private static Select<?> inFront(int tenant, Terms terms, Field<UUID> matter) {
        var front = PASSAGE.as("front");
        return selectOne().from(front).where(front.TENANT.eq(tenant), front.MATTER.eq(matter), front.KIND.eq(FRONT))
                .and(terms.words().stream().map(word -> stands(front, word)).reduce(noCondition(), Condition::and));
    }

    /** Of several words the rarest proposes; counting stops early, so that common words cost little. */
    private String leader(int tenant, Terms terms) {
        var leading = terms.leading();
        if (leading.size() == 1) return leading.getFirst();
        var counts = inTime(() -> sql.select(leading.stream().map(word -> field(few(tenant, word))).toList()).queryTimeout(SECONDS).fetchSingle());
        var rarest = 0;
        for (int i = 1; i < leading.size(); i++) if (counts.get(i, Integer.class) < counts.get(rarest, Integer.class)) rarest = i;
        return leading.get(rarest);
    }

    private static Select<Record1<Integer>> few(int tenant, String word) {
        return select(count()).from(proposals(tenant, word).limit(COMMON + 1).asTable("few"));
    }

    private static SelectLimitStep<Record1<UUID>> proposals(int tenant, String word) {
        var month = month();
        var hit = lateral(select(PASSAGE.MATTER).from(PASSAGE).where(holds(tenant, month, word, Part.ANYWHERE)).offset(inline(0)).asTable("hit"));
        return select(field(name("hit", "matter"), PASSAGE.MATTER.getDataType())).from(months(tenant, null)).crossJoin(hit);
    }

    /** As a condition for a list in any order: rare words name the matters, common ones are looked for in each. */
    Function<Field<UUID>, Condition> standing(int tenant, Terms terms) {
        if (terms.leading().isEmpty()) return matter -> exists(inFront(tenant, terms, matter));
        var leader = leader(tenant, terms);
        var rest = terms.without(leader);
        var named = sql.fetchValues(proposals(tenant, leader).limit(COMMON + 1));
        if (named.size() > COMMON) return matter -> all(tenant, terms, matter);
        return matter -> matter.eq(any(named.stream().distinct().toArray(UUID[]::new))).and(all(tenant, rest, matter));
    }
}
