package cn.duban.hotline.knowledge;

import static cn.duban_db.hotline.Tables.KNOWLEDGE;
import static cn.duban_db.hotline.Tables.KNOWLEDGE_PAST;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import cn.duban.hotline.WordSearch;
import cn.duban.ledger.Ledger;
import cn.duban.similarity.meaning.Meaning;
import cn.duban.similarity.meaning.Subject;
import cn.duban.similarity.meaning.Vector;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The entries, looked for by words and by what they mean. */
@Component
public class Knowledge {

    static final int LISTED = 100;

    /** What has less in common is not shown beside a call. Measured on the shipped sentences of the meaning's own test: strangers stay below 0.56. */
    private static final double ALIKE = 0.58;
    private static final int BESIDE = 5;
    private static final List<SelectFieldOrAsterisk> COLUMNS = List.of(KNOWLEDGE.ID, KNOWLEDGE.NO, KNOWLEDGE.UNIT, KNOWLEDGE.TITLE, KNOWLEDGE.BODY, KNOWLEDGE.SOURCES, KNOWLEDGE.EXPIRES_ON, KNOWLEDGE.OPEN, KNOWLEDGE.BY_PERSON, KNOWLEDGE.BY_NAME, KNOWLEDGE.AT, KNOWLEDGE.CHECKED_NO, KNOWLEDGE.CHECKED_NAME, KNOWLEDGE.SEARCHED, KNOWLEDGE.MEANING);

    private final DSLContext sql;
    private final Meaning meaning;
    private final Clock clock;

    Knowledge(DSLContext sql, Meaning meaning, Clock clock) {
        this.sql = sql;
        this.meaning = meaning;
        this.clock = clock;
    }

    public UUID add(EntryForm form, Viewer by) {
        var id = Ledger.newId();
        sql.insertInto(KNOWLEDGE).set(KNOWLEDGE.TENANT, by.tenant()).set(KNOWLEDGE.ID, id).set(KNOWLEDGE.NO, 1).set(KNOWLEDGE.UNIT, form.owner()).set(KNOWLEDGE.TITLE, form.title()).set(KNOWLEDGE.BODY, form.body()).set(KNOWLEDGE.SOURCES, form.sources())
                .set(KNOWLEDGE.EXPIRES_ON, form.last()).set(KNOWLEDGE.OPEN, form.open()).set(KNOWLEDGE.SEARCHED, searched(form)).set(KNOWLEDGE.MEANING, figures(form)).set(KNOWLEDGE.BY_PERSON, by.person()).set(KNOWLEDGE.BY_NAME, named(by)).set(KNOWLEDGE.AT, clock.instant()).execute();
        return id;
    }

    /** What it said before is kept. @param seen the version that was looked at */
    @Transactional
    public void change(UUID id, int seen, EntryForm form, Viewer by) {
        sql.insertInto(KNOWLEDGE_PAST, KNOWLEDGE_PAST.TENANT, KNOWLEDGE_PAST.ID, KNOWLEDGE_PAST.NO, KNOWLEDGE_PAST.TITLE, KNOWLEDGE_PAST.BODY, KNOWLEDGE_PAST.SOURCES, KNOWLEDGE_PAST.EXPIRES_ON, KNOWLEDGE_PAST.BY_NAME, KNOWLEDGE_PAST.AT)
                .select(select(KNOWLEDGE.TENANT, KNOWLEDGE.ID, KNOWLEDGE.NO, KNOWLEDGE.TITLE, KNOWLEDGE.BODY, KNOWLEDGE.SOURCES, KNOWLEDGE.EXPIRES_ON, KNOWLEDGE.BY_NAME, KNOWLEDGE.AT).from(KNOWLEDGE).where(KNOWLEDGE.TENANT.eq(by.tenant()), KNOWLEDGE.ID.eq(id), KNOWLEDGE.NO.eq(seen)))
                .onConflictDoNothing().execute();
        var done = sql.update(KNOWLEDGE).set(KNOWLEDGE.NO, KNOWLEDGE.NO.plus(1)).set(KNOWLEDGE.UNIT, form.owner()).set(KNOWLEDGE.TITLE, form.title()).set(KNOWLEDGE.BODY, form.body()).set(KNOWLEDGE.SOURCES, form.sources()).set(KNOWLEDGE.EXPIRES_ON, form.last()).set(KNOWLEDGE.OPEN, form.open())
                .set(KNOWLEDGE.SEARCHED, searched(form)).set(KNOWLEDGE.MEANING, figures(form)).set(KNOWLEDGE.BY_PERSON, by.person()).set(KNOWLEDGE.BY_NAME, named(by)).set(KNOWLEDGE.AT, clock.instant()).where(KNOWLEDGE.TENANT.eq(by.tenant()), KNOWLEDGE.ID.eq(id), KNOWLEDGE.NO.eq(seen)).execute();
        if (done == 0) throw Refused.conflict("hotline.knowledge.changed", Words.say("hotline.knowledge.changed"), Words.say("hotline.knowledge.changed.next"));
    }

    /** Everybody may read this version from now on; by somebody who did not write it, which the database holds too. @param seen the version that was looked at */
    public void check(UUID id, int seen, Viewer by) {
        var done = sql.update(KNOWLEDGE).set(KNOWLEDGE.CHECKED_NO, KNOWLEDGE.NO).set(KNOWLEDGE.CHECKED_BY, by.person()).set(KNOWLEDGE.CHECKED_NAME, named(by)).where(KNOWLEDGE.TENANT.eq(by.tenant()), KNOWLEDGE.ID.eq(id), KNOWLEDGE.NO.eq(seen), KNOWLEDGE.OPEN.isTrue(), KNOWLEDGE.BY_PERSON.ne(by.person())).execute();
        if (done == 0) throw Refused.conflict("hotline.knowledge.check", Words.say("hotline.knowledge.check.no"), Words.say("hotline.knowledge.check.no.next"));
    }

    Optional<Entry> find(int tenant, UUID id) {
        return found(tenant, KNOWLEDGE.ID.eq(id)).stream().map(Found::entry).findFirst();
    }

    /** By its words, those that hold first. */
    public List<Entry> search(int tenant, WordSearch asked) {
        return found(tenant, asked.in(KNOWLEDGE.SEARCHED)).stream().map(Found::entry).limit(LISTED).toList();
    }

    /** What everybody may read: open, and not past its day. */
    public List<Entry> searchOpen(int tenant, WordSearch asked, LocalDate today) {
        return found(tenant, asked.in(KNOWLEDGE.SEARCHED).and(KNOWLEDGE.OPEN).and(KNOWLEDGE.CHECKED_NO.eq(KNOWLEDGE.NO)).and(KNOWLEDGE.EXPIRES_ON.ge(today))).stream().map(Found::entry).limit(LISTED).toList();
    }

    public Optional<Entry> findOpen(int tenant, UUID id, LocalDate today) {
        return find(tenant, id).filter(entry -> entry.published(today));
    }

    /** What an agent may need for what is being typed, the most alike first and what is past its day last. */
    List<Entry> beside(int tenant, String typed, LocalDate today) {
        if (typed.strip().codePointCount(0, typed.strip().length()) < 4) return List.of();
        var all = found(tenant, KNOWLEDGE.TITLE.isNotNull());
        if (all.isEmpty()) return List.of();
        var meant = meaning.of(new Subject("", typed)).orElse(null);
        if (meant != null) all.stream().filter(one -> one.meaning() == null).limit(BESIDE).forEach(one -> makeUp(tenant, one.entry()));
        record Near(Entry entry, double alike) {}
        return all.stream().map(one -> new Near(one.entry(), Math.max(shared(one.entry().title(), typed), meant == null || one.meaning() == null ? 0 : Vector.cosine(meant, one.meaning())))).filter(near -> near.alike() >= ALIKE)
                .sorted(Comparator.comparing((Near near) -> near.entry().expired(today)).thenComparing(near -> -near.alike())).limit(BESIDE).map(Near::entry).toList();
    }

    /** The machine was busy as the entry was written. */
    private void makeUp(int tenant, Entry entry) {
        meaning.of(new Subject(entry.title(), entry.body())).ifPresent(figures -> sql.update(KNOWLEDGE).set(KNOWLEDGE.MEANING, figures).where(KNOWLEDGE.TENANT.eq(tenant), KNOWLEDGE.ID.eq(entry.id()), KNOWLEDGE.NO.eq(entry.no())).execute());
    }

    /** How many neighbouring characters of a title stand in what is typed, of all it has. */
    static double shared(String title, String typed) {
        var text = WordSearch.spelled(typed);
        var pairs = IntStream.range(0, Math.max(0, title.length() - 1)).mapToObj(at -> WordSearch.spelled(title.substring(at, at + 2))).collect(Collectors.toSet());
        return pairs.isEmpty() ? 0 : (double) pairs.stream().filter(text::contains).count() / pairs.size();
    }

    private record Found(Entry entry, byte @Nullable [] meaning) {}

    private List<Found> found(int tenant, Condition which) {
        return sql.select(COLUMNS).from(KNOWLEDGE).where(KNOWLEDGE.TENANT.eq(tenant), which).orderBy(KNOWLEDGE.EXPIRES_ON.lt(LocalDate.now(clock)), KNOWLEDGE.AT.desc(), KNOWLEDGE.ID).limit(inline(5000))
                .fetch(r -> new Found(new Entry(r.get(KNOWLEDGE.ID), r.get(KNOWLEDGE.NO), r.get(KNOWLEDGE.UNIT), r.get(KNOWLEDGE.TITLE), r.get(KNOWLEDGE.BODY), r.get(KNOWLEDGE.SOURCES), r.get(KNOWLEDGE.EXPIRES_ON), r.get(KNOWLEDGE.OPEN), r.get(KNOWLEDGE.BY_PERSON), r.get(KNOWLEDGE.BY_NAME), r.get(KNOWLEDGE.AT), r.get(KNOWLEDGE.NO).equals(r.get(KNOWLEDGE.CHECKED_NO)) ? r.get(KNOWLEDGE.CHECKED_NAME) : null), r.get(KNOWLEDGE.MEANING)));
    }

    private static String searched(EntryForm form) {
        return WordSearch.spelled(form.title() + "\n" + form.body());
    }

    private byte @Nullable [] figures(EntryForm form) {
        return meaning.of(new Subject(form.title(), form.body())).orElse(null);
    }

    private static String named(Viewer by) {
        return by.unitName() + " " + by.personName();
    }
}
