package cn.duban.notices;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON sent to a server outside, with an end to waiting and to what is read. Nothing is followed to another address. */
@Component
class JsonPost implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST = 16 * 1024;
    static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();

    /** @param json what it says; an empty object where it says no JSON */
    record Answer(int status, String text, JsonNode json) {
        String said() {
            return Masks.answer("HTTP " + status + " " + text);
        }
    }

    Answer post(URI address, Map<String, String> headers, String body) throws IOException {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).header("Content-Type", "application/json; charset=utf-8").POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        try {
            var response = client.send(request.build(), BodyHandlers.ofInputStream());
            try (var stream = response.body()) {
                var text = new String(stream.readNBytes(MOST), StandardCharsets.UTF_8);
                return new Answer(response.statusCode(), text, read(text));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The application is being stopped.", e);
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
    public void destroy() {
        client.close();
    }
}
