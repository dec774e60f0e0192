package cn.duban.hotline.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import cn.duban.DubanTest;
import cn.duban.hotline.Codes;
import cn.duban.hotline.HotlineFixture;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Town;
import cn.duban.web.SignedIn;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GeoReport v2 as a client meets it that knows nothing but the specification: the fields of its examples and no others, their types, dates with a zone,
 * and every error in its form, in both formats.
 */
@DubanTest
class Open311Test {

    private static final String V2 = "/api/open311/v2";

    /** The names of the specification's examples. */
    private static final List<String> SERVICE = List.of("service_code", "service_name", "description", "metadata", "type", "keywords", "group");
    private static final List<String> ATTRIBUTE = List.of("variable", "code", "datatype", "required", "datatype_description", "order", "description", "values");
    private static final List<String> REQUEST = List.of("service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible", "service_notice", "requested_datetime", "updated_datetime",
            "expected_datetime", "address", "address_id", "zipcode", "lat", "long", "media_url");

    @Autowired MockMvc http;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired HotlineFixture hotline;
    @Autowired Clients clients;
    @Autowired Codes codes;
    @Autowired Personal personal;
    @Autowired Tickets tickets;
    @Autowired org.jooq.DSLContext sql;

    private Town town;
    private String here;
    private String key;

    @BeforeEach
    void aCityOfItsOwn() {
        town = towns.another();
        hotline.opens(town);
        here = "" + town.city.tenant();
        key = clients.issue("市民随手拍", town.as("admin"));
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andReturn().getResponse();
    }

    private JsonNode json(String path, String... more) throws Exception {
        var request = get(V2 + path).param("jurisdiction_id", here);
        for (int i = 0; i < more.length; i += 2) request.param(more[i], more[i + 1]);
        var response = ask(request);
        assertThat(response.getStatus()).as(path + " " + response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(200);
        assertThat(response.getContentType()).isEqualToIgnoringCase("application/json;charset=utf-8");
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }

    private Element xml(String path) throws Exception {
        var response = ask(get(V2 + path).param("jurisdiction_id", here));
        assertThat(response.getStatus()).isEqualTo(200);
        return xml(response);
    }

    private static Element xml(MockHttpServletResponse response) throws Exception {
        assertThat(response.getContentType()).isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(response.getContentAsByteArray())).getDocumentElement();
    }

    private static List<String> children(Element element) {
        var names = new ArrayList<String>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) names.add(child.getNodeName());
        return names;
    }

    private static Element first(Element element, String name) {
        return (Element) element.getElementsByTagName(name).item(0);
    }

    private MockHttpServletRequestBuilder filed(Map<String, String> more) {
        return filed(V2 + "/requests.json", more);
    }

    private MockHttpServletRequestBuilder filed(String path, Map<String, String> more) {
        var request = post(path).contentType("application/x-www-form-urlencoded; charset=utf-8").param("api_key", key).param("jurisdiction_id", here).param("service_code", ServiceList.code("市政设施·路灯"))
                .param("lat", "31.20340001").param("long", "121.456789012345").param("address_string", "云栖路 12 号").param("email", "lu.xiaoman@mingchuan.example").param("device_id", "tt222111").param("account_id", "123456")
                .param("first_name", "小满").param("last_name", "路").param("phone", "13812345678").param("description", "路灯三天不亮，来电 13812345678。").param("media_url", "http://pictures.mingchuan.example/1.jpg")
                .param("attribute[kind]", "request").param("attribute[area]", "云栖街道");
        more.forEach(request::param);
        return request;
    }

    private String number(MockHttpServletResponse response) throws Exception {
        var text = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(200);
        return JsonMapper.shared().readTree(text).get(0).get("service_request_id").asString();
    }

    private static void dated(JsonNode node) {
        assertThat(OffsetDateTime.parse(node.asString()).getOffset().getTotalSeconds()).isEqualTo(8 * 3600);
    }

    @Test
    void tellsWhereItIsAndWhatItSpeaks() throws Exception {
        var json = JsonMapper.shared().readTree(ask(get("/api/open311/discovery.json")).getContentAsByteArray());
        assertThat(json.propertyNames()).containsExactly("changeset", "contact", "key_service", "endpoints");
        var endpoint = json.get("endpoints").get(0);
        assertThat(endpoint.propertyNames()).containsExactly("specification", "url", "changeset", "type", "formats");
        assertThat(endpoint.get("specification").asString()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(endpoint.get("url").asString()).endsWith(V2);
        dated(endpoint.get("changeset"));
        var xml = xml(ask(get("/api/open311/discovery.xml")));
        assertThat(xml.getTagName()).isEqualTo("discovery");
        assertThat(children(first(xml, "endpoint"))).containsExactly("specification", "url", "changeset", "type", "formats");
        assertThat(first(xml, "format").getTextContent()).isEqualTo("text/xml");
    }

    @Test
    void listsAServiceForEveryCategoryAndWhatItAsks() throws Exception {
        var services = json("/services.json");
        assertThat(services).hasSizeGreaterThan(50).allSatisfy(service -> {
            assertThat(service.propertyNames()).containsExactlyElementsOf(SERVICE);
            assertThat(service.get("metadata").isBoolean()).isTrue();
            assertThat(service.get("type").asString()).isEqualTo("realtime");
        });
        assertThat(services.valueStream().map(service -> service.get("service_code").asString())).as("codes tell services apart").doesNotHaveDuplicates().contains("other");
        var code = ServiceList.code("市政设施·路灯");
        assertThat(services.valueStream().filter(service -> service.get("service_code").asString().equals(code)).findFirst().orElseThrow().get("group").asString()).isEqualTo("市政设施");
        var definition = json("/services/" + code + ".json");
        assertThat(definition.propertyNames()).containsExactly("service_code", "attributes");
        assertThat(definition.get("attributes")).isNotEmpty().allSatisfy(attribute -> {
            assertThat(attribute.propertyNames()).containsExactlyElementsOf(ATTRIBUTE);
            assertThat(attribute.get("datatype").asString()).isEqualTo("singlevaluelist");
            assertThat(attribute.get("values")).allSatisfy(value -> assertThat(value.propertyNames()).containsExactly("key", "name"));
        });
        var xml = xml("/services.xml");
        assertThat(xml.getTagName()).isEqualTo("services");
        assertThat(children(first(xml, "service"))).containsExactlyElementsOf(SERVICE);
        var xmlDefinition = xml("/services/" + code + ".xml");
        assertThat(xmlDefinition.getTagName()).isEqualTo("service_definition");
        assertThat(children(first(xmlDefinition, "attribute"))).containsExactlyElementsOf(ATTRIBUTE);
        assertThat(children(first(xmlDefinition, "values"))).contains("value");
    }

    @Test
    void takesTheExampleOfTheSpecificationAsItStandsThere() throws Exception {
        var response = ask(filed(Map.of()));
        var answer = JsonMapper.shared().readTree(response.getContentAsByteArray());
        var number = number(response);
        assertThat(answer.get(0).propertyNames()).containsExactly("service_request_id", "service_notice", "account_id");
        var code = Pattern.compile("查询码 ([2-9A-Z]{8})").matcher(answer.get(0).get("service_notice").asString());
        assertThat(code.find()).as("the code goes back at once").isTrue();
        var ticket = codes.opened(town.city.tenant(), number, code.group(1)).orElseThrow();
        assertThat(personal.of(ticket)).containsEntry(Personal.Kind.NAME, "路小满").containsEntry(Personal.Kind.PHONE, "13812345678").containsEntry(Personal.Kind.MAIL, "lu.xiaoman@mingchuan.example");

        var own = json("/requests/" + number + ".json", "api_key", key).get(0);
        assertThat(own.propertyNames()).containsExactlyElementsOf(REQUEST);
        assertThat(own.get("status").asString()).isEqualTo("open");
        assertThat(own.get("description").asString()).isEqualTo("路灯三天不亮，来电 138********。");
        assertThat(own.get("service_code").asString()).isEqualTo(ServiceList.code("市政设施·路灯"));
        assertThat(own.get("address").asString()).isEqualTo("云栖路 12 号");
        assertThat(own.get("lat").isNumber()).isTrue();
        assertThat(own.get("lat").decimalValue()).isEqualByComparingTo("31.2034");
        assertThat(own.get("long").decimalValue()).isEqualByComparingTo("121.456789");
        assertThat(own.get("media_url").asString()).isEqualTo("http://pictures.mingchuan.example/1.jpg");
        dated(own.get("requested_datetime"));
        dated(own.get("updated_datetime"));

        var xml = xml(ask(filed(V2 + "/requests.xml", Map.of())));
        assertThat(xml.getTagName()).isEqualTo("service_requests");
        assertThat(children(first(xml, "request"))).containsExactly("service_request_id", "service_notice", "account_id");
    }

    /** To the letter, but for key, jurisdiction and service. */
    @Test
    void takesThePostingThatTheSpecificationShows() throws Exception {
        var shown = "lat=37.76524078&long=-122.4212043&address_string=1234+5th+street&email=smit333%40sfgov.edu&device_id=tt222111&account_id=123456&first_name=john&last_name=smith&phone=111111111"
                + "&description=A+large+sinkhole+is+destroying+the+street&media_url=http%3A%2F%2Ffarm3.static.flickr.com%2F2002%2F2212426634_5ed477a060.jpg&attribute[WHISPAWN]=123456&attribute[WHISDORN]=COISL001";
        var request = post(V2 + "/requests.xml").contentType("application/x-www-form-urlencoded; charset=utf-8").param("api_key", key).param("jurisdiction_id", here).param("service_code", "other");
        for (var pair : shown.split("&")) request.param(pair.substring(0, pair.indexOf('=')), URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
        assertThat(xml(ask(request)).getTagName()).isEqualTo("service_requests");
        var ticket = new MatterId(town.city.tenant(), personal.found(town.city.tenant(), Personal.Kind.MAIL, "smit333@sfgov.edu", 2).getFirst());
        assertThat(personal.of(ticket)).containsEntry(Personal.Kind.NAME, "john smith").containsEntry(Personal.Kind.OTHER, "111111111");
    }

    @Test
    void tellsEverybodyNoMoreThanTheTypeDeclaresPublic() throws Exception {
        var number = number(ask(filed(Map.of())));
        var tip = number(ask(filed(Map.of()).param("attribute[confidential]", "true")));
        var open = json("/requests/" + number + ".json").get(0);
        assertThat(open.propertyNames()).containsExactlyElementsOf(REQUEST);
        for (var hidden : List.of("description", "address", "lat", "long", "media_url", "agency_responsible", "expected_datetime")) assertThat(open.get(hidden).isNull()).as(hidden).isTrue();
        assertThat(open.get("service_name").asString()).isEqualTo("路灯");
        assertThat(ask(get(V2 + "/requests/" + tip + ".json").param("jurisdiction_id", here)).getStatus()).as("what is confidential is nobody's").isEqualTo(404);
        assertThat(json("/requests/" + tip + ".json", "api_key", key)).as("but the client's that brought it").hasSize(1);
        var other = clients.issue("另一个程序", town.as("admin"));
        assertThat(json("/requests/" + number + ".json", "api_key", other).get(0).get("description").isNull()).as("another client is everybody").isTrue();
        assertThat(xml("/requests/" + number + ".xml").getElementsByTagName("description").item(0).getTextContent()).isEmpty();
    }

    @Test
    void followsARequestToItsReplyAndItsEnd() throws Exception {
        var number = number(ask(filed(Map.of())));
        var id = only(number);
        ledger.act(id, Act.of("dispatch").role("lead", town.unit("市住建局")).field("category", "市政设施·路灯").field("grade", "usual").due(town.today().plusDays(7)), town.as("hotline.registry"));
        ledger.act(id, Act.of("receive"), town.as("housing.registry"));
        ledger.act(id, Act.of("draft").saying("note", "路灯已换新。"), town.as("housing.handle1"));
        assertThat(json("/requests/" + number + ".json", "api_key", key).get(0).get("status_notes").asString()).as("a draft is nobody's").doesNotContain("路灯已换新");
        ledger.act(id, Act.of("reply"), town.as("housing"));
        var replied = json("/requests/" + number + ".json", "api_key", key).get(0);
        assertThat(replied.get("status").asString()).isEqualTo("open");
        assertThat(replied.get("status_notes").asString()).endsWith("路灯已换新。");
        assertThat(replied.get("agency_responsible").asString()).isEqualTo(town.directory().unitName(town.unit("市住建局")));
        ledger.act(id, Act.of("satisfied").field("pleased", "very"), town.as("hotline.registry"));
        assertThat(json("/requests.json", "service_request_id", number).get(0).get("status").asString()).isEqualTo("closed");
        assertThat(json("/tokens/" + number + ".json").get(0).propertyNames()).containsExactly("service_request_id", "token");
    }

    private MatterId only(String number) {
        return personal.found(town.city.tenant(), Personal.Kind.PHONE, "13812345678", 10).stream().map(id -> new MatterId(town.city.tenant(), id)).filter(id -> numberOf(id).equals(number)).findFirst().orElseThrow();
    }

    private String numberOf(MatterId id) {
        return tickets.find(id).orElseThrow().number();
    }

    @Test
    void listsByNumberServiceDayAndStatus() throws Exception {
        var lamp = number(ask(filed(Map.of())));
        var again = ask(filed(Map.of()).header("Idempotency-Key", "41"));
        var drain = number(again);
        assertThat(number(ask(filed(Map.of()).header("Idempotency-Key", "41")))).as("the same posting once more").isEqualTo(drain);
        assertThat(numbers(json("/requests.json"))).containsExactlyInAnyOrder(lamp, drain);
        assertThat(numbers(json("/requests.json", "service_request_id", lamp + "," + drain, "status", "closed"))).as("numbers override everything else").containsExactlyInAnyOrder(lamp, drain);
        assertThat(numbers(json("/requests.json", "service_code", ServiceList.code("市政设施·路灯") + ",other"))).hasSize(2);
        assertThat(json("/requests.json", "service_code", "nothing")).isEmpty();
        assertThat(json("/requests.json", "status", "closed")).isEmpty();
        assertThat(json("/requests.json", "start_date", "2020-01-01T00:00:00Z")).as("ninety days from then on").isEmpty();
        assertThat(json("/requests.json", "start_date", "", "status", "")).as("an empty argument is none").hasSize(2);
        assertThat(json("/requests.json", "page_size", "1", "page", "2")).hasSize(1);
    }

    private static TreeSet<String> numbers(JsonNode requests) {
        var numbers = new TreeSet<String>();
        requests.forEach(request -> numbers.add(request.get("service_request_id").asString()));
        return numbers;
    }

    @Test
    void takesJsonAsWellAndEveryFormOfAttributes() throws Exception {
        for (var attributes : List.of("\"attribute\": {\"kind\": \"enquiry\"}", "\"attribute[kind]\": \"enquiry\"", "\"attributes\": [{\"code\": \"kind\", \"value\": \"enquiry\"}]")) {
            var number = number(ask(post(V2 + "/requests.json").contentType(MediaType.APPLICATION_JSON).content("""
                    {"api_key": "%s", "jurisdiction_id": %s, "service_code": "other", "lat": 31.2, "long": 121.4, %s}""".formatted(key, here, attributes))));
            assertThat(json("/requests/" + number + ".json", "api_key", key).get(0).get("description").asString()).as("without a description there is the place").contains("31.200000,121.400000");
        }
    }

    @Test
    void saysEveryErrorInTheFormOfTheSpecification() throws Exception {
        for (var end : List.of(".json", ".xml")) {
            fault(403, end, post(V2 + "/requests" + end).param("jurisdiction_id", here), "api_key");
            fault(403, end, post(V2 + "/requests" + end).param("api_key", "xyz").param("jurisdiction_id", here), "api_key");
            fault(404, end, get(V2 + "/services" + end).param("jurisdiction_id", "city.gov"), "city.gov");
            fault(404, end, get(V2 + "/services/nothing" + end).param("jurisdiction_id", here), "nothing");
            fault(404, end, get(V2 + "/requests/0-0" + end).param("jurisdiction_id", here), "0-0");
            fault(404, end, get(V2 + "/tokens/0-0" + end).param("jurisdiction_id", here), "0-0");
            fault(404, end, get("/api/open311/v3/services" + end), "没有这个地址");
            fault(405, end, request(HttpMethod.DELETE, V2 + "/requests" + end), "DELETE");
            fault(405, end, post(V2 + "/services" + end), "POST");
            fault(400, end, post(V2 + "/requests" + end).param("api_key", key).param("jurisdiction_id", here), "service_code");
            fault(404, end, post(V2 + "/requests" + end).param("api_key", key).param("jurisdiction_id", here).param("service_code", "nothing"), "nothing");
            fault(400, end, post(V2 + "/requests" + end).param("api_key", key).param("jurisdiction_id", here).param("service_code", "other"), "address_string");
            fault(400, end, post(V2 + "/requests" + end).param("api_key", key).param("jurisdiction_id", here).param("service_code", "other").param("lat", "91").param("long", "0"), "91");
            fault(400, end, post(V2 + "/requests" + end).param("api_key", key).param("jurisdiction_id", here).param("service_code", "other").param("address_string", "云栖路").param("attribute[area]", "月球"), "area");
            fault(400, end, post(V2 + "/requests" + end).contentType(MediaType.APPLICATION_JSON).content("{"), "JSON");
            fault(400, end, get(V2 + "/requests" + end).param("jurisdiction_id", here).param("status", "late"), "late");
            fault(400, end, get(V2 + "/requests" + end).param("jurisdiction_id", here).param("start_date", "2026-01-01"), "start_date");
            fault(400, end, get(V2 + "/requests" + end).param("jurisdiction_id", here).param("start_date", "2026-01-01T00:00:00Z").param("end_date", "2026-06-01T00:00:00Z"), "90");
        }
        fault(400, ".xml", get(V2 + "/services"), ".json");
        fault(400, ".json", post(V2 + "/requests.json").param("api_key", key).param("jurisdiction_id", here).param("service_code", "other").param("lat", "x").param("long", "y").param("description", "字".repeat(4001)), "4000");
        var other = towns.another();
        hotline.opens(other);
        fault(400, ".json", get(V2 + "/services.json"), "jurisdiction_id");
        fault(403, ".json", post(V2 + "/requests.json").param("api_key", key).param("jurisdiction_id", "" + other.city.tenant()), "jurisdiction_id");
    }

    private void fault(int status, String end, MockHttpServletRequestBuilder request, String said) throws Exception {
        var response = ask(request);
        var text = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(status);
        if (end.equals(".json")) {
            assertThat(response.getContentType()).isEqualToIgnoringCase("application/json;charset=utf-8");
            var errors = JsonMapper.shared().readTree(text);
            assertThat(errors.isArray()).isTrue();
            assertThat(errors).isNotEmpty().allSatisfy(error -> {
                assertThat(error.propertyNames()).containsExactly("code", "description");
                assertThat(error.get("code").asInt()).isEqualTo(status);
            });
        } else {
            var errors = xml(response);
            assertThat(errors.getTagName()).isEqualTo("errors");
            assertThat(children(errors)).containsOnly("error");
            assertThat(children(first(errors, "error"))).containsExactly("code", "description");
            assertThat(first(errors, "code").getTextContent()).isEqualTo("" + status);
        }
        assertThat(text).contains(said);
    }

    @Test
    void showsAKeyOnceAndRevokesItForGood() throws Exception {
        var shown = http.perform(post("/hotline/settings/open311").param("name", "街道平台").with(SignedIn.as(town.as("admin"))).with(csrf())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        var issued = Pattern.compile("o311_" + here + "_[\\w-]{43}").matcher(shown);
        assertThat(issued.find()).isTrue();
        assertThat(clients.of(issued.group())).isPresent();
        var page = http.perform(get("/hotline/settings/open311").with(SignedIn.as(town.as("admin")))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("街道平台").doesNotContain(issued.group());
        assertThat(http.perform(post("/hotline/settings/open311/2/revoke").with(SignedIn.as(town.as("admin"))).with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(302);
        assertThat(clients.of(issued.group())).isEmpty();
        assertThat(http.perform(get("/hotline/settings/open311").with(SignedIn.as(town.as("hotline.registry")))).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void walksNoFurtherThanItSays() throws Exception {
        var response = ask(get(V2 + "/requests.json").param("jurisdiction_id", here).param("page", "11"));
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("start_date", "10000");
        assertThat(json("/requests.json", "page", "10")).isEmpty();
    }

    @Test
    void keepsWhatIsTooMuchForTheDeskAndSaysItsNumberLater() throws Exception {
        sql.execute("insert into hotline.arrival (tenant, source, digest, became, matter, at) select ?, ?, decode(md5(i::text) || md5(i::text), 'hex'), 'ticket', gen_random_uuid(), now() from generate_series(1, 1000) i", town.city.tenant(), clients.of(key).orElseThrow().source());
        var asked = post(V2 + "/requests.json").param("jurisdiction_id", here).param("api_key", key).param("service_code", json("/services.json").get(0).get("service_code").asString()).param("lat", "31.2").param("long", "121.4").param("description", "云栖路路灯三天不亮").header("Idempotency-Key", "one");
        var held = JsonMapper.shared().readTree(ask(asked).getContentAsByteArray()).get(0);
        assertThat(held.has("service_request_id")).isFalse();
        var token = held.get("token").asString();
        assertThat(json("/tokens/" + token + ".json").get(0).get("service_request_id").isNull()).isTrue();
        assertThat(ask(get(V2 + "/tokens/" + java.util.UUID.randomUUID() + ".json").param("jurisdiction_id", here)).getStatus()).isEqualTo(404);
        assertThat(JsonMapper.shared().readTree(ask(asked).getContentAsByteArray()).get(0).get("token").asString()).as("sent once more").isEqualTo(token);
        var page = ask(get("/hotline/held").with(SignedIn.as(town.as("hotline.registry")))).getContentAsString(StandardCharsets.UTF_8);
        var which = Pattern.compile("name=\"key\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(which.find()).isTrue();
        assertThat(ask(post("/hotline/held/taking").param("until", "" + Instant.now()).param("source", clients.of(key).orElseThrow().source()).param("key", which.group(1)).with(SignedIn.as(town.as("hotline.registry"))).with(csrf())).getStatus()).isEqualTo(302);
        var number = json("/tokens/" + token + ".json").get(0).get("service_request_id").asString();
        assertThat(json("/requests/" + number + ".json", "api_key", key).get(0).get("description").asString()).isEqualTo("云栖路路灯三天不亮");
        assertThat(JsonMapper.shared().readTree(ask(asked).getContentAsByteArray()).get(0).get("service_request_id").asString()).isEqualTo(number);
    }
}
