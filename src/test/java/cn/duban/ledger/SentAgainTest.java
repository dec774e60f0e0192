package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import cn.duban.DubanTest;
import cn.duban.web.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What is there already: a file that proves once more, and a form that comes back from the browser's history. */
@DubanTest
class SentAgainTest {

    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired Town town;
    @Autowired MockMvc web;

    @Test
    void namesAFileOfTheMatterAgain() throws Exception {
        var id = town.aMeasureAtWork();
        var file = town.aFile("eco.handle");
        ledger.act(id, Act.of("report").saying("note", "清理前后照片").with(file), town.as("eco.handle"));
        var form = "/matters/" + id + "/actions/submit";
        var evidence = town.city.tenant() + "-" + file.hash();
        var page = web.perform(get(form).with(SignedIn.as(town.as("eco.handle2")))).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(page).contains("本事项已有的材料", "name=\"evidence\" value=\"" + evidence + "\"", "（必须至少有一份）");

        web.perform(multipart(form).param("note", "全部清理").param("evidence", evidence).with(SignedIn.as(town.as("eco.handle2"))).with(csrf())).andExpect(redirectedUrl("/matters/" + id));
        var dossier = dossiers.of(id).orElseThrow();
        assertThat(dossier.matter().state()).isEqualTo("submitted");
        assertThat(dossier.evidence()).extracting(AttachedEvidence::hash).containsExactly(file.hash(), file.hash());
    }

    @Test
    void saysOnceWhatWasDone() throws Exception {
        var id = town.aMeasureAtWork();
        var viewer = SignedIn.as(town.as("eco.handle"));
        var answer = web.perform(multipart("/matters/" + id + "/actions/report").param("note", "已清理三处").param("key", "said").with(viewer).with(csrf())).andReturn();
        var after = web.perform(get("/matters/" + id).cookie(answer.getResponse().getCookies()).with(viewer)).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(after).contains("“反馈进展”已记入办理过程");
        var again = web.perform(get("/matters/" + id).cookie(answer.getResponse().getCookies()).with(viewer)).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(again).doesNotContain("已记入办理过程");
    }

    @Test
    void recordsTheSameProgressOnceAfterGoingBack() throws Exception {
        var id = town.aMeasureAtWork();
        for (var key : java.util.List.of("one", "two")) send(id, "eco.handle", "已清理三处", key);
        assertThat(dossiers.of(id).orElseThrow().timesDone("report")).isEqualTo(1);
        send(id, "eco.handle", "已清理四处", "three");
        send(id, "eco.handle2", "环卫公司已经进场", "four");
        send(id, "eco.handle", "已清理四处", "five");
        assertThat(dossiers.of(id).orElseThrow().timesDone("report")).as("other words, another person, and the same words after somebody else's").isEqualTo(4);
    }

    private void send(MatterId id, String login, String note, String key) throws Exception {
        web.perform(multipart("/matters/" + id + "/actions/report").param("note", note).param("key", key).with(SignedIn.as(town.as(login))).with(csrf())).andExpect(redirectedUrl("/matters/" + id));
    }
}
