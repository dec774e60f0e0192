package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.units.Directories;
import cn.duban.web.Words;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** What waits for verification lies on the desk of somebody who may verify it, and on no other. */
@DubanTest
class OwnWorkTest {

    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;

    private Town town;

    @BeforeEach
    void aCityOfItsOwnInChinese() {
        town = new Town(cities, directories, ledger, files);
        LocaleContextHolder.setLocale(Words.CHINESE);
    }

    @AfterEach
    void readAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    private MatterId handedInByTheSupervisionOffice() {
        var id = town.aDraftedMeasure();
        ledger.act(id, Act.of("assign").role("leader", town.post("vice1")).role("lead", town.unit("市政府督查室")).due(town.today().plusDays(60)), town.as("inspect"));
        ledger.act(id, Act.of("receive"), town.as("inspect1"));
        ledger.act(id, Act.of("submit").saying("note", "已办").with(town.aFile("inspect1")), town.as("inspect1"));
        return id;
    }

    @Test
    void laysTheOfficesOwnWorkBeforeItsSuperior() {
        var id = handedInByTheSupervisionOffice();
        for (var barred : List.of("inspect", "inspect1", "inspect2"))
            assertThat(owed(barred, id)).as(barred).singleElement().satisfies(row -> assertThat(row.kind()).isEqualTo(OwedRow.Kind.BARRED)).satisfies(row -> assertThat(row.elsewhere()).isTrue());
        for (var superior : List.of("secretary", "mayor"))
            assertThat(owed(superior, id)).as(superior).singleElement().satisfies(row -> assertThat(row.kind()).isEqualTo(OwedRow.Kind.SUPERIOR))
                    .satisfies(row -> assertThat(row.why()).contains("督查室自己承办过"));
        assertThat(owed("patrol", id)).isEmpty();
        assertThat(matters.page(id, town.as("inspect")).orElseThrow().verifiers()).contains("秘书长 骆怀瑾", "市长 宁致远").doesNotContain("祁正言");

        assertThatThrownBy(() -> close(id, "inspect")).isInstanceOf(Refusal.Refused.class);
        close(id, "secretary");
        assertThat(owed("mayor", id)).isEmpty();
    }

    @Test
    void takesAWorkOnBehalfOffTheDeskOfWhoeverEnteredIt() {
        var id = town.aMeasureAtWork();
        ledger.act(id, Act.of("submit").saying("note", "电话报来").with(town.aFile("inspect1")).onBehalfOf(new Act.Behalf(town.unit("市生态环境局"), "林晚照")), town.as("inspect1"));
        assertThat(owed("inspect1", id)).extracting(OwedRow::kind).containsExactly(OwedRow.Kind.BARRED);
        assertThat(owed("inspect", id)).extracting(OwedRow::kind).containsExactly(OwedRow.Kind.MATTER);
        assertThat(owed("secretary", id)).isEmpty();
        assertThat(matters.page(id, town.as("inspect1")).orElseThrow().verifiers()).contains("祁正言").doesNotContain("阮知微");
        assertThat(matters.page(id, town.as("inspect")).orElseThrow().verifiers()).isNull();
        close(id, "inspect");
    }

    @Test
    void saysOnTheDeskThatItWasSentBack() {
        var id = town.aMeasureToVerify();
        ledger.act(id, Act.of("return").saying("reason", "缺照片").due(town.today().plusDays(9)), town.as("inspect"));
        assertThat(owed("eco.handle", id)).extracting(OwedRow::returned).containsExactly(true);
        assertThat(owed("eco.handle", town.aMeasureAtWork())).extracting(OwedRow::returned).containsExactly(false);
    }

    private void close(MatterId id, String login) {
        ledger.act(id, Act.of("close").saying("verdict", "到位"), town.as(login));
    }

    private List<OwedRow> owed(String login, MatterId id) {
        return matters.owed(town.as(login)).rows().stream().filter(row -> row.matter().id().equals(id)).toList();
    }
}
