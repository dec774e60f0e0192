package cn.duban.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import cn.duban.similarity.Alikes.Basis;
import cn.duban.similarity.meaning.EmbeddingFixture;
import cn.duban.similarity.wording.Excerpt;
import cn.duban.web.NotFound;
import cn.duban.web.Words;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** Look-alikes mean the same or say the same, say why, and never show what the viewer may not see. */
@DubanTest
class LookAlikesTest {

    @Autowired LookAlikes lookAlikes;
    @Autowired Ledger ledger;
    @Autowired Town towns;
    @Autowired EmbeddingFixture embeddings;

    private Town town;

    @BeforeEach
    void readsChinese() {
        town = towns.another();
        LocaleContextHolder.setLocale(Words.CHINESE);
    }

    @AfterEach
    void forgetsTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void findsWhatMeansTheSameInOtherWords() {
        var school = open("明月路小学门口流动摊贩占道经营", "放学时摊贩占满人行道。", Secrecy.INTERNAL);
        open("老旧小区供暖温度不达标", "多户居民室温只有十五度。", Secrecy.INTERNAL);
        embeddings.settle(town);
        var alikes = lookAlikes.to("学校门前小贩占路摆摊没人管", "", town.as("inspect"));
        assertThat(alikes.basis()).isEqualTo(Basis.MEANING_AND_WORDING);
        var hit = hit(alikes, school);
        assertThat(hit.meaning()).isGreaterThan(0.66);
        assertThat(hit.reasons()).anyMatch(reason -> reason.matches("意思相近（0\\.\\d\\d）"));
        assertThat(alikes.hits()).noneMatch(other -> other.row().title().contains("供暖"));
    }

    @Test
    void saysWhyInWordsAndMarksWhatIsTheSame() {
        var first = open("清理云栖路积水点", "云栖路12号门前雨后积水半米深，商户无法营业。", Secrecy.INTERNAL);
        var second = open("云栖路雨后积水严重", "每逢下雨云栖路12号门前雨后积水半米深，行人绕行。", Secrecy.INTERNAL);
        for (var id : List.of(first, second)) ledger.act(id, town.assign(), town.as("inspect"));
        embeddings.settle(town);
        var hit = hit(lookAlikes.of(first, town.as("inspect")), second);
        assertThat(hit.reasons()).contains("责任单位相同：明川市生态环境局", "提到同一地点：云栖路12号").anyMatch(reason -> reason.startsWith("有相同的话：“云栖路12号门前雨后积水半米深”"));
        assertThat(hit.excerpt().pieces()).contains(new Excerpt.Piece("云栖路12号门前雨后积水半米深", true), new Excerpt.Piece("每逢下雨", false));
        assertThat(lookAlikes.of(first, town.as("inspect")).hits()).noneMatch(other -> other.row().id().equals(first));
    }

    @Test
    void showsNothingThatTheViewerMayNotSee() {
        var text = "化工园区夜间偷排废气气味刺鼻";
        var draft = open(text, "", Secrecy.INTERNAL);
        var named = open(text, "", Secrecy.NAMED_PERSONS);
        var assigned = open(text, "", Secrecy.INTERNAL);
        ledger.act(named, town.assign(), town.as("inspect"));
        ledger.act(assigned, town.assign(), town.as("inspect"));
        embeddings.settle(town);
        assertThat(ids(lookAlikes.to(text, "", town.as("inspect")))).contains(draft, named, assigned);
        assertThat(ids(lookAlikes.to(text, "", town.as("eco.handle")))).contains(assigned).doesNotContain(draft, named);
        assertThat(ids(lookAlikes.to(text, "", town.as("permit.handle1")))).isEmpty();
        assertThatThrownBy(() -> lookAlikes.of(draft, town.as("eco.handle"))).isInstanceOf(NotFound.class);
    }

    /** The nearest are all of others: they must not stand in the way of the one that this viewer may see. */
    @Test
    void looksFurtherForThoseWhoSeeLittleOfTheNearest() {
        var text = "望江亭广场喷泉长期损坏漏水";
        IntStream.range(0, 60).forEach(i -> open(text, "", Secrecy.INTERNAL));
        var theirs = open(text + "无人维修", "另有说明。", Secrecy.INTERNAL);
        ledger.act(theirs, town.assign(), town.as("inspect"));
        embeddings.settle(town);
        assertThat(ids(lookAlikes.to(text, "", town.as("eco.handle")))).contains(theirs);
    }

    @Test
    void leavesOutWhatWasVoidedAndReadsCorrectedWordsAnew() {
        var voided = open("月亮湾渡口护栏锈蚀断裂", "", Secrecy.INTERNAL);
        var corrected = open("与此无关的另一件事", "", Secrecy.INTERNAL);
        embeddings.settle(town);
        ledger.act(voided, Act.of("void").saying("reason", "误录"), town.as("inspect"));
        ledger.act(corrected, Act.of("correct").saying("title", "月亮湾渡口的护栏已经锈断"), town.as("inspect"));
        embeddings.settle(town);
        assertThat(ids(lookAlikes.to("月亮湾渡口护栏锈蚀断裂", "", town.as("inspect")))).contains(corrected).doesNotContain(voided);
    }

    private Alike hit(Alikes alikes, MatterId id) {
        return alikes.hits().stream().filter(hit -> hit.row().id().equals(id)).findFirst().orElseThrow(() -> new AssertionError(id + " is not among " + alikes.hits()));
    }

    private static List<MatterId> ids(Alikes alikes) {
        return alikes.hits().stream().map(hit -> hit.row().id()).toList();
    }

    private MatterId open(String title, String body, Secrecy secrecy) {
        var fresh = town.measure(title);
        return ledger.open(new Opening(fresh.id(), fresh.ledger(), fresh.type(), title, body, fresh.fields(), fresh.roles(), null, null, null, 0, secrecy, false, null, null), town.as("inspect"), null).id();
    }
}
