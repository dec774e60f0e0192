package cn.duban.inspection.contact;

import static cn.duban.inspection.Inspections.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.inspection.Inspections;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What a contact point brings becomes a matter that does not say who brought it; who is silent for long is listed. */
@DubanTest
class ContactTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired Contacts contacts;

    Town town;
    Inspections here;
    String contact;

    @BeforeEach
    void entered() throws Exception {
        town = new Town(cities, directories, ledger, files);
        here = new Inspections(http, town);
        contact = here.ask(post("/inspections/contacts").param("kind", "enterprise").param("name", "云栖精密机械厂").param("post", "办公室主任"), "inspect").getRedirectedUrl();
    }

    @Test
    void makesALeadAMatterWithoutItsSource() throws Exception {
        here.ask(post(contact + "/leads").param("receivedOn", town.today().toString()).param("text", "惠企资金申报材料反复提交").param("unit", "" + town.unit("市财政局")), "inspect");
        assertThat(here.ask(post(contact + "/opening").param("no", "1"), "inspect").getRedirectedUrl()).isEqualTo(contact);
        assertThat(here.ask(post(contact + "/opening").param("no", "1"), "inspect").getStatus()).as("opened once").isEqualTo(404);
        var page = here.page(contact, "inspect");
        assertThat(page).contains("已立项", "督查问题〔");
        var matter = page.replaceAll("(?s).*href=\"(/matters/[0-9]+-[0-9a-f-]{36})\".*", "$1");
        assertThat(here.page(matter, "inspect")).contains("惠企资金申报材料反复提交", "联系点反映").doesNotContain("云栖精密机械厂");
        assertThat(here.page("/inspections/contacts", "inspect")).contains("近一年收到 1 条，立项 1 条");
    }

    @Test
    void listsWhoIsSilentAndSaysWhatIsWrong() throws Exception {
        assertThat(here.page("/inspections/contacts", "inspect")).contains("从未反映").doesNotContain("长期未联系");
        here.ask(post(contact + "/leads").param("receivedOn", town.today().minusDays(120).toString()).param("text", "很久以前的反映"), "inspect");
        assertThat(here.page("/inspections/contacts?idle=true", "inspect")).contains("云栖精密机械厂", "长期未联系");
        here.ask(post(contact + "/leads").param("receivedOn", town.today().toString()).param("text", "新的反映"), "inspect");
        assertThat(here.page("/inspections/contacts?idle=true", "inspect")).doesNotContain("云栖精密机械厂");
        assertThat(here.ask(post(contact + "/leaving").param("no", "2").param("reason", " "), "inspect").getStatus()).isEqualTo(422);
        assertThat(here.ask(post(contact + "/leaving").param("no", "2").param("reason", "已经解决"), "inspect").getStatus()).isEqualTo(302);
        assertThat(here.page(contact, "inspect")).contains("不立项：已经解决");
        var twice = here.ask(post("/inspections/contacts").param("kind", "enterprise").param("name", "云栖精密机械厂").param("post", ""), "inspect");
        assertThat(text(twice)).contains("已经有同名的联系点");
        assertThat(text(here.ask(post(contact + "/leads").param("receivedOn", "明天").param("text", ""), "inspect"))).contains("请填写日期", "请写明反映的情况");
        assertThat(text(here.ask(post("/inspections/contacts").param("kind", "township").param("name", "云栖街道").param("post", "13812345678"), "inspect"))).contains("手机号码");
        assertThat(here.ask(get(contact), "eco.handle").getStatus()).isEqualTo(403);
        assertThat(here.ask(get(contact), "hotline.registry").getStatus()).as("another supervisor of the same government").isEqualTo(200);
    }

    @Test
    void tellsNobodyWhatIsSaidOfTheirOwnUnit() throws Exception {
        here.ask(post(contact + "/leads").param("receivedOn", town.today().toString()).param("text", "热线三次没有接通").param("unit", "" + town.unit("12345热线中心")), "inspect");
        assertThat(here.page(contact, "inspect")).contains("热线三次没有接通");
        assertThat(here.page(contact, "hotline.registry")).doesNotContain("热线三次没有接通");
        assertThat(here.ask(post(contact + "/leaving").param("no", "1").param("reason", "不属实"), "hotline.registry").getStatus()).isEqualTo(404);
        assertThat(here.ask(post(contact + "/opening").param("no", "1"), "hotline.registry").getStatus()).isEqualTo(404);
        assertThat(contacts.waiting(town.as("inspect"))).isOne();
        assertThat(contacts.waiting(town.as("hotline.registry"))).isZero();
    }
}
