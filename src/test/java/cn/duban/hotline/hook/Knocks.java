package cn.duban.hotline.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.hotline.channel.Hooks;
import cn.duban.hotline.channel.Hooks.Hook;
import cn.duban.ledger.Town;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Knocks at the doors for machines as a system outside does, signed. */
@Component
class Knocks {

    /** Tests that start a server of their own have none. */
    private final ObjectProvider<MockMvc> http;
    private final Hooks hooks;

    Knocks(ObjectProvider<MockMvc> http, Hooks hooks) {
        this.http = http;
        this.hooks = hooks;
    }

    /** @param url where answers go back to; empty for texts and telephones */
    Hook hook(Town town, String kind, String url) {
        var no = hooks.save(new Hook(town.city.tenant(), 0, kind, "明川" + kind, url, "between us", true, null), town.as("admin"));
        return hooks.find(town.city.tenant(), no).orElseThrow();
    }

    /** Texts leave through the gateway there. */
    void textsLeaveTo(Town town, String url) throws Exception {
        http.getObject().perform(post("/notices/gateways").param("gateway", "0").param("kind", "SMS").param("name", "明川短信").param("url", url).param("secret", "between us").param("sign", "明川").param("titles", "public").param("active", "true").with(SignedIn.as(town.as("admin"))).with(csrf()));
    }

    MockHttpServletRequestBuilder signed(MockHttpServletRequestBuilder request, Hook hook, String text) {
        var timestamp = "" + System.currentTimeMillis();
        return request.header("X-Duban-Timestamp", timestamp).header("X-Duban-Signature", HexFormat.of().formatHex(Knocking.signature(hook.secret(), timestamp, text.getBytes(StandardCharsets.UTF_8))));
    }

    static String path(Hook hook, String end) {
        return "/api/hotline/hooks/" + hook.tenant() + "-" + hook.no() + "/" + end;
    }

    JsonNode send(Hook hook, String end, String json) throws Exception {
        var response = http.getObject().perform(signed(post(path(hook, end)).content(json), hook, json)).andReturn().getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(200);
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }

    /** @return what a text became */
    String text(Hook hook, String id, String from, String text) throws Exception {
        return send(hook, "texts", JsonMapper.shared().writeValueAsString(Map.of("id", id, "from", from, "text", text))).get("became").asString();
    }
}
