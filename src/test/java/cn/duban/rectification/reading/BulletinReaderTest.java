package cn.duban.rectification.reading;

import static cn.duban.rectification.reading.Bulletins.finding;
import static cn.duban.rectification.reading.Bulletins.invented;
import static cn.duban.rectification.reading.Bulletins.linesOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.documents.DocumentText;
import cn.duban.documents.UnreadableDocument;
import cn.duban.rectification.reading.Reading.Finding;
import cn.duban.rectification.reading.Reading.Kind;
import cn.duban.rectification.reading.Reading.Mode;
import cn.duban.rectification.reading.Reading.Status;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class BulletinReaderTest {
    @Test
    void opensTwoLevelsAtOnceAndKeepsThePathOfEachLeaf() {
        var reading = invented("archive-bulletin.txt");

        assertThat(reading.kind()).isEqualTo(Kind.RECTIFICATION_BULLETIN);
        assertThat(reading.aspects()).extracting(Reading.Aspect::no).containsExactly("(一)", "(二)", "(三)");
        assertThat(reading.findings()).hasSize(7);
        var first = finding(reading, "二", "(一)", "1", "1");
        assertThat(first.title()).isEqualTo("理论学习不深入、联系实际不紧密");
        assertThat(first.status()).isEqualTo(Status.COMPLETED_SUSTAINED);
        assertThat(first.statusWords()).isEqualTo("已完成\uFF0C并长期坚持");
        assertThat(first.due()).isEqualTo(LocalDate.of(2023, 6, 30));
        assertThat(first.lead()).containsExactly("办公室", "人事科");
        assertThat(first.assist()).containsExactly("各科室");
        assertThat(first.leaders()).containsExactly("林树声");
        assertThat(first.measures()).hasSize(3).last().extracting(Reading.Measure::text).isEqualTo("把学习情况列入考核");
        assertThat(first.line()).isEqualTo(10);
    }

    /** Dated under its title and signed at the end, with a measure that begins with a year. */
    @Test
    void takesNeitherASignatureForAMeasureNorAYearForADecimal() throws Exception {
        var file = java.nio.file.Files.createTempFile("signed", ".txt");
        java.nio.file.Files.writeString(file, """
                中共某县委巡察组关于巡察县水务局党组反馈意见整改情况的通报
                2026年11月20日
                2026年11月6日，县委巡察组向县水务局党组反馈了巡察意见。现将整改情况通报如下。
                一、关于履行职责方面的问题
                （一）河道管护不到位
                责任单位：县水务局
                整改措施：1.逐段登记问题。2.2026年12月25日前完成清理并复核。
                （二）管网巡查流于形式
                责任单位：县水务局
                整改措施：
                1.建立日常巡查制度。
                2.每季度抽查一次。
                中共某县委巡察工作领导小组办公室
                """);
        var reading = Bulletins.read(file);
        assertThat(finding(reading, "一", "(一)").measures()).extracting(Reading.Measure::text).containsExactly("逐段登记问题", "2026年12月25日前完成清理并复核");
        assertThat(finding(reading, "一", "(二)").measures()).extracting(Reading.Measure::text).containsExactly("建立日常巡查制度", "每季度抽查一次");
    }

    @Test
    void readsEveryStatusWordToItsNormalForm() {
        assertThat(invented("archive-bulletin.txt").findings()).extracting(Finding::status).containsExactly(
                Status.COMPLETED_SUSTAINED, Status.PARTIAL, Status.COMPLETED, Status.COMPLETED, Status.COMPLETED, Status.LONG_TERM, Status.NOT_DONE);
    }

    @Test
    void recountsWhatTheOpeningClaims() {
        var reading = invented("archive-bulletin.txt");

        assertThat(reading.claims()).filteredOn(claim -> claim.kind().equals("FINDINGS")).extracting(Reading.Claim::holds)
                .containsExactly(false, true);
        assertThat(linesOf(reading, "CLAIM_MISMATCH")).containsExactly(4, 4);
        assertThat(linesOf(reading, "DONE_BUT_OPEN")).containsExactly(26);
        assertThat(reading.contact()).isNotNull();
        assertThat(reading.contact().phone()).isEqualTo("0599-6212345");
    }

    @Test
    void joinsHardWrapsAndReportsClaimsThatDoNotAddUp() {
        var reading = invented("hard-wrapped.txt");

        assertThat(reading.title()).isEqualTo("中共临泽县水务局党组关于县委第一巡察组巡察反馈意见整改情况的通报");
        assertThat(reading.feedbackOn()).isEqualTo(LocalDate.of(2021, 5, 20));
        assertThat(finding(reading, "一", "1").measures()).hasSize(4);
        assertThat(finding(reading, "二", "1").due()).isEqualTo(LocalDate.of(2021, 9, 20));
        assertThat(linesOf(reading, "SUM")).containsExactly(5);
        assertThat(linesOf(reading, "PERCENTAGE")).containsExactly(6);
        assertThat(linesOf(reading, "YEAR_INFERRED")).containsExactly(14);
    }

    @Test
    void joinsATitleThatIsSetOnThreeLines() throws UnreadableDocument {
        var lines = """
                明川市人民政府督查室文件
                明督通〔2026〕1号
                明川市委巡察办关于营
                商环境专项巡察反馈
                问题整改情况的通报
                各县（市、区）人民政府：
                现将整改落实情况通报如下。
                一、总体情况
                （一）履行主体责任方面
                1.针对“河道乱倒垃圾反复出现”问题。一是组织沿河排查。整改情况：整改完毕
                2.针对“信访件答复超期”问题。一是建立台账。整改情况：整改完毕
                """;
        assertThat(Reader.read(DocumentText.read(lines.getBytes(StandardCharsets.UTF_8), "通报.txt")).title()).isEqualTo("明川市委巡察办关于营商环境专项巡察反馈问题整改情况的通报");
    }

    @Test
    void readsABodyThatIsPrintedTwiceOnce() {
        var reading = invented("printed-twice.txt");

        assertThat(reading.findings()).hasSize(4);
        assertThat(reading.findings()).extracting(Finding::line).containsExactly(8, 11, 15, 18);
        assertThat(linesOf(reading, "BODY_REPEATED")).containsExactly(23);
        assertThat(linesOf(reading, "COPIES_DIFFER")).containsExactly(29);
        assertThat(linesOf(reading, "PERCENTAGE")).containsExactly(13);
    }

    @Test
    void readsAWebPageWithListsUnderTheirLabels() {
        var reading = invented("commerce.html");

        assertThat(reading.findings()).extracting(finding -> finding.measures().size()).containsExactly(2, 3, 0);
        assertThat(reading.findings()).extracting(Finding::status)
                .containsExactly(Status.COMPLETED, Status.IN_PROGRESS_DATED, Status.UNSTATED);
        assertThat(reading.findings().get(2).mode()).isEqualTo(Mode.NOW);
        assertThat(reading.findings().get(0).leaders()).containsExactly("周礼");
        assertThat(reading.publishedOn()).isEqualTo(LocalDate.of(2020, 12, 3));
    }

    @Test
    void repairsTraditionalCharactersAndInsertedPinyin() {
        var reading = invented("traditional-pinyin.txt");

        assertThat(reading.title()).isEqualTo("中共松江县统计局党组关于县委第二巡察组巡察反馈意见整改落实情况的通报");
        assertThat(finding(reading, "一", "1").response()).contains("确保事事有着落");
        assertThat(finding(reading, "一", "2").response()).contains("显著减少差错");
        assertThat(finding(reading, "二", "1").status()).isEqualTo(Status.LONG_TERM);
        assertThat(linesOf(reading, "PINYIN_REMOVED")).containsExactly(1);
    }

    @Test
    void countsNoListThatStandsInTheProblemAndTakesAStatusFromItsHeading() {
        var reading = invented("town-report.txt");

        assertThat(finding(reading, "二", "(一)", "1").measures()).hasSize(2);
        assertThat(finding(reading, "二", "(一)", "1").problem()).contains("长期无人值班");
        assertThat(finding(reading, "二", "(二)", "5").due()).isEqualTo(LocalDate.of(2022, 3, 31));
        assertThat(finding(reading, "三", "2").status()).isEqualTo(Status.LONG_TERM);
        assertThat(finding(reading, "三", "2").response()).isEmpty();
        assertThat(linesOf(reading, "NUMBER_SKIPPED")).containsExactly(14);
        assertThat(linesOf(reading, "SUM")).containsExactly(8);
        assertThat(linesOf(reading, "STATUS_FROM_HEADING")).hasSize(2);
    }

    @Test
    void infersNoStatusWhereOnlyTheOpeningGivesCounts() {
        var reading = invented("district-inspection.txt");

        assertThat(reading.findings()).extracting(finding -> finding.path().getLast()).containsExactly("1", "2", "1", "2", "1", "2");
        assertThat(reading.findings()).extracting(Finding::status).containsOnly(Status.UNSTATED);
        assertThat(reading.aspects()).hasSize(2);
        assertThat(reading.claims()).filteredOn(claim -> claim.kind().equals("FINDINGS")).extracting(Reading.Claim::holds).containsExactly(true);
        assertThat(reading.claims()).filteredOn(claim -> claim.kind().equals("COMPLETED")).extracting(Reading.Claim::holds).containsOnlyNulls();
        assertThat(linesOf(reading, "OVERDUE")).containsExactly(21);
    }

    @Test
    void takesLabelledChildrenForLinesOfTheirFinding() {
        var reading = invented("labelled-children.txt");

        assertThat(reading.findings()).extracting(Finding::title).containsExactly("理论学习中心组学习计划性不强", "意识形态责任制落实不到位", "支部换届不及时");
        assertThat(reading.findings()).extracting(finding -> finding.measures().size()).containsExactly(2, 3, 2);
        assertThat(reading.findings().getLast().due()).isEqualTo(LocalDate.of(2022, 9, 30));
        assertThat(reading.publishedOn()).isEqualTo(LocalDate.of(2022, 6, 10));
    }

    @Test
    void readsTheSameOutOfAWordFile() throws Exception {
        var lines = DocumentText.read(Bulletins.INVENTED.resolve("archive-bulletin.txt")).lines();
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            lines.forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(bytes);
        }

        var reading = Reader.read(DocumentText.read(bytes.toByteArray(), "bulletin.docx"));

        assertThat(reading.findings()).isEqualTo(invented("archive-bulletin.txt").findings());
    }
}
