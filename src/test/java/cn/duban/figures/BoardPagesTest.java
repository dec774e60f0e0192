package cn.duban.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import cn.duban.web.SignedIn;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The board as somebody reads it: numbers that lead to rows, only what they may see, any past day, and as a file. */
@DubanTest
class BoardPagesTest {

    @Autowired MockMvc http;
    @Autowired Ledger ledger;
    @Autowired CatchingUp catchingUp;
    @Autowired Boards boards;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;

    private Town town;

    @BeforeEach
    void twoAtWorkAndOneClosed() {
        town = new Town(cities, directories, ledger, files);
        town.aMeasureAtWork();
        town.aMeasureAtWork();
        var closed = town.aMeasureToVerify();
        ledger.act(closed, Act.of("close").saying("verdict", "属实"), town.as("inspect1"));
        catchingUp.run(town.city.tenant());
    }

    private String page(String path, String login) throws Exception {
        var response = http.perform(get(path).with(SignedIn.as(town.as(login)))).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void leadsFromEveryNumberToItsRows() throws Exception {
        var board = page("/figures", "inspect");
        assertThat(board).contains("市生态环境局", "100%（1/1）", "0%（0/2）");
        var numbers = Pattern.compile("href=\"(/figures/rows\\?[^\"]+)\">(\\d+)</a>").matcher(board).results().toList();
        assertThat(numbers).hasSizeGreaterThan(8);
        for (var number : numbers) assertThat(page(number.group(1).replace("&amp;", "&"), "inspect")).contains(" · " + number.group(2) + "</h1>");
        assertThat(page("/figures/rows?of=open&unit=" + town.unit("市生态环境局"), "inspect").split("class=\"what\"")).hasSize(3);
    }

    @Test
    void tellsApartWhatIsBorneByTheMattersBelow() throws Exception {
        var finding = new Opening(Ledger.newId(), "rectification", "rectification-finding", "河道管护不到位", "正文", Map.of(), Map.of(), null, null, null, 0, Secrecy.INTERNAL, false, null, null);
        ledger.act(ledger.open(finding, town.as("inspect"), null).id(), Act.of("docket"), town.as("inspect"));
        town.aDraftedMeasure();
        catchingUp.run(town.city.tenant());
        var board = boards.of(Scope.read(Map.of()), Ranking.OPEN, town.as("inspect"));
        var units = board.section("unit").orElseThrow();
        assertThat(units.named()).extracting(line -> line.scope().unit()).containsExactly(town.unit("市生态环境局"));
        assertThat(units.rest()).extracting(line -> line.scope().unit()).containsExactly(Scope.NONE, Scope.BELOW);
        assertThat(units.rest()).extracting(line -> line.tally().of(Kind.OPEN)).containsExactly(0, 1);
        assertThat(units.lines().stream().mapToInt(line -> line.tally().of(Kind.OPEN)).sum()).isEqualTo(board.total().of(Kind.OPEN));
        assertThat(page("/figures", "inspect")).contains("整改问题、", "本身不定责任单位").as("opened only, for which the page has no column").doesNotContain("未定责任单位");
        var wall = page("/figures/wall", "inspect");
        assertThat(wall).contains("明川市人民政府督办情况", "立项、办结、退回、重办自", "由下级事项承担：在办 1 件");
        assertThat(wall.indexOf("市生态环境局")).isLessThan(wall.indexOf("由下级事项承担"));
        assertThat(page("/figures/rows?of=open&unit=-1", "inspect")).contains("在办 · 1", "河道管护不到位");
        assertThat(page("/figures/rows?of=opened&unit=0", "inspect")).contains("整治河道乱倒垃圾", "办理时间").doesNotContain("河道管护不到位");
    }

    @Test
    void tellsOfNowWhereADayIsAskedForThatNoLedgerHas() throws Exception {
        for (var day : List.of("-999999999-01-01", "-9999-01-01", "0001-01-01", "+999999999-12-31")) {
            var path = "/figures?on={day}&since={day}";
            assertThat(http.perform(get(path, day, day).with(SignedIn.as(town.as("inspect")))).andReturn().getResponse().getStatus()).as(day).isEqualTo(200);
            assertThat(http.perform(get("/figures/rows?of=open&on={day}&after={after}", day, day + "T00:00:00Z~" + Ledger.newId() + "~1").with(SignedIn.as(town.as("inspect")))).andReturn().getResponse().getStatus()).as(day).isEqualTo(200);
        }
    }

    @Test
    void namesTheLastDayAsTheDeadline() throws Exception {
        assertThat(page("/figures/rows?of=open", "inspect")).contains(">" + town.today().plusDays(60) + "（").doesNotContain("00:00</td>");
    }

    @Test
    void countsForEachOnlyWhatTheyMaySee() throws Exception {
        var id = town.aMeasureAtWork();
        ledger.act(id, Act.of("classify").saying("secrecy", "named_persons").saying("reason", "涉及个人"), town.as("inspect"));
        catchingUp.run(town.city.tenant());
        assertThat(page("/figures/rows?of=open", "inspect")).contains("在办 · 3");
        assertThat(page("/figures/rows?of=open", "eco.handle")).contains("在办 · 2").doesNotContain(id.toString());
        assertThat(page("/figures/rows?of=open", "permit.handle1")).contains("在办 · 0");
        assertThat(page("/figures/rows?of=open&on=" + town.today().minusDays(3), "inspect")).contains("在办 · 0");
    }

    @Test
    void tellsThePastTheWallAndAFile() throws Exception {
        assertThat(page("/figures?on=2020-06-30", "inspect")).contains("截至 2020-07-01 00:00", "没有可统计的事项");
        assertThat(page("/figures?on=nonsense&unit=x&rank=y", "inspect")).contains("市生态环境局");
        assertThat(page("/figures/wall", "vice1")).contains("hx-trigger=\"every 60s\"", "市生态环境局");
        assertThat(page("/figures.csv", "inspect")).startsWith("\uFEFF").contains("生态环境局\",\"2\",");
        assertThat(http.perform(get("/figures/rows?of=nothing").with(SignedIn.as(town.as("inspect")))).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    /** Read back as Excel reads it: every table with its head, its order, counts as numbers, rates with what they are of. */
    @Test
    void leavesAsAWorkbookOfTheTablesShown() throws Exception {
        var response = http.perform(get("/figures.xlsx?rank=settled&ledger=rectification").with(SignedIn.as(town.as("inspect")))).andReturn().getResponse();
        assertThat(response.getContentType()).isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            assertThat(workbook).extracting(Sheet::getSheetName).containsExactly("总览", "责任单位", "责任领导", "事项类型", "来源", "近十二个月", "逾期多久", "在各状态停留多久");
            var units = workbook.getSheet("责任单位");
            assertThat(text(units, 0)).isEqualTo("统计 · 责任单位");
            assertThat(text(units, 1)).startsWith("截至 " + town.today());
            assertThat(text(units, 2)).isEqualTo("只统计：巡察整改");
            assertThat(text(units, 3)).isEqualTo("排序：办结多的在前");
            var head = new ArrayList<String>();
            units.getRow(4).forEach(cell -> head.add(cell.getStringCellValue()));
            assertThat(head).containsExactly("责任单位", "在办", "七天内到期", "逾期", "逾期率", "逾期率分子（逾期）", "逾期率分母（在办）", "办结", "按期办结率", "按期办结率分子（按期办结）", "按期办结率分母（有期限的办结）", "退回", "重办");
            var eco = units.getRow(5);
            assertThat(eco.getCell(0).getStringCellValue()).contains("市生态环境局");
            assertThat(eco.getCell(1).getNumericCellValue()).isEqualTo(2);
            assertThat(eco.getCell(4).getStringCellValue()).isEqualTo("0%（0/2）");
            assertThat(eco.getCell(8).getStringCellValue()).isEqualTo("100%（1/1）");
            assertThat(eco.getCell(9).getNumericCellValue()).isEqualTo(1);
            assertThat(workbook.getSheet("近十二个月").getPhysicalNumberOfRows()).as("head and twelve months").isEqualTo(3 + 1 + 12);
            assertThat(workbook.getSheet("总览").getRow(4).getCell(1).getNumericCellValue()).isEqualTo(2);
        }
        assertThat(page("/figures?rank=settled", "inspect")).contains("/figures.xlsx?rank=settled");
    }

    private static String text(Sheet sheet, int row) {
        return sheet.getRow(row).getCell(0).getStringCellValue();
    }
}
