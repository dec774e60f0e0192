package cn.duban.ledger.lists;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.ledger.Town;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** People of a town at their pages. */
record Browsing(MockMvc http, Town town) {

    MockHttpServletResponse send(String path, String login, String... typed) throws Exception {
        var request = post(path).with(csrf());
        for (int i = 0; i < typed.length; i += 2) request.param(typed[i], typed[i + 1]);
        return answer(request, login);
    }

    MockHttpServletResponse open(String path, String login) throws Exception {
        return answer(get(path), login);
    }

    /** As htmx asks: without the frame around the page. */
    String part(String path, String login) throws Exception {
        return html(answer(get(path).header("HX-Request", "true"), login));
    }

    String page(String path, String login) throws Exception {
        return html(open(path, login));
    }

    String english(String path, String login) throws Exception {
        return html(answer(get(path).cookie(new jakarta.servlet.http.Cookie("language", "en")), login));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String login) throws Exception {
        return http.perform(request.with(authentication(UsernamePasswordAuthenticationToken.authenticated(town.as(login), "", List.of())))).andReturn().getResponse();
    }

    static String html(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
