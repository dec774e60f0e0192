package cn.duban.access;

import static cn.duban_db.access.Tables.ACCOUNT;
import static cn.duban_db.access.Tables.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.duban.DubanTest;
import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.People;
import cn.duban.units.Posts;
import cn.duban.units.Tenants;
import cn.duban.web.Viewer;
import cn.duban_db.access.tables.records.TokenRecord;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DubanTest
class TokensTest {

    @Autowired MockMvc mvc;
    @Autowired DSLContext sql;
    @Autowired Tokens tokens;
    @Autowired Roster roster;
    @Autowired Tenants tenants;
    @Autowired Directories directories;
    @Autowired Posts posts;
    @Autowired People people;
    @Autowired Accounts accounts;

    AccessFixture here;
    Viewer clerk;

    @BeforeEach
    void aGovernment() {
        here = AccessFixture.found(tenants, directories, posts, people, accounts);
        clerk = roster.viewer(here.tenant(), here.clerk(), here.registry()).orElseThrow();
    }

    @Test
    void letsAProgramInAsThePersonInThePost() throws Exception {
        var token = tokens.issue(clerk, "同步", tokens.today());
        assertThat(tokens.viewer(token)).contains(clerk);
        // Past the door there is no such resource; outside it would be 401.
        call(token, 404);
        assertThat(row().getLastUsedOn()).isEqualTo(tokens.today());
    }

    @Test
    void keepsOnlyTheDigest() {
        var token = tokens.issue(clerk, "同步", tokens.today());
        assertThat(row().toString()).doesNotContain(token.substring(token.length() - 20));
        assertThat(row().getDigest()).hasSize(32);
    }

    @Test
    void refusesARevokedToken() throws Exception {
        var token = tokens.issue(clerk, "同步", tokens.today());
        mvc.perform(post("/access/tokens/" + row().getId() + "/revoke").cookie(here.cookie(mvc, here.clerkLogin())).with(csrf()))
                .andExpect(status().isFound());
        call(token, 401);
    }

    @Test
    void refusesATokenAfterItsLastDay() throws Exception {
        var token = tokens.issue(clerk, "同步", tokens.today());
        sql.update(TOKEN).set(TOKEN.EXPIRES_ON, tokens.today().minusDays(1)).where(TOKEN.TENANT.eq(here.tenant())).execute();
        call(token, 401);
    }

    @Test
    void refusesATokenOnceThePostIsLeft() throws Exception {
        var token = tokens.issue(clerk, "同步", tokens.today());
        people.leave(new Author(here.tenant(), here.administrator()), here.clerk(), here.registry(), directories.of(here.tenant()).today(), "");
        call(token, 401);
    }

    @Test
    void endsWithADisabledAccountAndWithAReset() throws Exception {
        var disabled = tokens.issue(clerk, "同步", tokens.today());
        accounts.disable(here.tenant(), here.clerk(), here.administrator());
        call(disabled, 401);
        accounts.enable(here.tenant(), here.clerk());
        call(disabled, 401);
        assertThat(row().getRevokedBy()).isEqualTo(here.administrator());

        var reset = tokens.issue(clerk, "同步二", tokens.today());
        call(reset, 404);
        accounts.reset(here.tenant(), here.clerk(), here.administrator());
        call(reset, 401);
    }

    @Test
    void asksForTheAccountAtEveryUse() throws Exception {
        var token = tokens.issue(clerk, "同步", tokens.today());
        sql.update(ACCOUNT).set(ACCOUNT.DISABLED_AT, Instant.now()).where(ACCOUNT.TENANT.eq(here.tenant()), ACCOUNT.PERSON.eq(here.clerk())).execute();
        call(token, 401);
    }

    @Test
    void listsValidTokensFirstHoweverOldAndPagesOn() throws Exception {
        var administrator = here.cookie(mvc, here.adminLogin());
        for (int i = 10; i < 70; i++) tokens.issue(clerk, "旧令牌" + i, tokens.today());
        var valid = sql.selectFrom(TOKEN).where(TOKEN.TENANT.eq(here.tenant())).orderBy(TOKEN.ID).limit(1).fetchSingle().getId();
        sql.update(TOKEN).set(TOKEN.REVOKED_AT, Instant.now()).set(TOKEN.REVOKED_BY, here.administrator())
                .where(TOKEN.TENANT.eq(here.tenant()), TOKEN.ID.ne(valid)).execute();
        var seen = new ArrayList<String>();
        for (var next = "/access/tokens"; next != null; ) {
            var page = mvc.perform(get(URI.create(next)).cookie(administrator)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
            Pattern.compile("旧令牌\\d\\d(?=<)").matcher(page).results().forEach(found -> seen.add(found.group()));
            var link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
            next = link.find() ? link.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).hasSize(60).doesNotHaveDuplicates().startsWith("旧令牌10", "旧令牌69", "旧令牌68").endsWith("旧令牌11");
    }

    @Test
    void refusesAForgedOrForeignToken() throws Exception {
        var token = tokens.issue(clerk, "同步", tokens.today());
        call(token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A"), 401);
        call(token.replace("duban_" + here.tenant() + "_", "duban_" + (here.tenant() + 1) + "_"), 401);
        call("rubbish", 401);
    }

    @Test
    void takesNoSessionForAProgramAndNoTokenForAPage() throws Exception {
        var token = tokens.issue(clerk, "同步", tokens.today());
        mvc.perform(get("/api/v1/nothing").cookie(here.cookie(mvc, here.clerkLogin()))).andExpect(status().isUnauthorized());
        mvc.perform(get("/access/me").header("Authorization", "Bearer " + token)).andExpect(status().isFound());
    }

    @Test
    void leavesTheTokensOfOthersAlone() throws Exception {
        var administrator = roster.posts(here.tenant(), here.administrator()).getFirst();
        tokens.issue(administrator, "备份", tokens.today());
        mvc.perform(post("/access/tokens/" + row().getId() + "/revoke").cookie(here.cookie(mvc, here.clerkLogin())).with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(row().getRevokedAt()).isNull();
        mvc.perform(get("/access/tokens").cookie(here.cookie(mvc, here.clerkLogin()))).andExpect(status().isForbidden());
    }

    @Test
    void showsATokenOnce() throws Exception {
        var cookie = here.cookie(mvc, here.clerkLogin());
        var page = mvc.perform(post("/access/tokens").cookie(cookie).with(csrf()).param("name", "同步")
                .param("expiresOn", LocalDate.now().plusDays(30).toString())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        var token = Pattern.compile("duban_\\d+_[\\w-]{43}").matcher(page);
        assertThat(token.find()).isTrue();
        call(token.group(), 404);
        mvc.perform(get("/access/me").cookie(cookie)).andExpect(content().string(not(containsString(token.group()))));
    }

    @Test
    void asksForAPurposeAndALastDayWithinAYear() throws Exception {
        mvc.perform(post("/access/tokens").cookie(here.cookie(mvc, here.clerkLogin())).with(csrf())
                        .param("expiresOn", LocalDate.now().plusYears(5).toString()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#name\""))).andExpect(content().string(containsString("href=\"#expiresOn\"")));
    }

    private void call(String token, int expected) throws Exception {
        mvc.perform(get("/api/v1/nothing").header("Authorization", "Bearer " + token)).andExpect(status().is(expected));
    }

    private TokenRecord row() {
        return sql.selectFrom(TOKEN).where(TOKEN.TENANT.eq(here.tenant())).fetchSingle();
    }
}
