package cn.duban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleLinesTest {

    @Test
    void leavesAShortTitleOnOneLine() {
        assertThat(TitleLines.of("关于开展年度督查的通知", List.of(), 19)).containsExactly("关于开展年度督查的通知");
    }

    @Test
    void splitsNeitherWordsNorNamesAndLeavesNoLonelyCharacter() {
        var titles = List.of("关于市行政审批服务局党组巡察反馈意见整改落实情况的通报",
                "明川市人民政府办公室关于印发《明川市政务服务事项动态管理办法》的通知",
                "中共明川市委巡察整改工作领导小组办公室关于2026年上半年巡察整改进展情况和下一步工作安排的通报",
                "关于进一步优化营商环境若干措施的意见和任务分工的通知");
        for (var title : titles) {
            var lines = TitleLines.of(title, List.of("市行政审批服务局", "明川市人民政府办公室"), 19);
            assertThat(String.join("", lines)).isEqualTo(title);
            assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> TitleLines.width(line) <= 19 && line.length() > 1)
                    .noneMatch(line -> line.startsWith("的") || line.startsWith("》") || line.endsWith("《"));
            assertThat(String.join("|", lines)).doesNotContainPattern("行\\|政|审\\|批|巡\\|察|通\\|[报知]|情\\|况|整\\|改|办\\|公|人\\|民|政\\|府");
        }
    }

    @Test
    void breaksALongCitedNameInsideAndNotBesideItsMarks() {
        var lines = TitleLines.of("明川市人民政府办公室关于印发《明川市政务服务事项动态管理办法》的通知", List.of("明川市人民政府办公室"), 19);
        assertThat(String.join("|", lines)).doesNotContainPattern("《.{0,3}\\||\\|.?》|明\\|川");
    }

    @Test
    void setsALongTitleAtOnce() {
        var clause = "关于进一步加强市直机关作风建设和优化营商环境专项督查发现问题整改落实情况以及下一步工作安排";
        for (var title : List.of(clause.repeat(3).substring(0, 120) + "的通报", "Progress of rectification, ".repeat(10), "甲".repeat(119), "一".repeat(2000))) {
            var lines = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TitleLines.of(title, List.of(), 19));
            assertThat(String.join("", lines)).isEqualTo(title.strip());
        }
    }

    /** As all ways of breaking, tried one by one, had it. */
    @Test
    void choosesTheCheapestOfAllWays() {
        assertThat(TitleLines.of("关于市行政审批服务局党组巡察反馈意见整改落实情况的通报", List.of("市行政审批服务局"), 19))
                .containsExactly("关于市行政审批服务局党组巡察", "反馈意见整改落实情况的通报");
        assertThat(TitleLines.of("中共明川市委巡察整改工作领导小组办公室关于2026年上半年巡察整改进展情况和下一步工作安排的通报", List.of(), 19))
                .containsExactly("中共明川市委巡察整改工作领导小组", "办公室关于2026年上半年巡察整改进展", "情况和下一步工作安排的通报");
    }

    @Test
    void keepsTheLinesThatTheAuthorChose() {
        assertThat(TitleLines.of("明川市人民政府\n关于表彰先进的决定", List.of(), 19)).containsExactly("明川市人民政府", "关于表彰先进的决定");
    }

    @Test
    void numbersHeadingsLikeADocument() {
        assertThat(HeadingNumber.of(1, 11)).isEqualTo("十一、");
        assertThat(HeadingNumber.of(2, 20)).isEqualTo("（二十）");
        assertThat(HeadingNumber.of(3, 7)).isEqualTo("7.");
        assertThat(HeadingNumber.chinese(105)).isEqualTo("一百零五");
    }
}
