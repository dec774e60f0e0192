package cn.duban.sheets;

import static cn.duban.web.SignedIn.as;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.duban.DubanTest;
import cn.duban.documents.SheetText;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.Town;
import cn.duban.sheets.Line.Outcome;
import cn.duban.sheets.SheetIntake.State;
import cn.duban.similarity.meaning.EmbeddingFixture;
import cn.duban.similarity.meaning.Indexes;
import cn.duban.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;

/** An ugly ledger from the file to the matters and back, over HTTP; what it must be read as stands in {@link UglyLedger}. */
@DubanTest
class SheetImportTest {

    @Autowired MockMvc web;
    @Autowired Town town;
    @Autowired SheetIntakes intakes;
    @Autowired Lines lines;
    @Autowired Present present;
    @Autowired Worker worker;
    @Autowired Running running;
    @Autowired MatterTypes types;
    @Autowired Ledger ledger;
    @Autowired DSLContext sql;
    @Autowired EmbeddingFixture embeddings;
    @Autowired Indexes indexes;
    @TempDir Path folder;

    private Viewer inspect;

    @BeforeEach
    void comeIn() {
        inspect = town.as("inspect");
    }

    @Test
    void takesAnUglyLedgerInWithoutLosingARow() throws Exception {
        var first = drop("台账.xlsx", UglyLedger.workbook());
        assertThat(first.mapping().top()).isEqualTo(3);
        assertThat(first.mapping().bottom()).isEqualTo(4);
        assertThat(first.mapping().type()).isEqualTo("rectification-measure");
        assertThat(first.mapping().columns()).extracting(Mapping.Column::name, Mapping.Column::target).containsExactly(
                tuple("序号", "nothing"), tuple("反馈问题", "parent"), tuple("整改措施", "title"),
                tuple("责任分工/责任领导", "role:leader"), tuple("责任分工/责任单位", "role:lead"), tuple("责任分工/配合单位", "role:assist"),
                tuple("责任分工/责任人", "role:handler"), tuple("完成时限", "due"), tuple("整改进展", "field:claim"), tuple("备注", "note"));
        web.perform(get("/sheets/{id}", first.id()).with(as(inspect))).andExpect(status().isOk()).andExpect(content().string(containsString("前几行会变成这样"))).andExpect(content().string(containsString("第1项措施")));

        var checked = check(renamed(first, "首次导入"));
        var measures = UglyLedger.measures();
        var faulty = (int) measures.stream().filter(m -> m.copy() && m.kind().fault() == null || m.kind().fault() != null).count();
        assertThat(lines.tally(inspect.tenant(), checked.id())).containsEntry(Outcome.FAULTY, faulty).containsEntry(Outcome.NEW, UglyLedger.FIRST - faulty)
                // title, who filled it in, two lines of head, four chapters, sum and signature
                .containsEntry(Outcome.NONE, 10);
        web.perform(get("/sheets/{id}", first.id()).with(as(inspect))).andExpect(status().isOk()).andExpect(content().string(containsString("下载有问题的 " + faulty + " 行")));

        run(checked);
        var read = rows(checked);
        assertThat(read).hasSize(UglyLedger.FIRST);
        for (int i = 0; i < read.size(); i++) reads(read.get(i), measures.get(i));
        assertThat(sql.fetchCount(MATTER_ROW, MATTER_ROW.TENANT.eq(inspect.tenant()), MATTER_ROW.TYPE.eq("rectification-finding"), MATTER_ROW.TITLE.startsWith("问题"))).isGreaterThanOrEqualTo(70);
    }

    /** Held against the gold values of its kind. */
    private void reads(Line line, UglyLedger.Measure gold) {
        var said = line.content();
        assertThat(said).isNotNull();
        assertThat(said.title()).isEqualTo(gold.title());
        assertThat(said.parent()).as(gold.title()).isEqualTo(UglyLedger.finding(gold.copy() ? (gold.no() + 1) / 3 : gold.finding()));
        var kind = gold.kind();
        assertThat(said.due() == null ? "" : said.due().toString()).as(gold.title()).isEqualTo(kind.day());
        assertThat(said.roles().getOrDefault("lead", List.of())).as(gold.title()).isEqualTo(kind.leads().stream().map(town::unit).toList());
        assertThat(said.roles().getOrDefault("assist", List.of())).as(gold.title()).containsExactlyInAnyOrderElementsOf(kind.assists().stream().map(town::unit).toList());
        assertThat(said.fields().get("mode")).as(gold.title()).isEqualTo(kind.mode());
        if (kind.fault() != null || gold.copy()) {
            assertThat(line.outcome()).isEqualTo(Outcome.FAULTY);
            assertThat(line.matter()).isNull();
            assertThat(line.remarks()).anyMatch(remark -> remark.zh().contains(kind.fault() != null ? kind.fault() : "内容完全相同"));
            return;
        }
        assertThat(line.done()).isTrue();
        var now = present.of(List.of(line.matter()), inspect).get(line.matter());
        // whatever the sheet says of progress, the matter begins at the beginning
        assertThat(now.phase()).isEqualTo("draft");
        assertThat(now.parts().title()).isEqualTo(gold.title());
        assertThat(now.parts().due()).isEqualTo(said.due());
        assertThat(now.parts().roles().get("lead")).isEqualTo(said.roles().get("lead"));
        assertThat(now.parts().roles().get("leader")).isEqualTo(List.of(town.post(gold.no() % 2 == 0 ? "vice1" : "vice2")));
        assertThat(now.parts().fields().get("claim")).isEqualTo(gold.no() % 4 == 0 ? "已完成" : gold.no() % 4 == 1 ? "正在推进" : null);
    }

    @Test
    void givesTheFaultyRowsBackAndTakesThemCorrected() throws Exception {
        var title = "退回重来";
        var done = run(check(renamed(drop("a.xlsx", UglyLedger.workbook()), title)));
        var file = folder.resolve("faulty.xlsx");
        Files.write(file, web.perform(get("/sheets/{id}/faulty.xlsx", done.id()).with(as(inspect))).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray());
        var rows = new ArrayList<List<String>>();
        SheetText.read(file, "faulty.xlsx", (sheet, no, cells) -> rows.add(cells));
        var faults = lines.tally(inspect.tenant(), done.id()).get(Outcome.FAULTY);
        assertThat(rows).hasSize(4 + faults);
        assertThat(rows.get(3)).contains("问题");
        assertThat(rows.get(4).getLast()).startsWith("原第 14 行：").contains("E 列“责任分工/责任单位”").contains("市机关事务管理局");

        var again = drop("改好.xlsx", Files.readAllBytes(file));
        assertThat(again.mapping().partial()).isTrue();
        assertThat(again.mapping().book()).isEqualTo(done.book());
        var mended = new MendedSheet(Files.readAllBytes(file)).replacing("市机关事务管理局", "市财政局").replacing("尽快", "2026年8月").replacing("2026年2月30日", "2026年2月28日").bytes();
        var checked = check(drop("改好.xlsx", mended));
        var tally = lines.tally(inspect.tenant(), checked.id());
        // the copies are still copies: of rows in the ledger, or of each other
        assertThat(tally.getOrDefault(Outcome.NEW, 0)).isEqualTo((int) UglyLedger.measures().stream().filter(m -> m.kind().fault() != null && !m.copy()).count());
        assertThat(tally.getOrDefault(Outcome.CHANGED, 0) + tally.getOrDefault(Outcome.HELD, 0)).isZero();
        run(checked);
    }

    @Test
    void changesOnlyWhatChangedInTheNextIssue() throws Exception {
        var title = "下一期";
        var done = run(check(renamed(drop("一期.xlsx", UglyLedger.workbook()), title)));
        var before = rows(done);
        var handedOut = before.get(12).matter();
        ledger.act(new MatterId(inspect.tenant(), handedOut), town.assign().field("mode", "dated"), inspect);

        var same = check(continuing(drop("二期.xlsx", UglyLedger.workbook()), done));
        assertThat(lines.tally(inspect.tenant(), same.id())).doesNotContainKeys(Outcome.NEW, Outcome.CHANGED, Outcome.HELD);

        // row 25 is reworded, row 13, which is handed out, gets another day, row 50 is gone, a new one stands before row 31
        var next = continuing(drop("三期.xlsx", UglyLedger.workbook(new UglyLedger.Edits(25, 13, 50, "新增措施：建立月报制度"))), done);
        var checked = check(next);
        assertThat(lines.tally(inspect.tenant(), checked.id())).containsEntry(Outcome.NEW, 1).containsEntry(Outcome.CHANGED, 1).containsEntry(Outcome.HELD, 1);
        web.perform(get("/sheets/{id}?show=missing", checked.id()).with(as(inspect))).andExpect(content().string(containsString("第50项措施")));
        web.perform(get("/sheets/{id}?show=held", checked.id()).with(as(inspect))).andExpect(content().string(containsString("已经交办，期限请用“延期”办理")));
        run(checked);

        var reworded = present.of(List.of(before.get(24).matter()), inspect).get(before.get(24).matter());
        assertThat(reworded.parts().title()).endsWith("逐点拍照留档");
        assertThat(version(before.get(24).matter())).isEqualTo(2);
        assertThat(version(before.get(25).matter())).isEqualTo(1);
        assertThat(present.of(List.of(handedOut), inspect).get(handedOut).parts().due()).isEqualTo(town.today().plusDays(60));
        assertThat(version(before.get(49).matter())).isEqualTo(1);

        var once = check(continuing(drop("四期.xlsx", UglyLedger.workbook(new UglyLedger.Edits(25, 13, 50, "新增措施：建立月报制度"))), done));
        assertThat(lines.tally(inspect.tenant(), once.id())).doesNotContainKeys(Outcome.NEW, Outcome.CHANGED).containsEntry(Outcome.HELD, 1);
    }

    @Test
    void goesOnWhereItWasAndOpensNothingTwice() throws Exception {
        var checked = check(renamed(drop("中断.xlsx", UglyLedger.workbook()), "中断"));
        var left = lines.left(inspect.tenant(), checked.id());
        intakes.send(checked, checked.version(), State.CHECKED, State.RUNNING, left, inspect);
        synchronized (worker) {
            // two nodes have the same view of it: the second finds that the first was there
            var view = intakes.required(checked.id(), inspect);
            var type = types.current(inspect.tenant(), view.mapping().type());
            var before = matters();
            if (view.done() == 0) {
                assertThat(running.batch(view, type.type(), type.ledger(), inspect)).isTrue();
                assertThat(running.batch(view, type.type(), type.ledger(), inspect)).isFalse();
                assertThat(intakes.required(checked.id(), inspect).done()).isEqualTo(left);
                assertThat(matters() - before).isEqualTo(left);
            }
        }
        finished(checked, State.DONE);
        assertThat(rows(checked).stream().filter(line -> line.outcome() == Outcome.NEW).map(Line::matter)).hasSize(left).doesNotContainNull().doesNotHaveDuplicates();
    }

    private int matters() {
        return sql.fetchCount(MATTER_ROW, MATTER_ROW.TENANT.eq(inspect.tenant()), MATTER_ROW.TYPE.eq("rectification-measure"));
    }

    @Test
    void readsTheSecondSheetByItsKeys() throws Exception {
        var first = drop("两张表.xlsx", UglyLedger.workbook());
        var second = intakes.sheets(first.file(), inspect).stream().filter(sheet -> sheet.sheetName().equals("年度任务")).findFirst().orElseThrow();
        assertThat(intakes.sheets(first.file(), inspect)).hasSize(2);
        assertThat(second.mapping().type()).isEqualTo("task-measure");
        assertThat(second.mapping().columns()).extracting(Mapping.Column::target).containsExactly("key", "title", "role:lead", "role:assist", "due");
        var done = run(check(renamed(second, "年度任务")));
        var read = rows(done);
        assertThat(read).hasSize(UglyLedger.SECOND).allMatch(line -> line.outcome() == Outcome.NEW && line.done());
        assertThat(read.get(4).content().due()).hasToString("2026-06-30");
        assertThat(read.get(2).content().roles().get("assist")).containsExactlyInAnyOrder(town.unit("市财政局"), town.unit("市住建局"));
    }

    @Test
    void showsANewKindOfMatterInWords() throws Exception {
        var intake = drop("新台账.xlsx", UglyLedger.workbook());
        var page = web.perform(get("/sheets/{id}/type", intake.id()).with(as(inspect))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("状态与责任", "时限与超期", "<details class=\"fold\"><summary>高级：逐行修改", "采用，并导入到这里");
    }

    @Test
    void keepsSheetsFromThoseWhoDoNotSupervise() throws Exception {
        var intake = drop("机密.xlsx", UglyLedger.workbook());
        web.perform(get("/sheets/{id}", intake.id()).with(as(town.as("eco")))).andExpect(status().isNotFound());
        web.perform(get("/sheets").with(as(town.as("eco")))).andExpect(status().isForbidden());
        web.perform(get("/sheets/{id}/faulty.xlsx", intake.id()).with(as(town.as("eco")))).andExpect(status().isNotFound());
    }

    @Test
    void saysInOneSentenceWhatItCannotRead() throws Exception {
        web.perform(multipart("/sheets").file(new MockMultipartFile("file", "说明.docx", null, "PK nothing of the kind".getBytes())).with(as(inspect)).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("打不开")));
        web.perform(multipart("/sheets").with(as(inspect)).with(csrf())).andExpect(status().isUnprocessableContent());
    }

    private int version(UUID matter) {
        return sql.select(MATTER_ROW.VERSION).from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(inspect.tenant()), MATTER_ROW.ID.eq(matter)).fetchSingle().value1();
    }

    @Test
    void asksAboutRowsThatAreThereAlready() throws Exception {
        var own = town.another();
        inspect = own.as("inspect");
        var fresh = own.measure("沿江步道护栏大面积锈断");
        var known = ledger.open(fresh, inspect, null).id();
        embeddings.settle(own);
        var csv = "整改措施,责任单位,完成时限\n沿江步道护栏锈蚀断裂,市生态环境局,2026-12-30\n沿江步道的护栏大面积锈断,市生态环境局,2026-12-30\n沿江步道护栏成片锈断,市生态环境局,2026-12-30\n规范窗口授权,市生态环境局,2026-12-30\n";
        var checked = check(drop("a.csv", csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(checked.mapping().type()).as("of the many types that have room for these columns, the one whose name the sheet says").isEqualTo("rectification-measure");
        var here = "/sheets/" + checked.id();
        web.perform(get(here).with(as(inspect))).andExpect(status().isOk()).andExpect(content().string(containsString("有 3 条可能已经在台账上"))).andExpect(content().string(containsString("/matters/" + known)));
        ReflectionTestUtils.setField(indexes, "ready", false);
        try {
            web.perform(get(here).with(as(inspect))).andExpect(status().isOk());
        } finally {
            ReflectionTestUtils.setField(indexes, "ready", true);
        }
        web.perform(get(here).with(as(inspect))).andExpect(content().string(containsString("有 3 条可能已经在台账上")));
        web.perform(post(here + "/run").param("version", "" + checked.version()).with(as(inspect)).with(csrf())).andExpect(status().isConflict());
        web.perform(post(here + "/duplicates").param("duplicateAll", "").with(as(inspect)).with(csrf())).andExpect(status().isUnprocessableContent());
        web.perform(post(here + "/duplicates").param("duplicate.2", "merge-" + known.id()).param("duplicate.3", "leave").param("duplicateAll", "另一段").with(as(inspect)).with(csrf())).andExpect(status().is3xxRedirection());
        web.perform(post(here + "/run").param("version", "" + checked.version()).with(as(inspect)).with(csrf())).andExpect(status().is3xxRedirection());
        finished(checked, State.DONE);
        var read = lines.after(checked.tenant(), checked.id(), 0, 10);
        assertThat(read).noneMatch(line -> line.outcome() == Outcome.FAULTY);
        assertThat(read).filteredOn(line -> line.no() == 3).allMatch(line -> line.outcome() == Outcome.NONE && line.matter() == null && line.remarks().getLast().zh().contains("不立项"));
        assertThat(page(read, 2)).contains("已并入");
        assertThat(page(read, 4)).contains("照常立项", "另一段");
        assertThat(page(read, 5)).doesNotContain("立项前查重：");
    }

    private String page(List<Line> rows, int no) throws Exception {
        var matter = rows.stream().filter(line -> line.no() == no).findFirst().orElseThrow().matter();
        return web.perform(get("/matters/" + new MatterId(inspect.tenant(), matter)).with(as(inspect))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private SheetIntake drop(String name, byte[] file) throws Exception {
        var to = web.perform(multipart("/sheets").file(new MockMultipartFile("file", name, null, file)).with(as(inspect)).with(csrf())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        return intakes.required(UUID.fromString(to.substring(to.lastIndexOf('/') + 1)), inspect);
    }

    private SheetIntake renamed(SheetIntake intake, String title) {
        var was = intake.mapping();
        intakes.map(intake, intake.version(), new Mapping(was.top(), was.bottom(), title, was.type(), was.parent(), was.year(), was.loose(), was.partial(), was.columns(), null));
        return intakes.required(intake.id(), inspect);
    }

    private SheetIntake continuing(SheetIntake intake, SheetIntake earlier) {
        var was = intake.mapping();
        intakes.map(intake, intake.version(), new Mapping(was.top(), was.bottom(), was.title(), was.type(), was.parent(), was.year(), was.loose(), was.partial(), was.columns(), earlier.book()));
        return intakes.required(intake.id(), inspect);
    }

    private SheetIntake check(SheetIntake intake) throws Exception {
        var form = post("/sheets/{id}/mapping", intake.id()).param("version", "" + intake.version()).param("then", "check").param("type", intake.mapping().type()).param("top", "" + intake.mapping().top())
                .param("bottom", "" + intake.mapping().bottom()).param("title", intake.mapping().title()).param("book", intake.mapping().book() == null ? "" : intake.mapping().book().toString());
        for (var column : intake.mapping().columns()) form.param("column" + column.at(), column.target());
        web.perform(form.with(as(inspect)).with(csrf())).andExpect(status().is3xxRedirection());
        return finished(intake, State.CHECKED);
    }

    /** Whatever other tests left on the ledger may be like these rows. */
    private SheetIntake run(SheetIntake intake) throws Exception {
        web.perform(post("/sheets/{id}/duplicates", intake.id()).param("duplicateAll", "另一份台账").with(as(inspect)).with(csrf())).andExpect(status().is3xxRedirection());
        web.perform(post("/sheets/{id}/run", intake.id()).param("version", "" + intake.version()).with(as(inspect)).with(csrf())).andExpect(status().is3xxRedirection());
        return finished(intake, State.DONE);
    }

    private SheetIntake finished(SheetIntake intake, State state) {
        while (intakes.required(intake.id(), inspect).working()) worker.step();
        var now = intakes.required(intake.id(), inspect);
        assertThat(now.stopped()).isNull();
        assertThat(now.state()).isEqualTo(state);
        return now;
    }

    /** The rows that are matters, in the order of the sheet. */
    private List<Line> rows(SheetIntake intake) {
        return lines.after(intake.tenant(), intake.id(), 0, 1000).stream().filter(line -> line.outcome() != Outcome.NONE).toList();
    }
}
