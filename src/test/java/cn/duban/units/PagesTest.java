package cn.duban.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DubanTest
class PagesTest {

    @Autowired MockMvc web;
    @Autowired City city;
    @Autowired Directories directories;

    private City.Founded here;

    @BeforeEach
    void foundTheCity() {
        here = city.found();
    }

    private Directory directory() {
        return directories.of(here.tenant());
    }

    private MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, Duty... duties) {
        var viewer = new Viewer(here.tenant(), here.administrator(), "杜若谷", 1, "岗位", 1, "市政府", Set.of(duties));
        return request.with(authentication(new UsernamePasswordAuthenticationToken(viewer, "", List.of()))).with(csrf());
    }

    private int unit(String name) {
        return directory().unitNamed(name).orElseThrow().id();
    }

    @Test
    void showsTheTreeAsItStoodOnADay() throws Exception {
        web.perform(as(get("/units"))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("明川市生态环境局"), containsString("明川市住房保障中心"), not(containsString("/units/paste")))));
        web.perform(as(get("/units").param("on", "2018-01-01")))
                .andExpect(content().string(allOf(containsString("明川市环境保护局"), not(containsString("明川市生态环境局")))));
        web.perform(as(get("/units").param("q", "环保"))).andExpect(content().string(containsString("明川市生态环境局")));
        web.perform(as(get("/units").param("q", "没有这个局"))).andExpect(content().string(containsString("没有名称含有")));
    }

    @Test
    void letsOnlyAnAdministratorChange() throws Exception {
        int bureau = unit("市财政局");
        var person = directory().holders(directory().head(bureau).orElseThrow().id()).getFirst().id();
        for (var path : List.of("/units/" + bureau + "/rename", "/units/" + bureau + "/close", "/units/" + bureau + "/move", "/units/" + bureau + "/posts/new",
                "/people/new", "/people/" + person + "/depart", "/people/paste", "/units/paste")) {
            web.perform(as(get(path), Duty.SUPERVISE)).andExpect(status().isForbidden());
            web.perform(as(get(path), Duty.ADMINISTER)).andExpect(status().isOk());
        }
        web.perform(as(post("/units/" + bureau + "/rename").param("name", "x").param("shortName", "").param("from", "2026-01-01").param("basis", ""), Duty.SIGN))
                .andExpect(status().isForbidden());
        assertThat(directory().unitName(bureau)).isEqualTo("明川市财政局");
    }

    @Test
    void renamesAUnitAndSaysSo() throws Exception {
        int bureau = unit("市交通运输局");
        web.perform(as(post("/units/" + bureau + "/rename").param("name", "明川市综合交通局").param("shortName", "市交通局")
                        .param("from", "2026-01-01").param("basis", "明编发〔2026〕1号"), Duty.ADMINISTER))
                .andExpect(status().isSeeOther()).andExpect(redirectedUrl("/units/" + bureau));
        web.perform(as(get("/units/" + bureau), Duty.ADMINISTER)).andExpect(content().string(
                allOf(containsString("明川市综合交通局"), containsString("明川市交通运输局"), containsString("明编发〔2026〕1号"), containsString("杜若谷"))));
    }

    @Test
    void namesTheUnitsThatAUnitStoodUnderAsThenAndAsNow() throws Exception {
        int bureau = unit("市住建局");
        int section = directory().children(bureau).getFirst().id();
        web.perform(as(get("/units/" + section))).andExpect(content().string(not(containsString("（现名"))));
        web.perform(as(post("/units/" + bureau + "/rename").param("name", "明川市住房城乡建设和交通局").param("shortName", "")
                .param("from", directory().today().toString()).param("basis", ""), Duty.ADMINISTER)).andExpect(status().isSeeOther());
        web.perform(as(get("/units/" + section))).andExpect(content().string(
                allOf(containsString("明川市住房和城乡建设局</a>（现名明川市住房城乡建设和交通局）"))));
    }

    @Test
    void refusesDaysThatNoTableHoldsInASentence() throws Exception {
        int bureau = unit("市财政局");
        for (var day : List.of("+999999999-01-01", "1899-12-31", "2200-01-01", "2026-02-30", "soon")) {
            web.perform(as(post("/units/" + bureau + "/rename").param("name", "甲").param("shortName", "").param("from", day).param("basis", ""), Duty.ADMINISTER))
                    .andExpect(status().isBadRequest()).andExpect(content().string(containsString("在 1900 年至 2199 年之间")));
            web.perform(as(post("/calendar/overrides").param("day", day).param("kind", "WORK").param("name", "x"), Duty.ADMINISTER)).andExpect(status().isBadRequest());
        }
    }

    @Test
    void refusesTheCharacterNulInASentence() throws Exception {
        web.perform(get("/public/bulletins").param("q", "\0")).andExpect(status().isBadRequest()).andExpect(content().string(containsString("空字符")));
        web.perform(post("/access/sign-in").param("login", "a\0").param("password", "x").with(csrf())).andExpect(status().isBadRequest());
        web.perform(as(get("/people").param("q", "甲\0"))).andExpect(status().isBadRequest());
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() throws Exception {
        int bureau = unit("市财政局");
        web.perform(as(post("/units/" + bureau + "/rename").param("name", "明川市生态环境局").param("shortName", "某简称")
                        .param("from", "2026-01-01").param("basis", ""), Duty.ADMINISTER))
                .andExpect(status().isConflict())
                .andExpect(content().string(allOf(containsString("某简称"), containsString("已有名为“明川市生态环境局”的单位"))));
    }

    @Test
    void doesNotFindAnotherTenantsUnit() throws Exception {
        web.perform(as(get("/units/4711"))).andExpect(status().isNotFound());
        web.perform(as(get("/people/4711"))).andExpect(status().isNotFound());
        web.perform(as(get("/posts/4711"))).andExpect(status().isNotFound());
    }

    @Test
    void showsEveryPersonAndEveryPost() throws Exception {
        for (var person : directory().people()) web.perform(as(get("/people/" + person.id()), Duty.ADMINISTER)).andExpect(status().isOk());
        for (var unit : directory().units()) {
            web.perform(as(get("/units/" + unit.id()), Duty.ADMINISTER)).andExpect(status().isOk());
            for (var post : directory().posts(unit.id())) web.perform(as(get("/posts/" + post.id()), Duty.ADMINISTER)).andExpect(status().isOk());
        }
        web.perform(as(get("/people").param("q", "徐望舒"))).andExpect(content().string(
                allOf(containsString("业务协调科"), containsString("热线中心"), not(containsString("祁正言")))));
    }

    @Test
    void opensAPostAndGivesIt() throws Exception {
        int bureau = unit("市财政局");
        web.perform(as(post("/units/" + bureau + "/posts/new").param("name", "国库科科长").param("duties", "REVIEW", "HANDLE")
                .param("from", "2026-01-01").param("basis", ""), Duty.ADMINISTER)).andExpect(status().isSeeOther());
        var opened = directory().postNamed(bureau, "国库科科长").orElseThrow();
        assertThat(opened.duties()).containsExactlyInAnyOrder(Duty.REVIEW, Duty.HANDLE);
        int person = directory().peopleNamed("徐望舒").getFirst().id();
        web.perform(as(post("/posts/" + opened.id() + "/take").param("person", String.valueOf(person)).param("from", "2026-01-01").param("basis", ""), Duty.ADMINISTER))
                .andExpect(status().isSeeOther());
        assertThat(directory().postsOf(person)).hasSize(3);
    }

    @Test
    void appointsNobodyWhoWasNotChosen() throws Exception {
        var head = directory().head(unit("市财政局")).orElseThrow();
        int person = directory().peopleNamed("徐望舒").getFirst().id();
        web.perform(as(get("/posts/" + head.id() + "/take"), Duty.ADMINISTER)).andExpect(content().string(containsString("<option value=\"\" selected>请选择姓名</option>")));
        web.perform(as(post("/posts/" + head.id() + "/take").param("person", "").param("from", "2026-01-01").param("basis", "明组〔2026〕1号"), Duty.ADMINISTER))
                .andExpect(status().is(422)).andExpect(content().string(allOf(containsString("请选择姓名。"), containsString("明组〔2026〕1号"))));
        web.perform(as(post("/people/" + person + "/take").param("post", "").param("from", "2026-01-01").param("basis", ""), Duty.ADMINISTER))
                .andExpect(status().is(422)).andExpect(content().string(containsString("请选择岗位。")));
        assertThat(directory().holders(head.id())).hasSize(1);
        assertThat(directory().postsOf(person)).hasSize(2);
    }

    @Test
    void saysOfAClosedUnitThatItIsClosed() throws Exception {
        int closing = unit("市财政局");
        int successor = unit("市交通运输局");
        web.perform(as(post("/units/" + closing + "/close").param("successor", String.valueOf(successor)).param("from", directory().today().toString()).param("basis", ""), Duty.ADMINISTER))
                .andExpect(status().isSeeOther());
        web.perform(as(get("/units/" + closing), Duty.ADMINISTER)).andExpect(content().string(allOf(
                containsString("已撤销（"), containsString("岗位已于"), containsString("由明川市交通运输局承接"), not(containsString("还没有岗位")))));
    }

    @Test
    void showsWhatRestsOnAUnitBeforeItCloses() throws Exception {
        web.perform(as(get("/units/" + unit("市财政局") + "/close"), Duty.ADMINISTER)).andExpect(content().string(allOf(containsString("没有承担未办结的事项"), containsString("同日撤销，"))));
    }

    @Test
    void letsALeaverGo() throws Exception {
        int person = directory().peopleNamed("车行云").getFirst().id();
        web.perform(as(get("/people/" + person + "/depart"), Duty.ADMINISTER)).andExpect(content().string(containsString("办公室文书")));
        web.perform(as(post("/people/" + person + "/depart").param("from", directory().today().toString()).param("basis", "退休"), Duty.ADMINISTER))
                .andExpect(status().isSeeOther());
        assertThat(directory().people()).extracting(Person::id).doesNotContain(person);
    }
}
