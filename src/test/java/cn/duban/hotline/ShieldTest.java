package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.rating.Service;
import cn.duban.rating.Services;
import cn.duban.units.Directories;
import cn.duban.web.SignedIn;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * A citizen's telephone, name and address are looked for in everything that leaves the house without being owed to whoever reads it: lists, exports,
 * search, notices, pages of the matter, the public's own pages, the log, and every column of every table.
 */
@DubanTest
class ShieldTest {

    static final List<String> OWN = List.of("13787654321", "137 8765 4321", "尤灵均", "石桥路九号二单元", "you.lingjun@citizens.example");

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired Postman postman;
    @Autowired Services services;
    @Autowired cn.duban.rating.Links ratingLinks;
    @Autowired DSLContext sql;

    @Test
    void keepsWhoCalledFromWhoeverNeedNotKnow() throws Exception {
        var town = new Town(cities, directories, ledger, files);
        hotline.opens(town);
        var log = listen();
        var own = Map.of("phone", "137 8765 4321", "name", "尤灵均", "address", "石桥路九号二单元", "mail", "you.lingjun@citizens.example");
        var id = hotline.working(town, own);
        hotline.replied(town, own);
        var draft = UUID.randomUUID();
        http.perform(post("/hotline/calls/" + draft + "/draft").param("phone", "137 8765 4321").param("name", "尤灵均").param("body", "石桥路九号二单元门口").with(SignedIn.as(town.as("hotline.registry"))).with(csrf()));
        http.perform(post("/hotline/calls/" + draft).param("phone", "137 8765 4321x").param("name", "尤灵均").with(SignedIn.as(town.as("hotline.registry"))).with(csrf()));
        http.perform(post("/public/hotline/follow").param("line", "" + town.city.tenant()).param("who", "13787654321").param("code", "AAAAAAAA").with(csrf()));
        postman.deliver(town.city.tenant());
        var pages = new ArrayList<>(List.of("/", "/matters", "/matters?q=8765", "/matters?q=" + URLEncoder.encode("尤灵", StandardCharsets.UTF_8), "/search?q=137", "/search?q=8765", "/notices", "/matters/" + id, "/matters/" + id + "/alikes",
                "/hotline/tickets/" + id + "/contact", "/ledgers", "/figures", "/matters/board", "/matters/timeline"));
        for (var login : List.of("housing.registry", "housing.handle1", "housing", "hotline.registry", "hotline.handle", "inspect", "admin", "vice1", "eco.handle"))
            for (var path : pages) {
                var response = http.perform(get(URI.create(path)).with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
                assertThat(response.getContentAsString(StandardCharsets.UTF_8)).as(path + " for " + login).doesNotContain(OWN);
            }
        for (var export : List.of("/sheets/out/list.xlsx?type=hotline-ticket", "/sheets/out/ledger.xlsx?type=hotline-ticket"))
            for (var login : List.of("housing.registry", "hotline.registry"))
                assertThat(unzipped(http.perform(get(URI.create(export)).with(SignedIn.as(town.as(login)))).andReturn().getResponse().getContentAsByteArray())).as(export).contains("污水井").doesNotContain(OWN);
        ratesBadly(town, own);
        for (var path : List.of("/hotline", "/hotline/callbacks", "/hotline/tickets/" + id, "/hotline/catalogue", "/hotline/figures", "/hotline/answers", "/hotline/knowledge", "/hotline/quality", "/hotline/column", "/ratings", "/ratings/rows?figure=bad", "/public/hotline/answers?q=8765", "/public/hotline/figures.csv?line=" + town.city.tenant(), "/public/ratings?line=" + town.city.tenant()))
            assertThat(http.perform(get(path).with(SignedIn.as(town.as("hotline.handle"))).with(csrf())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).as(path).doesNotContain(OWN);
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage).toList()).as("the log").allSatisfy(line -> assertThat(line).doesNotContain(OWN));
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        assertThat(columns(town.city.tenant())).as("tables that hold it in the clear").isEmpty();
    }

    /** A rater leaves the same telephone, in its place and in what they say. */
    private void ratesBadly(Town town, Map<String, String> own) throws Exception {
        var by = town.as("housing.handle1");
        var service = services.offer(new Service(by.tenant(), UUID.randomUUID(), "公积金提取", by.unit(), by.person(), null, 0, null, Instant.now()));
        http.perform(post(ratingLinks.path(by.tenant(), service)).param("level", "dissatisfied").param("words", "请打13787654321").param("phone", own.get("phone")).with(csrf()));
        postman.deliver(town.city.tenant());
        for (var login : List.of("housing.registry", "housing.handle1", "housing", "hotline.registry", "inspect")) {
            var matters = http.perform(get("/matters?type=bad-rating").with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
            assertThat(matters).as(login).doesNotContain(OWN);
            var found = Pattern.compile("/matters/(\\d+-[0-9a-f-]{36})").matcher(matters);
            if (!found.find()) continue;
            for (var path : List.of("/matters/" + found.group(1), "/ratings/bad/" + found.group(1) + "/rater", "/ratings/rows?figure=bad"))
                assertThat(http.perform(get(path).with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).as(path + " for " + login).doesNotContain(OWN);
        }
    }

    static String unzipped(byte[] workbook) throws IOException {
        var text = new StringBuilder();
        var file = Files.write(Files.createTempFile("list", ".xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
        Files.delete(file);
        return text.toString();
    }

    static ListAppender<ILoggingEvent> listen() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
        return log;
    }

    /** Every table that has rows of a government, read as text. */
    private List<String> columns(int tenant) {
        var tables = sql.fetch("select c.table_schema || '.' || c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name) where c.column_name = 'tenant' and t.table_type = 'BASE TABLE'").map(r -> r.get(0, String.class));
        assertThat(tables).hasSizeGreaterThan(40);
        return tables.stream().filter(table -> OWN.stream().anyMatch(word -> sql.fetchSingle("select count(*) from " + table + " x where x.tenant = " + tenant + " and x::text like '%" + word + "%'").get(0, Integer.class) > 0)).collect(Collectors.toList());
    }
}
