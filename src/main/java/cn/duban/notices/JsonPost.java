package cn.duban.notices;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON sent to a server outside, with an end to waiting and to what is read. Nothing is followed to another address, and nobody is connected to whom {@link Reach} forbids. */
@Component
class JsonPost implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST = 16 * 1024;
    static final JsonMapper JSON = new JsonMapper();

    private final CloseableHttpClient client;

    JsonPost(Reach reach) {
        // the addresses that are looked up are those that are connected to, so that a name cannot lead elsewhere in between
        var connections = PoolingHttpClientConnectionManagerBuilder.create().useSystemProperties().setDnsResolver(reach).setMaxConnTotal(50).setMaxConnPerRoute(10)
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(10, TimeUnit.SECONDS).setSocketTimeout((int) PATIENCE.toSeconds(), TimeUnit.SECONDS).build()).build();
        this.client = HttpClients.custom().useSystemProperties().setUserAgent("Duban").setConnectionManager(connections).setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).build())
                .disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching().disableContentCompression().build();
    }

    /** @param json what it says; an empty object where it says no JSON */
    record Answer(int status, String text, JsonNode json) {
        String said() {
            return Masks.answer("HTTP " + status + " " + text);
        }
    }

    /** @throws Reach.Forbidden where it leads to this machine or another place that nobody outside is */
    Answer post(URI address, Map<String, String> headers, String body) throws IOException {
        var request = new HttpPost(address);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        request.setHeader("Content-Type", "application/json; charset=utf-8");
        headers.forEach(request::setHeader);
        // whoever answers a byte at a time is not waited for either
        var end = CompletableFuture.runAsync(request::abort, CompletableFuture.delayedExecutor(PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS));
        // closed, not read to its end: an answer may be without one
        try (var response = client.executeOpen(HttpHost.create(address), request, null)) {
            var entity = response.getEntity();
            var text = entity == null ? "" : new String(entity.getContent().readNBytes(MOST), StandardCharsets.UTF_8);
            return new Answer(response.getCode(), text, read(text));
        } finally {
            end.cancel(false);
        }
    }

    private static JsonNode read(String text) {
        try {
            var node = JSON.readTree(text);
            return node == null ? JSON.createObjectNode() : node;
        } catch (JacksonException noJson) {
            return JSON.createObjectNode();
        }
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
