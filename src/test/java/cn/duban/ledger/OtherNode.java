package cn.duban.ledger;

import cn.duban.Duban;
import cn.duban.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A second node of the installation: another application on the same PostgreSQL, with memory, doors and a clock of its own. */
final class OtherNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    OtherNode() {
        context = new SpringApplicationBuilder(Duban.class, OwnClock.class).initializers(new TestDatabase()).run("--server.port=0", "--server.address=127.0.0.1");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OwnClock {

        @Bean
        @Primary
        Clock hands() {
            return new Hands();
        }
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    Hands clock() {
        return (Hands) context.getBean(Clock.class);
    }

    /** What its door answers to the cookie of a session, redirects not followed. */
    HttpResponse<String> get(String path, String session) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var port = context.getEnvironment().getRequiredProperty("local.server.port");
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Cookie", "duban=" + session).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
