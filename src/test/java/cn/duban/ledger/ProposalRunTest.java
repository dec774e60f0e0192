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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** A suggestion with four co-handlers runs to a dissatisfied reply and its redo, through the door, on the days of the law. */
@DubanTest
class ProposalRunTest {

    private static final List<String> CO_HANDLERS = List.of("housing", "finance", "labour", "transport");

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

    private LocalDate opinion(String login) {
        int unit = town.as(login).unit();
        var dossier = dossiers.of(id).orElseThrow();
        var no = dossier.assignments().stream().filter(a -> a.unit() == unit && a.live()).findFirst().orElseThrow().no();
        return dossier.clocks().stream().filter(c -> c.assignment() != null && c.assignment() == no).reduce((one, other) -> other).orElseThrow().lastDay();
    }

    private void runs(String name, String until) {
        assertThat(clockOf(name)).as(name).satisfies(c -> assertThat(c.running()).isTrue()).satisfies(c -> assertThat(c.lastDay()).isEqualTo(until));
    }

    private void state(String state) {
        assertThat(dossiers.of(id).orElseThrow().matter().state()).isEqualTo(state);
    }

    private static Act talk(String act, String day) {
        return Act.of(act).field("contact-on", day).field("contact-way", "visit").field("contact-with", "领衔代表").saying("note", "当面听取意见");
    }

    private static Act reply(String number) {
        return Act.of("reply").field("class", "b").field("finish", "year").field("reply-number", number).saying("note", "河道清淤已经列入本年度计划。");
    }

    @Test
    void runsToADissatisfiedReplyAndTheRedoOnTheDaysOfTheLaw() {
        ledger = new Ledger(dossiers, writer, idempotency, types, numbering, directories, calendars, files, sight, outbox, clock, transactions, reportRules, objections, hosts);
        town = new Town(cities, directories, ledger, files);
        clock.on("2025-11-25");
        id = ledger.open(new Opening(Ledger.newId(), "proposal", "deputy-suggestion", "关于整治城区内河的建议", "正文", Map.of("session", "十八届三次会议", "serial", "12", "proposers", "宁静", "category", "ecology", "open", "true", "key", "true"),
                Map.of(), null, null, null, 0, Secrecy.INTERNAL, false, null, null), town.as("inspect"), null).id();
        runs("assign", "2025-12-02");

        clock.on("2025-11-30");
        var units = CO_HANDLERS.stream().map(login -> town.as(login).unit()).toList();
        act(Act.of("assign").role("leader", town.post("vice1")).role("lead", town.as("eco").unit()).role("assist", units), "inspect");
        runs("reply", "2026-02-28");
        runs("receive", "2025-12-05");
        CO_HANDLERS.forEach(login -> assertThat(opinion(login)).as(login).isEqualTo("2025-12-30"));

        clock.on("2025-12-03");
        act(Act.of("object").saying("reason", "应由水务部门主办"), "eco.registry");
        runs("decide", "2025-12-10");
        runs("reply", "2026-02-28");
        act(on("transport", "decline").saying("reason", "不涉及交通"), "transport.registry");
        clock.on("2025-12-05");
        act(Act.of("uphold").saying("reason", "职责规定明确"), "inspect");
        runs("receive", "2025-12-12");
        runs("reply", "2026-02-28");
        assertThat(refused(Act.of("object").saying("reason", "仍有异议"), "eco.registry")).isEqualTo("decided");
        act(on("transport", "uphold").saying("reason", "码头归交通"), "inspect");
        assertThat(opinion("transport")).isEqualTo("2025-12-30");
        assertThat(refused(on("transport", "decline").saying("reason", "仍有异议"), "transport.registry")).isEqualTo("decided");

        clock.on("2025-12-08");
        assertThat(refused(on("finance", "decline").saying("reason", "才看到"), "finance.registry")).isEqualTo("objection-late");
        act(Act.of("receive"), "eco.registry");
        for (var login : CO_HANDLERS) act(on(login, "receive"), login + ".registry");
        clock.on("2025-12-22");
        for (var login : CO_HANDLERS) act(on(login, "answer").saying("note", "书面意见"), login + ".registry");
        for (var login : List.of("housing", "labour", "transport")) act(on(login, "accept"), "eco.handle");
        act(on("finance", "return").saying("reason", "经费没有说明"), "eco.handle");
        assertThat(opinion("finance")).isEqualTo("2026-01-22");

        clock.on("2026-01-20");
        assertThat(refused(reply("明环函〔2026〕3号"), "eco")).as("no reply before the talk").isEqualTo("state");
        act(talk("contact", "2026-01-20"), "eco.handle");
        assertThat(refused(reply("明环函〔2026〕3号"), "eco")).as("one opinion is missing").isEqualTo("gate");
        act(on("finance", "answer").saying("note", "经费列入预算"), "finance.registry");
        act(on("finance", "accept"), "eco.handle");
        runs("reply", "2026-02-28");

        clock.on("2026-02-10");
        assertThat(refused(reply("明环函〔2026〕3号"), "eco.handle")).isEqualTo("signature");
        act(reply("明环函〔2026〕3号"), "eco");
        state("replied");
        runs("feedback", "2026-03-10");
        assertThat(clockOf("reply")).satisfies(c -> assertThat(c.running()).isFalse()).satisfies(c -> assertThat(c.lastDay()).isEqualTo("2026-02-28"));

        clock.on("2026-03-05");
        act(Act.of("dissatisfied").field("feedback-on", "2026-03-05").saying("reason", "没有时间表"), "inspect1");
        state("again");
        // the 5th of April is a Sunday in the Qingming holidays, which end on the 6th
        runs("again", "2026-04-07");
        clock.on("2026-03-20");
        assertThat(refused(reply("明环函〔2026〕21号"), "eco")).as("again a talk first").isEqualTo("state");
        act(talk("contact-again", "2026-03-20"), "eco.handle");
        runs("again", "2026-04-07");
        clock.on("2026-04-03");
        act(reply("明环函〔2026〕21号"), "eco");
        runs("feedback", "2026-05-06");

        clock.on("2026-04-20");
        act(Act.of("satisfied").field("feedback-on", "2026-04-20").saying("note", "满意"), "inspect1");
        runs("close", "2026-05-07");
        act(Act.of("close").saying("verdict", "代表满意"), "inspect1");
        assertThat(dossiers.of(id).orElseThrow().matter().phase()).isEqualTo(Phase.ENDED);
        assertThat(dossiers.of(id).orElseThrow().clocks()).noneMatch(cn.duban.ledger.Clock::running);
        assertThat(proof.prove(town.city.tenant()).breaks()).isEmpty();
    }
}
