package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.FileId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One load and at most four writing statements an act, as they are really sent; files that come with it cost one look-up more. */
@DubanTest
class StatementCountTest {

    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired EvidenceFiles files;
    @Autowired Town town;

    @Test
    void opensAMatterWithoutLoadingAny() {
        town.aDraftedMeasure();
        var sent = Statements.during(() -> ledger.open(town.measure("新开一件"), town.as("inspect"), null));
        assertThat(sent.reads()).allMatch(s -> s.contains("matter_type")).hasSizeLessThanOrEqualTo(1);
        assertThat(sent.writes()).hasSizeBetween(1, 4);
    }

    @Test
    void opensABatchInAsManyStatementsAsOne() {
        town.aDraftedMeasure();
        var batch = java.util.stream.IntStream.range(0, 30).mapToObj(i -> town.measure("成批第" + i + "件")).toList();
        assertThat(Statements.during(() -> ledger.openAll(batch, town.as("inspect"), null)).writes()).hasSizeBetween(1, 4);
    }

    @Test
    void sendsOneLoadAndAtMostFourWritesForEveryAct() {
        var id = town.aDraftedMeasure();
        counted(id, town.assign(), "inspect");
        counted(id, Act.of("receive"), "eco.registry");
        counted(id, Act.of("report").saying("note", "进展"), "eco.handle");
        // the hotline looks whether it is a ticket that a platform above wants sooner
        counted(id, Act.of("extend").saying("reason", "汛期").due(town.today().plusDays(90)), "inspect", 2);
        counted(id, Act.of("receive").on(2), "housing.registry");
        counted(id, Act.of("answer").on(2).saying("note", "已配合"), "housing.handle1");
        counted(id, Act.of("comment").saying("note", "知悉"), "inspect");
        counted(id, Act.of("pause").saying("reason", "停工"), "inspect");
        counted(id, Act.of("resume"), "inspect");
        withFiles(id, 3);
        counted(id, Act.of("close").saying("verdict", "到位"), "inspect1");
        assertThat(dossiers.of(id).orElseThrow().matter().state()).isEqualTo("closed");
    }

    @Test
    void loadsBothMattersOfAMergeInOneStatement() {
        var master = town.aMeasureAtWork();
        var copy = town.aMeasureAtWork();
        counted(copy, Act.of("merge").other(master.id()).saying("reason", "同一件事"), "inspect");
        counted(copy, Act.of("unmerge").other(master.id()), "inspect");
    }

    @Test
    void locksAndCountsWithNoStatementMore() {
        var finding = ledger.open(under("rectification-finding", null), town.as("inspect"), null).id();
        counted(finding, Act.of("docket"), "inspect");
        town.aDraftedMeasure();
        var child = under("rectification-measure", finding.id());
        var opening = Statements.during(() -> ledger.open(child, town.as("inspect"), null));
        assertThat(opening.reads()).filteredOn(s -> !s.contains("matter_type")).hasSize(1);
        assertThat(opening.writes()).hasSizeBetween(1, 4);
        counted(new MatterId(town.city.tenant(), child.id()), Act.of("void").saying("reason", "误录"), "inspect");
        counted(finding, Act.of("close").saying("verdict", "到位"), "inspect");
        counted(finding, Act.of("redo").saying("reason", "反弹"), "inspect");
    }

    private static Opening under(String type, @Nullable UUID parent) {
        var fields = type.equals("rectification-measure") ? Map.of("mode", "dated") : Map.<String, String>of();
        return new Opening(Ledger.newId(), "rectification", type, "一件事", "", fields, Map.of(), null, null, parent, 0, Secrecy.INTERNAL, false, null, null);
    }

    @Test
    void asksForAReadableFileInOneStatementBesidesThePassedOnes() {
        var id = town.aMeasureToVerify();
        var file = new FileId(town.city.tenant(), dossiers.of(id).orElseThrow().evidence().getFirst().hash());
        assertThat(Statements.during(() -> assertThat(files.mayRead(town.as("inspect1"), file)).isTrue()).all()).filteredOn(s -> s.contains("\"ledger\".")).hasSize(1);
        assertThat(files.mayRead(town.as("housing"), file)).isTrue();
        assertThat(files.mayRead(town.as("finance"), file)).isFalse();
    }

    private void counted(MatterId id, Act act, String login) {
        counted(id, act, login, 1);
    }

    private void withFiles(MatterId id, int howMany) {
        var act = Act.of("submit").saying("note", "完成");
        for (int i = 0; i < howMany; i++) act = act.with(town.aFile("eco.handle"));
        counted(id, act, "eco.handle", 2);
    }

    private void counted(MatterId id, Act act, String login, int reads) {
        var viewer = town.as(login);
        var sent = Statements.during(() -> ledger.act(id, act, viewer));
        assertThat(sent.reads()).as(act.action()).hasSize(reads);
        assertThat(sent.writes()).as(act.action()).hasSizeBetween(1, 4);
    }

    @Test
    void refusesAFileThatSomebodyElseHandedInAndOneThatIsNoHash() {
        var id = town.aMeasureAtWork();
        for (var file : List.of(town.aFile("finance.handle"), new Act.Attachment("../etc", "x", "SITE_VISIT", "text/plain", 1)))
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(Refusal.Refused.class,
                    () -> ledger.act(id, Act.of("submit").saying("note", "完成").with(file), town.as("eco.handle"))).refusal().rule()).isEqualTo("input");
    }
}
