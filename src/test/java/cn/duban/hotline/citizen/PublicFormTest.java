package cn.duban.hotline.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import cn.duban.DubanTest;
import cn.duban.hotline.Codes;
import cn.duban.hotline.HotlineFixture;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.channel.Arrivals;
import cn.duban.hotline.channel.Arrivals.Message;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** The public form takes photographs and a point, and neither a flood nor a program. */
@DubanTest
class PublicFormTest {

    private static final byte[] PICTURE = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Autowired MockMvc http;
    @Autowired Town towns;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired Arrivals arrivals;
    @Autowired Codes codes;

    private Town town;

    @BeforeEach
    void aCityOfItsOwn() {
        town = towns.another();
        hotline.opens(town);
    }

    private MockHttpServletResponse report(UUID id, String from, String point, MockMultipartFile... files) throws Exception {
        var request = multipart("/public/hotline/report");
        for (var file : files) request.file(file);
        request.param("line", "" + town.city.tenant()).param("id", id.toString()).param("kind", "complaint").param("area", "云栖街道").param("body", "云栖路十二号门前污水井堵了三天。").param("point", point);
        return http.perform(request.header("X-Forwarded-For", "203.0.113." + Math.abs(id.hashCode() % 250)).with(csrf()).with(sent -> {
            sent.setRemoteAddr(from);
            return sent;
        })).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private Optional<Ticket> ticket(UUID form) {
        return tickets.find(new MatterId(town.city.tenant(), arrivals.id(Message.of(town.city.tenant(), "web", form.toString(), null))));
    }

    @Test
    void givesNobodyTheCodeWhoKnowsOnlyTheTicket() throws Exception {
        var replied = hotline.replied(town, Map.of());
        var code = hotline.code(replied);
        var answered = report(replied.id(), "198.51.100.12", "");
        assertThat(text(answered)).as("another report, of whoever sent it").doesNotContain(tickets.find(replied).orElseThrow().number());
        assertThat(codes.opened(town.city.tenant(), tickets.find(replied).orElseThrow().number(), code)).as("the caller's own code opens it still").contains(replied);
    }

    @Test
    void countsWhatCameToNothingBeforeItKeepsAFile() throws Exception {
        var photo = new MockMultipartFile("files", "井盖.png", "image/png", PICTURE);
        var program = new MockMultipartFile("files", "程序.exe", "application/octet-stream", "MZ\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < 30; i++) assertThat(report(UUID.randomUUID(), "198.51.100.11", "", photo, program).getStatus()).isEqualTo(422);
        assertThat(report(UUID.randomUUID(), "198.51.100.11", "", photo, program).getStatus()).isEqualTo(429);
    }

    @Test
    void takesAPhotographAndAPoint() throws Exception {
        var id = UUID.randomUUID();
        var photo = new MockMultipartFile("files", "井盖 13812345678.png", "image/png", PICTURE);
        assertThat(report(id, "198.51.100.7", "31.2034，121.4567", photo).getStatus()).isEqualTo(200);
        assertThat(report(id, "198.51.100.7", "31.2034，121.4567", photo).getStatus()).as("sent twice").isEqualTo(200);
        var ticket = ticket(id).orElseThrow();
        assertThat(ticket.field("point")).isEqualTo("31.203400,121.456700");
        assertThat(ticket.done().stream().filter(done -> done.act().equals("supplement"))).hasSize(1);
        assertThat(http.perform(get("/matters/" + ticket.id()).with(SignedIn.as(town.as("hotline.registry")))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("井盖 138********.png");
    }

    @Test
    void saysWhichFileItDoesNotTakeAndKeepsWhatWasTyped() throws Exception {
        var id = UUID.randomUUID();
        var refused = report(id, "198.51.100.8", "", new MockMultipartFile("files", "程序.exe", "application/octet-stream", "MZ\0\0\0".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("程序.exe", "污水井堵了三天");
        assertThat(report(id, "198.51.100.8", "91,0").getStatus()).isEqualTo(422);
        assertThat(ticket(id)).isEmpty();
        var six = new MockMultipartFile[6];
        for (int i = 0; i < 6; i++) six[i] = new MockMultipartFile("files", i + ".png", "image/png", PICTURE);
        assertThat(text(report(id, "198.51.100.8", "", six))).contains("最多 5 个");
    }

    @Test
    void listensToOneAddressNoMoreThanItCanMean() throws Exception {
        for (int i = 0; i < 30; i++) assertThat(report(UUID.randomUUID(), "198.51.100.9", "").getStatus()).isEqualTo(200);
        var crowded = report(UUID.randomUUID(), "198.51.100.9", "");
        assertThat(crowded.getStatus()).as("a header that anybody can write changes nothing").isEqualTo(429);
        assertThat(text(crowded)).contains("污水井堵了三天", "12345");
        assertThat(report(UUID.randomUUID(), "198.51.100.10", "").getStatus()).as("others are heard").isEqualTo(200);
    }
}
