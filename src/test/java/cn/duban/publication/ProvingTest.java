package cn.duban.publication;

import static cn.duban_db.publication.Tables.FROZEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.duban.DubanTest;
import cn.duban.crypto.Sm3;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Proof;
import cn.duban.publication.Proving.Fault;
import cn.duban.publication.Proving.What;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody changes values behind the application's back; each change is undone after it was found. */
@DubanTest
class ProvingTest {

    @Autowired RoundFixture rounds;
    @Autowired Published published;
    @Autowired Proving proving;
    @Autowired BulletinsProof proof;
    @Autowired Ledger ledger;
    @Autowired DSLContext sql;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    MatterId measure;
    Frozen frozen;

    @BeforeEach
    void publish() {
        var round = rounds.aRound("某局巡察反馈意见");
        var finding = rounds.aFinding(round, "河道巡查不到位");
        measure = rounds.aMeasure(finding, "补齐巡查记录", "closed");
        frozen = rounds.published(rounds.aDraft(round));
        assertThat(proving.prove(frozen).faults()).isEmpty();
    }

    private List<Fault> after(Runnable tampering) {
        return new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            tampering.run();
            var faults = proving.prove(published.of(frozen.tenant(), frozen.bulletin()).orElseThrow()).faults();
            status.setRollbackOnly();
            return faults;
        });
    }

    private void entry(String set) {
        assertThat(jdbc.sql("update ledger.entry set " + set + " where matter = :id and no = 4").param("id", measure.id()).update()).isEqualTo(1);
    }

    private void forge(String was, String is, boolean withDigest) {
        var forged = frozen.content().replace(was, is);
        assertThat(forged).isNotEqualTo(frozen.content());
        sql.update(FROZEN).set(FROZEN.CONTENT, forged).set(FROZEN.DIGEST, withDigest ? Sm3.digest(forged.getBytes(StandardCharsets.UTF_8)) : Sm3.parse(frozen.digest()))
                .where(FROZEN.BULLETIN.eq(frozen.bulletin())).execute();
    }

    /** What verify asks of the whole record reaches every bulletin. */
    @Test
    void isProvedTogetherWithTheLedger() {
        assertThat(proof.prove(frozen.tenant(), new ArrayList<>())).isPositive();
        var breaks = new ArrayList<Proof.Break>();
        after(() -> {
            forge("补齐巡查记录", "补齐巡查档案", false);
            proof.prove(frozen.tenant(), breaks);
        });
        assertThat(breaks).extracting(Proof.Break::where).anyMatch(where -> where.startsWith("bulletin " + frozen.number()));
        assertThat(breaks).extracting(Proof.Break::what).anyMatch(what -> what.startsWith("文字与发布时不同"));
    }

    @Test
    void namesAnEntryThatWasChanged() {
        for (var change : List.of("person_name = '别人'", "payload = jsonb_set(payload, '{verdict}', '\"另一个结论\"')", "to_state = 'working'", "at = at - interval '1 day'"))
            assertThat(after(() -> entry(change))).as(change).anySatisfy(fault -> {
                assertThat(fault.what()).isEqualTo(What.ENTRY);
                assertThat(fault.where()).endsWith("#4");
            });
        assertThat(after(() -> jdbc.sql("delete from ledger.entry where matter = :id").param("id", measure.id()).update()))
                .anySatisfy(fault -> assertThat(fault.where()).isEqualTo(measure.toString()));
    }

    /** What was frozen keeps its words when the words of bulletins change: see {@link Content#FORM}. */
    @Test
    void provesABulletinInTheWordsOfItsOwnDay() {
        var round = rounds.aRound("某镇巡察反馈意见");
        var finding = rounds.aFinding(round, "河道有垃圾");
        rounds.aMeasure(finding, "补种树木", "drafted");
        rounds.act(rounds.aMeasure(finding, "清理河道", "submitted"), "return");
        var today = rounds.published(rounds.aDraft(round));
        assertThat(today.content()).contains("\"form\":2", "待交办措施", "经核查退回：缺少现场照片。");
        var then = today.content().replace("待交办", "未交办").replace("上报完成，经核查退回：缺少现场照片。", "最新进展：已全部清理。");
        assertThat(proving.prove(worded(today, then.replace("\"form\":2", "\"form\":1"))).faults()).isEmpty();
        assertThat(proving.prove(worded(today, then)).faults()).extracting(Fault::what).contains(What.FIGURE).containsOnly(What.FIGURE);
    }

    private static Frozen worded(Frozen frozen, String content) {
        return new Frozen(frozen.tenant(), frozen.bulletin(), frozen.number(), frozen.year(), frozen.no(), frozen.title(), content, Sm3.hex(Sm3.digest(content.getBytes(StandardCharsets.UTF_8))), frozen.publishedAt(),
                frozen.visibleFrom(), null, null, null);
    }

    @Test
    void isNotSpoiltByWhatOthersSayAfterwards() {
        ledger.act(new MatterId(frozen.tenant(), frozen.read().root().id()), Act.of("comment").saying("note", "发布通报" + frozen.number() + "，内容摘要SM3：不是这个"), rounds.drafter());
        assertThat(proving.prove(frozen).faults()).isEmpty();
    }

    @Test
    void findsADigestThatIsNotTheOneTheChainWasTold() {
        assertThat(frozen.noted()).isNotNull();
        assertThat(after(() -> forge("\"text\":\"已销号\"", "\"text\":\"整改中\"", true))).anySatisfy(fault -> assertThat(fault.where()).isEqualTo(frozen.number() + " #" + frozen.noted()));
    }

    @Test
    void tellsThePublicWhatDiffers(@Autowired MockMvc http) {
        after(() -> {
            entry("payload = jsonb_set(payload, '{verdict}', '\"另一个结论\"')");
            try {
                http.perform(get("/public/bulletins/" + frozen.slug() + "/verification")).andExpect(status().isOk())
                        .andExpect(content().string(containsString("核验不通过"))).andExpect(content().string(containsString("#4")));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void namesAFigureThatDiffersEvenWhenTheDigestWasForgedToo() {
        assertThat(after(() -> forge("\"text\":\"100%（1/1）\"", "\"text\":\"98%（1/1）\"", true)))
                .anySatisfy(fault -> assertThat(fault).isEqualTo(new Fault(What.FIGURE, "措施办结率", "98%（1/1）", "100%（1/1）")));
        assertThat(after(() -> forge("\"text\":\"已销号\"", "\"text\":\"整改中\"", true))).extracting(Fault::what).contains(What.FIGURE);
        assertThat(after(() -> forge("{\"figure\":\"措施总数\",\"text\":\"1\"}", "{\"text\":\"7\"}", true))).extracting(Fault::what).contains(What.TEXT);
    }

    @Test
    void namesATextThatWasChanged() {
        assertThat(after(() -> forge("防止反弹", "确保反弹", false))).extracting(Fault::what).containsOnly(What.TEXT);
        assertThat(after(() -> forge("防止反弹", "确保反弹", true))).extracting(Fault::what).containsOnly(What.TEXT);
        assertThat(after(() -> sql.update(FROZEN).set(FROZEN.TITLE, "别的标题").where(FROZEN.BULLETIN.eq(frozen.bulletin())).execute())).extracting(Fault::what).containsOnly(What.TEXT);
        assertThat(after(() -> jdbc.sql("update publication.counted set version = 1 where bulletin = :id").param("id", frozen.bulletin()).update()))
                .extracting(Fault::what).containsOnly(What.TEXT);
    }
}
