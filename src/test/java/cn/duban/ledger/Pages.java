package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.duban.web.SignedIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the people of a town ask for and see, by their logins; the public where the login is empty. */
public record Pages(MockMvc http, Town town) {

    public MockHttpServletResponse ask(MockHttpServletRequestBuilder request, String login) throws Exception {
        return http.perform((login.isEmpty() ? request : request.with(SignedIn.as(town.as(login)))).with(csrf())).andReturn().getResponse();
    }

    /** A page that is there. */
    public String page(String path, String login) throws Exception {
        var response = ask(get(URI.create(path)), login);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return text(response);
    }

    public static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
