package cn.duban.workdays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What the administrator changes on the page of the calendar; on days so far away that no other test counts them. */
@DubanTest
class CalendarPagesTest {

    @Autowired MockMvc http;
    @Autowired Town town;
    @Autowired Calendars calendars;
    @Autowired Directories directories;

    @Test
    void takesANoticeForTheNationUnlessItIsSaidToBeLocal() throws Exception {
        var notice = "{\"year\":%1$d,\"days\":[{\"name\":\"劳动节\",\"date\":\"%1$d-05-02\",\"isOffDay\":true}]}";
        send("/calendar/notices", "admin", Map.of("text", notice.formatted(2005), "publishedOn", "2004-12-01"));
        send("/calendar/notices", "admin", Map.of("text", notice.formatted(2006), "publishedOn", "2005-12-01", "scope", "LOCAL"));

        assertThat(works(Region.NATION, 2005)).isFalse();
        assertThat(works(region(), 2005)).isFalse();
        assertThat(works(Region.NATION, 2006)).isTrue();
        assertThat(works(region(), 2006)).isFalse();
    }

    @Test
    void saysWhichHolidaysOfAYearWithoutANoticeAreTakenOut() throws Exception {
        assertThat(year(2029)).contains("目前扣除了周末和元旦、劳动节、国庆节。", "春节、清明节、端午节、中秋节的日期还没有推定，暂时没有扣除。");
        assertThat(year(2027)).contains("元旦、春节、清明节、劳动节、端午节、中秋节、国庆节。").doesNotContain("还没有推定");
        assertThat(year(2026)).doesNotContain("还没有公布");
    }

    private String year(int year) throws Exception {
        return http.perform(get("/calendar?year=" + year).with(SignedIn.as(town.as("inspect")))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void setsTheHoursThatBudgetsInWorkingHoursCount() throws Exception {
        var form = Map.of("from", "2190-01-01", "spans", "9：00-12:00，14:30-18:00");
        assertThat(send("/calendar/hours", "inspect", form).getStatus()).isEqualTo(403);
        assertThat(send("/calendar/hours", "admin", form).getRedirectedUrl()).isEqualTo("/calendar");

        assertThat(calendars.of(town.city.tenant(), region()).hours(LocalDate.of(2190, 1, 1)).toString()).isEqualTo("[09:00–12:00, 14:30–18:00]");
        assertThat(calendars.of(town.city.tenant(), region()).hours(LocalDate.of(2189, 12, 31)).getLast().closes()).isEqualTo("17:30");
        var page = http.perform(get("/calendar").with(SignedIn.as(town.as("inspect")))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("09:00–12:00，14:30–18:00").doesNotContain("/calendar/hours");
    }

    @Test
    void refusesHoursThatAreNone() throws Exception {
        for (var spans : new String[] {"", "9-12", "25:00-26:00", "12:00-08:00", "08:00-12:00 11:00-13:00"}) {
            var refused = send("/calendar/hours", "admin", Map.of("from", "2190-01-01", "spans", spans));
            assertThat(refused.getStatus()).as(spans).isEqualTo(422);
            assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("时段");
        }
        assertThat(send("/calendar/hours", "admin", Map.of("from", "9999-01-01", "spans", "08:00-12:00")).getStatus()).isIn(400, 422);
    }

    @Test
    void refusesADayOfNoCentury() throws Exception {
        for (var day : new String[] {"+999999999-01-01", "0001-01-01"})
            assertThat(send("/calendar/overrides", "admin", Map.of("day", day, "kind", "OFF", "name", "城市日")).getStatus()).as(day).isIn(400, 422);
    }

    private boolean works(String region, int year) {
        // 2 May was a Monday in 2005 and a Tuesday in 2006
        return calendars.of(town.city.tenant(), region).working(LocalDate.of(year, 5, 2));
    }

    private String region() {
        return directories.of(town.city.tenant()).region();
    }

    private MockHttpServletResponse send(String path, String login, Map<String, String> form) throws Exception {
        var request = post(path).with(SignedIn.as(town.as(login))).with(csrf());
        form.forEach(request::param);
        return http.perform(request).andReturn().getResponse();
    }
}
