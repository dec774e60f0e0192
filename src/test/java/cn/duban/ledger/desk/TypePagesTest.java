package cn.duban.ledger.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import cn.duban.web.SignedIn;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Types are read by everybody on the staff. */
@DubanTest
class TypePagesTest {

    @Autowired MockMvc http;
    @Autowired Ledger ledger;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;

    private Town town;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
    }

    private MockHttpServletResponse open(String path, String login) throws Exception {
        return http.perform(get(path).with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    private String page(String path, String login) throws Exception {
        var response = open(path, login);
        assertThat(response.getStatus()).as(path + " " + login).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void areReadByEverybodyAndWrittenByAFew() throws Exception {
        for (var login : List.of("eco.handle", "mayor", "inspect1")) {
            assertThat(page("/types", login)).contains("整改措施", "回头看", "产品自带第 1 版").doesNotContain("/types/new");
            assertThat(page("/types/rectification-measure", login)).contains("<svg class=\"states\"", "申请销号", "回避：责任单位、配合单位", "5个工作日", "每半月一次，以“反馈进展”为完成", "90日之后", "另开“回头看”")
                    .doesNotContain("style=");
        }
        for (var login : List.of("admin", "inspect")) assertThat(page("/types", login)).contains("/types/new");
    }

    @Test
    void speakTheReadersLanguage() throws Exception {
        var english = http.perform(get("/types/rectification-measure").cookie(new Cookie("language", "en")).with(SignedIn.as(town.as("eco.handle")))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(english).contains("Request", "close-out", "5 working days", "Barred: Lead unit, Assisting unit", "shipped version 1");
    }

    @Test
    void leadFromANumberToExactlyThoseMatters() throws Exception {
        town.aMeasureAtWork();
        town.aMeasureToVerify();
        town.aDraftedMeasure();
        var page = page("/types/rectification-measure/shipped-1", "inspect");
        assertThat(page).contains("/matters?type=rectification-measure&amp;version=shipped-1&amp;phase=open\">2</a>", "/matters?type=rectification-measure&amp;version=shipped-1\">3</a>");
        assertThat(page("/matters?type=rectification-measure&version=shipped-1&phase=open", "inspect")).contains("共 2 件");
        assertThat(page("/matters?type=rectification-measure&version=7", "inspect")).contains("没有符合条件的事项");
    }

    @Test
    void tellThoseWhoWriteThemHowManyRunInAll() throws Exception {
        town.aMeasureAtWork();
        assertThat(page("/types", "admin")).contains("1 <small class=\"text-secondary\">其中您可看 0</small>", "<small class=\"text-secondary\">rectification-measure</small>");
        assertThat(page("/types/rectification-measure", "admin")).contains("其中您可看 0", "形如 整改〔" + town.today().getYear() + "〕1号");
        assertThat(page("/types", "inspect1")).doesNotContain("其中您可看", ">rectification-measure<");
    }

    @Test
    void answerLikeNothingWhereThereIsNone() throws Exception {
        for (var path : List.of("/types/no-such-type", "/types/rectification-measure/99", "/types/rectification-measure/shipped-99")) assertThat(open(path, "admin").getStatus()).as(path).isEqualTo(404);
    }
}
