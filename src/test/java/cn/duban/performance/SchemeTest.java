package cn.duban.performance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.ledger.type.Fault;
import cn.duban.performance.Measure.Offer;
import cn.duban.units.Imagined;
import cn.duban.units.SmallTown;
import cn.duban.units.Directory;
import cn.duban.units.Unit.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a scheme may say, and what is said where it may not: in the line, in a sentence. */
class SchemeTest {

    static final List<Offer> OFFERS = List.of(new Offer("按期办结率", true, null, "台账"), new Offer("逾期未办结", false, null, "台账"), new Offer("被退回次数", false, null, "台账"), new Offer("重办次数", false, null, "台账"), new Offer("未报进展", false, null, null), new Offer("督办扣分", false, null, null),
            new Offer("考核得分率", true, "来源方案", null));

    private static final String HEAD = "方案: 试考核\n周期: 季度\n对象:\n  部门: 全部工作部门\n指标:\n";

    private final Directory town = SmallTown.directory(LocalDate.of(2026, 7, 1));

    private List<Fault> faults(String text) {
        return SchemeLinter.check(SchemeReader.read(text), town, OFFERS, (name, of) -> true);
    }

    private static String said(List<Fault> faults) {
        return String.join("\n", faults.stream().map(fault -> fault.line() + " " + fault.text().zh()).toList());
    }

    @Test
    void findsNothingWrongWithWhatShips() {
        assertThat(ShippedSchemes.TEXTS).hasSize(3);
        ShippedSchemes.TEXTS.forEach((name, text) -> assertThat(faults(text)).as(name).isEmpty());
        ShippedSchemes.TEXTS.forEach((name, text) -> assertThat(SchemeReader.read(text).scheme()).as(name).isNotNull());
    }

    @Test
    void saysWhatIsWrongWhateverIsSent() {
        for (var text : List.of("甲", "- 甲", "1", "~", "方案: [甲]", "方案: { 甲: 乙 }", "对象: 1\n指标: [1]", "&a { 方案: *a }", "&a [*a]", "{", "\t", "方案: 甲\n对象: { 部门: }\n指标: { 甲: }\n", "方案: !!int 甲", "方案: 甲\n---\n方案: 乙\n", "方案: *b",
                "方案: 甲\n对象: { 部门: 全部工作部门 }\n指标: &x { 甲: { 分值: 100, 指标: *x } }\n", "? [甲]\n: 乙\n", "\u0001", "指标: { 甲: { 分值: -1 } }", "评分期限: 99999wd\n方案: 甲", HEAD + "  甲: { 分值: 999999.99, 数据: 督办扣分, 每件: 999999 }\n"))
            assertThat(faults(text)).as(text).isNotEmpty();
    }

    @Test
    void addsUpEveryLevelForEveryGroup() {
        assertThat(said(faults(HEAD + "  甲:\n    分值: 60\n    指标:\n      一: { 分值: 30, 评分: 考核单位 }\n      二: { 分值: 25, 评分: 考核单位 }\n  乙: { 分值: 40, 评分: 考核单位 }\n")))
                .isEqualTo("6 “甲”下各项分值加起来是 55 分，比应有的 60 分少了 5 分（对“部门”组）。");
        assertThat(said(faults(HEAD + "  甲: { 分值: 60, 评分: 考核单位 }\n  乙: { 分值: 40.5, 评分: 考核单位 }\n"))).contains("5 “试考核”下各项分值加起来是 100.5 分，比应有的 100 分多了 0.5 分");
        var two = HEAD.replace("  部门: 全部工作部门\n", "  部门: 生态环境局\n  其他: 财政局\n");
        assertThat(faults(two + "  甲: { 分值: 60, 评分: 考核单位 }\n  乙: { 分值: 40, 适用: 部门, 评分: 考核单位 }\n  丙: { 分值: 40, 适用: 其他, 评分: 考核单位 }\n")).isEmpty();
        assertThat(said(faults(two + "  甲: { 分值: 60, 评分: 考核单位 }\n  乙: { 分值: 40, 适用: 部门, 评分: 考核单位 }\n"))).contains("少了 40 分（对“其他”组）").doesNotContain("对“部门”组");
        assertThat(faults(HEAD + "  甲: { 分值: 100, 评分: 考核单位 }\n  乙: { 加分: 5, 评分: 考核单位 }\n  丙: { 减分: 5, 评分: 考核单位 }\n")).as("bonus and deduction stand outside").isEmpty();
    }

    @Test
    void holdsOpennessToFourPerCent() {
        var text = ShippedSchemes.TEXTS.get("supervision");
        var less = text.replace("分值: 4\n    专项: 政务公开", "分值: 3\n    专项: 政务公开").replace("分值: 16", "分值: 17");
        assertThat(said(faults(less))).contains("综合考核里“政务公开”要占 4% 以上，即不少于 4 分，现在是 3 分");
        assertThat(said(faults(text.replace("    专项: 政务公开\n", "")))).contains("现在是 0 分");
        assertThat(faults(less.replace("类别: 综合考核", "类别: 专项考核"))).isEmpty();
    }

    @Test
    void asksForAGroundWhereSubDistrictsAreAppraised() {
        var land = new Imagined(town);
        var root = land.unit("区政府", Kind.GOVERNMENT, 0);
        land.unit("青石街道", Kind.SUBDISTRICT, root);
        land.unit("财政局", Kind.DEPARTMENT, root);
        var here = land.on(LocalDate.of(2026, 7, 1));
        var text = "方案: 试考核\n周期: 年\n对象:\n  部门: 财政局\n  街道: 全部街道乡镇\n指标:\n  甲: { 分值: 60, 评分: 考核单位%s }\n  乙: { 分值: 40, 评分: 考核单位, 说明: 街道承担网格巡查 }\n";
        var bare = SchemeLinter.check(SchemeReader.read(text.formatted("")), here, OFFERS, (name, of) -> true);
        assertThat(said(bare)).startsWith("7 “甲”考核到街道乡镇").contains("文件依据");
        assertThat(SchemeLinter.check(SchemeReader.read(text.formatted(", 依据: 区发〔2026〕3号")), here, OFFERS, (name, of) -> true)).isEmpty();
        assertThat(said(SchemeLinter.check(SchemeReader.read(text.formatted("").replace("全部街道乡镇", "青石街道")), here, OFFERS, (name, of) -> true))).as("by name as well").contains("“甲”考核到街道乡镇");
    }

    @Test
    void saysInTheLineWhatItDoesNotUnderstand() {
        assertThat(said(faults(HEAD + "  甲: { 分值: 100, 数据: 按期办节率, 直线: { 零分: 60%, 满分: 95% } }\n"))).startsWith("6 系统里没有“按期办节率”这个数据，可以写：");
        assertThat(said(faults(HEAD + "  甲: { 分值: 100, 数据: 按期办结率, 每件: 1 }\n"))).contains("“按期办结率”是比率，计分办法里要写百分数");
        assertThat(said(faults(HEAD + "  甲: { 分值: 100, 数据: 逾期未办结, 直线: { 零分: 5%, 满分: 0% } }\n"))).contains("是件数");
        assertThat(said(faults(HEAD + "  甲: { 分值: 100, 评分: 某某局 }\n"))).contains("没有叫“某某局”的单位");
        assertThat(said(faults(HEAD + "  甲: { 分值: 100, 评分: 考核单位, 比重: 3 }\n"))).contains("不认识“指标.甲.比重”");
        assertThat(said(faults(HEAD + "  甲: { 分值: 100 }\n"))).contains("要写明分从哪里来");
        assertThat(said(faults(HEAD + "  甲: { 分值: 一百, 评分: 考核单位 }\n"))).contains("要写一个数");
        assertThat(said(faults(HEAD + "  甲: { 分值: 100, 填报: 考核单位, 分档: { 90%: 60, 80%: 80 } }\n"))).contains("分档颠倒了");
        assertThat(said(faults(HEAD + "  甲: { 分值: 100, 填报: 考核单位, 分档: { 90%: 120 } }\n"))).contains("比 100 分还多");
        assertThat(said(faults(HEAD + "  甲: { 分值: 100, 数据: 考核得分率, 直线: { 零分: 0%, 满分: 100% } }\n"))).contains("还要写明来源方案");
        assertThat(said(faults(HEAD.replace("季度", "三天") + "  甲: { 分值: 100, 评分: 考核单位 }\n"))).contains("2 周期要写");
        assertThat(said(faults("方案: 甲\n  周期: [\n"))).isNotEmpty();
        assertThat(said(faults(HEAD.replace("全部工作部门", "[财政局, 财政局 ]")))).isNotEmpty();
        assertThat(faults("")).hasSize(1);
    }
}
