package cn.duban.access;

import static cn.duban_db.access.Tables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
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
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DubanTest
class AccountsTest {

    static final Pattern ONE_TIME = Pattern.compile(">(\\w{4}-\\w{4}-\\w{4})<");

    @Autowired MockMvc mvc;
    @Autowired Tenants tenants;
    @Autowired Directories directories;
    @Autowired Posts posts;
    @Autowired People people;
    @Autowired Accounts accounts;
    @Autowired DSLContext sql;

    AccessFixture here;

    @BeforeEach
    void aGovernment() {
        here = AccessFixture.found(tenants, directories, posts, people, accounts);
    }

    @Test
    void givesAOneTimePasswordThatMustBeChangedBeforeAnythingElse() throws Exception {
        var before = here.cookie(mvc, here.clerkLogin());
        var oneTime = oneTime("/access/accounts/" + here.clerk() + "/password");
        mvc.perform(get("/access/me").cookie(before)).andExpect(redirectedUrl("/access/sign-in?next=%2Faccess%2Fme"));
        here.signIn(mvc, here.clerkLogin(), AccessFixture.PASSWORD).andExpect(status().isUnprocessableContent());

        var cookie = here.signIn(mvc, here.clerkLogin(), oneTime).andReturn().getResponse().getCookie("SESSION");
        mvc.perform(get("/access/me").cookie(cookie)).andExpect(redirectedUrl("/access/password"));
        mvc.perform(post("/access/tokens").cookie(cookie).with(csrf()).param("name", "x")).andExpect(redirectedUrl("/access/password"));
        mvc.perform(post("/access/password").cookie(cookie).with(csrf()).param("present", oneTime).param("password", oneTime).param("again", oneTime))
                .andExpect(status().isUnprocessableContent());
        var changed = mvc.perform(post("/access/password").cookie(cookie).with(csrf())
                        .param("present", oneTime).param("password", "seven green boats").param("again", "seven green boats"))
                .andExpect(redirectedUrl("/")).andReturn().getResponse().getCookie("SESSION");
        mvc.perform(get("/access/me").cookie(changed)).andExpect(status().isOk());
        mvc.perform(get("/access/me").cookie(cookie)).andExpect(redirectedUrl("/access/sign-in?next=%2Faccess%2Fme"));
        here.signIn(mvc, here.clerkLogin(), "seven green boats").andExpect(status().isFound());
    }

    @Test
    void opensAnAccountForSomebodyOnTheRegister() throws Exception {
        var author = new Author(here.tenant(), here.administrator());
        var today = directories.of(here.tenant()).today();
        int newcomer = people.enter(author, "新来的", "", today);
        people.take(author, newcomer, here.handler(), today, "");
        var administrator = here.cookie(mvc, here.adminLogin());
        mvc.perform(post("/access/accounts/" + newcomer).cookie(administrator).with(csrf()).param("login", here.clerkLogin()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("已被使用")));
        var page = mvc.perform(post("/access/accounts/" + newcomer).cookie(administrator).with(csrf()).param("login", "new" + here.tenant()))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        var found = ONE_TIME.matcher(page);
        assertThat(found.find()).isTrue();
        here.signIn(mvc, "new" + here.tenant(), found.group(1)).andExpect(status().isFound());
    }

    @Test
    void shutsADisabledAccountAtOnceAndOpensItAgain() throws Exception {
        var clerk = here.cookie(mvc, here.clerkLogin());
        var administrator = here.cookie(mvc, here.adminLogin());
        mvc.perform(post("/access/accounts/" + here.clerk() + "/disable").cookie(administrator).with(csrf())).andExpect(status().isFound());
        mvc.perform(get("/access/me").cookie(clerk)).andExpect(redirectedUrl("/access/sign-in?next=%2Faccess%2Fme"));
        here.signIn(mvc, here.clerkLogin(), AccessFixture.PASSWORD).andExpect(content().string(containsString("登录名或密码不正确")));
        mvc.perform(post("/access/accounts/" + here.clerk() + "/enable").cookie(administrator).with(csrf())).andExpect(status().isFound());
        here.signIn(mvc, here.clerkLogin(), AccessFixture.PASSWORD).andExpect(status().isFound());
    }

    @Test
    void leavesAnAccountThatAdministersOnEveryLaterDay() throws Exception {
        var author = new Author(here.tenant(), here.administrator());
        var today = directories.of(here.tenant()).today();
        var post = directories.of(here.tenant()).postsOf(here.administrator()).getFirst().id();
        people.take(author, here.clerk(), post, today, "");
        people.depart(author, here.administrator(), today.plusDays(30), "");
        mvc.perform(post("/access/accounts/" + here.clerk() + "/disable").cookie(here.cookie(mvc, here.adminLogin())).with(csrf()))
                .andExpect(status().isConflict()).andExpect(content().string(containsString("没有人能管理本系统")));
        here.signIn(mvc, here.clerkLogin(), AccessFixture.PASSWORD).andExpect(status().isFound());
    }

    @Test
    void opensNoSessionThatWasBegunBeforeTheAccountWasShut() throws Exception {
        var clerk = here.cookie(mvc, here.clerkLogin());
        // As when the session of a sign-in is saved just after the administrator's change.
        sql.update(ACCOUNT).set(ACCOUNT.DISABLED_AT, Instant.now()).where(ACCOUNT.TENANT.eq(here.tenant()), ACCOUNT.PERSON.eq(here.clerk())).execute();
        mvc.perform(get("/access/me").cookie(clerk)).andExpect(redirectedUrl("/access/sign-in?next=%2Faccess%2Fme"));
        sql.update(ACCOUNT).setNull(ACCOUNT.DISABLED_AT).where(ACCOUNT.TENANT.eq(here.tenant()), ACCOUNT.PERSON.eq(here.clerk())).execute();
        mvc.perform(get("/access/me").cookie(clerk)).andExpect(status().isOk());
        sql.update(ACCOUNT).set(ACCOUNT.EPOCH, ACCOUNT.EPOCH.plus(1)).where(ACCOUNT.TENANT.eq(here.tenant()), ACCOUNT.PERSON.eq(here.clerk())).execute();
        mvc.perform(get("/access/me").cookie(clerk)).andExpect(redirectedUrl("/access/sign-in?next=%2Faccess%2Fme"));
    }

    @Test
    void letsNobodyGuessThePresentPasswordAtAScreenLeftAlone() throws Exception {
        var clerk = here.cookie(mvc, here.clerkLogin());
        for (int i = 0; i < 5; i++) change(clerk, "guess number " + i).andExpect(status().isUnprocessableContent());
        change(clerk, AccessFixture.PASSWORD).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("暂时锁定")));
        here.signIn(mvc, here.clerkLogin(), AccessFixture.PASSWORD).andExpect(status().isUnprocessableContent());
    }

    private ResultActions change(Cookie cookie, String present) throws Exception {
        return mvc.perform(post("/access/password").cookie(cookie).with(csrf())
                .param("present", present).param("password", "seven green boats").param("again", "seven green boats"));
    }

    @Test
    void isForAdministratorsAndNotAboutThemselves() throws Exception {
        var clerk = here.cookie(mvc, here.clerkLogin());
        mvc.perform(get("/access/accounts").cookie(clerk)).andExpect(status().isForbidden());
        mvc.perform(post("/access/accounts/" + here.administrator() + "/password").cookie(clerk).with(csrf())).andExpect(status().isForbidden());
        var administrator = here.cookie(mvc, here.adminLogin());
        mvc.perform(post("/access/accounts/" + here.administrator() + "/disable").cookie(administrator).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void doesNotReachIntoAnotherGovernment() throws Exception {
        var other = AccessFixture.found(tenants, directories, posts, people, accounts);
        mvc.perform(post("/access/accounts/9999/disable").cookie(here.cookie(mvc, here.adminLogin())).with(csrf())).andExpect(status().isNotFound());
        oneTime("/access/accounts/" + here.clerk() + "/password");
        other.signIn(mvc, other.clerkLogin(), AccessFixture.PASSWORD).andExpect(status().isFound());
    }

    @Test
    void findsPeopleByNameAndLogin() throws Exception {
        var administrator = here.cookie(mvc, here.adminLogin());
        mvc.perform(get("/access/accounts").param("q", "兰文").cookie(administrator)).andExpect(content().string(containsString(here.clerkLogin())));
        mvc.perform(get("/access/accounts").param("q", "nobody").cookie(administrator)).andExpect(content().string(containsString("没有找到符合条件的人员")));
    }

    private String oneTime(String path) throws Exception {
        var page = mvc.perform(post(path).cookie(here.cookie(mvc, here.adminLogin())).with(csrf()))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        var found = ONE_TIME.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
