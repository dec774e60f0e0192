package cn.duban.publication;

import static cn.duban.web.Words.say;
import static cn.duban_db.publication.Tables.COUNTED;
import static cn.duban_db.publication.Tables.FROZEN;
import static cn.duban_db.publication.Tables.SERIES;
import static org.jooq.impl.DSL.row;

import cn.duban.crypto.Sm3;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.publication.Bulletin.State;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the reviewer does: return, approve, publish and, if need be, withdraw. */
@Component
class Publishing {

    private static final Pattern NOTED = Pattern.compile("发布通报(.{1,60})，内容摘要SM3：[0-9a-f ]{95}");

    private final DSLContext sql;
    private final Bulletins bulletins;
    private final Sheets sheets;
    private final Issuers issuers;
    private final Directories directories;
    private final Drafting drafting;
    private final Ledger ledger;
    private final BulletinNotices notices;

    Publishing(DSLContext sql, Bulletins bulletins, Sheets sheets, Issuers issuers, Directories directories, Drafting drafting, Ledger ledger, BulletinNotices notices) {
        this.notices = notices;
        this.sql = sql;
        this.bulletins = bulletins;
        this.sheets = sheets;
        this.issuers = issuers;
        this.directories = directories;
        this.drafting = drafting;
        this.ledger = ledger;
    }

    /** Back to the writers: by the reviewer, or taken back by the writers themselves. */
    @Transactional
    void giveBack(Bulletin was, String reason, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        if (!was.signs(viewer, directory) && !was.supervises(viewer)) throw Bulletin.refused("duty", "publication.refused.duty");
        if (was.state() != State.IN_REVIEW && was.state() != State.APPROVED) throw was.wrongState();
        needReason(reason);
        bulletins.update(was, Drafting.state(was, State.DRAFTED, null));
        bulletins.step(was, "return", reason.strip(), viewer);
        notices.returned(was, viewer);
    }

    /** @param seen version that the reviewer read */
    @Transactional
    void approve(Bulletin was, int seen, Viewer viewer) {
        was.requireApproval(viewer, directories.of(viewer.tenant()), State.IN_REVIEW);
        if (seen != was.version()) throw Conflict.of(was);
        var sheet = sheet(was);
        if (sheet.stopped()) throw stopped();
        bulletins.update(was, Drafting.state(was, State.APPROVED, sheet.approvable()));
        bulletins.step(was, "approve", "", viewer);
    }

    /** Gives the number and freezes: one transaction, so that a publication that fails leaves no gap. */
    @Transactional
    Frozen publish(Bulletin was, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        was.requireApproval(viewer, directory, State.APPROVED);
        drafting.requireOwner(was, viewer);
        // the number first: its row is held, so that of two bulletins of one series the later compares itself with the one before it
        var today = directory.today();
        var issuer = issuers.of(was.tenant(), was.unit());
        var no = next(was.tenant(), issuer.word(), today.getYear());
        var sheet = sheet(was);
        if (sheet.stopped()) throw stopped();
        if (!sheet.approvable().equals(was.approved()))
            throw Refused.conflict("publication.moved", say("publication.refused.moved"), say("publication.refused.moved.next"));
        bulletins.update(was, Drafting.state(was, State.PUBLISHED, was.approved()));
        var now = bulletins.now();
        var number = issuer.number(today.getYear(), no);
        var inside = numbered(sheet.content(), number);
        var canonical = inside.open().canonical();
        var from = was.embargo() == null || was.embargo().isBefore(now) ? now : was.embargo();
        var digest = Sm3.hex(Sm3.digest(canonical));
        var frozen = new Frozen(was.tenant(), was.id(), number, today.getYear(), no, Content.plain(inside.open().title()),
                new String(canonical, StandardCharsets.UTF_8), digest, now, from, note(was, number, digest, viewer), null, null);
        insert(frozen, new String(inside.canonical(), StandardCharsets.UTF_8));
        sql.insertInto(COUNTED, COUNTED.TENANT, COUNTED.BULLETIN, COUNTED.MATTER, COUNTED.VERSION, COUNTED.HEAD)
                .valuesOfRows(inside.counted().stream().map(c -> row(was.tenant(), was.id(), c.matter().id(), c.version(), Sm3.parse(c.head()))).toList())
                .execute();
        bulletins.step(was, "publish", number + " SM3 " + frozen.digest(), viewer);
        return frozen;
    }

    /**
     * The digest goes into the chain of the matter itself, and with the daily anchor out of the database: whoever rewrites a
     * published text and its digest must rewrite that too. Whoever publishes without a say in the matter leaves it, and a bulletin of a period
     * is about no one matter: its digest stands in the steps, which the database lets nobody change.
     */
    private @Nullable Integer note(Bulletin bulletin, String number, String digest, Viewer viewer) {
        if (bulletin.scope().isPresent() || !viewer.has(Duty.SUPERVISE) && !viewer.has(Duty.LEAD)) return null;
        return ledger.act(bulletin.about(), Act.of("comment").saying("note", noted(number, digest)), viewer).entry();
    }

    /** What the entry says that carries a bulletin's digest: in pairs, since the door takes eleven digits on end for a telephone number. */
    static String noted(String number, String digest) {
        return "发布通报" + number + "，内容摘要SM3：" + digest.replaceAll("(.{2})(?=.)", "$1 ");
    }

    /** The number of the bulletin that such an entry tells of; null for other words. */
    static @Nullable String noted(String words) {
        var entry = NOTED.matcher(words);
        return entry.matches() ? entry.group(1) : null;
    }

    @Transactional
    void withdraw(Bulletin was, String reason, Viewer viewer) {
        if (!was.signs(viewer, directories.of(viewer.tenant()))) throw Bulletin.refused("sign", "publication.refused.sign");
        if (was.state() != State.PUBLISHED) throw was.wrongState();
        needReason(reason);
        bulletins.update(was, new Bulletin(was.id(), was.tenant(), was.unit(), was.root(), was.rootType(), State.WITHDRAWN, was.title(), was.texts(), was.asOf(),
                was.embargo(), was.approved(), was.version(), reason.strip(), was.writers(), was.template()));
        bulletins.step(was, "withdraw", reason.strip(), viewer);
    }

    private Sheet sheet(Bulletin bulletin) {
        return sheets.of(bulletin, bulletins.redactions(bulletin), directories.of(bulletin.tenant()).today());
    }

    /** The row stays locked until this transaction ends: the next publication waits for it, and takes the same number if it fails. */
    private int next(int tenant, String word, int year) {
        return sql.insertInto(SERIES).set(SERIES.TENANT, tenant).set(SERIES.WORD, word).set(SERIES.YEAR, year).set(SERIES.LAST, 1)
                .onConflict(SERIES.TENANT, SERIES.WORD, SERIES.YEAR).doUpdate().set(SERIES.LAST, SERIES.LAST.plus(1))
                .returningResult(SERIES.LAST).fetchSingle().value1();
    }

    private void insert(Frozen frozen, String internal) {
        sql.insertInto(FROZEN).set(FROZEN.TENANT, frozen.tenant()).set(FROZEN.BULLETIN, frozen.bulletin()).set(FROZEN.NUMBER, frozen.number())
                .set(FROZEN.YEAR, frozen.year()).set(FROZEN.NO, frozen.no()).set(FROZEN.TITLE, frozen.title()).set(FROZEN.CONTENT, frozen.content())
                .set(FROZEN.DIGEST, Sm3.parse(frozen.digest())).set(FROZEN.INTERNAL, internal).set(FROZEN.PUBLISHED_AT, frozen.publishedAt())
                .set(FROZEN.VISIBLE_FROM, frozen.visibleFrom()).set(FROZEN.NOTED, frozen.noted()).execute();
    }

    private static Content numbered(Content c, String number) {
        return new Content(c.form(), number, c.mark(), c.datedOn(), c.asOf(), c.root(), c.rootType(), c.title(), c.passages(), c.counted());
    }

    private static void needReason(String reason) {
        if (reason.isBlank()) throw Refused.invalid("publication.reason", say("publication.refused.reason"), say("publication.refused.reason.next"));
    }

    private static Refused stopped() {
        return Refused.conflict("publication.stopped", say("publication.refused.stopped"), say("publication.refused.stopped.next"));
    }
}
