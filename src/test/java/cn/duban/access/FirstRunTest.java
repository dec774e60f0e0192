package cn.duban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.duban.TestDatabase;
import cn.duban.units.Tenants;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

/** One story on a database of its own, because a first run happens once. */
@SpringBootTest(properties = "spring.main.lazy-initialization=true") // fixtures of other rooms that found a city stay asleep
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FirstRunTest.EmptyDatabase.class)
@DirtiesContext
class FirstRunTest {

    static class EmptyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            new TestDatabase().initialize(context);
            var name = "first_run_" + System.nanoTime();
            try (var connection = DriverManager.getConnection(TestDatabase.url()); var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("empty-database", Map.of(
                    "spring.datasource.url", TestDatabase.url().replaceFirst("/postgres\\b", "/" + name))));
        }
    }

    @Autowired MockMvc mvc;
    @Autowired FirstRun firstRun;
    @Autowired Tenants tenants;

    @Test
    void leadsEverybodyHereOnceAndIsThenClosedForGood() throws Exception {
        mvc.perform(get("/")).andExpect(redirectedUrl("/first-run"));
        mvc.perform(get("/access/sign-in")).andExpect(redirectedUrl("/first-run"));
        mvc.perform(get("/actuator/health")).andExpect(status().isOk());
        mvc.perform(post("/first-run").with(csrf()).param("government", "某某市人民政府").param("region", "12").param("login", "a b")
                        .param("password", "short").param("again", "other"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"某某市人民政府\"")))
                .andExpect(content().string(containsString("href=\"#region\""))).andExpect(content().string(containsString("href=\"#password\"")));
        mvc.perform(valid("560000")).andExpect(status().isUnprocessableContent());
        assertThat(tenants.none()).isTrue();

        var forms = List.of(form("甲市人民政府", "first"), form("乙市人民政府", "second"));
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var founded = both.invokeAll(forms.stream().map(form -> (Callable<Integer>) () -> firstRun.found(form).tenant()).toList());
            assertThat(founded).filteredOn(f -> f.state() == Future.State.SUCCESS).hasSize(1);
        }
        assertThat(tenants.all()).hasSize(1);
        mvc.perform(get("/first-run")).andExpect(status().isNotFound());
        mvc.perform(valid("370000")).andExpect(status().isNotFound());
        assertThat(tenants.all()).hasSize(1);
        mvc.perform(get("/")).andExpect(redirectedUrl("/access/sign-in"));

        var login = tenantsAdministrator();
        mvc.perform(post("/access/sign-in").with(csrf()).param("login", login).param("password", AccessFixture.PASSWORD))
                .andExpect(redirectedUrl("/"));
    }

    private String tenantsAdministrator() throws Exception {
        var page = mvc.perform(get("/access/sign-in")).andReturn().getResponse().getContentAsString();
        return page.contains("甲市人民政府") ? "first" : "second";
    }

    private static RequestBuilder valid(String region) {
        return post("/first-run").with(csrf())
                .param("government", "某某市人民政府").param("region", region).param("administrator", "梅管理").param("login", "admin")
                .param("password", AccessFixture.PASSWORD).param("again", AccessFixture.PASSWORD);
    }

    private static FirstRunForm form(String government, String login) {
        return new FirstRunForm(government, "370000", "梅管理", login, AccessFixture.PASSWORD, AccessFixture.PASSWORD);
    }
}
