package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.FORM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import cn.duban.web.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How documents of each kind are numbered and worded, from day to day. */
@Component
class Forms {

    private final DSLContext sql;

    Forms(DSLContext sql) {
        this.sql = sql;
    }

    /** Every one of a kind, the product's first. */
    List<Form> all(int tenant, Kind kind) {
        return Stream.concat(Stream.of(Shipped.form(kind)), sql.selectFrom(FORM).where(FORM.TENANT.eq(tenant), FORM.KIND.eq(kind.word())).orderBy(FORM.NO)
                .fetch(r -> new Form(kind, r.getNo(), r.getSince(), r.getPattern(), r.getTitle(), r.getBody(), r.getChanger())).stream()).toList();
    }

    Form on(LocalDate day, int tenant, Kind kind) {
        return all(tenant, kind).stream().filter(form -> !form.since().isAfter(day)).max(Comparator.comparing(Form::since).thenComparing(Form::no)).orElseThrow();
    }

    /** Of two that are added at a time one waits and takes the next number. */
    void add(Form form, Viewer by, Instant now) {
        while (!inserted(form, by, now)) { /* the next number */ }
    }

    private boolean inserted(Form form, Viewer by, Instant now) {
        return sql.insertInto(FORM).set(FORM.TENANT, by.tenant()).set(FORM.KIND, form.kind().word())
                .set(FORM.NO, select(coalesce(max(FORM.NO), 0).plus(1)).from(FORM).where(FORM.TENANT.eq(by.tenant()), FORM.KIND.eq(form.kind().word())))
                .set(FORM.SINCE, form.since()).set(FORM.PATTERN, form.pattern()).set(FORM.TITLE, form.title()).set(FORM.BODY, form.body())
                .set(FORM.CHANGED_BY, by.person()).set(FORM.CHANGER, by.unitName() + " " + by.personName()).set(FORM.CHANGED_AT, now).onConflict(FORM.TENANT, FORM.KIND, FORM.NO).doNothing().execute() == 1;
    }
}
