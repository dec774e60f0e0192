package cn.duban.workdays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DubanTest
class CalendarsTest {
    private static final AtomicInteger TENANTS = new AtomicInteger(7000);
    private static final LocalDate SHEEP_DAY = LocalDate.of(2026, 5, 27);

    @Autowired DSLContext sql;
    @Autowired PlatformTransactionManager transactions;

    private final int tenant = TENANTS.incrementAndGet();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T02:00:00Z"));
    private final List<Object> published = new ArrayList<>();
    private Calendars calendars;
    private TransactionTemplate transaction;

    @BeforeEach
    void oneNode() {
        calendars = node();
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void shipsWithTheNationsCalendar() {
        assertThat(calendars.of(tenant, "370200").working(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(calendars.of(tenant, "370200").provisional(LocalDate.of(2027, 3, 1))).isTrue();
    }

    @Test
    void importsNextYearsNoticeOnce() {
        var report = importing(NoticeReaderTest.NOTICE_2027, null);
        assertThat(report.accepted()).isTrue();
        assertThat(report.added()).hasSize(1);
        assertThat(calendars.of(tenant, "370200").provisional(LocalDate.of(2027, 3, 1))).isFalse();
        assertThat(calendars.of(tenant, "370200").working(LocalDate.of(2027, 1, 31))).isTrue();
        assertThat(calendars.of(tenant, "370200", LocalDate.of(2026, 11, 9)).working(LocalDate.of(2027, 1, 31))).isFalse();
        assertThat(published).containsExactly(new CalendarChanged(
                tenant, "000000", LocalDate.of(2026, 11, 10), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)));

        var again = importing(NoticeReaderTest.NOTICE_2027, null);
        assertThat(again.accepted()).isTrue();
        assertThat(again.added()).isEmpty();
        assertThat(again.sentences()).contains("2027年的这份安排已经在册，没有变化。");
        assertThat(published).hasSize(1);
    }

    @Test
    void takesNothingOfAFileWithAFault() {
        var report = importing(NoticeReaderTest.NOTICE_2027.replace("6月9日(周三)", "6月9日(周二)"), null);
        assertThat(report.accepted()).isFalse();
        assertThat(report.sentences()).first().asString().contains("第8行").contains("2027年6月9日不是周二");
        assertThat(calendars.of(tenant, "370200").provisional(LocalDate.of(2027, 3, 1))).isTrue();
        assertThat(published).isEmpty();
    }

    @Test
    void asksForTheDateOfANoticeThatContradictsAKnownOne() {
        var text = "国务院办公厅关于2026年部分节假日安排的通知\n一、国庆节:10月1日至8日放假。";
        var report = importing(text, null);
        assertThat(report.accepted()).isFalse();
        assertThat(report.sentences()).first().asString().contains("2026年10月8日").contains("公布日期");
        assertThat(importing(text, LocalDate.of(2026, 9, 1)).accepted()).isTrue();
        assertThat(calendars.of(tenant, "370200").working(LocalDate.of(2026, 10, 8))).isFalse();
        assertThat(calendars.of(tenant, "370200", LocalDate.of(2026, 8, 31)).working(LocalDate.of(2026, 10, 8))).isTrue();
        // the days that the later notice does not name stay as they were
        assertThat(calendars.of(tenant, "370200").working(LocalDate.of(2026, 10, 10))).isTrue();
    }

    @Test
    void knowsBothNoticesOfARevisedYear() throws Exception {
        var sample = java.nio.file.Path.of("../shared/samples/workdays.json");
        org.junit.jupiter.api.Assumptions.assumeTrue(java.nio.file.Files.exists(sample));
        var report = importing(java.nio.file.Files.readString(sample), null);
        assertThat(report.sentences()).filteredOn(s -> s.contains("没有变化")).hasSize(18);
        assertThat(report.accepted()).isTrue();
        assertThat(report.added()).isEmpty();
    }

    @Test
    void takesADayThatIsListedTwiceOnce() {
        var twice = "{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true},{\"name\":\"新年\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}";
        assertThat(importing(twice, LocalDate.of(2026, 11, 10)).accepted()).isTrue();
        assertThat(calendars.of(tenant, "370200").working(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(importing(twice.replace("\"新年\",\"date\":\"2027-01-01\",\"isOffDay\":true", "\"新年\",\"date\":\"2027-01-01\",\"isOffDay\":false"), LocalDate.of(2026, 11, 11)).sentences())
                .first().asString().contains("既列为放假，又列为上班");
    }

    @Test
    void replacesANoticeByItsCorrection() {
        importing(NoticeReaderTest.NOTICE_2027, null);
        var corrected = NoticeReaderTest.NOTICE_2027.replace("1月31日(周日)、2月20日(周六)上班", "2月20日(周六)上班");
        assertThat(importing(corrected, null).sentences()).contains("2027年的安排已经登记。");
        assertThat(calendars.of(tenant, "370200").working(LocalDate.of(2027, 1, 31))).isFalse();
    }

    @Test
    void keepsOverridesPerTenantAndRegion() {
        entering(sheepDay());
        entering(sheepDay());
        assertThat(calendars.of(tenant, "640104").working(SHEEP_DAY)).isFalse();
        assertThat(calendars.of(tenant, "370200").working(SHEEP_DAY)).isTrue();
        assertThat(calendars.of(tenant + 10_000, "640104").working(SHEEP_DAY)).isTrue();
        assertThat(calendars.overrides(tenant, "640104")).hasSize(1);
        assertThat(calendars.overrides(tenant, "370200")).isEmpty();
        assertThat(published).containsExactly(
                new CalendarChanged(tenant, "640000", LocalDate.of(2026, 5, 1), SHEEP_DAY, SHEEP_DAY));
    }

    @Test
    void withdrawsAMistakeAndRemembersIt() {
        entering(sheepDay());
        var change = calendars.overrides(tenant, "640000").getFirst().change();
        transaction.executeWithoutResult(t -> calendars.withdraw(tenant, change, "误登", 1));
        assertThat(calendars.of(tenant, "640000").working(SHEEP_DAY)).isTrue();
        assertThat(calendars.of(tenant, "640000", LocalDate.of(2026, 11, 22)).working(SHEEP_DAY)).isFalse();
        assertThatThrownBy(() -> transaction.executeWithoutResult(t -> calendars.withdraw(tenant, change, "误登", 1)))
                .hasMessageContaining("已经撤回");
    }

    @Test
    void refusesWhatIsPublishedInTheFuture() {
        var early = new DayOverride("640000", SHEEP_DAY, DayKind.OFF, "古尔邦节", "", LocalDate.of(2026, 11, 24));
        assertThatThrownBy(() -> entering(early)).hasMessageContaining("在今天之后");
    }

    @Test
    void setsTheHoursOfARegion() {
        var from = LocalDate.of(2026, 7, 1);
        var summer = new WorkingHours("370200", from, List.of(
                new WorkingHours.Span(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                new WorkingHours.Span(LocalTime.of(14, 30), LocalTime.of(18, 0))));
        transaction.executeWithoutResult(t -> calendars.workingHours(tenant, summer, null));
        assertThat(calendars.of(tenant, "370202").hours(from)).isEqualTo(summer.spans());
        assertThat(calendars.of(tenant, "370202").hours(from.minusDays(1)).getLast().closes()).isEqualTo("17:30");
        assertThat(calendars.of(tenant, "210300").hours(from).getLast().closes()).isEqualTo("17:30");
    }

    @Test
    void showsAnotherNodeTheChangeWithinTwoSeconds() {
        var other = node();
        assertThat(other.of(tenant, "640000").working(SHEEP_DAY)).isTrue();
        entering(sheepDay());
        assertThat(calendars.of(tenant, "640000").working(SHEEP_DAY)).isFalse();
        assertThat(other.of(tenant, "640000").working(SHEEP_DAY)).isTrue();
        now.updateAndGet(t -> t.plus(Duration.ofSeconds(2)));
        assertThat(other.of(tenant, "640000").working(SHEEP_DAY)).isFalse();
        assertThat(other.of(tenant, "640000")).isSameAs(other.of(tenant, "640000"));
    }

    @Test
    void forgetsAChangeThatWasRolledBack() {
        transaction.executeWithoutResult(t -> {
            calendars.override(tenant, sheepDay(), null);
            assertThat(calendars.of(tenant, "640000").working(SHEEP_DAY)).isFalse();
            t.setRollbackOnly();
        });
        assertThat(calendars.of(tenant, "640000").working(SHEEP_DAY)).isTrue();
    }

    private ImportReport importing(String text, LocalDate publishedOn) {
        return transaction.execute(t -> calendars.importNotices(tenant, "000000", text, publishedOn, 1));
    }

    private void entering(DayOverride override) {
        transaction.executeWithoutResult(t -> calendars.override(tenant, override, 1));
    }

    private static DayOverride sheepDay() {
        return new DayOverride("640000", SHEEP_DAY, DayKind.OFF, "古尔邦节", "自治区政府通知", LocalDate.of(2026, 5, 1));
    }

    /** A process of its own as far as the cache goes: same database, same hand on the clock. */
    private Calendars node() {
        var clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("UTC");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(instant(), zone);
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        return new Calendars(new CalendarRows(sql, clock), published::add, clock);
    }
}
