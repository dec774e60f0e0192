package cn.duban.notices;

import static cn.duban_db.notices.Tables.GATEWAY;
import static cn.duban_db.notices.Tables.MANNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.duban.DubanTest;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import cn.duban.notices.Manner.Choice;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.LinkedMultiValueMap;

/** The pages beside the inbox: how I want to be told, ways out of the house, what left. */
@DubanTest
class NoticePagesTest {

    @Autowired MockMvc http;
    @Autowired DSLContext sql;
    @Autowired Town towns;
    @Autowired Gateways gateways;
    @Autowired Manners manners;
    @Autowired Postman postman;
    @Autowired Posting posting;

    private Town town;
    private Office office;
    private Gate gate;

    @BeforeEach
    void found() throws Exception {
        town = towns.another();
        office = new Office(sql, town, gateways, manners, postman);
        gate = new Gate();
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void keepsAddressesSealedAndShowsTheirEdges() throws Exception {
        var handler = town.as("eco.handle");
        assertThat(post("/notices/choices", "eco.handle", "mail=lin@mc.example", "phone=138 1234-5678", "digest=true", "quietFrom=21:30", "quietTo=06:30", "choice=returned.sms", "choice=commented.mail").getRedirectedUrl())
                .isEqualTo("/notices/choices?saved=true");
        assertThat(page("/notices/choices", "eco.handle")).contains("l***@mc.example", "138****5678", "21:30", "06:30").doesNotContain("lin@mc", "13812345678");
        assertThat(manners.phone(handler.tenant(), handler.person())).contains("13812345678");
        var sealed = sql.selectFrom(MANNER).where(MANNER.TENANT.eq(handler.tenant())).fetchSingle();
        assertThat(new String(sealed.getPhone(), StandardCharsets.ISO_8859_1)).doesNotContain("12345678");
        assertThat(sealed.toString()).doesNotContain("12345678");
        var manner = manners.of(handler.tenant(), handler.person());
        assertThat(manner.toString()).doesNotContain("12345678", "lin@");
        assertThat(manner.chosen()).containsEntry(new Choice(Kind.COMMENTED, Channel.MAIL), true).containsEntry(new Choice(Kind.OWED, Channel.MAIL), false);
        post("/notices/choices", "eco.handle", "forgetPhone=true", "quietFrom=21:30", "quietTo=06:30");
        assertThat(manners.phone(handler.tenant(), handler.person())).isEmpty();
        assertThat(manners.mail(handler.tenant(), handler.person())).as("left empty it stays").contains("lin@mc.example");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        var response = post("/notices/choices", "eco.handle", "mail=lin#mc", "phone=12345", "quietFrom=25", "quietTo=07:00", "choice=merged.mail");
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(text(response)).contains("邮箱地址不对", "手机号码不对", "请填写钟点", "lin#mc", "12345", "value=\"25\"").containsPattern("value=\"merged.mail\" checked");
    }

    @Test
    void letsOnlyAdministratorsSetUpWaysAndNeverShowsASecretAgain() throws Exception {
        assertThat(http.perform(get("/notices/gateways").with(SignedIn.as(town.as("inspect")))).andReturn().getResponse().getStatus()).isEqualTo(403);
        assertThat(http.perform(get("/notices/deliveries").with(SignedIn.as(town.as("inspect")))).andReturn().getResponse().getStatus()).isEqualTo(403);
        assertThat(page("/notices/gateways", "admin")).contains("还没有开通任何渠道", "短信网关", "钉钉机器人");
        var wrong = post("/notices/gateways", "admin", "gateway=0", "kind=SMS", "name=短信", "url=ftp://x", "_active=on");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("请填写以 https:// 或 http:// 开头的地址", "请填写签名密钥", "ftp://x");
        var saved = post("/notices/gateways", "admin", "gateway=0", "kind=SMS", "name=短信", "url=" + gate.url("/sms"), "secret=s3cret-key", "sign=明川督办", "titles=public", "active=true", "_active=on");
        var form = page(saved.getRedirectedUrl(), "admin");
        assertThat(form).contains(gate.url("/sms")).doesNotContain("s3cret-key");
        assertThat(sql.selectFrom(GATEWAY).where(GATEWAY.TENANT.eq(office.tenant())).fetchSingle().toString()).doesNotContain("s3cret-key");
        post("/notices/gateways", "admin", "gateway=1", "kind=SMS", "name=短信二", "url=" + gate.url("/sms2"), "sign=", "titles=public", "_active=on");
        var changed = gateways.of(office.tenant(), 1).orElseThrow();
        assertThat(changed.secret("secret")).as("left empty it stays").isEqualTo("s3cret-key");
        assertThat(changed.active()).isFalse();
        assertThat(text(post("/notices/gateways", "admin", "gateway=0", "kind=SMS", "name=又一个", "url=" + gate.url("/"), "secret=x", "_active=on"))).contains("这种渠道已经有一个");
    }

    @Test
    void testsAWayAndSaysWhatTheOtherSideAnswered() throws Exception {
        office.sms(gate.url("/sms"), Secrecy.PUBLIC);
        assertThat(text(post("/notices/gateways/1/test", "admin", "to=12"))).contains("手机号码不对");
        assertThat(text(post("/notices/gateways/1/test", "admin", "to=13812345678"))).contains("对方收下了测试消息");
        gate.answerNext(422, "{\"accepted\":false,\"reason\":\"signature unknown for 13812345678\"}");
        assertThat(text(post("/notices/gateways/1/test", "admin", "to=13812345678"))).contains("测试消息没有发出去", "signature unknown for 138********").doesNotContain("for 13812345678");
        assertThat(gate.taken).hasSize(2);
        assertThat(page("/notices/deliveries", "admin")).contains("没有记录");
    }

    @Test
    void showsWhatFailedInWordsAndSendsItAgain() throws Exception {
        office.sms(gate.url("/sms"), Secrecy.PUBLIC);
        office.wants("eco.registry", Office.NEVER, Channel.SMS);
        town.anAssignedMeasure();
        office.aMinuteLater();
        gate.answerNext(422, "{\"accepted\":false,\"reason\":\"no credit\"}");
        posting.send(office.tenant());
        var failed = page("/notices/deliveries?state=failed", "admin");
        assertThat(failed).contains("夏青禾 · 短信 · 待办", "no credit", "重发").doesNotContain("河道", "整改〔");
        var row = office.outbox().getFirst();
        assertThat(post("/notices/deliveries/" + row.getId() + "/retry", "admin").getRedirectedUrl()).isEqualTo("/notices/deliveries");
        posting.send(office.tenant());
        assertThat(gate.taken).hasSize(2).extracting(t -> t.headers().get("idempotency-key")).containsOnly(row.getMessage().toString());
        assertThat(page("/notices/deliveries", "admin")).contains("已发");
        assertThat(post("/notices/deliveries/" + row.getId() + "/retry", "admin").getStatus()).isEqualTo(404);
    }

    @Test
    void setsTheWarningFromADayOnAndNeverForThePast() throws Exception {
        assertThat(page("/notices/gateways", "admin")).contains("现在提前 1 个工作日提醒");
        var wrong = post("/notices/gateways/warning", "admin", "days=0", "since=" + town.today().minusDays(1));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("请填写 1 到 20 之间的整数", "请填写今天或者以后的日期");
        post("/notices/gateways/warning", "admin", "days=3", "since=" + town.today().plusDays(1));
        assertThat(page("/notices/gateways", "admin")).contains("现在提前 1 个工作日提醒", "提前 3 个工作日");
        post("/notices/gateways/warning", "admin", "days=2", "since=" + town.today());
        assertThat(page("/notices/gateways", "admin")).contains("现在提前 2 个工作日提醒");
    }

    private MockHttpServletResponse post(String path, String login, String... fields) throws Exception {
        var form = new LinkedMultiValueMap<String, String>();
        for (var field : List.of(fields)) form.add(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        return http.perform(MockMvcRequestBuilders.post(path).params(form).with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String path, String login) throws Exception {
        var response = http.perform(get(path).with(SignedIn.as(town.as(login)))).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return text(response);
    }
}
