package cn.duban.publication;

import static cn.duban_db.publication.Tables.TEMPLATE;
import static cn.duban_db.publication.Tables.TEMPLATE_VERSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import cn.duban.workdays.Rhythm;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The templates of units, every version kept. A unit writes its own and may use those of the units above it. */
@Component
class Templates {

    private final DSLContext sql;
    private final Directories directories;

    Templates(DSLContext sql, Directories directories) {
        this.sql = sql;
        this.directories = directories;
    }

    /** What a template is for. @param ledger null for every ledger @param type null for every type of it @param rhythm null for every period */
    record For(@Nullable String ledger, @Nullable String type, @Nullable Rhythm rhythm) {

        boolean fits(Scope scope) {
            return (ledger == null || ledger.equals(scope.ledger())) && (type == null || type.equals(scope.type())) && (rhythm == null || rhythm == scope.rhythm());
        }

        private int closeness() {
            return (type != null ? 4 : 0) + (ledger != null ? 2 : 0) + (rhythm != null ? 1 : 0);
        }
    }

    /** A template with its version in force. */
    record Entry(int no, int unit, String name, For use, int version, String by, Instant at) {

        Template.Ref ref() {
            return new Template.Ref(no, version);
        }

        String called() {
            return Words.in(Words.CHINESE, "publication.template.called", name, version);
        }
    }

    record Version(int version, String by, Instant at) {}

    /** The unit's own first, then those of the units above it; the newest first. */
    List<Entry> of(int tenant, int unit) {
        var lineage = directories.of(tenant).lineage(unit);
        return sql.select(TEMPLATE.asterisk(), TEMPLATE_VERSION.PERSON_NAME, TEMPLATE_VERSION.POST_NAME, TEMPLATE_VERSION.AT).from(TEMPLATE)
                .join(TEMPLATE_VERSION).on(TEMPLATE_VERSION.TENANT.eq(TEMPLATE.TENANT), TEMPLATE_VERSION.TEMPLATE.eq(TEMPLATE.NO), TEMPLATE_VERSION.VERSION.eq(TEMPLATE.VERSION))
                .where(usable(tenant, lineage)).fetch(Templates::entry).stream()
                .sorted(Comparator.comparingInt((Entry entry) -> lineage.indexOf(entry.unit())).thenComparing(entry -> -entry.no())).toList();
    }

    private static Condition usable(int tenant, List<Integer> units) {
        return TEMPLATE.TENANT.eq(tenant).and(TEMPLATE_VERSION.TENANT.eq(tenant)).and(TEMPLATE.UNIT.in(units)).and(TEMPLATE.STOPPED_AT.isNull());
    }

    private static Entry entry(Record r) {
        var rhythm = r.get(TEMPLATE.RHYTHM);
        return new Entry(r.get(TEMPLATE.NO), r.get(TEMPLATE.UNIT), r.get(TEMPLATE.NAME), new For(r.get(TEMPLATE.LEDGER), r.get(TEMPLATE.TYPE), rhythm == null ? null : Rhythm.parse(rhythm)),
                r.get(TEMPLATE.VERSION), r.get(TEMPLATE_VERSION.POST_NAME) + " " + r.get(TEMPLATE_VERSION.PERSON_NAME), r.get(TEMPLATE_VERSION.AT));
    }

    Optional<Entry> find(int no, int tenant, int unit) {
        return of(tenant, unit).stream().filter(entry -> entry.no() == no).findFirst();
    }

    /** The unit's own before that of another, then whichever says most closely what it is for. */
    Optional<Entry> fitting(Scope scope, int tenant, int unit) {
        var lineage = directories.of(tenant).lineage(unit);
        return of(tenant, unit).stream().filter(entry -> entry.use().fits(scope))
                .min(Comparator.comparingInt((Entry entry) -> lineage.indexOf(entry.unit())).thenComparing(entry -> -entry.use().closeness()).thenComparing(entry -> -entry.no()));
    }

    List<Version> versions(int tenant, int no) {
        return sql.select(TEMPLATE_VERSION.VERSION, TEMPLATE_VERSION.POST_NAME, TEMPLATE_VERSION.PERSON_NAME, TEMPLATE_VERSION.AT).from(TEMPLATE_VERSION)
                .where(TEMPLATE_VERSION.TENANT.eq(tenant), TEMPLATE_VERSION.TEMPLATE.eq(no)).orderBy(TEMPLATE_VERSION.VERSION.desc())
                .fetch(r -> new Version(r.value1(), r.value2() + " " + r.value3(), r.value4()));
    }

    Optional<String> text(int tenant, Template.Ref ref) {
        return sql.select(TEMPLATE_VERSION.TEXT).from(TEMPLATE_VERSION)
                .where(TEMPLATE_VERSION.TENANT.eq(tenant), TEMPLATE_VERSION.TEMPLATE.eq(ref.no()), TEMPLATE_VERSION.VERSION.eq(ref.version())).fetchOptional(TEMPLATE_VERSION.TEXT);
    }

    Template read(int tenant, Template.Ref ref) {
        return TemplateReader.read(text(tenant, ref).orElseThrow(() -> new NoSuchElementException("No template " + ref))).template();
    }

    /** The very same one, as a second click would add it again. */
    Optional<Integer> same(String name, For use, String text, Viewer author) {
        return of(author.tenant(), author.unit()).stream().filter(entry -> entry.unit() == author.unit() && entry.name().equals(name) && entry.use().equals(use))
                .filter(entry -> text(author.tenant(), entry.ref()).filter(text::equals).isPresent()).map(Entry::no).findFirst();
    }

    /** Of two that are added at a time one waits and takes the next number. */
    int add(String name, For use, String text, Instant now, Viewer author) {
        var no = insert(name, use, author);
        while (no.isEmpty()) no = insert(name, use, author);
        keep(no.get(), 1, text, now, author);
        return no.get();
    }

    private Optional<Integer> insert(String name, For use, Viewer author) {
        return sql.insertInto(TEMPLATE).set(TEMPLATE.TENANT, author.tenant())
                .set(TEMPLATE.NO, select(coalesce(max(TEMPLATE.NO), 0).plus(1)).from(TEMPLATE).where(TEMPLATE.TENANT.eq(author.tenant())))
                .set(TEMPLATE.UNIT, author.unit()).set(TEMPLATE.NAME, name).set(TEMPLATE.LEDGER, use.ledger()).set(TEMPLATE.TYPE, use.type())
                .set(TEMPLATE.RHYTHM, use.rhythm() == null ? null : use.rhythm().toString()).set(TEMPLATE.VERSION, 1).onConflict(TEMPLATE.TENANT, TEMPLATE.NO).doNothing().returningResult(TEMPLATE.NO).fetchOptional(TEMPLATE.NO);
    }

    /**
     * A new version, where the words changed.
     *
     * @throws Refused where somebody else saved since
     */
    void save(Entry was, int seen, String name, For use, String text, Instant now, Viewer author) {
        if (was.version() != seen) throw moved();
        var changed = !text.equals(text(author.tenant(), was.ref()).orElse(null));
        var written = sql.update(TEMPLATE).set(TEMPLATE.NAME, name).set(TEMPLATE.LEDGER, use.ledger()).set(TEMPLATE.TYPE, use.type())
                .set(TEMPLATE.RHYTHM, use.rhythm() == null ? null : use.rhythm().toString()).set(TEMPLATE.VERSION, changed ? seen + 1 : seen)
                .where(own(was.no(), author), TEMPLATE.VERSION.eq(seen)).execute();
        if (written == 0) throw moved();
        if (changed) keep(was.no(), seen + 1, text, now, author);
    }

    private static Refused moved() {
        return Refused.conflict("publication.conflict", Words.say("publication.template.moved"), Words.say("publication.template.moved.next"));
    }

    private void keep(int no, int version, String text, Instant now, Viewer author) {
        sql.insertInto(TEMPLATE_VERSION).set(TEMPLATE_VERSION.TENANT, author.tenant()).set(TEMPLATE_VERSION.TEMPLATE, no).set(TEMPLATE_VERSION.VERSION, version).set(TEMPLATE_VERSION.TEXT, text)
                .set(TEMPLATE_VERSION.PERSON, author.person()).set(TEMPLATE_VERSION.PERSON_NAME, author.personName()).set(TEMPLATE_VERSION.POST_NAME, author.postName()).set(TEMPLATE_VERSION.AT, now).execute();
    }

    /** What was begun from it stays as it is. */
    boolean stop(int no, Instant now, Viewer viewer) {
        return sql.update(TEMPLATE).set(TEMPLATE.STOPPED_AT, now).where(own(no, viewer)).execute() == 1;
    }

    private static Condition own(int no, Viewer viewer) {
        return TEMPLATE.TENANT.eq(viewer.tenant()).and(TEMPLATE.NO.eq(no)).and(TEMPLATE.UNIT.eq(viewer.unit())).and(TEMPLATE.STOPPED_AT.isNull());
    }
}
