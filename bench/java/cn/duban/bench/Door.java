package cn.duban.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One kept-alive connection to the product on this machine, with the cookies of one browser; never to another machine. */
final class Door implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Timeout PATIENCE = Timeout.ofMinutes(1);

    private final String origin;
    private final CloseableHttpClient client;
    private @Nullable String behind;

    Door(int port) {
        this.origin = "http://127.0.0.1:" + port;
        this.client = HttpClients.custom().setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(PATIENCE).build()).setConnectionManager(new BasicHttpClientConnectionManager())
                .disableAutomaticRetries().disableContentCompression().disableRedirectHandling().disableAuthCaching().build();
    }

    /**
     * @param step what it was, where a piece of work has several kinds of requests
     * @param location where it sends a browser; empty where it does not
     */
    record Answer(int status, byte[] body, String step, String location) {
        boolean good() {
            return status >= 200 && status < 300;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Answer as(String name) {
            return new Answer(status, body, name, location);
        }

        /** A page that asks once more, as it should: no error, whatever its status. */
        Answer expected(String name) {
            return new Answer(200, body, name, location);
        }
    }

    /** As a proxy on this machine tells whom it asks for; only a product that was told to believe it does. */
    void comesFrom(String address) {
        behind = address;
    }

    /** A page as a browser asks for it; packed, as browsers take it, where {@code packed}. */
    Answer page(String path, boolean packed) throws IOException {
        var get = new HttpGet(origin + path);
        get.setHeader("Accept", "text/html");
        if (packed) get.setHeader("Accept-Encoding", "gzip");
        return send(get);
    }

    Answer json(String path, String token) throws IOException {
        return send(authorised(new HttpGet(origin + path), token));
    }

    Answer post(String path, String token, String json, String key) throws IOException {
        var post = authorised(new HttpPost(origin + path), token);
        post.setHeader("Idempotency-Key", key);
        post.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        return send(post);
    }

    /** Through the form, with its CSRF token, as people do. */
    Door signIn(String login) throws IOException {
        var answer = submit("/access/sign-in", Map.of("login", login, "password", Founding.PASSWORD, "_csrf", csrf("/access/sign-in")));
        if (answer.status() != 302) throw new IOException("Sign-in as " + login + " was answered with " + answer.status() + ": " + answer.text());
        return this;
    }

    /** A form as a browser sends it, its CSRF token among the fields. */
    Answer submit(String path, Map<String, String> fields) throws IOException {
        var post = new HttpPost(origin + path);
        post.setEntity(new StringEntity(encoded(fields), ContentType.APPLICATION_FORM_URLENCODED));
        return send(post);
    }

    /** Part of a form, sent while somebody types; what comes back is put into the page. */
    Answer typing(String path, Map<String, String> fields) throws IOException {
        var post = new HttpPost(origin + path);
        post.setHeader("HX-Request", "true");
        post.setEntity(new StringEntity(encoded(fields), ContentType.APPLICATION_FORM_URLENCODED));
        return send(post);
    }

    /** A file through the form of a page. */
    Answer upload(String path, String name, byte[] file) throws IOException {
        var post = new HttpPost(origin + path);
        post.setEntity(MultipartEntityBuilder.create().setMode(HttpMultipartMode.EXTENDED).addTextBody("_csrf", csrf(path)).addBinaryBody("file", file, ContentType.APPLICATION_OCTET_STREAM, name).build());
        return send(post);
    }

    private String csrf(String path) throws IOException {
        var form = CSRF.matcher(page(path, false).text());
        if (!form.find()) throw new IOException("The form of " + path + " has no CSRF token.");
        return form.group(1);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(f -> f.getKey() + "=" + encoded(f.getValue())).collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static <R extends HttpUriRequestBase> R authorised(R request, String token) {
        request.setHeader("Authorization", "Bearer " + token);
        request.setHeader("Accept", "application/json");
        return request;
    }

    private Answer send(HttpUriRequestBase request) throws IOException {
        if (behind != null) request.setHeader("X-Forwarded-For", behind);
        return client.execute(request, answer -> {
            var entity = answer.getEntity();
            var location = answer.getFirstHeader("Location");
            return new Answer(answer.getCode(), entity == null ? new byte[0] : EntityUtils.toByteArray(entity), "", location == null ? "" : location.getValue());
        });
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
