package cn.duban.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.Pages;
import cn.duban.ledger.Town;
import cn.duban.ledger.Verifier;
import java.time.YearMonth;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever looks at the hotline of the invented city finds something on every page of it. */
@DubanTest
class DemoHotlineTest {

    @Autowired MockMvc http;
    @Autowired Town towns;
    @Autowired DemoHotline hotline;
    @Autowired DemoRatings ratings;
    @Autowired Verifier verifier;
    @Autowired DSLContext sql;

    private Town town;

    @Test
    void hasSomethingOnEveryPageAndEntersItOnce() throws Exception {
        town = towns.another();
        hotline.load(town.city);
        ratings.load(town.city);
        var once = rows();
        hotline.load(town.city);
        ratings.load(town.city);
        assertThat(rows()).as("entered once more").isEqualTo(once);
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
        var pages = new Pages(http, town);
        assertThat(pages.page("/hotline", "hotline.registry")).contains("3 人诉求");
        assertThat(pages.page("/hotline/callbacks", "hotline.handle")).contains("并案的诉求人待回访");
        assertThat(pages.page("/hotline/clusters", "hotline.registry")).contains("/hotline/clusters/tickets?", "市政设施·排水内涝");
        assertThat(pages.page("/hotline/answers", "hotline.registry")).contains("社保卡丢了", "想在夜市摆摊");
        assertThat(pages.page("/public/hotline/answers?line=" + town.city.tenant(), "")).contains("社保卡丢了", "102 路公交早高峰发车间隔").doesNotContain("想在夜市摆摊", "路面塌陷怎么派单");
        assertThat(pages.page("/hotline/knowledge", "hotline.registry")).contains("灵活就业人员怎么交社保", "路面塌陷怎么派单");
        assertThat(pages.page("/hotline/quality", "hotline.handle")).contains("封存的种子");
        assertThat(pages.page("/hotline/column", "hotline.registry")).contains("热线");
        assertThat(pages.page("/ratings/rows?figure=bad&month=" + YearMonth.from(town.today()), "hotline.registry")).contains("道路运输证换发");
        assertThat(sql.fetchSingle("select count(*) from ledger.matter where tenant = ? and type = 'bad-rating' and state = 'working'", town.city.tenant()).get(0, Integer.class)).as("being put right").isEqualTo(1);
    }

    private Map<String, Integer> rows() {
        var tenant = town.city.tenant();
        return Map.of("matters", count("ledger.matter", tenant), "entries", count("ledger.entry", tenant), "answers", count("hotline.answer", tenant), "knowledge", count("hotline.knowledge", tenant), "wrong", count("hotline.wrong", tenant), "quality", count("hotline.sample_secret", tenant), "desks", count("hotline.desk", tenant), "competence", count("hotline.competence", tenant));
    }

    private int count(String table, int tenant) {
        return sql.fetchSingle("select count(*) from " + table + " where tenant = ?", tenant).get(0, Integer.class);
    }
}
