package cn.duban.workdays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ShippedArrangementsTest {
    private final List<Notice> notices = Arrangements.shipped().notices();

    @Test
    void holdsEveryYearAndBothNoticesOf2020() {
        assertThat(notices).extracting(Notice::year).containsAll(IntStream.rangeClosed(2010, 2026).boxed().toList());
        assertThat(notices).filteredOn(n -> n.year() == 2020).extracting(Notice::publishedOn)
                .containsExactly(LocalDate.of(2019, 12, 1), LocalDate.of(2020, 1, 27));
        assertThat(notices).noneMatch(n -> n.year() == 2027);
    }

    @Test
    void makesUpOnWeekendsOnlyAndNeverMarksADayTwice() {
        for (var notice : notices) {
            assertThat(notice.days()).extracting(MarkedDay::day).doesNotHaveDuplicates();
            assertThat(notice.days()).filteredOn(d -> d.kind() == DayKind.ON)
                    .allMatch(d -> d.day().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0);
        }
    }

    @Test
    void namesTheLineThatItCannotRead() {
        assertThatThrownBy(() -> ArrangementReader.read(List.of("# head", "off yesterday 春节")))
                .hasMessage("节假日安排第2行读不懂：off yesterday 春节");
    }

    /** Day by day against the facts from which the shipped file was made, where they stand. */
    @Test
    void agreesWithTheSampleFacts() throws Exception {
        var sample = Path.of("../shared/samples/workdays.json");
        assumeTrue(Files.exists(sample));
        var marks = new HashMap<LocalDate, Boolean>();
        for (var year : JsonMapper.shared().readTree(Files.readString(sample)).get("years")) {
            for (var day : year.get("off")) marks.put(LocalDate.parse(day.asString()), false);
            for (var day : year.get("on")) marks.put(LocalDate.parse(day.asString()), true);
        }
        var calendar = WorkCalendar.shipped();
        for (var day = LocalDate.of(2010, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            var weekday = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
            assertThat(calendar.working(day)).as("%s", day).isEqualTo(marks.getOrDefault(day, weekday));
        }
    }
}
