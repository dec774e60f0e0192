package cn.duban.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.units.Directory;
import jakarta.servlet.http.Cookie;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DubanTest
class PagesTest {

    @Autowired MockMvc mvc;
    @Autowired City city;

    static @Nullable Viewer somebody;

    @BeforeEach
    void aCity() {
        if (somebody != null) return;
        var founded = city.found();
        somebody = viewer(city.directory(founded), founded.logins().get("inspect"));
    }

    @Test
    void putsAPageIntoTheShellAndGivesHtmxThePageAlone() throws Exception {
        mvc.perform(get("/access/me").with(SignedIn.as(somebody))).andExpect(content().string(startsWith("<!doctype html>")))
                .andExpect(content().string(containsString("<title>我的账号 · 督办</title>"))).andExpect(header().string("Vary", containsString("HX-Request")));
        mvc.perform(get("/access/me").header("HX-Request", "true").with(SignedIn.as(somebody)))
                .andExpect(content().string(not(containsString("<html")))).andExpect(content().string(containsString("我的账号")));
    }

    @Test
    void showsNavigationByDuty() throws Exception {
        mvc.perform(get("/access/me").with(SignedIn.as(somebody))).andExpect(content().string(not(containsString("/access/accounts"))))
                .andExpect(content().string(containsString("aria-current=\"page\"")));
    }

    @Test
    void keepsThePreferencesInCookies() throws Exception {
        mvc.perform(get("/preferences").param("language", "en").param("text", "large").param("theme", "<x>").param("back", "/access/sign-in"))
                .andExpect(redirectedUrl("/access/sign-in")).andExpect(cookie().value("language", "en")).andExpect(cookie().value("text", "large"))
                .andExpect(cookie().doesNotExist("theme"));
        mvc.perform(get("/access/sign-in").cookie(new Cookie("language", "en"), new Cookie("text", "large"), new Cookie("contrast", "high")))
                .andExpect(content().string(containsString("Sign in"))).andExpect(content().string(containsString("<html lang=\"en\"")))
                .andExpect(content().string(containsString("data-text=\"large\" data-contrast=\"high\"")));
    }

    @Test
    void saysWhatIsMissingInAPageAFragmentAndAProblem() throws Exception {
        mvc.perform(get("/no-such-page").with(SignedIn.as(somebody))).andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有找到该页面"))).andExpect(content().string(containsString("<html")));
        mvc.perform(get("/no-such-page").header("HX-Request", "true").with(SignedIn.as(somebody))).andExpect(status().isNotFound())
                .andExpect(header().string("HX-Retarget", "#alerts")).andExpect(content().string(not(containsString("<html"))));
        mvc.perform(get("/api/v1/no-such-thing").with(SignedIn.as(somebody))).andExpect(status().isNotFound())
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(content().string(containsString("\"rule\":\"web.not-found\"")));
    }

    @Test
    void namesAssetsByTheirContentAndLetsThemBeKept() throws Exception {
        var page = mvc.perform(get("/access/sign-in")).andReturn().getResponse().getContentAsString();
        var links = Pattern.compile("(?:href|src)=\"(/(?:assets|webjars)/[^\"]+)\"").matcher(page);
        var seen = 0;
        for (; links.find(); seen++) {
            mvc.perform(get(links.group(1))).andExpect(status().isOk()).andExpect(header().string("Cache-Control", containsString("max-age=31536000")));
        }
        assertThat(seen).isGreaterThanOrEqualTo(5);
        assertThat(page).containsPattern("/assets/duban-[0-9a-f]{32}\\.css").containsPattern("/assets/duban-[0-9a-f]{32}\\.js");
    }

    @Test
    void escapesWhatPeopleTyped() throws Exception {
        mvc.perform(get("/access/sign-in").param("next", "/x\"><script>alert(1)</script>"))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    private static Viewer viewer(Directory directory, int person) {
        return directory.viewer(directory.person(person).orElseThrow(), directory.postsOf(person).getFirst());
    }
}
