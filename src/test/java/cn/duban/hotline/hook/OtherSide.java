package cn.duban.hotline.hook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever takes texts and answers outside: says yes to everything, and keeps it. */
class OtherSide implements AutoCloseable {

    final List<JsonNode> arrived = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer there;

    OtherSide() throws IOException {
        there = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        there.createContext("/", exchange -> {
            arrived.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
            var yes = "{\"accepted\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, yes.length);
            exchange.getResponseBody().write(yes);
            exchange.close();
        });
        there.start();
    }

    String url() {
        return "http://127.0.0.1:" + there.getAddress().getPort() + "/in";
    }

    /** What the last one said. */
    String last() {
        return arrived.getLast().get("text").asString();
    }

    @Override
    public void close() {
        there.stop(0);
    }
}
