package cn.duban.publication;

import static cn.duban_db.ledger.Tables.MATTER_ROW;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import cn.duban.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A round of rectification in any state, and a bulletin on it at any step, as people would say them. */
@Component
class RoundFixture {

    final Town town;
    private final Ledger ledger;
    private final Drafting drafting;
    private final Publishing publishing;
    private final Bulletins bulletins;
    private final DSLContext sql;
    private final Issuers issuers;

    RoundFixture(Town town, Ledger ledger, Drafting drafting, Publishing publishing, Bulletins bulletins, Issuers issuers, DSLContext sql) {
        this.sql = sql;
        this.issuers = issuers;
        this.town = town;
        this.ledger = ledger;
        this.drafting = drafting;
        this.publishing = publishing;
        this.bulletins = bulletins;
    }

    Viewer drafter() {
        return town.as("inspect1");
    }

    Viewer head() {
        return town.as("inspect");
    }

    MatterId aRound(String title) {
        return open("rectification-round", title, null, Map.of("inspected-by", "市委第三巡察组", "feedback-on", "2026-03-06"), 0, Secrecy.INTERNAL);
    }

    MatterId aRoundWithoutInspector(String title) {
        return open("rectification-round", title, null, Map.of("feedback-on", "2026-03-06"), 0, Secrecy.INTERNAL);
    }

    MatterId aFinding(MatterId round, String title) {
        return open("rectification-finding", title, round.id(), Map.of(), position(), Secrecy.INTERNAL);
    }

    MatterId aSecretFinding(MatterId round, String title) {
        return open("rectification-finding", title, round.id(), Map.of(), position(), Secrecy.WORK_SECRET);
    }

    MatterId aClaimedFinding(MatterId round, String title) {
        return ledger.open(new Opening(Ledger.newId(), "rectification", "rectification-finding", title, "", Map.of("claim", "整改完毕"), Map.of(), null, null,
                round.id(), position(), Secrecy.INTERNAL, true, null, null), head(), null).id();
    }

    private static int positions;

    private static synchronized int position() {
        return ++positions;
    }

    private MatterId open(String type, String title, @Nullable UUID parent, Map<String, String> fields, int position, Secrecy secrecy) {
        return ledger.open(new Opening(Ledger.newId(), "rectification", type, title, "", fields, Map.of(), null, null, parent, position, secrecy, false, null, null), head(), null).id();
    }

    /** A measure driven to a state by those who may. */
    MatterId aMeasure(MatterId finding, String title, String state) {
        var id = open("rectification-measure", title, finding.id(), Map.of("mode", "dated"), position(), Secrecy.INTERNAL);
        var path = switch (state) {
            case "drafted" -> List.<String>of();
            case "assigned" -> List.of("assign");
            case "working" -> List.of("assign", "receive");
            case "paused" -> List.of("assign", "receive", "pause");
            case "submitted" -> List.of("assign", "receive", "submit");
            case "standing" -> List.of("assign", "receive", "submit", "sustain");
            case "closed" -> List.of("assign", "receive", "submit", "close");
            case "reworked" -> List.of("assign", "receive", "submit", "close", "redo");
            case "void" -> List.of("void");
            default -> throw new IllegalArgumentException(state);
        };
        path.forEach(act -> act(id, act));
        return id;
    }

    void act(MatterId id, String act) {
        switch (act) {
            case "assign" -> ledger.act(id, town.assign(), head());
            case "receive" -> ledger.act(id, Act.of("receive"), town.as("eco.registry"));
            case "report" -> ledger.act(id, Act.of("report").saying("note", "已清理三处"), town.as("eco.handle"));
            case "submit" -> ledger.act(id, Act.of("submit").saying("note", "已全部清理").with(town.aFile("eco.handle")), town.as("eco.handle"));
            case "close", "sustain" -> ledger.act(id, Act.of(act).saying("verdict", "现场核实，整改到位"), head());
            case "return" -> ledger.act(id, Act.of("return").saying("reason", "缺少现场照片").due(town.today().plusDays(30)), head());
            case "redo" -> ledger.act(id, Act.of("redo").saying("reason", "现场反弹").due(town.today().plusDays(30)), head());
            default -> ledger.act(id, Act.of(act).saying("reason", "等待汛期结束"), head());
        }
    }

    /** The number by which a bulletin's parts and figures name a matter. */
    String number(MatterId matter) {
        return sql.select(MATTER_ROW.NUMBER).from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(matter.tenant()), MATTER_ROW.ID.eq(matter.id())).fetchSingle().value1();
    }

    /** A round in which another supervising unit merely assists. */
    MatterId aRoundAssistedBy(String unit) {
        var round = new Opening(Ledger.newId(), "rectification", "rectification-round", "某局专项检查", "", Map.of(), Map.of("assist", List.of(town.unit(unit))), null, null,
                null, 0, Secrecy.INTERNAL, false, null, null);
        var id = ledger.open(round, head(), null).id();
        ledger.act(id, Act.of("start").role("leader", town.post("vice1")).due(town.today().plusDays(90)), head());
        return id;
    }

    void closeFinding(MatterId finding) {
        ledger.act(finding, Act.of("docket"), head());
        ledger.act(finding, Act.of("close").saying("verdict", "全部到位"), head());
    }

    /** Two findings, one closed out; five measures in five states. */
    MatterId aRoundUnderWay() {
        var round = aRound("市委第三巡察组巡察反馈意见");
        var first = aFinding(round, "河道乱倒垃圾问题突出");
        aMeasure(first, "清理河道垃圾", "closed");
        aMeasure(first, "建立巡河制度", "standing");
        closeFinding(first);
        var second = aFinding(round, "污水直排未根治");
        aMeasure(second, "改造排水管网", "working");
        aMeasure(second, "封堵直排口", "submitted");
        aMeasure(second, "查处违法排污", "drafted");
        return round;
    }

    Bulletin aDraft(MatterId round) {
        issuers.set(town.city.tenant(), drafter().unit(), new Issuer("明川市人民政府督查室", "明督通", "监督电话：0990-6620。"));
        return again(drafting.draft(round, null, drafter()));
    }

    Bulletin again(Bulletin bulletin) {
        return bulletins.find(bulletin.tenant(), bulletin.id()).orElseThrow();
    }

    Bulletin inReview(Bulletin draft) {
        drafting.submit(draft, draft.version(), true, drafter());
        return again(draft);
    }

    Bulletin approved(Bulletin draft) {
        var inReview = inReview(draft);
        publishing.approve(inReview, inReview.version(), head());
        return again(draft);
    }

    Frozen published(Bulletin draft) {
        return publishing.publish(approved(draft), head());
    }

    static RequestPostProcessor signedIn(Viewer viewer) {
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(viewer, "", List.of()));
    }
}
