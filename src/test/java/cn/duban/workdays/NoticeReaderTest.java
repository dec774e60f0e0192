package cn.duban.workdays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.duban.web.Dates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeReaderTest {
    /** Invented for tests: 2027 as a notice might arrange it. */
    static final String NOTICE_2027 = """
            国务院办公厅关于2027年部分节假日安排的通知
            各省、自治区、直辖市人民政府,国务院各部委、各直属机构:
            经国务院批准,现将2027年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
            一、元旦:1月1日(周五)至3日(周日)放假调休,共3天。
            二、春节:2月5日(农历除夕、周五)至11日(农历正月初六、周四)放假调休,共7天。1月31日(周日)、2月20日(周六)上班。
            三、清明节:4月3日(周六)至5日(周一)放假,共3天。
            四、劳动节:5月1日(周六)至5日(周三)放假调休,共5天。4月25日(周日)、5月8日(周六)上班。
            五、端午节:6月9日(周三)放假。
            六、中秋节:9月15日(周三)放假,共1天。
            七、国庆节:10月1日(周五)至7日(周四)放假调休,共7天。
            9月26日(周日)、10月9日(周六)上班。鼓励各单位结合带薪年休假等制度落实,安排职工在10月8日休息。
            节假日期间,各地区、各部门要妥善安排好值班和安全、保卫等工作。
            国务院办公厅
            2026年11月10日
            """;

    @Test
    void readsTheWordingOfTheStateCouncil() {
        var reading = NoticeReader.read(NOTICE_2027);
        assertThat(reading.faults()).isEmpty();
        var notice = reading.notices().getFirst().notice();
        assertThat(notice.year()).isEqualTo(2027);
        assertThat(notice.publishedOn()).isEqualTo("2026-11-10");
        assertThat(notice.title()).isEqualTo("国务院办公厅关于2027年部分节假日安排的通知");
        assertThat(notice.days()).filteredOn(d -> d.kind() == DayKind.OFF).hasSize(27);
        assertThat(notice.days()).filteredOn(d -> d.kind() == DayKind.ON).extracting(MarkedDay::day)
                .containsExactly(
                        LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 20), LocalDate.of(2027, 4, 25),
                        LocalDate.of(2027, 5, 8), LocalDate.of(2027, 9, 26), LocalDate.of(2027, 10, 9));
        assertThat(reading.understood())
                .contains("春节：2027年2月5日至2027年2月11日放假。2027年1月31日、2027年2月20日上班。", "共放假27天，调休上班6天。");
    }

    @Test
    void readsFullWidthSignsAndYearsThatStartInDecember() {
        var text = """
                国务院办公厅关于2019年部分节假日安排的通知
                一、元旦:2018年12月30日至2019年1月1日放假调休,共3天。2018年12月29日(星期六)上班。
                二、清明节:4月5日放假,4月8日(星期一)补休。三、中秋节:9月13日放假,与周末连休。
                """;
        var wide = text.replace(':', '\uff1a').replace(',', '\uff0c').replace('(', '\uff08').replace(')', '\uff09');
        var reading = NoticeReader.read(wide);
        assertThat(NoticeReader.read(text)).isEqualTo(reading);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.notices().getFirst().stated()).isFalse();
        var notice = reading.notices().getFirst().notice();
        assertThat(notice.publishedOn()).isEqualTo("2018-12-01");
        assertThat(notice.days()).extracting(d -> d.day() + " " + d.kind() + " " + d.name())
                .containsExactly(
                        "2018-12-30 OFF 元旦", "2018-12-31 OFF 元旦", "2019-01-01 OFF 元旦", "2018-12-29 ON 元旦",
                        "2019-04-05 OFF 清明节", "2019-04-08 OFF 清明节", "2019-09-13 OFF 中秋节");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1月1日(周五)至3日(周日)放假调休,共3天 | 1月1日(周四)至3日(周日)放假调休,共3天 | 4 | 2027年1月1日不是周四",
        "1月1日(周五)至3日(周日)放假调休,共3天 | 1月1日(周五)至3日(周日)放假调休,共4天 | 4 | 写着共4天，数出来是3天",
        "6月9日(周三)放假 | 6月31日放假 | 8 | 不是一个存在的日期",
        "6月9日(周三)放假 | 照常 | 8 | 读不懂",
        "6月9日(周三)放假 | 9日放假 | 8 | 缺少月份",
        "4月25日(周日) | 4月26日 | 0 | 2027年4月26日本来就是工作日",
        "4月25日(周日) | 5月2日 | 0 | 2027年5月2日既列为放假，又列为上班",
        "2026年11月10日 | 2024年11月10日 | 0 | 公布日期不合理"
    })
    void refusesNonsenseWithLineAndReason(String right, String wrong, int line, String reason) {
        var reading = NoticeReader.read(NOTICE_2027.replace(right, wrong));
        assertThat(reading.faults()).anySatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.reason()).contains(reason);
        });
    }

    @Test
    void refusesWhatIsNoNotice() {
        assertThat(NoticeReader.read("今天开会。").faults()).hasSize(1);
        assertThat(NoticeReader.read("").faults()).hasSize(1);
        assertThat(NoticeReader.read("关于2027年元旦放假的通知").faults()).hasSize(1);
    }

    @Test
    void refusesAnArrangementOutsideTheItemsRatherThanSkipIt() {
        var extension = """
                国务院办公厅关于延长2020年春节假期的通知
                一、延长2020年春节假期至2月2日(农历正月初九,星期日),2月3日(星期一)起正常上班。
                2020年1月26日
                """;
        assertThat(NoticeReader.read(extension).faults()).singleElement()
                .satisfies(f -> assertThat(f.line()).isEqualTo(2));
    }

    @Test
    void readsJsonByYear() {
        var reading = NoticeReader.read("""
                {"years": {"2027": {"publishedOn": "2026-11-10", "off": ["2027-01-01"], "on": ["2027-01-09"]}}}
                """);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.notices().getFirst().stated()).isTrue();
        assertThat(reading.notices().getFirst().notice().days()).hasSize(2);
    }

    @Test
    void readsTheOpenFormOfOneYear() {
        var reading = NoticeReader.read("""
                {"year": 2027, "papers": [], "days": [
                  {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                  {"name": "元旦", "date": "2027-01-09", "isOffDay": false}]}
                """);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.notices().getFirst().notice().days()).containsExactly(
                new MarkedDay(LocalDate.of(2027, 1, 1), DayKind.OFF, "元旦"),
                new MarkedDay(LocalDate.of(2027, 1, 9), DayKind.ON, "元旦"));
        assertThat(NoticeReader.read("{\"year\": 2027, \"days\": [{\"date\": \"2027-01-01\"}]}").faults()).isNotEmpty();
    }

    @Test
    void namesTheLineOfBrokenJson() {
        assertThat(NoticeReader.read("{\n\"years\": {\"2027\": {\"off\": [\"2027-01-01\"\n}}").faults())
                .singleElement().satisfies(f -> assertThat(f.line()).isPositive());
        assertThat(NoticeReader.read("{\"years\": {\n\"2027\": {\n\"off\": [\"tomorrow\"]}}}").faults())
                .anySatisfy(f -> {
                    assertThat(f.line()).isEqualTo(3);
                    assertThat(f.reason()).contains("不是日期");
                });
    }

    @Test
    void readsTheShippedFormBack() throws Exception {
        try (var in = getClass().getResourceAsStream("/workdays/arrangements.txt")) {
            var text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            var reading = NoticeReader.read(text);
            assertThat(reading.faults()).isEmpty();
            assertThat(reading.notices()).extracting(NoticeReading.Dated::notice)
                    .containsExactlyElementsOf(Arrangements.shipped().notices());
        }
    }

    /** What the text of every shipped notice would say, read back from the wording. */
    @Test
    void readsEveryShippedNoticeFromItsOwnWording() {
        for (var notice : Arrangements.shipped().notices()) {
            var text = new StringBuilder(Notice.usualTitle(notice.year())).append('\n');
            var names = notice.days().stream().map(MarkedDay::name).distinct()
                    .filter(n -> n.matches("[\\u4e00-\\u9fff、]+")).toList();
            for (var name : names) {
                var days = notice.days().stream().filter(d -> d.name().equals(name)).toList();
                text.append("一、").append(name).append(":");
                for (var day : days)
                    text.append(Dates.written(day.day())).append(day.kind() == DayKind.OFF ? "放假。" : "上班。");
                text.append('\n');
            }
            if (names.isEmpty()) continue;
            var reading = NoticeReader.read(text.toString());
            assertThat(reading.faults()).isEmpty();
            assertThat(reading.notices().getFirst().notice().days())
                    .containsExactlyInAnyOrderElementsOf(notice.days().stream()
                            .filter(d -> names.contains(d.name())).collect(Collectors.toList()));
        }
    }

    @Test
    void splitsAYearThatWasRevised() throws Exception {
        var sample = Path.of("../shared/samples/workdays.json");
        assumeTrue(Files.exists(sample));
        var reading = NoticeReader.read(Files.readString(sample));
        assertThat(reading.faults()).isEmpty();
        var facts = new Arrangements(
                Arrangements.shipped().laws(),
                reading.notices().stream().map(NoticeReading.Dated::notice).toList(),
                java.util.List.of(),
                Arrangements.shipped().hours());
        var event = LocalDate.of(2020, 1, 10);
        var period = Period.parse("20wd");
        assertThat(new Deadlines(facts.calendar("000000", LocalDate.of(2020, 1, 26))).due(event, period).lastDay())
                .isEqualTo("2020-02-12");
        assertThat(new Deadlines(facts.calendar("000000")).due(event, period).lastDay()).isEqualTo("2020-02-14");
    }
}
