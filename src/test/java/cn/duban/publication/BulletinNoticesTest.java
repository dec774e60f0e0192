package cn.duban.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.duban.DubanTest;
import cn.duban.web.SignedIn;
import cn.duban.web.Viewer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever is to review a bulletin is told, and whoever wrote it when it comes back. */
@DubanTest
class BulletinNoticesTest {

    @Autowired MockMvc http;
    @Autowired RoundFixture rounds;
    @Autowired Drafting drafting;
    @Autowired Publishing publishing;

    @Test
    void tellsTheReviewerAndThenTheWriter() throws Exception {
        var draft = rounds.aDraft(rounds.aRoundUnderWay());
        drafting.submit(draft, draft.version(), true, rounds.drafter());
        var address = "/bulletins/" + draft.id();
        assertThat(inbox(rounds.head(), "review")).contains("送审", rounds.drafter().personName(), rounds.again(draft).title());
        assertThat(inbox(rounds.drafter(), "review")).doesNotContain("送审");
        var notice = inbox(rounds.head(), "review").replaceAll("(?s).*?<p class=\"notice-title\"><a href=\"([^\"]+)\".*", "$1");
        assertThat(http.perform(get(notice).with(SignedIn.as(rounds.head()))).andReturn().getResponse().getRedirectedUrl()).isEqualTo(address);
        publishing.giveBack(rounds.again(draft), "第二段再核一下", rounds.head());
        assertThat(inbox(rounds.drafter(), "returned")).contains("退回", rounds.head().personName(), rounds.again(draft).title());
    }

    private String inbox(Viewer viewer, String kind) throws Exception {
        return http.perform(get("/notices?kind=" + kind).with(SignedIn.as(viewer))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
