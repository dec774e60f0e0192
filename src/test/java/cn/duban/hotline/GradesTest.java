package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.ledger.type.ShippedTypes;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Period;
import cn.duban.workdays.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long there is: dated, and by the working calendar. */
class GradesTest {

    @Test
    void countsFiveWorkingDaysOverTheSpringFestival() {
        var deadlines = new Deadlines(WorkCalendar.shipped());
        assertThat(Grades.shipped().due("usual", LocalDate.of(2026, 2, 13), deadlines)).contains(LocalDate.of(2026, 2, 27));
        assertThat(Grades.shipped().due("simple", LocalDate.of(2026, 2, 13), deadlines)).contains(LocalDate.of(2026, 2, 14));
        assertThat(Grades.shipped().due("unheard-of", LocalDate.of(2026, 2, 13), deadlines)).isEmpty();
    }

    @Test
    void holdsEachRowFromItsDay() {
        var grades = new Grades(List.of(new Grades.Row(LocalDate.of(2026, 1, 1), Map.of("usual", Period.parse("5wd"))), new Grades.Row(LocalDate.of(2026, 7, 1), Map.of("usual", Period.parse("3wd")))), Map.of());
        assertThat(grades.period("usual", LocalDate.of(2025, 12, 31))).isEmpty();
        assertThat(grades.period("usual", LocalDate.of(2026, 6, 30))).contains(Period.parse("5wd"));
        assertThat(grades.period("usual", LocalDate.of(2026, 7, 1))).contains(Period.parse("3wd"));
    }

    @Test
    void knowsEveryGradeAndKindOfTheType() {
        var type = ShippedTypes.load().get("hotline-ticket");
        var grades = Grades.shipped();
        assertThat(type.fields().get("grade").choices().keySet()).allMatch(grade -> grades.period(grade, LocalDate.of(2026, 3, 2)).isPresent());
        assertThat(grades.period(Grades.AGAIN, LocalDate.of(2026, 3, 2))).isPresent();
        assertThat(grades.usual().keySet()).containsExactlyInAnyOrderElementsOf(type.fields().get("kind").choices().keySet());
        assertThat(type.fields().get("grade").choices().keySet()).containsAll(grades.usual().values());
    }

    @Test
    void readsCategoriesAsPeopleWriteThem() {
        var categories = Categories.shipped();
        assertThat(categories.all()).hasSize(16);
        assertThat(categories.paths()).doesNotHaveDuplicates();
        assertThat(categories.named("道路破损")).contains("市政设施·道路破损");
        assertThat(categories.named("市政设施 / 道路破损")).contains("市政设施·道路破损");
        assertThat(categories.named("市政设施")).contains("市政设施");
        assertThat(categories.named("不知道")).isEmpty();
        assertThat(Categories.top("市政设施·道路破损")).isEqualTo("市政设施");
    }
}
