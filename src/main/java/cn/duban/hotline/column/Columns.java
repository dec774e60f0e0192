package cn.duban.hotline.column;

import static cn.duban_db.hotline.Tables.MEDIA_COLUMN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** How the desk laid out a month, each version kept; what it wrote last is where the next one begins. */
@Component
class Columns {

    private final DSLContext sql;
    private final Clock clock;

    Columns(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param version of this month; 0 where it was not saved yet */
    record Laid(String template, List<UUID> answers, int version) {}

    Laid of(YearMonth month, int tenant) {
        return sql.select(MEDIA_COLUMN.TEMPLATE, MEDIA_COLUMN.ANSWERS, MEDIA_COLUMN.VERSION, MEDIA_COLUMN.MONTH).from(MEDIA_COLUMN).where(MEDIA_COLUMN.TENANT.eq(tenant), MEDIA_COLUMN.MONTH.le(month.atDay(1))).orderBy(MEDIA_COLUMN.MONTH.desc(), MEDIA_COLUMN.VERSION.desc()).limit(1)
                .fetchOptional(r -> r.value4().equals(month.atDay(1)) ? new Laid(r.value1(), List.of(r.value2()), r.value3()) : new Laid(r.value1(), List.of(), 0)).orElseGet(() -> new Laid(shipped(), List.of(), 0));
    }

    Optional<Laid> version(YearMonth month, int version, int tenant) {
        return sql.select(MEDIA_COLUMN.TEMPLATE, MEDIA_COLUMN.ANSWERS).from(MEDIA_COLUMN).where(MEDIA_COLUMN.TENANT.eq(tenant), MEDIA_COLUMN.MONTH.eq(month.atDay(1)), MEDIA_COLUMN.VERSION.eq(version)).fetchOptional(r -> new Laid(r.value1(), List.of(r.value2()), version));
    }

    /** As a version of its own. @throws Refused where somebody else saved at the same time */
    void keep(YearMonth month, Laid laid, Viewer by) {
        var kept = sql.insertInto(MEDIA_COLUMN).set(MEDIA_COLUMN.TENANT, by.tenant()).set(MEDIA_COLUMN.MONTH, month.atDay(1))
                .set(MEDIA_COLUMN.VERSION, field(select(coalesce(max(MEDIA_COLUMN.VERSION), 0).plus(1)).from(MEDIA_COLUMN).where(MEDIA_COLUMN.TENANT.eq(by.tenant()), MEDIA_COLUMN.MONTH.eq(month.atDay(1)))))
                .set(MEDIA_COLUMN.TEMPLATE, laid.template()).set(MEDIA_COLUMN.ANSWERS, laid.answers().toArray(UUID[]::new)).set(MEDIA_COLUMN.BY_NAME, by.unitName() + " " + by.personName()).set(MEDIA_COLUMN.AT, clock.instant()).onConflictDoNothing().execute();
        if (kept == 0) throw Refused.conflict("hotline.column.moved", Words.say("hotline.column.moved"), Words.say("hotline.column.moved.next"));
    }

    static String shipped() {
        try {
            return new ClassPathResource("hotline/column.txt").getContentAsString(StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("hotline/column.txt could not be read.", e);
        }
    }
}
