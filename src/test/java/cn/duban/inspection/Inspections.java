package cn.duban.inspection;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.ledger.Town;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Inspections as people of a town declare and decide them, over HTTP. */
public record Inspections(MockMvc http, Town town) {

    public MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request, String login) throws Exception {
        return http.perform(request.with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    public static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    public String page(String path, String login) throws Exception {
        var response = ask(get(path), login);
        if (response.getStatus() != 200) throw new AssertionError(path + " answers " + response.getStatus() + " to " + login);
        return text(response);
    }

    public MockHttpServletRequestBuilder declaration(String title, LocalDate first, int days, String... units) {
        var form = post("/inspections").param("title", title).param("basis", "市政府第12次常务会议").param("kind", "special").param("methods", "on-site").param("unannounced", "true").param("scope", "窗口单位的服务情况，到科室为止")
                .param("first", first.toString()).param("last", first.plusDays(days - 1).toString()).param("days", String.valueOf(days));
        for (var unit : units) form.param("objects", String.valueOf(town.unit(unit)));
        return form;
    }

    /** Declared by the supervision office. */
    public UUID declared(String title, LocalDate first, int days, String... units) throws Exception {
        return declaredBy("inspect1", title, first, days, units);
    }

    public UUID declaredBy(String login, String title, LocalDate first, int days, String... units) throws Exception {
        var to = ask(declaration(title, first, days, units).param("unit", String.valueOf(town.as(login).unit())), login).getRedirectedUrl();
        if (to == null) throw new AssertionError("not declared");
        return UUID.fromString(to.replaceFirst(".*/", ""));
    }

    public MockHttpServletResponse decide(UUID id, String decision, int version, String reason, String login) throws Exception {
        return ask(post("/inspections/" + id + "/" + decision).param("version", String.valueOf(version)).param("reason", reason), login);
    }

    public UUID approved(String title, LocalDate first, int days, String... units) throws Exception {
        var id = declared(title, first, days, units);
        var response = decide(id, "approval", 1, "", "inspect");
        if (response.getStatus() != 302) throw new AssertionError("not approved: " + text(response));
        return id;
    }

    public void quota(String scope, String field, int limit) throws Exception {
        ask(post("/inspections/quotas").param("scope", scope).param("since", town.today().minusYears(1).toString()).param(field, String.valueOf(limit)).param("basis", "明办发〔2026〕3号"), "inspect");
    }
}
