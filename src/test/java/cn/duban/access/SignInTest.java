package cn.duban.access;

import static cn.duban.access.AccessFixture.PASSWORD;
import static cn.duban_db.access.Tables.ACCOUNT;
import static cn.duban_db.access.Tables.SIGN_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.duban.DubanTest;
import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.People;
import cn.duban.units.Posts;
import cn.duban.units.Tenants;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DubanTest
class SignInTest {

    @Autowired MockMvc mvc;
    @Autowired DSLContext sql;
    @Autowired Tenants tenants;
    @Autowired Directories directories;
    @Autowired Posts posts;
    @Autowired People people;
    @Autowired Accounts accounts;
    @Autowired SignIns signIns;

    AccessFixture here;

    @BeforeEach
    void aGovernment() {
        here = AccessFixture.found(tenants, directories, posts, people, accounts);
    }

    @Test
    void letsInWhoKnowsThePassword() throws Exception {
        here.signIn(mvc, here.clerkLogin().toUpperCase(), PASSWORD).andExpect(status().isFound()).andExpect(redirectedUrl("/access/me"));
        var cookie = here.cookie(mvc, here.clerkLogin());
        mvc.perform(get("/access/me").cookie(cookie)).andExpect(status().isOk())
                .andExpect(content().string(containsString("兰文书"))).andExpect(content().string(containsString(here.name())));
    }

    @Test
    void turnsAwayAWrongPasswordAndKeepsTheLoginTyped() throws Exception {
        here.signIn(mvc, here.clerkLogin(), "not the password").andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("登录名或密码不正确")))
                .andExpect(content().string(containsString("value=\"" + here.clerkLogin() + "\"")))
                .andExpect(content().string(not(containsString("not the password"))));
        assertThat(outcomes()).containsExactly("WRONG");
    }

    @Test
    void saysTheSameOfAnUnknownLoginAndKeepsNothingOfIt() throws Exception {
        here.signIn(mvc, "my secret typed here", "x").andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("登录名或密码不正确")));
        assertThat(sql.selectFrom(SIGN_IN).where(SIGN_IN.TENANT.eq(here.tenant())).fetchSingle().getPerson()).isNull();
    }

    @Test
    void tellsALockedLoginFromAnUnknownOneByNothing() throws Exception {
        for (int i = 0; i < 5; i++) here.signIn(mvc, here.clerkLogin(), "wrong");
        var locked = here.signIn(mvc, here.clerkLogin(), "wrong").andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString();
        var unknown = here.signIn(mvc, "nobody", "wrong").andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString();
        assertThat(alert(locked)).isNotEmpty().isEqualTo(alert(unknown));
    }

    @Test
    void listensToNobodyFromAnAddressThatFailedAHundredTimes() throws Exception {
        fail(99);
        here.signIn(mvc, here.clerkLogin(), PASSWORD).andExpect(status().isFound());
        fail(1);
        here.signIn(mvc, here.clerkLogin(), PASSWORD).andExpect(status().isTooManyRequests()).andExpect(content().string(containsString("所在网络")));
        assertThat(outcomes()).endsWith("OK", "WRONG", "ADDRESS");
        assertThat(signIns.attempt(here.tenant(), here.clerkLogin(), PASSWORD, "192.0.2.7")).isInstanceOf(SignIns.Outcome.Welcome.class);
    }

    /** That many failures of nobody in particular, from the address that the tests come from. */
    private void fail(int times) {
        for (int i = 0; i < times; i++) sql.insertInto(SIGN_IN).set(SIGN_IN.TENANT, here.tenant()).set(SIGN_IN.AT, Instant.now())
                .set(SIGN_IN.OUTCOME, "WRONG").set(SIGN_IN.ADDRESS, "127.0.0.1").execute();
    }

    private static String alert(String page) {
        return page.lines().filter(line -> line.contains("登录名或密码不正确")).findFirst().orElse("");
    }

    @Test
    void locksAfterFiveWrongPasswordsAndOpensAgain() throws Exception {
        for (int i = 0; i < 5; i++) here.signIn(mvc, here.clerkLogin(), "wrong");
        here.signIn(mvc, here.clerkLogin(), PASSWORD).andExpect(status().isUnprocessableContent());
        sql.update(ACCOUNT).set(ACCOUNT.LOCKED_UNTIL, Instant.now().minusSeconds(1)).where(ACCOUNT.TENANT.eq(here.tenant())).execute();
        here.signIn(mvc, here.clerkLogin(), PASSWORD).andExpect(status().isFound());
        assertThat(outcomes()).containsExactly("WRONG", "WRONG", "WRONG", "WRONG", "WRONG", "LOCKED", "OK");
        assertThat(sql.fetchValue(ACCOUNT.FAILED, ACCOUNT.TENANT.eq(here.tenant()).and(ACCOUNT.PERSON.eq(here.clerk())))).isZero();
    }

    @Test
    void keepsTheLogOfSignInsFromBeingChanged() throws Exception {
        here.signIn(mvc, here.clerkLogin(), "wrong");
        assertThatThrownBy(() -> sql.deleteFrom(SIGN_IN).where(SIGN_IN.TENANT.eq(here.tenant())).execute()).hasMessageContaining("append-only");
        assertThatThrownBy(() -> sql.update(SIGN_IN).set(SIGN_IN.OUTCOME, "OK").execute()).hasMessageContaining("append-only");
    }

    @Test
    void beginsANewSessionSoThatAPlantedOneIsWorthless() throws Exception {
        var planted = mvc.perform(get("/access/sign-in")).andReturn().getResponse().getCookie("SESSION");
        assertThat(planted).isNotNull();
        var mine = mvc.perform(post("/access/sign-in").cookie(planted).with(csrf()).param("tenant", "" + here.tenant())
                .param("login", here.clerkLogin()).param("password", PASSWORD)).andExpect(status().isFound()).andReturn().getResponse().getCookie("SESSION");
        assertThat(mine).isNotNull();
        assertThat(mine.getValue()).isNotEqualTo(planted.getValue());
        mvc.perform(get("/access/me").cookie(planted)).andExpect(redirectedUrl("/access/sign-in?next=%2Faccess%2Fme"));
        mvc.perform(get("/access/me").cookie(mine)).andExpect(status().isOk());
    }

    @Test
    void refusesAFormWithoutItsToken() throws Exception {
        mvc.perform(post("/access/sign-in").param("login", here.clerkLogin()).param("password", PASSWORD)).andExpect(status().isForbidden());
        mvc.perform(post("/access/post").cookie(here.cookie(mvc, here.clerkLogin())).param("post", "" + here.handler())).andExpect(status().isForbidden());
    }

    @Test
    void writesTheTokenIntoFormsThatPostAndIntoNoOther() throws Exception {
        var page = mvc.perform(get("/access/accounts").cookie(here.cookie(mvc, here.adminLogin()))).andReturn().getResponse().getContentAsString();
        var forms = page.split("<form ");
        assertThat(forms).hasSizeGreaterThan(3);
        for (int i = 1; i < forms.length; i++) {
            var form = forms[i].substring(0, forms[i].indexOf("</form>"));
            assertThat(form.contains("name=\"_csrf\"")).as(form).isEqualTo(form.contains("method=\"post\""));
        }
    }

    @Test
    void signsOut() throws Exception {
        var cookie = here.cookie(mvc, here.clerkLogin());
        mvc.perform(post("/access/sign-out").cookie(cookie).with(csrf())).andExpect(redirectedUrl("/access/sign-in?out"));
        mvc.perform(get("/access/me").cookie(cookie)).andExpect(redirectedUrl("/access/sign-in?next=%2Faccess%2Fme"));
    }

    @Test
    void switchesBetweenMyPostsAndRemembersTheLast() throws Exception {
        var cookie = here.cookie(mvc, here.clerkLogin());
        mvc.perform(post("/access/post").cookie(cookie).with(csrf()).param("post", "" + here.handler()).param("back", "//elsewhere.example"))
                .andExpect(redirectedUrl("/"));
        assertThat(present(cookie)).contains("以“承办”签发令牌");
        assertThat(present(here.cookie(mvc, here.clerkLogin()))).contains("以“承办”签发令牌");
    }

    @Test
    void refusesToSwitchToAPostThatIsNotMine() throws Exception {
        var cookie = here.cookie(mvc, here.clerkLogin());
        var administrators = directories.of(here.tenant()).postsOf(here.administrator()).getFirst().id();
        mvc.perform(post("/access/post").cookie(cookie).with(csrf()).param("post", "" + administrators))
                .andExpect(status().isForbidden()).andExpect(content().string(containsString("您没有担任该岗位")));
        assertThat(present(cookie)).contains("以“收发”签发令牌");
    }

    @Test
    void endsWithThePost() throws Exception {
        var cookie = here.cookie(mvc, here.clerkLogin());
        var author = new Author(here.tenant(), here.administrator());
        people.depart(author, here.clerk(), directories.of(here.tenant()).today(), "");
        mvc.perform(get("/access/me").cookie(cookie)).andExpect(redirectedUrl("/access/sign-in?next=%2Faccess%2Fme"));
        here.signIn(mvc, here.clerkLogin(), PASSWORD).andExpect(content().string(containsString("没有任职岗位")));
    }

    @Test
    void sendsAStrictPolicyAndAsksHtmxToSignIn() throws Exception {
        mvc.perform(get("/access/sign-in")).andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(header().string("Vary", containsString("HX-Request")))
                .andExpect(content().string(not(containsString(" style=")))).andExpect(content().string(not(containsString("onclick"))));
        mvc.perform(get("/access/me").header("HX-Request", "true").header("HX-Current-URL", "http://localhost/ledger/1?x=2"))
                .andExpect(status().isUnauthorized()).andExpect(header().string("HX-Redirect", "/access/sign-in?next=%2Fledger%2F1%3Fx%3D2"));
    }

    private String present(Cookie cookie) throws Exception {
        return mvc.perform(get("/access/me").cookie(cookie)).andReturn().getResponse().getContentAsString();
    }

    private List<String> outcomes() {
        return sql.select(SIGN_IN.OUTCOME).from(SIGN_IN).where(SIGN_IN.TENANT.eq(here.tenant())).orderBy(SIGN_IN.ID).fetch(SIGN_IN.OUTCOME);
    }
}
