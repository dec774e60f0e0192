package cn.duban.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of this house is sent to this machine or to where machines are told their secrets, unless the operator says so. */
class ReachTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "0.0.0.0", "169.254.169.254", "169.254.0.23", "100.100.100.200", "168.63.129.16", "224.0.0.1", "::1", "::", "fe80::1", "fd00:ec2::254", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::1"})
    void forbidsWhatIsNobodyOutside(String address) throws Exception {
        assertThat(Reach.forbidden(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "10.20.30.40", "192.168.1.20", "172.16.0.9", "100.64.1.1", "2001:db8::1", "64:ff9b::808:808"})
    void letsOthersBe(String address) throws Exception {
        assertThat(Reach.forbidden(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/in", "https://localhost:8443/", "http://[::1]:9/", "http://169.254.169.254/latest/meta-data"})
    void saysSoOfAddresses(String address) {
        assertThat(new Reach("").forbids(address)).isTrue();
    }

    @Test
    void letsTheOperatorAllowAHost() {
        var reach = new Reach("sms.inner , 127.0.0.1");
        assertThat(reach.forbids("http://127.0.0.1:8000/")).isFalse();
        assertThat(reach.forbids("http://127.0.0.2:8000/")).isTrue();
    }

    /** What is connected to is what was looked at: not a word arrives. */
    @Test
    void sendsNothingThere() throws Exception {
        var arrived = new AtomicInteger();
        var there = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        there.createContext("/", exchange -> {
            arrived.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        there.start();
        var strict = new JsonPost(new Reach(""));
        var open = new JsonPost(new Reach("localhost"));
        try {
            var address = URI.create("http://localhost:" + there.getAddress().getPort() + "/");
            assertThatThrownBy(() -> strict.post(address, Map.of(), "{}")).isInstanceOf(Reach.Forbidden.class);
            assertThat(arrived).hasValue(0);
            assertThat(open.post(address, Map.of(), "{}").status()).isEqualTo(204);
            assertThat(arrived).hasValue(1);
        } finally {
            strict.destroy();
            open.destroy();
            there.stop(0);
        }
    }
}
