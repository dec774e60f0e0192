package cn.duban.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.ledger.type.ShippedTypes;
import cn.duban.units.SmallTown;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.WorkCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

class SourceFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 10);
    private static final Deadlines DEADLINES = new Deadlines(WorkCalendar.shipped());
    private static final Sources SOURCES = new Sources(null);

    private static SourceForm form(String type, Map<String, String> values) {
        var typed = new LinkedMultiValueMap<String, String>();
        values.forEach(typed::add);
        var directory = SmallTown.directory(TODAY);
        var viewer = SmallTown.viewers(directory).stream().filter(one -> one.person() == 5).findFirst().orElseThrow();
        return new SourceForm(SOURCES.named(type).orElseThrow(), ShippedTypes.load().get(type), directory, viewer, new Typed(typed));
    }

    private static Map<String, String> instruction(String urgency, String due) {
        return Map.ofEntries(Map.entry("title", "积水点"), Map.entry("field.urgency", urgency), Map.entry("due", due), Map.entry("secrecy", "internal"), Map.entry("role.approver", "4"),
                Map.entry("leader.0.post", "2"), Map.entry("leader.0.kind", "instructed"), Map.entry("leader.0.on", "2026-02-12"), Map.entry("leader.0.words", "请抓紧\n办理。"),
                Map.entry("leader.1.post", "1"), Map.entry("leader.1.kind", "circled"), Map.entry("leader.1.on", "2026-02-11"), Map.entry("leader.1.words", ""));
    }

    /** 2026-02-14 is worked, the 15th to the 23rd is the Spring Festival. */
    @ParameterizedTest
    @CsvSource({"urgent, '', 2026-02-12", "hasty, '', 2026-02-24", "plain, '', 2026-03-04", "urgent, 2026-03-20, 2026-03-20", "plain, 2026-02-13, 2026-02-13"})
    void theDayThatIsNamedWinsElseUrgencyCounts(String urgency, String named, LocalDate due) {
        var form = form("instruction", instruction(urgency, named));
        assertThat(form.complaints(null).all()).isEmpty();
        var opening = form.opening(UUID.randomUUID(), null, SOURCES.periods(), DEADLINES);
        assertThat(opening.due()).isEqualTo(due);
        assertThat(opening.note() == null).as("a period is said").isEqualTo(!named.isEmpty());
        assertThat(opening.receivedOn()).as("the last instruction").isEqualTo("2026-02-12");
    }

    @Test
    void keepsEveryLeadersWordsWithTheDayAndWhoOnlySawIt() {
        var opening = form("instruction", instruction("plain", "")).opening(UUID.randomUUID(), null, SOURCES.periods(), DEADLINES);
        assertThat(opening.fields().get("instructions")).isEqualTo("2026-02-11 市长 第1人 圈阅\n2026-02-12 副市长 第2人 批示：请抓紧 办理。");
        assertThat(opening.roles().get("leader")).as("who only saw it does not answer for it").containsExactly(2);
    }

    @Test
    void saysAtItsFieldWhatIsWrong() {
        var form = form("instruction", Map.of("title", "", "field.urgency", "soon", "due", "tomorrow", "secrecy", "internal", "role.approver", "5",
                "leader.0.post", "", "leader.0.kind", "circled", "leader.0.on", "2026-13-01", "leader.0.words", "看过"));
        assertThat(form.complaints(null).all().keySet()).containsExactlyInAnyOrder("title", "field.urgency", "due", "role.approver", "leader.0.post", "leader.0.on");
        assertThat(form("decision", Map.of("title", "一项决定", "secrecy", "internal", "role.approver", "4")).complaints(null).all()).as("a decision comes in under an item of an agenda").containsKey("title");
        assertThat(form("project", Map.of("title", "一个项目", "field.sort", "key", "secrecy", "internal", "role.approver", "4")).complaints(null).all()).as("a key project stands alone").isEmpty();
    }

    @Test
    void readsTheNumberOfAPlatformHoweverItIsSpelled() {
        var one = form("outer-lead", Map.of("field.platform", "province", "field.outer-number", "ＳＤ 2026－001")).outerNumber();
        assertThat(one).isEqualTo(form("outer-lead", Map.of("field.platform", "province", "field.outer-number", "SD2026-001")).outerNumber())
                .isNotEqualTo(form("outer-lead", Map.of("field.platform", "state-council", "field.outer-number", "SD2026-001")).outerNumber());
        assertThat(form("outer-lead", Map.of("field.platform", "province")).outerNumber()).isNull();
    }
}
