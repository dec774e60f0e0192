package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.duban.ledger.type.ShippedTypes;
import cn.duban.units.SmallTown;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A lead unit and others beside it: each receives, answers or objects on its own; who is competent is decided once. On paper. */
class LeadAndManyTest {

    private static final int INSPECTOR = 4;
    private static final int ECO_REGISTRY = 8;
    private static final int ECO_HEAD = 7;
    private static final int ECO_HANDLER = 10;
    private static final int HOUSING = 13;
    private static final int FINANCE = 15;

    /** Handed out on a Monday: the bureau of the environment leads, housing assists, finance is asked. */
    private final Paper paper = new Paper(ShippedTypes.load().get("deputy-suggestion"), LocalDate.of(2026, 6, 1), false, null)
            .act(Act.of("assign").role("lead", SmallTown.ECO).role("assist", SmallTown.HOUSING).role("consult", SmallTown.FINANCE), INSPECTOR);

    private Refusal refused(Act act, int person) {
        return catchThrowableOfType(Refusal.Refused.class, () -> paper.act(act, person)).refusal();
    }

    private Assignment share(String role) {
        return paper.dossier.assignments().stream().filter(a -> a.role().equals(role) && a.live()).findFirst().orElseThrow();
    }

    private Act on(String role, String act) {
        return Act.of(act).on(share(role).no());
    }

    @Test
    void givesEveryUnitAShareWithReceiptAnswerAndVerdictOfItsOwn() {
        paper.act(on("consult", "receive"), FINANCE).act(on("consult", "answer").saying("note", "没有不同意见"), FINANCE);
        assertThat(share("consult").state()).isEqualTo(Assignment.State.ANSWERED);
        assertThat(share("assist").state()).isEqualTo(Assignment.State.GIVEN);
        paper.act(on("consult", "return").saying("reason", "请说明经费来源"), ECO_HANDLER);
        assertThat(share("consult")).satisfies(s -> assertThat(s.state()).isEqualTo(Assignment.State.RETURNED)).satisfies(s -> assertThat(s.verdict()).isEqualTo("请说明经费来源"));
        paper.act(on("consult", "answer").saying("note", "经费已列入年度预算"), FINANCE).act(on("consult", "accept"), ECO_HANDLER);
        assertThat(share("consult").state()).isEqualTo(Assignment.State.ACCEPTED);
        assertThat(paper.breaks()).isEmpty();
    }

    @Test
    void sendsAShareBackWithinItsLimitOnlyAndTheSupervisorDecidesOnce() {
        var opinion = paper.clock("opinion").lastDay();
        paper.on(LocalDate.of(2026, 6, 3));
        assertThat(refused(on("assist", "decline"), HOUSING).rule()).isEqualTo("missing");
        paper.act(on("assist", "decline").saying("reason", "不属于住建职责"), HOUSING);
        assertThat(share("assist").state()).isEqualTo(Assignment.State.OBJECTED);
        assertThat(paper.clock("opinion").running()).as("nobody wins time by objecting").isTrue();
        assertThat(refused(on("assist", "uphold").saying("reason", "有关联"), ECO_HANDLER).rule()).isEqualTo("role");
        paper.on(LocalDate.of(2026, 6, 4)).act(on("assist", "uphold").saying("reason", "小区管网属住建"), INSPECTOR);
        assertThat(share("assist")).satisfies(s -> assertThat(s.state()).isEqualTo(Assignment.State.GIVEN)).satisfies(s -> assertThat(s.decided()).isEqualTo(paper.dossier.matter().version()));
        var again = refused(on("assist", "decline").saying("reason", "还是不属于"), HOUSING);
        assertThat(again.rule()).isEqualTo("decided");
        assertThat(again.zh()).contains("第" + share("assist").decided() + "条");
        assertThat(paper.dossier.clocks().stream().filter(c -> c.assignment() != null && c.assignment() == share("assist").no())).singleElement().satisfies(c -> assertThat(c.lastDay()).isEqualTo(opinion));

        // five working days from Monday 1 June end on Monday the 8th
        paper.on(LocalDate.of(2026, 6, 9));
        assertThat(refused(on("consult", "decline").saying("reason", "不熟悉情况"), FINANCE).rule()).isEqualTo("objection-late");
        assertThat(paper.breaks()).isEmpty();
    }

    @Test
    void releasesAUnitThatIsNotCompetent() {
        paper.act(on("consult", "decline").saying("reason", "与财政无关"), FINANCE).act(on("consult", "release").saying("reason", "确实无关"), INSPECTOR);
        assertThat(paper.dossier.bearing("consult")).isEmpty();
        assertThat(paper.dossier.assignments()).filteredOn(a -> a.role().equals("consult")).singleElement().satisfies(a -> assertThat(a.state()).isEqualTo(Assignment.State.WITHDRAWN));
        assertThat(paper.dossier.clocks()).filteredOn(c -> c.assignment() != null && c.running()).as("only housing still has time running").hasSize(1);
        assertThat(paper.breaks()).isEmpty();
    }

    @Test
    void letsTheLeadObjectOnceAndGoesOnCountingMeanwhile() {
        var reply = paper.clock("reply").lastDay();
        paper.on(LocalDate.of(2026, 6, 8)).act(Act.of("object").saying("reason", "应由水务部门主办"), ECO_REGISTRY);
        assertThat(share("lead").state()).isEqualTo(Assignment.State.OBJECTED);
        paper.on(LocalDate.of(2026, 6, 10)).act(Act.of("uphold").saying("reason", "三定规定明确由生态环境部门牵头"), INSPECTOR);
        assertThat(paper.clock("reply")).satisfies(c -> assertThat(c.running()).isTrue()).satisfies(c -> assertThat(c.lastDay()).isEqualTo(reply));
        assertThat(refused(Act.of("object").saying("reason", "仍有异议"), ECO_REGISTRY).rule()).isEqualTo("decided");
        assertThat(paper.lifecycle().offered(paper.dossier, paper.viewer(ECO_REGISTRY))).extracting(a -> a.name()).contains("receive").doesNotContain("object");
        paper.act(Act.of("receive"), ECO_REGISTRY);
        assertThat(refused(Act.of("object").saying("reason", "仍有异议"), ECO_REGISTRY).rule()).isEqualTo("decided");
        assertThat(paper.breaks()).isEmpty();
    }

    @Test
    void takesADecisionForAnotherUnitAsOneForGood() {
        paper.act(Act.of("object").saying("reason", "应由住建部门主办"), ECO_REGISTRY).act(Act.of("redirect").saying("reason", "同意"), INSPECTOR);
        assertThat(share("lead").state()).as("until it is handed out anew").isEqualTo(Assignment.State.OBJECTED);
        paper.act(Act.of("assign").role("lead", SmallTown.HOUSING).role("assist", SmallTown.ECO), INSPECTOR);
        assertThat(share("lead")).satisfies(s -> assertThat(s.unit()).isEqualTo(SmallTown.HOUSING)).satisfies(s -> assertThat(s.decided()).isEqualTo(paper.dossier.matter().version()));
        assertThat(refused(Act.of("object").saying("reason", "不归我们"), HOUSING).rule()).isEqualTo("decided");
        assertThat(paper.breaks()).isEmpty();
    }

    @Test
    void objectsInItsLimitOnly() {
        paper.on(LocalDate.of(2026, 6, 9));
        var late = refused(Act.of("object").saying("reason", "才看到"), ECO_REGISTRY);
        assertThat(late.rule()).isEqualTo("objection-late");
        assertThat(late.zh()).contains("2026-06-08");
    }

    @Test
    void holdsAlsoWhereAnObjectionLeadsBackToTheDraft() {
        var measure = new Paper(ShippedTypes.load().get("rectification-measure"), LocalDate.of(2026, 6, 1), false, null);
        var assign = Act.of("assign").role("leader", SmallTown.VICE).role("lead", SmallTown.ECO).due(LocalDate.of(2026, 9, 1));
        measure.act(assign, INSPECTOR).act(Act.of("object").saying("reason", "不归我们"), ECO_REGISTRY).act(assign, INSPECTOR);
        assertThat(catchThrowableOfType(Refusal.Refused.class, () -> measure.act(Act.of("object").saying("reason", "还是不归我们"), ECO_REGISTRY)).refusal().rule()).isEqualTo("decided");
        assertThat(measure.breaks()).isEmpty();
    }

    @Test
    void prolongsABudgetBeforeItsEndAndNoFurtherThanTheLawLeaves() {
        var long3 = new Paper(ShippedTypes.load().get("deputy-suggestion"), LocalDate.of(2025, 8, 30), false, null);
        long3.on(LocalDate.of(2025, 8, 31)).act(Act.of("assign").role("lead", SmallTown.ECO), INSPECTOR).act(Act.of("receive"), ECO_REGISTRY);
        // three months end on Sunday 30 November, so on the day after
        assertThat(long3.clock("reply").lastDay()).isEqualTo(LocalDate.of(2025, 12, 1));
        var extend = Act.of("extend").saying("reason", "涉及面广、处理难度大");
        assertThat(catchThrowableOfType(Refusal.Refused.class, () -> long3.act(extend.due(LocalDate.of(2026, 3, 1)), INSPECTOR)).refusal().zh()).contains("2026-02-28");
        assertThat(catchThrowableOfType(Refusal.Refused.class, () -> long3.act(extend.due(LocalDate.of(2025, 12, 1)), INSPECTOR)).refusal().rule()).isEqualTo("input");
        long3.on(LocalDate.of(2025, 12, 2));
        assertThat(catchThrowableOfType(Refusal.Refused.class, () -> long3.act(extend.due(LocalDate.of(2026, 2, 28)), INSPECTOR)).refusal().rule()).isEqualTo("too-late");
        long3.on(LocalDate.of(2025, 12, 1)).act(extend.due(LocalDate.of(2026, 2, 28)), INSPECTOR);
        assertThat(long3.clock("reply").lastDay()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(catchThrowableOfType(Refusal.Refused.class, () -> long3.act(extend.due(LocalDate.of(2026, 2, 28)), INSPECTOR)).refusal().rule()).isEqualTo("most");
    }

    @Test
    void repliesAfterTheTalkSignedByALeaderWithEveryOpinionInHand() {
        paper.act(Act.of("receive"), ECO_REGISTRY);
        var reply = Act.of("reply").field("class", "a").field("finish", "period").field("reply-number", "明环函〔2026〕8号").saying("note", "已经解决");
        assertThat(refused(reply, ECO_HEAD).rule()).as("no reply before the talk").isEqualTo("state");
        paper.act(Act.of("contact").field("contact-on", "2026-06-02").field("contact-way", "visit").field("contact-with", "领衔代表").saying("note", "当面说明"), ECO_HANDLER);
        assertThat(refused(reply, ECO_HANDLER).rule()).isEqualTo("signature");
        assertThat(refused(reply, ECO_HEAD).rule()).as("opinions are missing").isEqualTo("gate");
        paper.act(on("assist", "receive"), HOUSING).act(on("assist", "answer").saying("note", "同意"), HOUSING).act(on("assist", "accept"), ECO_HANDLER)
                .act(on("consult", "receive"), FINANCE).act(on("consult", "answer").saying("note", "同意"), FINANCE).act(on("consult", "accept"), ECO_HANDLER);
        paper.act(on("lead", "hand-on").to(SmallTown.ECO_HANDLER), ECO_REGISTRY).act(on("lead", "pass-up").to(6), ECO_HANDLER);
        assertThat(paper.dossier.matter().state()).isEqualTo("talked");
        paper.act(reply, ECO_HEAD);
        assertThat(paper.dossier.matter().state()).isEqualTo("replied");
        paper.on(LocalDate.of(2027, 6, 1));
        assertThat(paper.dossier.matter().state()).as("silence closes nothing").isEqualTo("replied");
        assertThat(refused(Act.of("close").saying("verdict", "没有反馈，视为满意"), INSPECTOR).rule()).isEqualTo("state");
        assertThat(paper.breaks()).isEmpty();
    }

    @Test
    void handsOneMatterFromPostToPostInsideItsUnitAndNowhereElse() {
        paper.act(Act.of("receive").role("handler", SmallTown.ECO_HANDLER), ECO_REGISTRY);
        var over = Act.of("hand-over").saying("reason", "休产假");
        assertThat(refused(over.to(7), FINANCE).rule()).isEqualTo("role");
        assertThat(refused(Act.of("hand-over").to(7), ECO_HANDLER).rule()).isEqualTo("missing");
        assertThat(refused(over, ECO_HANDLER).rule()).isEqualTo("missing");
        assertThat(refused(over.to(11), ECO_HANDLER).rule()).as("housing is another unit").isEqualTo("input");
        paper.act(over.to(8), ECO_HANDLER);
        assertThat(paper.dossier.bearing("handler").map(Responsibility::post)).containsExactly(8);
        assertThat(paper.entries.getLast().payload()).containsKeys("from", "to", "reason");
        paper.act(over.to(SmallTown.ECO_HANDLER), ECO_REGISTRY);
        assertThat(paper.dossier.bearing("handler").map(Responsibility::post)).as("the registry does it for whoever is away").containsExactly(SmallTown.ECO_HANDLER);
        assertThat(paper.dossier.responsibilities().stream().filter(r -> r.role().equals("handler"))).as("who bore it until when stays").hasSize(3);
        assertThat(paper.dossier.clocks().stream().filter(Clock::running)).isNotEmpty();
        assertThat(paper.breaks()).isEmpty();
    }

    @Test
    void waitsForThePromiseToStandOnTheLedger() {
        paper.act(Act.of("receive"), ECO_REGISTRY).act(on("assist", "decline").saying("reason", "无关"), HOUSING).act(on("assist", "release").saying("reason", "同意"), INSPECTOR)
                .act(on("consult", "decline").saying("reason", "无关"), FINANCE).act(on("consult", "release").saying("reason", "同意"), INSPECTOR)
                .act(Act.of("contact").field("contact-on", "2026-06-02").field("contact-way", "visit").field("contact-with", "代表").saying("note", "说明"), ECO_HANDLER)
                .act(Act.of("reply-promising").field("class", "b").field("promise", "明年底前完成管网改造").field("promise-by", "2027-12-31").field("reply-number", "明环函〔2026〕9号").saying("note", "跨年度解决"), ECO_HEAD);
        assertThat(refused(Act.of("enter-promise"), INSPECTOR).rule()).isEqualTo("gate");
    }
}
