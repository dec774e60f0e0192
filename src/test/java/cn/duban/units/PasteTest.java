package cn.duban.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.ledger.Statements;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DubanTest
class PasteTest {

    @Autowired MockMvc web;
    @Autowired City city;
    @Autowired Directories directories;
    @Autowired Logins logins;
    @Autowired People people;

    private City.Founded here;

    @BeforeEach
    void foundTheCity() {
        here = city.found();
    }

    private Directory directory() {
        return directories.of(here.tenant());
    }

    private ResultActions paste(String path, String... lines) throws Exception {
        var viewer = new Viewer(here.tenant(), here.administrator(), "杜若谷", 1, "系统管理员", 1, "市政府", Set.of(Duty.ADMINISTER));
        return web.perform(post(path).param("text", String.join("\r\n", lines)).param("from", "2020-01-01")
                .with(authentication(new UsernamePasswordAuthenticationToken(viewer, "", List.of()))).with(csrf()));
    }

    @Test
    void entersUnitsWithTheirOwnBelowThem() throws Exception {
        String[] table = {"单位名称\t上级\t简称\t类型", "明川市水务局\t\t市水务局\t工作部门", "供水科\t市水务局\t\t内设机构", "\"排水\"\"管网\"\"科\"\t明川市水务局\t\t", "明川市财政局\t\t\t"};
        paste("/units/paste", table).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("3 行可以录入，1 行已经存在"), containsString("/units/paste/enter"))));
        assertThat(directory().unitNamed("市水务局")).as("a preview enters nothing").isEmpty();

        paste("/units/paste/enter", table).andExpect(status().isSeeOther());
        int water = directory().unitNamed("市水务局").orElseThrow().id();
        assertThat(directory().children(water)).extracting(Unit::name).containsExactly("供水科", "排水\"管网\"科");
        assertThat(directory().unit(water)).map(Unit::kind).contains(Unit.Kind.DEPARTMENT);

        paste("/units/paste/enter", table).andExpect(status().isSeeOther());
        assertThat(directory().children(water)).as("pasted twice").hasSize(2);
    }

    @Test
    void entersNoUnitWhileOneLineIsWrong() throws Exception {
        int size = directory().units().size();
        paste("/units/paste/enter", "明川市水务局\t\t\t", "供水科\t\t没有的局\t", "排水科\t\t市财政局\t大部门", "\t\t市财政局\t", "房管科\t\t市住房保障中心\t", "明川市水务局\t\t\t")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("没有名为“没有的局”的单位"), containsString("“大部门”不是单位类型"), containsString("没有填写名称"),
                        containsString("“市住房保障中心”已撤销"), containsString("与第 1 行重复"), containsString("有 5 行需要修改"), not(containsString("确认录入")))));
        assertThat(directory().units()).hasSize(size);
    }

    @Test
    void entersPeopleWithPostsAndLogins() throws Exception {
        var login = "pump" + here.tenant();
        String[] table = {"姓名\t单位\t职务（岗位）\t职责\t登录名",
            "汪清泉\t市财政局\t国库科科长\t审核、承办\t" + login, "汪清泉\t市住建局/工程质量安全科\t承办人\t\t" + login, "冷月\t市财政局\t国库科科长\t\t"};
        paste("/people/paste", table).andExpect(status().isOk()).andExpect(content().string(containsString("3 行可以录入")));
        paste("/people/paste/enter", table).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("一次性密码"), containsString(login))));

        var person = directory().peopleNamed("汪清泉");
        assertThat(person).hasSize(1);
        assertThat(directory().postsOf(person.getFirst().id())).hasSize(2);
        assertThat(logins.of(here.tenant())).containsEntry(person.getFirst().id(), login);
        var post = directory().postNamed(directory().unitNamed("市财政局").orElseThrow().id(), "国库科科长").orElseThrow();
        assertThat(post.duties()).containsExactlyInAnyOrder(Duty.REVIEW, Duty.HANDLE);
        assertThat(directory().holders(post.id())).hasSize(2);

        paste("/people/paste", table).andExpect(content().string(containsString("0 行可以录入，3 行已经存在")));
    }

    @Test
    void entersALongTableInAFewStatementsAndHashesBeforeTheLock() throws Exception {
        int version = directory().version();
        var table = IntStream.range(0, 40).mapToObj(i -> "新人" + i + "\t市财政局\t岗位" + i + "\t承办\t" + (i < 3 ? "登录_" + i + "@" + here.tenant() : "")).toArray(String[]::new);
        var sent = Statements.during(() -> paste("/people/paste/enter", table).andExpect(status().isOk())).all();
        assertThat(sent.stream().filter(s -> s.contains("multiset") || s.contains("\"units\".\"unit_name\"")).toList()).hasSizeLessThanOrEqualTo(3);
        assertThat(sent).hasSizeLessThan(25);
        assertThat(directory().people()).extracting(Person::name).contains("新人0", "新人39");
        assertThat(directory().version()).as("a number in the log for each act").isEqualTo(version + 3 * 40);
        var person = directory().peopleNamed("新人7").getFirst();
        assertThat(people.history(here.tenant(), person.id())).extracting(ChangeLine::act).containsExactly("post-taken", "person-entered");
    }

    @Test
    void saysWhatIsWrongWithPeople() throws Exception {
        int size = directory().people().size();
        paste("/people/paste/enter", "钟若海\t市卫健委\t主任\t\t", "钟若海\t市生态环境局\t副局长\t审核\t", "新人甲\t市财政局\t党组书记\t负责人、签发\t", "新人乙\t市财政局\t\t扫地\t", "新人丙\t市财政局\t文员\t\t坏 的")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("没有名为“市卫健委”的单位"), containsString("已有同名人员：钟若海"),
                        containsString("“明川市财政局”已有负责人岗位“局长”"), containsString("没有填写职务"), containsString("“扫地”不是职责"), containsString("只能用字母"))));
        assertThat(directory().people()).hasSize(size);
    }

    @Test
    void asksForAtLeastOneLine() throws Exception {
        paste("/people/paste", " ", "").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("请粘贴至少一行")));
    }
}
