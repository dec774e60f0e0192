package cn.duban.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.units.Tenants;
import jakarta.servlet.FilterChain;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

/** While a government is being entered everybody waits on one page, and nobody founds another. */
@DubanTest
class PreparingTest {

    @Autowired Tenants tenants;
    @Autowired Accounts accounts;
    @Autowired Roster roster;
    @Autowired Sessions sessions;

    private final AtomicBoolean underWay = new AtomicBoolean(true);

    private FirstRun firstRun() {
        Preparing room = underWay::get;
        return new FirstRun(tenants, accounts, new ObjectProvider<>() {
            @Override
            public Stream<Preparing> stream() {
                return Stream.of(room);
            }
        });
    }

    @Test
    void letsEverybodyWaitUntilItIsEntered() throws Exception {
        var firstRun = firstRun();
        assertThat(visited(firstRun, "/").getRedirectedUrl()).isEqualTo("/first-run");
        var response = new MockHttpServletResponse();
        var page = new FirstRunController(firstRun, roster, sessions).ask(response, new ExtendedModelMap());
        assertThat(page).isEqualTo("access/preparing");
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Refresh")).endsWith("url=/");
        underWay.set(false);
        assertThat(visited(firstRun, "/").getRedirectedUrl()).isNull();
    }

    private static MockHttpServletResponse visited(FirstRun firstRun, String path) throws Exception {
        var response = new MockHttpServletResponse();
        FilterChain rest = (request, answer) -> {};
        new DetourFilter(firstRun).doFilter(new MockHttpServletRequest("GET", path), response, rest);
        return response;
    }
}
