package cn.duban.notices;

import static cn.duban_db.notices.Tables.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import cn.duban_db.notices.tables.records.DeliveryRecord;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What really arrives at a mail server and at gateways: once, to whom it is for, and no title that may not leave. */
@DubanTest
class PostingTest {

    @Autowired DSLContext sql;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired Gateways gateways;
    @Autowired Manners manners;
    @Autowired Postman postman;
    @Autowired Posting posting;
    @Autowired Inbox inbox;

    private GreenMail mails;
    private Gate gate;
    private Town town;
    private Office office;

    @BeforeEach
    void open() throws IOException {
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        gate = new Gate();
        town = towns.another();
        office = new Office(sql, town, gateways, manners, postman);
        office.mail(mails.getSmtp().getPort(), Secrecy.INTERNAL);
        office.sms(gate.url("/sms"), Secrecy.PUBLIC);
    }

    @AfterEach
    void close() {
        mails.stop();
        gate.close();
    }

    @Test
    void bringsAMailAndATextOnce() throws Exception {
        office.wants("eco.registry", Office.NEVER, Channel.MAIL, Channel.SMS);
        var id = town.anAssignedMeasure();
        office.aMinuteLater();
        send();
        send();
        var mail = mailTo("eco.registry");
        assertThat(mail.getSubject()).startsWith("〔督办〕待办：整改〔").endsWith("整治河道乱倒垃圾");
        assertThat(plain(mail)).contains("[待办] 整改〔", "交办 · ", "祁正言", "期限 ");
        assertThat(html(mail)).contains("<li><strong>待办 ", "整治河道乱倒垃圾");
        assertThat(mail.getFrom()[0].toString()).contains("duban@mingchuan.example");
        assertThat(gate.taken).singleElement().satisfies(text -> {
            var said = JsonMapper.shared().readTree(text.body());
            assertThat(said.get("phone").asString()).matches("139\\d{8}");
            assertThat(said.get("sign").asString()).isEqualTo("明川督办");
            assertThat(said.get("text").asString()).startsWith("督办通知：待办：整改〔").doesNotContain("河道");
            assertThat(text.headers().get("idempotency-key")).isEqualTo(said.get("message").asString());
            assertThat(text.headers().get("x-duban-signature")).isEqualTo(HexFormat.of().formatHex(HttpSmsGateway.signature("between us", text.headers().get("x-duban-timestamp") + "\n" + text.body())));
        });
        assertThat(office.outbox()).hasSize(2).allMatch(row -> row.getState().equals("sent") && row.getAttempts() == 1);
        assertThat(sql.fetchCount(DELIVERY, DELIVERY.TENANT.eq(id.tenant()), DELIVERY.ANSWER.contains("eco.registry@"))).as("addresses stay out of the record").isZero();
    }

    @Test
    void gathersWhatComesWithinAMinuteIntoOneMessage() throws Exception {
        office.wants("eco.registry", Office.NEVER, Channel.MAIL, Channel.SMS);
        for (int i = 0; i < 4; i++) town.anAssignedMeasure();
        office.aMinuteLater();
        send();
        assertThat(mailTo("eco.registry").getSubject()).isEqualTo("〔督办〕4 条新通知");
        assertThat(gate.taken).singleElement().satisfies(text -> assertThat(text.body()).contains("您有 4 条督办通知"));
        assertThat(office.outbox()).hasSize(8).allMatch(row -> row.getState().equals("sent")).extracting(DeliveryRecord::getMessage).as("one number a message").hasSize(8);
        assertThat(office.outbox().stream().map(DeliveryRecord::getMessage).distinct()).hasSize(2);
    }

    @Test
    void letsNoTitleLeaveThatWasMadeSecretMeanwhile() throws Exception {
        office.wants("eco.registry", Office.NEVER, Channel.MAIL);
        office.wants("vice1", Office.NEVER, Channel.MAIL);
        var secret = town.anAssignedMeasure();
        var named = town.anAssignedMeasure();
        postman.deliver(office.tenant());
        ledger.act(secret, Act.of("classify").saying("secrecy", "work_secret").saying("reason", "涉及工作秘密"), town.as("inspect1"));
        ledger.act(named, Act.of("classify").saying("secrecy", "named_persons").saying("reason", "涉及个人"), town.as("inspect1"));
        office.aMinuteLater();
        send();
        assertThat(mails.getReceivedMessages()).hasSize(2).allSatisfy(mail -> assertThat(GreenMailUtil.getWholeMessage(mail) + plain(mail) + html(mail) + mail.getSubject()).doesNotContain("河道"));
        assertThat(plain(mailTo("eco.registry"))).contains("整改〔").doesNotContain("限定知悉范围");
        assertThat(plain(mailTo("vice1"))).contains("一件限定知悉范围的事项");
        assertThat(office.outbox()).filteredOn(row -> row.getState().equals("dropped")).singleElement().satisfies(row -> assertThat(row.getAnswer()).isEqualTo("notices.answer.unseen"));
    }

    @Test
    void waitsForTheEndOfQuietHours() {
        var zone = town.directory().zone();
        var now = LocalTime.now(zone);
        office.wants("eco.registry", new QuietHours(now.minusHours(1), now.plusHours(2)), Channel.MAIL);
        town.anAssignedMeasure();
        office.aMinuteLater();
        send();
        assertThat(mails.getReceivedMessages()).isEmpty();
        office.hoursLater();
        send();
        assertThat(mails.getReceivedMessages()).as("claimed in quiet hours it is put back").isEmpty();
        assertThat(office.outbox()).singleElement().satisfies(row -> {
            assertThat(row.getState()).isEqualTo("pending");
            assertThat(row.getAttempts()).isZero();
            assertThat(Duration.between(row.getMadeAt(), row.getNotBefore())).isBetween(Duration.ofMinutes(100), Duration.ofMinutes(121));
        });
    }

    @Test
    void tellsNobodyWhatTheyReadMeanwhileOrWantNoLonger() {
        office.wants("eco.registry", Office.NEVER, Channel.MAIL);
        office.wants("housing.registry", Office.NEVER, Channel.MAIL);
        town.anAssignedMeasure();
        office.aMinuteLater();
        var registry = town.as("eco.registry");
        inbox.readAll(inbox.page(registry, true, null, null, 1).rows().getFirst().id(), null, registry);
        office.wants("housing.registry", Office.NEVER);
        send();
        assertThat(mails.getReceivedMessages()).isEmpty();
        assertThat(office.outbox()).extracting(DeliveryRecord::getAnswer).containsExactlyInAnyOrder("notices.answer.read", "notices.answer.unwanted");
    }

    @Test
    void triesAgainWithGrowingPausesUnderTheSameNumber() {
        office.wants("eco.registry", Office.NEVER, Channel.SMS);
        town.anAssignedMeasure();
        office.aMinuteLater();
        gate.answerNext(503, "{\"reason\":\"busy, call 13812345678\"}");
        gate.answerNext(429, "slow down");
        for (int i = 0; i < 3; i++) {
            send();
            office.hoursLater();
        }
        send();
        assertThat(gate.taken).hasSize(3).extracting(t -> t.headers().get("idempotency-key")).containsOnly(gate.taken.getFirst().headers().get("idempotency-key"));
        assertThat(office.outbox()).singleElement().satisfies(row -> {
            assertThat(row.getState()).isEqualTo("sent");
            assertThat(row.getAttempts()).isEqualTo(3);
        });
    }

    @Test
    void givesUpAfterSixAttemptsAndKeepsWhatWasAnswered() {
        office.wants("eco.registry", Office.NEVER, Channel.SMS);
        town.anAssignedMeasure();
        office.aMinuteLater();
        for (int i = 0; i < 8; i++) {
            gate.answerNext(503, "call 13812345678");
            send();
            office.hoursLater();
        }
        assertThat(gate.taken).hasSize(6);
        assertThat(office.outbox()).singleElement().satisfies(row -> {
            assertThat(row.getState()).isEqualTo("failed");
            assertThat(row.getAnswer()).isEqualTo("HTTP 503 call 138********");
        });
    }

    @Test
    void leavesAWayThatDoesNotAnswerToTheNextRoundAndLosesNothing() {
        office.wants("eco.registry", Office.NEVER, Channel.MAIL, Channel.SMS);
        office.wants("housing.registry", Office.NEVER, Channel.MAIL, Channel.SMS);
        var port = mails.getSmtp().getPort();
        mails.stop();
        town.anAssignedMeasure();
        office.aMinuteLater();
        send();
        assertThat(gate.taken).as("texts are not held up").hasSize(2);
        assertThat(office.outbox()).filteredOn(row -> row.getChannel().equals("mail")).allMatch(row -> row.getState().equals("pending")).extracting(DeliveryRecord::getAttempts).containsExactlyInAnyOrder(0, 1);
        mails = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        office.hoursLater();
        send();
        assertThat(mails.getReceivedMessages()).hasSize(2);
    }

    @Test
    void sendsAgainUnderTheSameNumberWhatWasCutShortAndLeavesRobotsAlone() throws Exception {
        office.wants("eco.registry", Office.NEVER, Channel.MAIL, Channel.SMS, Channel.ROBOT);
        office.robot(Gateway.Kind.WECOM, "市生态环境局", gate.url("/cgi-bin/webhook/send?key=k"), "");
        town.anAssignedMeasure();
        office.aMinuteLater();
        send();
        // as a node leaves them that is killed after the other side took the message and before it says so
        sql.update(DELIVERY).set(DELIVERY.STATE, "sending").set(DELIVERY.CLAIMED_AT, DELIVERY.MADE_AT.minus(new org.jooq.types.DayToSecond(0, 0, 6))).where(DELIVERY.TENANT.eq(office.tenant())).execute();
        send();
        assertThat(Arrays.stream(mails.getReceivedMessages()).map(PostingTest::number).distinct()).hasSize(1);
        assertThat(mails.getReceivedMessages()).hasSize(2);
        assertThat(gate.taken).filteredOn(t -> t.path().equals("/sms")).hasSize(2).extracting(t -> t.headers().get("idempotency-key")).containsOnly(gate.taken.stream().filter(t -> t.path().equals("/sms")).findFirst().orElseThrow().headers().get("idempotency-key"));
        assertThat(gate.taken).filteredOn(t -> t.path().startsWith("/cgi-bin")).hasSize(1);
        assertThat(office.outbox()).filteredOn(row -> row.getChannel().equals("robot")).singleElement().satisfies(row -> {
            assertThat(row.getState()).isEqualTo("failed");
            assertThat(row.getAnswer()).isEqualTo("notices.answer.unknown");
        });
    }

    @Test
    void tellsAGroupOnceHoweverManyOfItChoseIt() throws Exception {
        office.robot(Gateway.Kind.WECOM, "市生态环境局", gate.url("/cgi-bin/webhook/send?key=k"), "");
        office.robot(Gateway.Kind.DINGTALK, "市生态环境局", gate.url("/robot/send?access_token=t"), "SEC1");
        for (var login : List.of("eco.registry", "eco.handle", "eco.handle2")) office.wants(login, Office.NEVER, Channel.ROBOT);
        var id = town.anAssignedMeasure();
        postman.deliver(id.tenant());
        ledger.act(id, Act.of("receive"), town.as("eco.registry"));
        office.aMinuteLater();
        send();
        assertThat(gate.taken).hasSize(2);
        var wecom = gate.taken.stream().filter(t -> t.path().equals("/cgi-bin/webhook/send")).findFirst().orElseThrow();
        var said = JsonMapper.shared().readTree(wecom.body());
        assertThat(said.get("msgtype").asString()).isEqualTo("text");
        assertThat(said.get("text").get("content").asString()).contains("〔督办〕", "生态环境局", "整改〔", "2 条").doesNotContain("河道", "林晚照");
        var dingtalk = gate.taken.stream().filter(t -> t.path().equals("/robot/send")).findFirst().orElseThrow();
        var timestamp = dingtalk.query().replaceAll(".*timestamp=(\\d+).*", "$1");
        var sign = java.net.URLEncoder.encode(java.util.Base64.getEncoder().encodeToString(HttpSmsGateway.signature("SEC1", timestamp + "\nSEC1")), StandardCharsets.UTF_8);
        assertThat(dingtalk.query()).isEqualTo("access_token=t&timestamp=" + timestamp + "&sign=" + sign);
    }

    private void send() {
        posting.send(office.tenant());
    }

    private static String number(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MimeMessage mailTo(String login) throws Exception {
        for (var mail : mails.getReceivedMessages()) if (mail.getAllRecipients()[0].toString().equals(office.address(login))) return mail;
        throw new AssertionError("no mail to " + login);
    }

    static String plain(MimeMessage mail) throws Exception {
        return part(mail, "text/plain");
    }

    static String html(MimeMessage mail) throws Exception {
        return part(mail, "text/html");
    }

    private static String part(jakarta.mail.Part part, String type) throws Exception {
        if (part.isMimeType(type)) return part.getContent().toString();
        if (part.getContent() instanceof Multipart parts)
            for (int i = 0; i < parts.getCount(); i++) {
                var found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) return found;
            }
        return "";
    }
}
