package cn.duban.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Documents of 明川市, an invented city. */
final class InventedBulletin {
    static final String OFFICE = "中共明川市委巡察整改工作领导小组办公室";

    private static final String[] SUBJECTS = {"学习贯彻上级决策部署不够深入", "优化营商环境措施落实不到位", "12345热线办理质量不高",
        "政务公开内容更新不及时", "工程项目监管存在薄弱环节", "固定资产管理不够规范", "中介服务机构监管缺位", "基层减负工作成效不明显"};

    private InventedBulletin() {}

    /** Eight pages: headings of all levels, a ledger of 24 rows, two annexes, seal, note and imprint. */
    static OfficialDocument whole() {
        var text = new BodyText()
                .paragraph("根据市委统一部署，2025年9月8日至11月20日，市委第三巡察组对市行政审批服务局党组开展了常规巡察，2026年1月16日反馈了巡察意见。"
                        + "按照《中国共产党巡视工作条例》有关规定，现将整改情况予以通报。")
                .heading(1, "整改工作总体情况")
                .paragraph("反馈意见指出4个方面24个具体问题。截至2026年4月30日，已完成整改19个，基本完成并持续推进3个，正在整改2个，完成率79.2%。"
                        + "建立完善制度11项，追缴资金3.6万元，约谈提醒7人次。")
                .heading(1, "存在的主要问题");
        for (int i = 0; i < SUBJECTS.length; i++) {
            text.heading(2, SUBJECTS[i])
                    .heading(3, "责任落实方面。", "个别科室对问题认识不深，牵头单位与配合单位之间衔接不紧，整改台账更新滞后于实际进展，"
                            + "对“立行立改”事项的办结时限把握不严，存在以会议落实整改的倾向。")
                    .heading(4, "整改措施。", "由分管负责同志牵头，每半月调度一次，逐项明确牵头单位、配合单位、责任人和办理时限，"
                            + "办结后由督查机构实地核验，核验人员不得来自责任单位及其下属机构。")
                    .heading(4, "整改结果。", "已修订《明川市政务服务事项动态管理办法》等制度" + (i + 1) + "项，开展专项检查" + (i + 2)
                            + "次，抽查办件" + (i + 3) * 57 + "件，发现并纠正问题" + (i + 4) + "个，群众满意率由86.3%提高到9" + i % 8 + ".1%。");
        }
        text.heading(1, "下一步工作要求")
                .paragraph("各责任单位要对照本通报逐条检查，尚未办结的事项须在2026年6月30日前完成；长期坚持的事项每季度报告一次进展，"
                        + "直至“回头看”结束。对弄虚作假、纸面整改的，依规依纪追究责任。");
        var ledger = new ArrayList<List<String>>();
        for (int i = 1; i <= 24; i++) {
            ledger.add(List.of(Integer.toString(i), SUBJECTS[i % SUBJECTS.length] + "，相关制度执行不严",
                    i % 3 == 0 ? "市行政审批服务局、市数据局" : "市行政审批服务局", i % 9 == 0 ? "限期整改" : "立行立改",
                    "2026年" + (i % 5 + 2) + "月28日", i % 12 == 0 ? "正在整改" : i % 8 == 0 ? "基本完成" : "已完成"));
        }
        return OfficialDocument.of(DocumentKind.BULLETIN, "关于市行政审批服务局党组巡察反馈意见整改落实情况的通报")
                .marks("000012", null, Urgency.URGENT)
                .issuerMark(OFFICE + "文件")
                .number("明巡整办〔2026〕3号")
                .unbroken("市行政审批服务局")
                .addressee("各县（区）委、人民政府，市委各部委，市直各单位")
                .body(text)
                .annex("整改问题台账", new BodyText().table("", List.of(Block.Column.word("序号", 5), Block.Column.text("问题", 22),
                        Block.Column.text("责任单位", 14), Block.Column.word("整改类型", 8), Block.Column.word("时限", 13),
                        Block.Column.word("状态", 8)), ledger))
                .annex("未办结事项的原因说明和后续措施", new BodyText().heading(1, "原因").paragraph("两项事项涉及系统改造，须待省级平台升级后实施。")
                        .heading(1, "后续措施").paragraph("由市数据局牵头，2026年6月30日前完成接口改造并组织验收。"))
                .signature(new Signature(OFFICE, LocalDate.of(2026, 5, 8), true))
                .note("此件公开发布")
                .imprint(new Imprint(List.of("市人大常委会办公室", "市政协办公室", "市监察委员会", "市中级人民法院", "市人民检察院",
                        "各民主党派明川市委员会"), OFFICE, LocalDate.of(2026, 5, 9)))
                .build();
    }

    /** One page, upward, two signatories, unsealed. */
    static OfficialDocument request() {
        return OfficialDocument.of(DocumentKind.REQUEST, "关于增加督查专项工作经费的请示")
                .issuerMark("明川市人民政府办公室文件")
                .number("明政办〔2026〕18号")
                .signatories("林知远", "沈若谷", "周行")
                .addressee("市人民政府")
                .body(new BodyText().paragraph("为保障全市督查工作正常开展，拟请在2026年度预算中增加督查专项工作经费12万元。").paragraph("妥否，请批示。"))
                .signature(new Signature("明川市人民政府办公室", LocalDate.of(2026, 11, 23), false))
                .note("联系人：何一鸣，联系电话：0000-12345")
                .imprint(new Imprint(List.of(), "明川市人民政府办公室", LocalDate.of(2026, 11, 23)))
                .build();
    }

    static AssignmentSlip slip() {
        return new AssignmentSlip("明川市人民政府督查室", "督查事项交办单", "明督交〔2026〕12号", LocalDate.of(2026, 3, 2), "市行政审批服务局",
                "整改-2026-0007", "窗口存在“体外循环”办件，部分事项未纳入政务服务平台统一受理。",
                List.of("对进驻事项逐项核对，未纳入平台的于3月底前全部纳入", "每月抽查办件不少于50件，结果在局务会上通报"), "市行政审批服务局",
                List.of("市数据局", "市财政局"), "林知远", LocalDate.of(2026, 3, 30),
                "自2026年3月2日交办之次日起20个工作日，周六、周日不计，期间无法定节假日。",
                List.of("收到后2个工作日内签收并退回回执", "每半月报送一次进展，附现场核查、文件、照片等佐证材料", "完成后申请核验，不得自行销号"),
                "市政府督查室督查一科", LocalDate.of(2026, 3, 4));
    }

    /** A slip whose measures fill more than a page. */
    static AssignmentSlip longSlip() {
        var measures = new ArrayList<String>();
        for (int i = 0; i < 24; i++) {
            measures.add(SUBJECTS[i % SUBJECTS.length] + "：由分管负责同志牵头，逐项明确责任人和办理时限，办结后由督查机构实地核验，核验结果记入台账。");
        }
        var brief = slip();
        return new AssignmentSlip(brief.office(), brief.heading(), "明督交〔2026〕13号", brief.issuedOn(), brief.recipient(), "整改-2026-0008",
                brief.matter(), measures, brief.lead(), List.of(), brief.leader(), brief.due(), brief.dueWhy(),
                brief.requirements(), brief.contact(), brief.returnBy());
    }
}
