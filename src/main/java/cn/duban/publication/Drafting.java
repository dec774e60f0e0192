package cn.duban.publication;

import static cn.duban.web.Words.say;
import static cn.duban_db.ledger.Tables.BEARER_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Sight;
import cn.duban.publication.Bulletin.State;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the writers of a bulletin do: begin one, write around the figures, cover, and hand it to the reviewer. */
@Component
class Drafting {

    /** Six lines on paper. */
    static final int LONGEST_TITLE = 100;

    private final DSLContext sql;
    private final Bulletins bulletins;
    private final Sheets sheets;
    private final Sight sight;
    private final Directories directories;
    private final BulletinNotices notices;
    private final Issuers issuers;
    private final Templates templates;

    Drafting(DSLContext sql, Bulletins bulletins, Sheets sheets, Sight sight, Directories directories, BulletinNotices notices, Issuers issuers, Templates templates) {
        this.templates = templates;
        this.issuers = issuers;
        this.notices = notices;
        this.sql = sql;
        this.bulletins = bulletins;
        this.sheets = sheets;
        this.sight = sight;
        this.directories = directories;
    }

    /** What this viewer's unit may write a bulletin about. */
    List<Subject> subjects(Viewer viewer) {
        return sql.select(MATTER_ROW.ID, MATTER_ROW.NUMBER, MATTER_ROW.TITLE, MATTER_ROW.RECEIVED_ON).from(MATTER_ROW)
                .where(owned(viewer)).and(MATTER_ROW.TYPE.in(sheets.types())).and(MATTER_ROW.PHASE.notIn("void", "merged"))
                .orderBy(MATTER_ROW.OPENED_AT.desc(), MATTER_ROW.ID).limit(100)
                .fetch(r -> new Subject(new MatterId(viewer.tenant(), r.value1()), r.value2(), r.value3(), r.value4()));
    }

    record Seen(String type, Instant openedAt) {}

    Optional<Seen> subject(UUID root, Viewer viewer) {
        return sql.select(MATTER_ROW.TYPE, MATTER_ROW.OPENED_AT).from(MATTER_ROW)
                .where(owned(viewer)).and(MATTER_ROW.ID.eq(root)).and(MATTER_ROW.TYPE.in(sheets.types())).fetchOptional(r -> new Seen(r.value1(), r.value2()));
    }

    /** Seen, and supervised by the viewer's unit or one below it: to see a matter is not to speak for it in public. */
    private Condition owned(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        return sight.of(viewer, directory, new Sight.Columns(MATTER_ROW.TENANT, MATTER_ROW.ID, MATTER_ROW.PHASE, MATTER_ROW.SECRECY)).andExists(
                selectOne().from(BEARER_ROW).where(BEARER_ROW.TENANT.eq(MATTER_ROW.TENANT), BEARER_ROW.MATTER.eq(MATTER_ROW.ID), BEARER_ROW.ROLE.eq("supervisor"),
                        BEARER_ROW.UNIT.in(directory.below(viewer.unit()))));
    }

    /** The matter may have been handed to another supervisor since the bulletin was drafted. */
    void requireOwner(Bulletin bulletin, Viewer viewer) {
        // what is told of a period is by its very count supervised by the unit that issues it, or one below
        if (bulletin.scope().isPresent()) return;
        var root = bulletin.root();
        var below = directories.of(viewer.tenant()).below(viewer.unit());
        if (!sql.fetchExists(BEARER_ROW, BEARER_ROW.TENANT.eq(viewer.tenant()), BEARER_ROW.MATTER.eq(root), BEARER_ROW.ROLE.eq("supervisor"), BEARER_ROW.UNIT.in(below)))
            throw Bulletin.refused("owner", "publication.refused.owner");
    }

    /** @param day the past day at whose end the figures are counted; null for now */
    @Transactional
    Bulletin draft(MatterId root, @Nullable LocalDate day, Viewer viewer) {
        viewer.require(Viewer.Duty.SUPERVISE);
        if (root.tenant() != viewer.tenant()) throw new NotFound();
        var subject = subject(root.id(), viewer).orElseThrow(NotFound::new);
        var asOf = instant(day, viewer);
        if (asOf.isBefore(subject.openedAt()))
            throw Refused.invalid("publication.too-early", say("publication.refused.too-early"), say("publication.refused.too-early.next"));
        var bare = new Bulletin(Generators.timeBasedEpochGenerator().generate(), viewer.tenant(), viewer.unit(), root.id(), subject.type(), State.DRAFTED,
                "—", Map.of(), asOf, null, null, 1, null, Set.of(viewer.person()), null);
        var composed = sheets.of(bare, List.of(), today(viewer)).composition();
        var bulletin = with(bare, composed.title(), Map.of(), asOf, null);
        bulletins.insert(bulletin, viewer);
        bulletins.step(bulletin, "draft", "", viewer);
        return bulletin;
    }

    /** A bulletin of a period, laid out by the template that fits it best. */
    @Transactional
    Bulletin draft(Scope scope, Viewer author, Viewer drafted) {
        return draft(scope, templates.fitting(scope, author.tenant(), author.unit()).orElse(null), author, drafted);
    }

    /**
     * A bulletin of a period: over its end where that has come, else as of now.
     *
     * @param template null for the one that comes with the product
     * @param author whose unit issues it
     * @param drafted who is written down as its drafter: the author, or nobody where the schedule began it
     */
    @Transactional
    Bulletin draft(Scope scope, Templates.@Nullable Entry template, Viewer author, Viewer drafted) {
        author.require(Viewer.Duty.SUPERVISE);
        var bare = bare(scope, Generators.timeBasedEpochGenerator().generate(), template == null ? null : template.ref(), author, drafted);
        var composed = sheets.of(bare, List.of(), today(author)).composition();
        var title = scope.paper().isPresent() ? composed.title() : issuers.of(author.tenant(), author.unit()).mark() + composed.title();
        var bulletin = with(bare, title.length() <= LONGEST_TITLE ? title : composed.title(), Map.of(), bare.asOf(), null);
        bulletins.insert(bulletin, author);
        var laid = scope.paper().isPresent() ? sheets.called(author.tenant(), scope) : Words.in(Words.CHINESE, "publication.template.shipped");
        bulletins.step(bulletin, "draft", Words.in(Words.CHINESE, "publication.template.used", template == null ? laid : template.called()), drafted);
        return bulletin;
    }

    /** A bulletin of a period that nobody keeps yet. @throws Refused where there can be none of that period */
    Bulletin bare(Scope scope, UUID id, Template.@Nullable Ref template, Viewer author, Viewer drafted) {
        if (!scope.sound()) throw Refused.invalid("publication.period", say("publication.period.wrong"), say("publication.period.wrong.next"));
        if (scope.from().isAfter(today(author))) throw Refused.invalid("publication.period", say("publication.period.future"), say("publication.period.future.next"));
        return new Bulletin(id, author.tenant(), author.unit(), scope.series(author.tenant(), author.unit()), scope.word(), State.DRAFTED,
                "—", Map.of(), instant(scope.to(), author), null, null, 1, null, Set.of(drafted.person()), template);
    }

    static Bulletin titled(Bulletin b, String title) {
        return with(b, title, b.texts(), b.asOf(), b.embargo());
    }

    @Transactional
    void save(Bulletin was, int seen, String title, Map<String, String> texts, @Nullable Instant embargo, Viewer viewer) {
        was.requireEdit(viewer);
        if (seen != was.version()) throw Conflict.of(was);
        if (title.isBlank()) throw Refused.invalid("publication.title", say("publication.refused.title"), say("publication.refused.title.next"));
        if (title.strip().length() > LONGEST_TITLE)
            throw Refused.invalid("publication.title", say("publication.refused.long-title", LONGEST_TITLE), say("publication.refused.long-title.next"));
        var composition = sheets.of(was, List.of(), today(viewer)).composition();
        var kept = new TreeMap<String, String>();
        for (var part : composition.parts()) {
            var typed = texts.get(part.name());
            if (typed != null && part.free() && !typed.strip().equals(part.text())) kept.put(part.name(), typed.strip().replace("\r\n", "\n"));
        }
        bulletins.update(was, with(was, title.strip(), kept, was.asOf(), embargo));
        bulletins.step(was, "save", "", viewer);
    }

    /** What was written into the one before, wherever this one has the same part and every figure that it names. */
    @Transactional
    void takeOver(Bulletin was, Bulletin before, Viewer viewer) {
        was.requireEdit(viewer);
        var composition = sheets.of(was, List.of(), today(viewer)).composition();
        var texts = new TreeMap<>(was.texts());
        composition.parts().stream().filter(part -> part.free() && before.texts().containsKey(part.name())).forEach(part -> {
            var words = before.texts().get(part.name());
            if (composition.figures().keySet().containsAll(Wording.names(words))) texts.put(part.name(), words);
        });
        bulletins.update(was, with(was, was.title(), texts, was.asOf(), was.embargo()));
        bulletins.step(was, "save", "", viewer);
    }

    /** The same words around the figures of another instant. */
    @Transactional
    void refresh(Bulletin was, @Nullable LocalDate day, Viewer viewer) {
        was.requireEdit(viewer);
        var scope = was.scope().orElse(null);
        if (scope != null && day != null && (day.isBefore(scope.from()) || day.isAfter(scope.to())))
            throw Refused.invalid("publication.period", say("publication.period.outside", scope.from(), scope.to()), say("publication.period.outside.next"));
        var asOf = instant(scope != null && day == null ? scope.to() : day, viewer);
        bulletins.update(was, with(was, was.title(), was.texts(), asOf, was.embargo()));
        bulletins.step(was, "refresh", asOf.toString(), viewer);
    }

    @Transactional
    void redact(Bulletin was, @Nullable String part, @Nullable String words, String reason, Viewer viewer) {
        was.requireEdit(viewer);
        if (reason.isBlank()) throw Refused.invalid("publication.reason", say("publication.refused.reason"), say("publication.refused.reason.next"));
        var phrase = words == null || words.isBlank() ? null : words.strip();
        if (phrase != null && phrase.length() < 2 || phrase == null && (part == null || part.isBlank()))
            throw Refused.invalid("publication.words", say("publication.refused.words"), say("publication.refused.words.next"));
        bulletins.update(was, was);
        bulletins.redact(was, phrase == null ? part : null, phrase, reason.strip(), viewer);
        bulletins.step(was, "redact", reason.strip(), viewer);
    }

    @Transactional
    void uncover(Bulletin was, int no, Viewer viewer) {
        was.requireEdit(viewer);
        bulletins.update(was, was);
        bulletins.uncover(was, no);
        bulletins.step(was, "unredact", Integer.toString(no), viewer);
    }

    /**
     * @param seen the version that the drafter read
     * @param vouched that the matters kept inside the office, as listed beside that version, may be told of in public
     */
    @Transactional
    void submit(Bulletin was, int seen, boolean vouched, Viewer viewer) {
        was.requireEdit(viewer);
        if (seen != was.version()) throw Conflict.of(was);
        var sheet = sheets.of(was, bulletins.redactions(was), today(viewer));
        if (!sheet.inner().isEmpty() && !vouched)
            throw Refused.invalid("publication.inner", say("publication.refused.inner", sheet.inner().size()), say("publication.refused.inner.next"));
        if (sheet.stopped())
            throw Refused.conflict("publication.stopped", say("publication.refused.stopped"), say("publication.refused.stopped.next"));
        bulletins.update(was, state(was, State.IN_REVIEW, null));
        bulletins.step(was, "submit", sheet.inner().isEmpty() ? "" : Words.in(Words.CHINESE, "publication.inner.vouched", numbers(sheet)), viewer);
        notices.submitted(was, viewer);
    }

    private static String numbers(Sheet sheet) {
        return sheet.inner().stream().map(Sheet.Inner::number).collect(Collectors.joining("、"));
    }

    static Bulletin state(Bulletin b, State state, @Nullable String approved) {
        return new Bulletin(b.id(), b.tenant(), b.unit(), b.root(), b.rootType(), state, b.title(), b.texts(), b.asOf(), b.embargo(), approved, b.version(), b.withdrawal(), b.writers(), b.template());
    }

    private static Bulletin with(Bulletin b, String title, Map<String, String> texts, Instant asOf, @Nullable Instant embargo) {
        return new Bulletin(b.id(), b.tenant(), b.unit(), b.root(), b.rootType(), b.state(), title, texts, asOf, embargo, null, b.version(), null, b.writers(), b.template());
    }

    LocalDate today(Viewer viewer) {
        return directories.of(viewer.tenant()).today();
    }

    /** A past day counts to its end; today, and any later day, to this moment. */
    private Instant instant(@Nullable LocalDate day, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        if (day == null || !day.isBefore(directory.today())) return bulletins.now();
        return day.plusDays(1).atStartOfDay(directory.zone()).toInstant().minus(1, ChronoUnit.MICROS);
    }
}
