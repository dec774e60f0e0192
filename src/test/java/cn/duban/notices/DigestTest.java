package cn.duban.notices;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import cn.duban.workdays.Calendars;
import cn.duban_db.notices.tables.records.DeliveryRecord;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class DigestTest {

    @Autowired DSLContext sql;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired Gateways gateways;
    @Autowired Manners manners;
    @Autowired Postman postman;
    @Autowired Digests digests;
    @Autowired Posting posting;
    @Autowired Calendars calendars;

    private GreenMail mails;
    private Town town;
    private Office office;

    @BeforeEach
    void open() {
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        town = towns.another();
        office = new Office(sql, town, gateways, manners, postman);
        office.mail(mails.getSmtp().getPort(), Secrecy.INTERNAL);
        office.wants("eco.registry", Office.NEVER, Channel.DIGEST);
        office.wants("finance.registry", Office.NEVER, Channel.DIGEST);
        office.wants("eco", Office.NEVER, Channel.MAIL);
    }

    @AfterEach
    void close() {
        mails.stop();
    }

    @Test
    void tellsWhatIsNewAndWhatIsLateAndSendsNothingWhereThereIsNothing() throws Exception {
        town.anAssignedMeasure();
        postman.deliver(office.tenant());
        digests.enqueue(office.tenant(), morning());
        posting.send(office.tenant());
        assertThat(mails.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()[0].toString()).isEqualTo(office.address("eco.registry"));
            assertThat(mail.getSubject()).contains("汇总：新到 1 条，逾期和快到期 1 件");
            assertThat(PostingTest.plain(mail)).contains("新到的通知", "[待办] 整改〔", "逾期和快到期的", "整治河道乱倒垃圾");
            assertThat(PostingTest.html(mail)).contains("<h2>明川市生态环境局 · 办公室文书</h2>");
        });
        assertThat(office.outbox()).extracting(DeliveryRecord::getState).containsExactlyInAnyOrder("sent", "dropped");
        assertThat(office.outbox()).filteredOn(row -> row.getState().equals("dropped")).singleElement().satisfies(row -> assertThat(row.getPerson()).isEqualTo(town.as("finance.registry").person()));
    }

    @Test
    void comesOnceADayAndOnWorkingMorningsOnly() {
        var morning = morning();
        digests.enqueue(office.tenant(), morning.minusSeconds(3600));
        assertThat(office.outbox()).as("before its hour").isEmpty();
        digests.enqueue(office.tenant(), morning);
        digests.enqueue(office.tenant(), morning.plusSeconds(36_000));
        assertThat(office.outbox()).hasSize(2);
        digests.enqueue(office.tenant(), at(rest()));
        assertThat(office.outbox()).as("a day of rest").hasSize(2);
    }

    private Instant morning() {
        var day = town.today().minusDays(1);
        while (!calendars.of(office.tenant(), town.directory().region()).working(day)) day = day.minusDays(1);
        return at(day);
    }

    private LocalDate rest() {
        var day = town.today().minusDays(1);
        while (calendars.of(office.tenant(), town.directory().region()).working(day)) day = day.minusDays(1);
        return day;
    }

    private Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(8, 0)).atZone(town.directory().zone()).toInstant();
    }
}
