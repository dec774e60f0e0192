package cn.duban.publication;

import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static cn.duban_db.publication.Tables.BULLETIN;
import static cn.duban_db.publication.Tables.COUNTED;
import static cn.duban_db.publication.Tables.FROZEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DubanTest
class PublishingTest {

    @Autowired RoundFixture rounds;
    @Autowired Drafting drafting;
    @Autowired Publishing publishing;
    @Autowired Published published;
    @Autowired Bulletins bulletins;
    @Autowired Issuers issuers;
    @Autowired Proving proving;
    @Autowired DSLContext sql;

    @Test
    void goesFromTheLedgerToTheFrozenBulletin() {
        var round = rounds.aRoundUnderWay();
        var frozen = rounds.published(rounds.aDraft(round));

        assertThat(frozen.number()).isEqualTo("明督通〔" + frozen.year() + "〕" + frozen.no() + "号");
        assertThat(frozen.title()).isEqualTo("关于市委第三巡察组巡察反馈意见整改情况的通报");
        var text = String.join("\n", frozen.read().lines().toList());
        assertThat(text).contains("共有问题2个，其中已销号1个", "问题完成率为50%（1/2）", "整改措施5项，其中已销号1项，长期坚持1项，整改中1项，待核查1项，待交办1项",
                "措施办结率为40%（2/5）", "河道乱倒垃圾问题突出", "明川市生态环境局", "核查结论：现场核实，整改到位");
        assertThat(proving.prove(frozen)).satisfies(outcome -> {
            assertThat(outcome.faults()).isEmpty();
            assertThat(outcome.matters()).isEqualTo(8);
            assertThat(outcome.figures()).isGreaterThan(40);
        });
    }

    @Test
    void neverLetsAWriterApproveOrPublish() {
        var round = rounds.aRoundUnderWay();
        var own = rounds.again(drafting.draft(round, null, rounds.head()));
        drafting.submit(own, own.version(), true, rounds.head());
        var inReview = rounds.again(own);
        assertThatThrownBy(() -> publishing.approve(inReview, inReview.version(), rounds.head()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("publication.own-words"));
        assertThatThrownBy(() -> publishing.approve(inReview, inReview.version(), rounds.drafter()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("publication.sign"));
        assertThatThrownBy(() -> publishing.approve(inReview, inReview.version(), rounds.town.as("eco")))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("publication.sign"));
        var head = rounds.town.as("secretary");
        var otherPost = new Viewer(head.tenant(), rounds.head().person(), rounds.head().personName(), head.post(), head.postName(), head.unit(), head.unitName(), head.duties());
        assertThatThrownBy(() -> publishing.approve(inReview, inReview.version(), otherPost))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("publication.own-words"));
        publishing.approve(inReview, inReview.version(), head);
        assertThat(rounds.again(own).state()).isEqualTo(Bulletin.State.APPROVED);
        assertThatThrownBy(() -> publishing.publish(rounds.again(own), rounds.head())).isInstanceOf(Refused.class);
    }

    @Test
    void letsOnlyTheSupervisingUnitSpeakForAMatter() {
        var round = rounds.aRoundAssistedBy("市委巡察办");
        for (var other : List.of("patrol", "patrol1"))
            assertThatThrownBy(() -> drafting.draft(round, null, rounds.town.as(other))).as(other).isInstanceOf(NotFound.class);
        assertThat(drafting.subjects(rounds.town.as("patrol1"))).extracting(Subject::title).doesNotContain("某局专项检查");
        assertThat(drafting.subjects(rounds.drafter())).extracting(Subject::title).contains("某局专项检查");
    }

    @Test
    void publishesNothingForWhoeverHandedTheMatterOn() {
        var round = rounds.aRoundUnderWay();
        var approved = rounds.approved(rounds.aDraft(round));
        sql.update(RESPONSIBILITY).set(RESPONSIBILITY.UNIT, rounds.town.unit("市委巡察办")).where(RESPONSIBILITY.MATTER.eq(round.id()), RESPONSIBILITY.ROLE.eq("supervisor")).execute();
        assertThatThrownBy(() -> publishing.publish(approved, rounds.head()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("publication.owner"));
    }

    @Test
    void keepsTheCoverOnTheSameMatterWhateverItsPlace() {
        var round = rounds.aRound("某局巡察反馈意见");
        var mistaken = rounds.aFinding(round, "误录的问题");
        var private_ = rounds.aFinding(round, "某村支书侵占补助款");
        rounds.aFinding(round, "办事指南不一致");
        var draft = rounds.aDraft(round);
        drafting.redact(draft, rounds.number(private_), null, "个案", rounds.drafter());
        rounds.act(mistaken, "void");
        drafting.refresh(rounds.again(draft), null, rounds.drafter());
        var text = String.join("\n", rounds.published(rounds.again(draft)).read().lines().toList());
        assertThat(text).doesNotContain("某村支书").contains("办事指南不一致");
    }

    @Test
    void stopsWhereWhatWasCoveredIsGone() {
        var round = rounds.aRound("某局巡察反馈意见");
        var covered = rounds.aFinding(round, "某村支书侵占补助款");
        rounds.aFinding(round, "办事指南不一致");
        var draft = rounds.aDraft(round);
        drafting.redact(draft, rounds.number(covered), null, "个案", rounds.drafter());
        rounds.act(covered, "void");
        drafting.refresh(rounds.again(draft), null, rounds.drafter());
        assertThatThrownBy(() -> drafting.submit(rounds.again(draft), rounds.again(draft).version(), true, rounds.drafter()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("publication.stopped"));
    }

    @Test
    void givesEveryUnitItsOwnHeadAndEveryWordItsOwnNumbers() {
        var tenant = rounds.head().tenant();
        issuers.set(tenant, rounds.town.unit("市委巡察办"), new Issuer("中共明川市委巡察办", "明巡通", ""));
        assertThat(issuers.of(tenant, rounds.head().unit()).word()).isEqualTo("明督通");
        assertThat(issuers.of(tenant, rounds.town.unit("市委巡察办")).word()).isEqualTo("明巡通");
    }

    @Test
    void cannotBeChangedOncePublished() {
        var frozen = rounds.published(rounds.aDraft(rounds.aRoundUnderWay()));
        assertThatThrownBy(() -> sql.update(FROZEN).set(FROZEN.TITLE, "改过的标题").where(FROZEN.BULLETIN.eq(frozen.bulletin())).execute()).isInstanceOf(DataAccessException.class).hasStackTraceContaining("frozen");
        assertThatThrownBy(() -> sql.deleteFrom(COUNTED).where(COUNTED.BULLETIN.eq(frozen.bulletin())).execute()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.update(BULLETIN).set(BULLETIN.STATE, "drafted").where(BULLETIN.ID.eq(frozen.bulletin())).execute()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.deleteFrom(BULLETIN).where(BULLETIN.ID.eq(frozen.bulletin())).execute()).isInstanceOf(DataAccessException.class);
        var bulletin = bulletins.find(frozen.tenant(), frozen.bulletin()).orElseThrow();
        assertThatThrownBy(() -> drafting.redact(bulletin, null, "河道", "晚了", rounds.drafter())).isInstanceOf(Refused.class);
        assertThat(published.of(frozen.tenant(), frozen.bulletin()).orElseThrow().content()).isEqualTo(frozen.content());
    }

    @Test
    void staysAsItWasWhenTheLedgerGoesOn() {
        var round = rounds.aRound("某局巡察");
        var finding = rounds.aFinding(round, "台账不全");
        var measure = rounds.aMeasure(finding, "补齐台账", "working");
        var frozen = rounds.published(rounds.aDraft(round));
        rounds.act(measure, "submit");
        rounds.act(measure, "close");
        rounds.aFinding(round, "后来发现的问题");
        assertThat(published.of(frozen.tenant(), frozen.bulletin()).orElseThrow().content()).isEqualTo(frozen.content()).contains("整改中");
        assertThat(proving.prove(frozen).faults()).isEmpty();
    }

    @Test
    void numbersWithoutAGapWhenManyPublishAtOnce() throws Exception {
        var round = rounds.aRoundUnderWay();
        var approved = IntStream.range(0, 8).mapToObj(i -> rounds.approved(rounds.aDraft(round))).toList();
        var before = rounds.published(rounds.aDraft(round)).no();
        var jobs = new ArrayList<Callable<Integer>>();
        approved.forEach(b -> jobs.add(() -> publishing.publish(b, rounds.head()).no()));
        // the same one twice: the slower is refused
        jobs.add(() -> publishing.publish(approved.getFirst(), rounds.head()).no());
        var numbers = new ArrayList<Integer>();
        try (var people = Executors.newFixedThreadPool(6)) {
            for (var done : people.invokeAll(jobs)) {
                try {
                    numbers.add(done.get());
                } catch (java.util.concurrent.ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(Refused.class);
                }
            }
        }
        assertThat(numbers).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(before + 1, before + 8).boxed().toList());
    }

    @Test
    void givesANumberBackWhenThePublicationFails(@Autowired PlatformTransactionManager transactions) {
        var round = rounds.aRoundUnderWay();
        var before = rounds.published(rounds.aDraft(round)).no();
        var approved = rounds.approved(rounds.aDraft(round));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(publishing.publish(approved, rounds.head()).no()).isEqualTo(before + 1);
            status.setRollbackOnly();
        });
        assertThat(rounds.published(rounds.aDraft(round)).no()).isEqualTo(before + 1);
    }

    @Test
    void publishesOnlyWhatWasApproved() {
        var round = rounds.aRoundUnderWay();
        var approved = rounds.approved(rounds.aDraft(round));
        sql.update(BULLETIN).set(BULLETIN.TITLE, "关于别的事情的通报").where(BULLETIN.ID.eq(approved.id())).execute();
        assertThatThrownBy(() -> publishing.publish(rounds.again(approved), rounds.head()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("publication.moved"));
        assertThat(sql.fetchCount(FROZEN, FROZEN.BULLETIN.eq(approved.id()))).isZero();
    }
}
