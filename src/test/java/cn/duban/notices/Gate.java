package cn.duban.notices;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The other side of a gateway over HTTP: keeps what it was sent and answers as it is told to. */
final class Gate implements AutoCloseable {

    record Taken(String path, String query, Map<String, String> headers, String body) {}

    private record Reply(int status, String body) {}

    final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Reply> replies = new ConcurrentLinkedDeque<>();
    private final HttpServer server;
    private volatile CountDownLatch holding = new CountDownLatch(0);

    Gate() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Once, before it goes back to saying yes. */
    void answerNext(int status, String body) {
        replies.add(new Reply(status, body));
    }

    /** Takes messages and answers none of them. */
    void hold() {
        holding = new CountDownLatch(1);
    }

    void release() {
        holding.countDown();
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders().entrySet().stream().collect(Collectors.toMap(e -> e.getKey().toLowerCase(java.util.Locale.ROOT), e -> e.getValue().getFirst()));
        taken.add(new Taken(exchange.getRequestURI().getPath(), String.valueOf(exchange.getRequestURI().getRawQuery()), headers, body));
        try {
            holding.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var reply = replies.isEmpty() ? new Reply(200, "{\"accepted\":true,\"errcode\":0,\"errmsg\":\"ok\"}") : replies.poll();
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
