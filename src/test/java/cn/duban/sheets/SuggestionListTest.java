package cn.duban.sheets;

import static cn.duban.web.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.duban.DubanTest;
import cn.duban.ledger.Town;
import cn.duban.sheets.Line.Outcome;
import cn.duban.sheets.SheetIntake.State;
import cn.duban.web.Viewer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** The list of a session as it comes from the standing committee becomes suggestions of the ledger, by the way that every sheet takes. */
@DubanTest
class SuggestionListTest {

    private static final List<List<String>> LIST = List.of(
            List.of("届次", "建议编号", "案由", "建议内容", "领衔代表", "附议代表", "类别", "重点督办", "是否公开", "主办单位", "会办单位"),
            List.of("十八届三次会议", "1", "关于增设老年食堂的建议", "老旧小区就餐不便。", "宁静", "卓远、舒朗", "民生保障", "是", "是", "市人社局", "市财政局、市住建局"),
            List.of("十八届三次会议", "2", "关于整治城区内河的建议", "汛期反味。", "卓远", "", "生态环境", "否", "是", "市生态环境局", ""),
            List.of("十八届三次会议", "3", "关于优化公交线路的建议", "早高峰拥挤。", "舒朗", "", "城乡建设", "否", "否", "市交通运输局", "临溪区"));

    @Autowired MockMvc web;
    @Autowired Town town;
    @Autowired SheetIntakes intakes;
    @Autowired Lines lines;
    @Autowired Present present;
    @Autowired Worker worker;

    @Test
    void takesTheListOfASessionIn() throws Exception {
        var inspect = town.as("inspect");
        var to = web.perform(multipart("/sheets").file(new MockMultipartFile("file", "建议清单.xlsx", null, workbook())).with(as(inspect)).with(csrf())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        var intake = intakes.required(UUID.fromString(to.substring(to.lastIndexOf('/') + 1)), inspect);
        assertThat(intake.mapping().type()).isEqualTo("deputy-suggestion");
        assertThat(intake.mapping().columns()).extracting(Mapping.Column::target).containsExactly("field:session", "field:serial", "title", "body", "field:proposers", "field:joint", "field:category", "field:key", "field:open", "role:lead", "role:assist");

        var form = post("/sheets/{id}/mapping", intake.id()).param("version", "" + intake.version()).param("then", "check").param("type", intake.mapping().type()).param("top", "" + intake.mapping().top())
                .param("bottom", "" + intake.mapping().bottom()).param("title", "三次会议建议").param("book", "");
        for (var column : intake.mapping().columns()) form.param("column" + column.at(), column.target());
        web.perform(form.with(as(inspect)).with(csrf())).andExpect(status().is3xxRedirection());
        var checked = finished(intake, State.CHECKED, inspect);
        assertThat(lines.tally(inspect.tenant(), checked.id())).containsEntry(Outcome.NEW, 3).doesNotContainKey(Outcome.FAULTY);
        web.perform(post("/sheets/{id}/run", checked.id()).param("version", "" + checked.version()).with(as(inspect)).with(csrf())).andExpect(status().is3xxRedirection());
        finished(checked, State.DONE, inspect);

        var first = lines.after(inspect.tenant(), checked.id(), 0, 100).stream().filter(line -> line.outcome() != Outcome.NONE).findFirst().orElseThrow();
        var now = present.of(List.of(first.matter()), inspect).get(first.matter());
        assertThat(now.parts().title()).isEqualTo("关于增设老年食堂的建议");
        assertThat(now.parts().fields()).containsEntry("serial", "1").containsEntry("category", "livelihood").containsEntry("key", "true").containsEntry("open", "true").containsEntry("joint", "卓远、舒朗");
        assertThat(now.parts().roles().get("lead")).containsExactly(town.unit("市人社局"));
        assertThat(now.parts().roles().get("assist")).containsExactlyInAnyOrder(town.unit("市财政局"), town.unit("市住建局"));
    }

    private SheetIntake finished(SheetIntake intake, State state, Viewer viewer) {
        while (intakes.required(intake.id(), viewer).working()) worker.step();
        var now = intakes.required(intake.id(), viewer);
        assertThat(now.state()).isEqualTo(state);
        return now;
    }

    private static byte[] workbook() throws IOException {
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("建议清单");
            for (int i = 0; i < LIST.size(); i++) {
                var row = sheet.createRow(i);
                for (int k = 0; k < LIST.get(i).size(); k++) row.createCell(k).setCellValue(LIST.get(i).get(k));
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
