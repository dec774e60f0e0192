package cn.duban.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DubanTest
class StreamTest {

    @Autowired MockMvc http;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired Postman postman;
    @Autowired Streams streams;
    @Autowired Inbox inbox;

    @Test
    void tellsTheCountAtOnceAndWheneverItChanges() throws Exception {
        var town = towns.another();
        var id = town.anAssignedMeasure();
        postman.deliver(id.tenant());
        var registry = town.as("eco.registry");
        var response = http.perform(get("/notices/stream").with(SignedIn.as(registry))).andExpect(request().asyncStarted()).andReturn().getResponse();
        assertThat(response.getContentType()).startsWith("text/event-stream");
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("event:count", "\"count\":\"1\"", "通知：1 条未读");
        ledger.act(id, Act.of("comment").saying("note", "请抓紧签收"), town.as("inspect"));
        postman.deliver(id.tenant());
        streams.round();
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("\"count\":\"2\"");
        inbox.readAll(inbox.page(registry, true, null, null, 1).rows().getFirst().id(), null, registry);
        streams.round();
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("\"count\":\"\"", "通知：没有未读");
    }
}
