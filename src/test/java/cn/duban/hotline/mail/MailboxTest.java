package cn.duban.hotline.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.hotline.Codes;
import cn.duban.hotline.HotlineFixture;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.channel.Courier;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.ledger.Verifier;
import cn.duban.web.SignedIn;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The mailbox over a real server of mail: sent by SMTP, read by IMAP, answered by SMTP. */
@DubanTest
class MailboxTest {

    private static final String MAYOR = "mayor@mingchuan.example";
    private static final String CITIZEN = "lu.xiaoman@citizens.example";
    private static final Pattern CODE = Pattern.compile("工单号 (\\S+)，查询码 ([2-9A-Z]{8})");

    @Autowired MockMvc http;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired HotlineFixture hotline;
    @Autowired MailRound round;
    @Autowired Mailboxes mailboxes;
    @Autowired Courier courier;
    @Autowired Postman postman;
    @Autowired Codes codes;
    @Autowired Tickets tickets;
    @Autowired Personal personal;
    @Autowired Verifier verifier;
    @Autowired DSLContext sql;

    private GreenMail server;
    private GreenMailUser mayor;
    private Town town;
    private int tenant;

    @BeforeEach
    void aMailbox() throws Exception {
        server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
        server.start();
        mayor = server.setUser(MAYOR, "mayor", "between us");
        town = towns.another();
        tenant = town.city.tenant();
        hotline.opens(town);
        reads();
    }

    /** The mailbox is read, and mail leaves. */
    private void reads() throws Exception {
        assertThat(status(post("/notices/gateways").param("gateway", "0").param("kind", "MAIL").param("name", "明川热线").param("host", "127.0.0.1").param("port", "" + server.getSmtp().getPort()).param("security", "none").param("sender", "hotline@mingchuan.example").param("titles", "internal").param("active", "true"), "admin")).isEqualTo(302);
        assertThat(status(post("/hotline/settings/mailbox").param("host", "127.0.0.1").param("port", "" + server.getImap().getPort()).param("security", "none").param("user", "mayor").param("password", "between us").param("address", MAYOR).param("folder", "INBOX").param("active", "true"), "admin")).isEqualTo(302);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private int status(MockHttpServletRequestBuilder request, String login) throws Exception {
        return http.perform(request.with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse().getStatus();
    }

    private String page(String path, String login) throws Exception {
        return http.perform(get(path).with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private Session session() {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", "" + server.getSmtp().getPort());
        return Session.getInstance(settings);
    }

    private MimeMessage mail(String from, String subject, String text) throws Exception {
        var mail = new MimeMessage(session());
        mail.setFrom(new InternetAddress(from, "路小满", "UTF-8"));
        mail.setRecipients(Message.RecipientType.TO, MAYOR);
        mail.setSubject(subject, "GB18030");
        mail.setText(text, "GB18030");
        return mail;
    }

    private void send(MimeMessage mail) throws Exception {
        Transport.send(mail);
    }

    /** The mailbox is read, every act is handed on, and what is owed leaves. */
    private void aMinuteLater() {
        assertThat(round.read(tenant)).as(mailboxes.find(tenant).orElseThrow().fault()).isTrue();
        postman.deliver(tenant);
        courier.send(tenant);
    }

    private List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages()).filter(mail -> {
            try {
                return mail.getAllRecipients()[0].toString().contains(address);
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }

    private static String text(MimeMessage mail) throws Exception {
        return String.valueOf(mail.getContent()).replace("\r\n", "\n");
    }

    private @Nullable MatterId opened(MimeMessage answer) throws Exception {
        var said = CODE.matcher(text(answer));
        return said.find() ? codes.opened(tenant, said.group(1), said.group(2)).orElse(null) : null;
    }

    private List<Ticket> all() {
        var all = new ArrayList<Ticket>();
        for (var mail : to(CITIZEN)) try {
            var id = opened(mail);
            if (id != null) all.add(tickets.find(id).orElseThrow());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    @Test
    void answersAMailInItsThreadFromTheCodeToTheRating() throws Exception {
        send(mail(CITIZEN, "投诉云栖路的路灯", "云栖路路灯三天不亮，我的电话 13812345678。"));
        aMinuteLater();
        var taken = to(CITIZEN).getFirst();
        var id = opened(taken);
        var ticket = tickets.find(id).orElseThrow();
        assertThat(ticket.title()).isEqualTo("投诉云栖路的路灯");
        assertThat(ticket.body()).isEqualTo("云栖路路灯三天不亮，我的电话 138********。");
        assertThat(ticket.field("channel")).isEqualTo("mailbox");
        assertThat(ticket.field("kind")).isEqualTo("complaint");
        assertThat(personal.of(id)).containsEntry(Personal.Kind.MAIL, CITIZEN).containsEntry(Personal.Kind.NAME, "路小满");
        var written = to(MAYOR).getFirst().getMessageID();
        assertThat(taken.getHeader("In-Reply-To")).containsExactly(written);
        assertThat(taken.getReplyTo()[0].toString()).isEqualTo(MAYOR);
        assertThat(taken.getHeader("Auto-Submitted")).containsExactly("auto-replied");

        var more = mail(CITIZEN, "Re: " + taken.getSubject(), "今天还是不亮。\n\n> 您的诉求已经受理");
        more.setHeader("In-Reply-To", taken.getMessageID());
        send(more);
        aMinuteLater();
        assertThat(tickets.find(id).orElseThrow().last("supplement").orElseThrow().note()).isEqualTo("今天还是不亮。");
        assertThat(to(CITIZEN)).as("an addition is no new ticket").hasSize(1);

        ledger.act(id, Act.of("dispatch").role("lead", town.unit("市住建局")).field("category", "市政设施·路灯").field("grade", "usual").due(town.today().plusDays(7)), town.as("hotline.registry"));
        ledger.act(id, Act.of("receive"), town.as("housing.registry"));
        ledger.act(id, Act.of("draft").saying("note", "路灯已换新。"), town.as("housing.handle1"));
        ledger.act(id, Act.of("reply"), town.as("housing"));
        aMinuteLater();
        var replied = to(CITIZEN).getLast();
        assertThat(text(replied)).contains("路灯已换新。", ticket.number());
        assertThat(replied.getHeader("In-Reply-To")).containsExactly(written);
        aMinuteLater();
        assertThat(to(CITIZEN)).as("each once").hasSize(2);
        assertThat(verifier.breaks(tenant)).isEmpty();
    }

    @Test
    void takesAMailOnceHoweverOftenItIsRead() throws Exception {
        send(mail(CITIZEN, "井盖松动", "云栖路井盖松动，压上去响。"));
        aMinuteLater();
        mailboxes.readTo(tenant, 0, 0);
        aMinuteLater();
        assertThat(to(CITIZEN)).hasSize(1);
        assertThat(personal.found(tenant, Personal.Kind.MAIL, CITIZEN.toUpperCase(), 10)).hasSize(1);
    }

    @Test
    void keepsAMailThatComesAfterTheEndWithItsTicketOnce() throws Exception {
        send(mail(CITIZEN, "井盖松动", "云栖路井盖松动，压上去响。"));
        aMinuteLater();
        var taken = to(CITIZEN).getFirst();
        var id = java.util.Objects.requireNonNull(opened(taken));
        ledger.act(id, Act.of("answer-now").field("category", "市政设施·排水内涝").saying("note", "已转告养护单位。"), town.as("hotline.registry"));
        var more = mail(CITIZEN, "Re: " + taken.getSubject(), "又响了，附照片。");
        more.setHeader("In-Reply-To", taken.getMessageID());
        send(more);
        aMinuteLater();
        mailboxes.readTo(tenant, 0, 0);
        aMinuteLater();
        assertThat(personal.found(tenant, Personal.Kind.MAIL, CITIZEN, 10)).as("no new ticket").hasSize(1);
        assertThat(tickets.find(id).orElseThrow().done().stream().filter(done -> String.valueOf(done.note()).contains("又响了"))).hasSize(1);
        assertThat(page("/notices", "hotline.registry")).contains(tickets.find(id).orElseThrow().number());
    }

    @Test
    void makesNothingOfWhatAMachineWrote() throws Exception {
        var bounce = mail(CITIZEN, "自动回复：休假", "我在休假。");
        bounce.setHeader("Auto-Submitted", "auto-replied");
        send(bounce);
        send(mail("hotline@mingchuan.example", "回来的信", "我们自己发出去的。"));
        aMinuteLater();
        assertThat(to(CITIZEN)).isEmpty();
        assertThat(to("hotline@mingchuan.example")).isEmpty();
        assertThat(page("/hotline/held", "hotline.registry")).contains("没有单独存放的来件");
    }

    /** Up to which message the desk has read. */
    private static String until(String page) {
        var until = Pattern.compile("name=\"until\" value=\"([^\"]+)\"").matcher(page);
        assertThat(until.find()).isTrue();
        return until.group(1);
    }

    @Test
    void tellsWhatWasEnclosedInWhatIsHeld() throws Exception {
        sql.execute("insert into hotline.arrival (tenant, source, digest, became, matter, at) select ?, 'mail', decode(md5(i::text) || md5(i::text), 'hex'), 'ticket', gen_random_uuid(), now() from generate_series(1, 500) i", tenant);
        var parts = new MimeMultipart();
        var text = new MimeBodyPart();
        text.setText("云栖路路灯三天不亮，请看照片。", "UTF-8");
        parts.addBodyPart(text);
        var file = new MimeBodyPart();
        file.setContent("三号灯杆".getBytes(StandardCharsets.UTF_8), "application/octet-stream");
        file.setFileName(jakarta.mail.internet.MimeUtility.encodeText("现场.txt", "UTF-8", "B"));
        parts.addBodyPart(file);
        var mail = mail(CITIZEN, "路灯", "");
        mail.setContent(parts);
        send(mail);
        aMinuteLater();
        var held = page("/hotline/held", "hotline.registry");
        assertThat(held).contains("附件（在信箱中）：现场.txt");
        var key = Pattern.compile("name=\"key\" value=\"([0-9a-f]{64})\"").matcher(held);
        assertThat(key.find()).isTrue();
        assertThat(status(post("/hotline/held/taking").param("until", until(held)).param("source", "mail").param("key", key.group(1)), "hotline.registry")).isEqualTo(302);
        courier.send(tenant);
        assertThat(all().getFirst().body()).contains("附件（在信箱中）：现场.txt");
    }

    @Test
    void keepsEnclosuresAsEvidenceAndSaysWhichItDidNotTake() throws Exception {
        var parts = new MimeMultipart();
        var text = new MimeBodyPart();
        text.setText("附上照片，请看。" + "路灯不亮。".repeat(1200), "UTF-8");
        parts.addBodyPart(text);
        for (var name : List.of("现场.txt", "程序.exe")) {
            var file = new MimeBodyPart();
            file.setContent(name.endsWith("exe") ? "MZ\0\0\0".getBytes(StandardCharsets.ISO_8859_1) : "三号灯杆".getBytes(StandardCharsets.UTF_8), "application/octet-stream");
            file.setFileName(jakarta.mail.internet.MimeUtility.encodeText(name, "UTF-8", "B"));
            parts.addBodyPart(file);
        }
        var mail = mail(CITIZEN, "路灯", "");
        mail.setContent(parts);
        send(mail);
        aMinuteLater();
        var ticket = all().getFirst();
        assertThat(ticket.body()).hasSize(5000).endsWith("…");
        assertThat(ticket.last("supplement").orElseThrow().note()).startsWith("随信附件 1 个。没有收下的附件：程序.exe");
        assertThat(page("/matters/" + ticket.id(), "hotline.registry")).contains("现场.txt", "来件全文.txt");
    }

    @Test
    void letsABombOfAThousandHoldUpNobody() throws Exception {
        // into the box itself: how long a thousand take by SMTP says nothing of the round
        for (int i = 0; i < 1_000; i++) {
            var mail = mail("bomb@elsewhere.example", "轰炸 " + i, "第 " + i + " 封信，内容相同。");
            mail.saveChanges();
            mayor.deliver(mail);
        }
        send(mail(CITIZEN, "井盖松动", "云栖路井盖松动，压上去响。"));
        var begun = System.nanoTime();
        aMinuteLater();
        var seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(all()).as("in the same round").hasSize(1);
        assertThat(to("bomb@elsewhere.example")).as("answers to the bomb").hasSize(5);
        var held = page("/hotline/held", "hotline.registry");
        assertThat(held).contains("995 件", "b***@elsewhere.example").doesNotContain("bomb@elsewhere.example");
        var key = Pattern.compile("name=\"key\" value=\"([0-9a-f]{64})\"").matcher(held);
        assertThat(key.find()).isTrue();
        assertThat(status(post("/hotline/held/taking").param("until", "" + Instant.now()).param("source", "mail").param("key", key.group(1)), "hotline.registry")).isEqualTo(302);
        courier.send(tenant);
        assertThat(to("bomb@elsewhere.example")).hasSize(6);
        assertThat(tickets.find(java.util.Objects.requireNonNull(opened(to("bomb@elsewhere.example").getLast()))).orElseThrow().body()).contains("共 200 件");
        assertThat(page("/hotline/held", "hotline.registry")).as("as many as are read at once").contains("795 件");
        System.out.println("A round with 1,001 mails took " + Math.round(seconds * 10) / 10.0 + " s.");
    }

    @Test
    void readsTheOtherMailboxesWhereOneCannotBeOpened() throws Exception {
        var broken = tenant;
        town = towns.another();
        tenant = town.city.tenant();
        hotline.opens(town);
        reads();
        sql.execute("update hotline.mailbox set sealed = '\\x00' where tenant = ?", broken);
        send(mail(CITIZEN, "井盖松动", "云栖路井盖松动，压上去响。"));
        round.read();
        sql.execute("delete from hotline.mailbox where tenant = ?", broken);
        assertThat(personal.found(tenant, Personal.Kind.MAIL, CITIZEN, 10)).hasSize(1);
    }

    @Test
    void holdsAMailOfNothingButPartsAndReadsTheNext() throws Exception {
        var parts = new MimeMultipart();
        for (int i = 0; i <= WholeMail.MOST_PARTS; i++) {
            var part = new MimeBodyPart();
            part.setText("x");
            parts.addBodyPart(part);
        }
        var bomb = mail("bomb@elsewhere.example", "碎片", "");
        bomb.setContent(parts);
        send(bomb);
        send(mail(CITIZEN, "井盖松动", "云栖路井盖松动，压上去响。"));
        aMinuteLater();
        assertThat(all()).hasSize(1);
        assertThat(page("/hotline/held", "hotline.registry")).contains("这封信系统读不出来");
    }

    @Test
    void keepsALongAdditionAsAFile() throws Exception {
        send(mail(CITIZEN, "井盖松动", "云栖路井盖松动，压上去响。"));
        aMinuteLater();
        var taken = to(CITIZEN).getFirst();
        var more = mail(CITIZEN, "Re: " + taken.getSubject(), "今天还是响。".repeat(500));
        more.setHeader("In-Reply-To", taken.getMessageID());
        send(more);
        aMinuteLater();
        assertThat(page("/matters/" + opened(taken), "hotline.registry")).contains("来件全文.txt");
    }

    @Test
    void showsWhatKeepsItFromBeingReadOrAnswered() throws Exception {
        send(mail(CITIZEN, "井盖松动", "云栖路井盖松动，压上去响。"));
        assertThat(round.read(tenant)).isTrue();
        server.stop();
        courier.send(tenant);
        assertThat(round.read(tenant)).isFalse();
        assertThat(page("/hotline/settings/mailbox", "admin")).contains("起收不到信");
        assertThat(page("/hotline/settings/outgoing", "admin")).contains("第 1 次没有成功");
        assertThat(status(get("/hotline/settings/mailbox"), "hotline.registry")).isEqualTo(403);
    }

    @Test
    void holdsASecretBackWithoutEnteringIt() throws Exception {
        send(mail(CITIZEN, "关于会议", "附会议材料 秘密★1年 的内容。"));
        aMinuteLater();
        assertThat(to(CITIZEN)).isEmpty();
        assertThat(page("/hotline/held", "hotline.registry")).contains("密级标志").doesNotContain("会议材料");
    }
}
