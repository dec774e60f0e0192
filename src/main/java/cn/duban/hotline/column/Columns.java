package cn.duban.hotline.column;

import static cn.duban_db.hotline.Tables.MEDIA_COLUMN;

import cn.duban.web.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** How the desk laid out a month; what it wrote last is where the next one begins. */
@Component
class Columns {

    private final DSLContext sql;
    private final Clock clock;

    Columns(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Laid(String template, List<UUID> answers) {}

    Laid of(YearMonth month, int tenant) {
        return sql.select(MEDIA_COLUMN.TEMPLATE, MEDIA_COLUMN.ANSWERS, MEDIA_COLUMN.MONTH).from(MEDIA_COLUMN).where(MEDIA_COLUMN.TENANT.eq(tenant), MEDIA_COLUMN.MONTH.le(month.atDay(1))).orderBy(MEDIA_COLUMN.MONTH.desc()).limit(1)
                .fetchOptional(r -> new Laid(r.value1(), r.value3().equals(month.atDay(1)) ? List.of(r.value2()) : List.of())).orElseGet(() -> new Laid(shipped(), List.of()));
    }

    void keep(YearMonth month, Laid laid, Viewer by) {
        var name = by.unitName() + " " + by.personName();
        sql.insertInto(MEDIA_COLUMN).set(MEDIA_COLUMN.TENANT, by.tenant()).set(MEDIA_COLUMN.MONTH, month.atDay(1)).set(MEDIA_COLUMN.TEMPLATE, laid.template()).set(MEDIA_COLUMN.ANSWERS, laid.answers().toArray(UUID[]::new)).set(MEDIA_COLUMN.BY_NAME, name).set(MEDIA_COLUMN.AT, clock.instant())
                .onConflict(MEDIA_COLUMN.TENANT, MEDIA_COLUMN.MONTH).doUpdate().set(MEDIA_COLUMN.TEMPLATE, laid.template()).set(MEDIA_COLUMN.ANSWERS, laid.answers().toArray(UUID[]::new)).set(MEDIA_COLUMN.BY_NAME, name).set(MEDIA_COLUMN.AT, clock.instant()).execute();
    }

    static String shipped() {
        try {
            return new ClassPathResource("hotline/column.txt").getContentAsString(StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("hotline/column.txt could not be read.", e);
        }
    }
}
