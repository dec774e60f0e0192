package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.workdays.Calendars;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** A ticket is sent back once, decided, answered, not found good and done again, on its days; what nobody is competent for ends with a person. */
@DubanTest
class HotlineRunTest {

    @Autowired Dossiers dossiers;
    @Autowired Writer writer;
    @Autowired Idempotency idempotency;
    @Autowired MatterTypes types;
    @Autowired Numbering numbering;
    @Autowired Directories directories;
    @Autowired Calendars calendars;
    @Autowired EvidenceFiles files;
    @Autowired Sight sight;
    @Autowired Outbox outbox;
    @Autowired PlatformTransactionManager transactions;
    @Autowired org.springframework.beans.factory.ObjectProvider<ReportRule> reportRules;
    @Autowired org.springframework.beans.factory.ObjectProvider<Objection> objections;
    @Autowired Hosts hosts;
    @Autowired City cities;
    @Autowired Proof proof;

    private final Days clock = new Days();
    private Ledger ledger;
    private Town town;
    private MatterId id;

    /** Nine in the morning of whatever day it is. */
    private static final class Days extends Clock {
        private Instant now = Instant.EPOCH;

        void on(String day) {
            now = LocalDate.parse(day).atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void act(Act act, String login) {
        ledger.act(id, act, town.as(login));
    }

    private String refused(Act act, String login) {
        return catchThrowableOfType(Refusal.Refused.class, () -> act(act, login)).refusal().rule();
    }

    private Act on(String login, String act) {
        int unit = town.as(login).unit();
        var no = dossiers.of(id).orElseThrow().assignments().stream().filter(a -> a.unit() == unit && a.live()).findFirst().orElseThrow().no();
        return Act.of(act).on(no);
    }

    private cn.duban.ledger.Clock clockOf(String name) {
        return dossiers.of(id).orElseThrow().clocks().stream().filter(c -> c.name().equals(name) && c.assignment() == null).reduce((one, other) -> other).orElseThrow();
    }

    private void runs(String name, String until) {
        assertThat(clockOf(name)).as(name).satisfies(c -> assertThat(c.running()).isTrue()).satisfies(c -> assertThat(c.lastDay()).isEqualTo(until));
    }

    private void state(String state) {
        assertThat(dossiers.of(id).orElseThrow().matter().state()).isEqualTo(state);
    }

    private void open() {
        ledger = new Ledger(dossiers, writer, idempotency, types, numbering, directories, calendars, files, sight, outbox, clock, transactions, reportRules, objections, hosts);
        town = new Town(cities, directories, ledger, files);
        id = ledger.open(new Opening(Ledger.newId(), "hotline", "hotline-ticket", "沿河夜间倾倒渣土", "每晚十点以后有车往河道里倒渣土。", Map.of("channel", "phone", "kind", "complaint"),
                Map.of(), null, null, null, 0, Secrecy.INTERNAL, false, null, null), town.as("hotline.registry"), null).id();
    }

    private Act dispatch(String due) {
        return Act.of("dispatch").role("lead", town.as("eco").unit()).field("category", "生态环境·固体废物").field("grade", "usual").due(LocalDate.parse(due));
    }

    private void draft(String text) {
        act(Act.of("draft").saying("note", text), "housing.handle1");
    }

    @Test
    void isSentBackOnceAndDoneAgainUntilTheCallerIsSatisfied() {
        clock.on("2026-02-10");
        open();
        runs("dispatch", "2026-02-11");
        clock.on("2026-02-11");
        act(dispatch("2026-02-25").role("assist", town.as("transport").unit()), "hotline.registry");
        runs("receive", "2026-02-12");
        runs("handle", "2026-02-25");

        clock.on("2026-02-12");
        act(Act.of("object").saying("reason", "渣土归住建管"), "eco.registry");
        runs("decide", "2026-02-14");
        runs("handle", "2026-02-25");
        assertThat(refused(Act.of("redirect").role("lead", town.as("housing").unit()).due(LocalDate.parse("2026-02-27")), "hotline.registry")).as("why").isEqualTo("missing");
        act(on("transport", "decline").saying("reason", "不涉及交通"), "transport.registry");
        clock.on("2026-02-13");
        act(Act.of("redirect").role("lead", town.as("housing").unit()).due(LocalDate.parse("2026-02-27")).saying("reason", "建筑垃圾由住建部门处置"), "hotline.registry");
        runs("handle", "2026-02-27");
        assertThat(refused(Act.of("object").saying("reason", "仍有异议"), "housing.registry")).as("what was decided is final").isEqualTo("decided");
        act(on("transport", "uphold").saying("reason", "运输环节归交通"), "hotline.registry");
        assertThat(refused(on("transport", "decline").saying("reason", "仍有异议"), "transport.registry")).isEqualTo("decided");

        clock.on("2026-02-14");
        act(Act.of("receive"), "housing.registry");
        act(on("transport", "receive"), "transport.registry");
        clock.on("2026-02-24");
        draft("已经加派夜间巡查。");
        state("drafted");
        runs("approve", "2026-02-25");
        assertThat(refused(Act.of("reply"), "housing.handle1")).as("whoever drafted does not approve").isEqualTo("signature");
        assertThat(refused(Act.of("reply"), "housing")).as("the co-handler has not answered").isEqualTo("gate");
        act(on("transport", "answer").saying("note", "已查处两辆运输车"), "transport.registry");
        act(on("transport", "accept"), "housing.handle1");
        act(Act.of("revise").saying("reason", "写明查处结果"), "housing");
        draft("已查处两辆运输车，河道渣土已经清运。");
        act(Act.of("reply"), "housing");
        state("replied");
        runs("callback", "2026-02-27");

        clock.on("2026-02-26");
        act(Act.of("unreached").saying("note", "两次拨打无人接听"), "hotline.registry");
        state("replied");
        var again = Act.of("dissatisfied").field("displeased", "dissatisfied").saying("reason", "昨晚又有人倒").due(LocalDate.parse("2026-03-03"));
        assertThat(refused(again, "housing")).isEqualTo("role");
        act(again, "hotline.registry");
        state("again");
        runs("handle", "2026-03-03");
        clock.on("2026-03-02");
        draft("已在路口安装监控。");
        act(Act.of("reply"), "housing");
        runs("callback", "2026-03-05");
        clock.on("2026-03-03");
        assertThat(refused(Act.of("satisfied"), "hotline.registry")).as("nothing said is not satisfied").isEqualTo("missing");
        act(Act.of("satisfied").field("pleased", "satisfied").field("displeased", ""), "hotline.registry");
        assertThat(dossiers.of(id).orElseThrow().matter().phase()).isEqualTo(Phase.ENDED);
        assertThat(dossiers.of(id).orElseThrow().clocks()).noneMatch(cn.duban.ledger.Clock::running);

        clock.on("2026-03-20");
        act(Act.of("redo").saying("reason", "又开始倒了"), "hotline.registry");
        state("reopened");
        runs("dispatch", "2026-03-23");
        act(Act.of("dispatch-again").role("lead", town.as("housing").unit()).due(LocalDate.parse("2026-03-25")).saying("reason", "反复发生"), "hotline.registry");
        state("again");
        runs("handle", "2026-03-25");
        assertThat(proof.prove(town.city.tenant()).breaks()).isEmpty();
    }

    @Test
    void endsWithANamedPersonWhereNobodyIsCompetent() {
        clock.on("2026-03-02");
        open();
        act(Act.of("refer").role("umpire", town.post("secretary")).saying("reason", "三个部门都说不归自己"), "hotline.registry");
        assertThat(dossiers.of(id).orElseThrow().matter().owes()).isEqualTo("umpire");
        runs("designate", "2026-03-04");
        var designate = Act.of("designate").role("lead", town.as("eco").unit()).due(LocalDate.parse("2026-03-09")).saying("reason", "按河道管理职责");
        assertThat(refused(designate, "hotline.registry")).isEqualTo("role");
        act(designate, "secretary");
        state("dispatched");
        runs("handle", "2026-03-09");
        assertThat(refused(Act.of("object").saying("reason", "不归我局"), "eco.registry")).as("who is competent was decided").isEqualTo("decided");
        assertThat(proof.prove(town.city.tenant()).breaks()).isEmpty();
    }

    @Test
    void mayBeRatedAfterwardsOnceAndIsNotSatisfiedWhileNobodySaysSo() {
        clock.on("2026-03-02");
        open();
        act(Act.of("answer-now").field("category", "政务服务·办事咨询").saying("note", "已告知办理地点和材料"), "hotline.registry");
        assertThat(dossiers.of(id).orElseThrow().matter().fields()).doesNotContainKeys("pleased", "displeased");
        act(Act.of("rate").field("pleased", "very"), "hotline.registry");
        assertThat(refused(Act.of("rate").field("pleased", "basically"), "hotline.registry")).isEqualTo("most");
        act(Act.of("redo").saying("reason", "又出了问题"), "hotline.registry");
        act(Act.of("dispatch-again").role("lead", town.as("eco").unit()).due(LocalDate.parse("2026-03-20")).saying("reason", "到现场看一次"), "hotline.registry");
        act(Act.of("draft").saying("note", "已到现场处理"), "eco.handle");
        act(Act.of("reply"), "eco");
        act(Act.of("unreached").saying("note", "无人接听"), "hotline.registry");
        act(Act.of("unreached").saying("note", "仍无人接听"), "hotline.registry");
        act(Act.of("close-unrated").saying("note", "多次无人接听"), "hotline.registry");
        act(Act.of("rate").field("pleased", "satisfied"), "hotline.registry");
        assertThat(refused(Act.of("rate").field("pleased", "basically"), "hotline.registry")).as("once for each closing").isEqualTo("most");
        assertThat(proof.prove(town.city.tenant()).breaks()).isEmpty();
    }
}
