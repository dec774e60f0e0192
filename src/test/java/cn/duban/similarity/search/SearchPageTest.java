package cn.duban.similarity.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Statements;
import cn.duban.ledger.Town;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** The page behind the search box, the list's own box, and the same over the API. */
@DubanTest
class SearchPageTest {

    @Autowired MockMvc http;
    @Autowired Town town;
    @Autowired Ledger ledger;

    private final String mark = UUID.randomUUID().toString().substring(0, 13);

    @Test
    void marksWhatWasFoundAndSaysWhere() throws Exception {
        var id = ledger.open(town.measure("整治" + mark), town.as("inspect"), null).id();
        ledger.act(id, Act.of("comment").saying("note", "<b>请看" + mark.toUpperCase() + "</b>"), town.as("inspect"));
        assertThat(page("/search?q=" + mark, "inspect")).contains("整治<mark>" + mark + "</mark>", "&lt;b&gt;请看<mark>" + mark.toUpperCase() + "</mark>&lt;/b&gt;",
                "/matters/" + id + "#entry-2", "共找到 1 件", "待交办").doesNotContain("rel=\"next\"");
        assertThat(page("/search?q=" + mark, "eco.handle")).contains("没有找到“" + mark + "”").doesNotContain(id.toString());
    }

    @Test
    void pagesOnAndKeepsTheQuestion() throws Exception {
        for (int i = 0; i < 3; i++) ledger.open(town.measure(mark + i), town.as("inspect"), null);
        var first = page("/search?size=2&by=title&q=" + mark, "inspect");
        assertThat(first).contains("共找到 3 件");
        var next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(page(next, "inspect")).contains("<mark>" + mark + "</mark>0", "共找到 3 件", "回到第一页").doesNotContain("</mark>2");
    }

    @Test
    void saysWhatToDoWhereNothingCanBeFound() throws Exception {
        assertThat(page("/search", "inspect")).contains("请输入要找的字词");
        assertThat(page("/search?q=改", "inspect")).contains("太短，至少要两个字", "/matters?q=");
        assertThat(page("/search?phase=void&q=" + mark, "inspect")).contains("没有找到", "去掉筛选条件再找");
        assertThat(page("/search?after=nonsense&q=" + mark, "inspect")).contains("没有找到");
    }

    @Test
    void asksTheDatabaseThreeTimesHoweverMuchIsFound() throws Exception {
        for (int i = 0; i < 5; i++) ledger.open(town.measure(mark + i), town.as("inspect"), null);
        page("/search?q=" + mark, "inspect");
        assertThat(Statements.during(() -> page("/search?q=" + mark, "inspect")).reads()).filteredOn(s -> s.contains("similarity") || s.contains("\"title\"")).hasSize(3)
                .allMatch(s -> s.contains("\"tenant\" = ?"));
    }

    @Test
    void filtersTheListAndTheApiByTheSameWords() throws Exception {
        var id = ledger.open(town.measure("整治河道"), town.as("inspect"), null).id();
        ledger.act(id, Act.of("comment").saying("note", "督办" + mark), town.as("inspect"));
        assertThat(page("/matters?q=" + mark, "inspect")).contains(id.toString());
        assertThat(page("/matters?q=" + mark + " 河道", "inspect")).contains(id.toString());
        assertThat(page("/matters?q=" + mark, "eco.handle")).doesNotContain(id.toString());
        var listing = JsonMapper.shared().readTree(page("/api/v1/matters?sort=opened&order=down&q=" + mark, "inspect"));
        assertThat(listing.get("count").asInt()).isEqualTo(1);
        assertThat(listing.get("rows").get(0).get("id").asString()).isEqualTo(id.toString());
    }

    private String page(String path, String login) throws Exception {
        var response = http.perform(get(path).with(SignedIn.as(town.as(login)))).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
