package cn.duban.publication;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.publication.TemplateReader.Fault;
import cn.duban.web.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** What is wrong with a template, in which line, and what to do. */
class TemplateReaderTest {

    @BeforeEach
    void inChinese() {
        LocaleContextHolder.setLocale(Words.CHINESE);
    }

    @AfterEach
    void asBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static List<Fault> faults(String text) {
        return TemplateReader.read(text).faults();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "本期办结{办解}项; 没有名为“办解”; “办结”",
            "本期{上次办结律}; 没有名为“上次办结律”; “上次办结率”",
            "本期{天气}; 没有名为“天气”; 怎样写模板",
            "各单位办结{办结}项; “办结”不能用在这一行; 【各单位】【各类别】【各状态】",
            "由{责任单位}办; “责任单位”不能用在这一行; 【逾期事项】",
            "{单位}办得好; “单位”不能用在这一行; 【各单位】",
            "【各状态】{单位}; “单位”不能用在这一行; 【各单位】",
            "本期{逾期项; 花括号没有成对; {逾期}",
            "【逾期大户】{逾期}; 不认识“【逾期大户】”; 〔〕",
            "【有办结率】好; 不是件数; 期末在办",
            "【各单位】; 后面没有内容; 同一行",
            "【各单位】[{单位}; 方括号; [ 和 ]",
            "【各单位】[{单位}][{办结}]; 方括号; [ 和 ]",
            "【数字】逾期、退回=退回率; 没有名为“退回率”; ",
            "【各单位表】在办、期末在办; 没有名为“期末在办”; ",
            "'## '; 没有标题; 同一行",
    })
    void saysWhatIsWrongInItsLine(String line, String said, String next) {
        assertThat(faults("第一段。\n\n" + line + "\n最后一段。")).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.said()).contains(said);
            assertThat(fault.next()).contains(next == null ? "" : next);
        });
    }

    @Test
    void readsOneLineWithTwoFaultsAsTwo() {
        assertThat(faults("{天气}和{收成}。")).hasSize(2).allSatisfy(fault -> assertThat(fault.line()).isEqualTo(1));
    }

    @Test
    void refusesAnEmptyOneAHeadingAloneTwoTitlesAndABook() {
        assertThat(faults(" \n")).extracting(Fault::line).containsExactly(0);
        assertThat(faults("# 一\n## 小\n内容\n# 二\n# 三\n内容")).singleElement().satisfies(fault -> assertThat(fault.line()).isEqualTo(4));
        assertThat(faults("【标题】甲\n【标题】乙")).extracting(Fault::line).containsExactly(2);
        assertThat(faults("长".repeat(TemplateReader.LONGEST + 1))).hasSize(1);
    }

    @Test
    void acceptsTheShippedOneAndEveryWordItOffers() {
        assertThat(faults(Template.SHIPPED_TEXT)).isEmpty();
        var everywhere = String.join("", TemplatePage.everywhere()) + TemplateWords.COUNTS.stream().map(word -> "{上次" + word + "}").collect(Collectors.joining());
        var lines = Stream.of(everywhere, "【各单位】{单位}" + String.join("", TemplatePage.ofGroup()) + "{上次在办}{逾期率}", "【各状态】[{状态}]。", "【各类别表】" + String.join("、", TemplateWords.OF_GROUP),
                "【未报事项】" + String.join("", TemplatePage.ofMatter()));
        assertThat(faults(lines.collect(Collectors.joining("\n")))).isEmpty();
    }

    @Test
    void knowsALineByWhatItSays() {
        var one = TemplateReader.read("甲\n乙\n乙").template().lines();
        var other = TemplateReader.read("新的\n\n甲\n乙").template().lines();
        assertThat(other.get(1).name()).isEqualTo(one.get(0).name());
        assertThat(one).extracting(Template.Line::name).doesNotHaveDuplicates();
        assertThat(Template.SHIPPED.lines()).extracting(Template.Line::name).startsWith("title", "intro").endsWith("closing", "contact");
    }
}
