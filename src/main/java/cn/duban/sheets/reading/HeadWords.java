package cn.duban.sheets.reading;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What offices call the columns of their ledgers. */
public final class HeadWords {

    private static final Map<String, Set<String>> WORDS = new LinkedHashMap<>();

    static {
        words("serial", "序号", "号序", "no", "顺序号");
        words("key", "编号", "事项编号", "任务编号", "问题编号", "整改编号", "督办编号", "工单编号", "工单号", "台账编号", "件号", "受理编号", "文号", "唯一编码", "编码", "事项编码", "任务编码");
        words("measure", "整改措施", "措施", "具体措施", "工作措施", "工作任务", "任务", "主要任务", "重点任务", "具体任务", "任务名称", "任务内容", "工作内容", "主要工作", "重点工作", "工作事项",
                "事项", "事项名称", "督办事项", "督查事项", "事项内容", "交办事项", "任务清单", "项目名称", "建设内容", "标题", "整改任务", "落实措施", "议定事项", "批示内容", "隐患内容", "隐患描述", "诉求内容", "案由", "建议题目", "建议标题", "提案题目", "提案标题");
        words("problem", "问题", "存在问题", "反馈问题", "整改问题", "具体问题", "问题表现", "主要问题", "问题描述", "问题清单", "反馈意见", "巡察反馈问题", "问题内容", "突出问题");
        words("aspect", "方面", "所属方面", "类别", "问题类别", "任务类别", "分类", "领域", "板块", "工作类别");
        words("goal", "整改目标", "工作目标", "目标", "目标要求", "目标任务", "年度目标", "预期目标", "整改标准", "工作要求");
        words("lead", "责任单位", "牵头单位", "主办单位", "承办单位", "牵头部门", "责任部门", "主责单位", "落实单位", "主管部门", "责任主体", "牵头责任单位", "整改责任单位", "承办部门", "主要责任单位");
        words("assist", "配合单位", "协办单位", "参与单位", "协同单位", "配合部门", "协助单位", "会办单位", "其他责任单位", "配合责任单位");
        words("leader", "责任领导", "分管领导", "包抓领导", "包保领导", "牵头领导", "市级领导", "区级领导", "县级领导", "市领导", "县领导", "区领导", "主管领导", "责任县领导", "责任市领导", "挂牌领导");
        words("handler", "责任人", "承办人", "联系人", "具体责任人", "经办人", "直接责任人", "科室责任人");
        words("due", "完成时限", "整改时限", "办结时限", "完成时间", "时限", "期限", "完成期限", "整改期限", "截止时间", "截止日期", "时间节点", "时限要求", "办理时限", "计划完成时间", "整改完成时限",
                "预计完成时间", "要求完成时间", "完成日期", "办理期限", "到期时间");
        words("received", "交办时间", "交办日期", "下达时间", "收文日期", "立项时间", "立项日期", "登记时间", "登记日期", "反馈时间", "受理时间", "来文时间");
        words("claim", "进展", "工作进展", "进展情况", "整改情况", "完成情况", "落实情况", "整改进展", "目前进展", "办理情况", "状态", "完成状态", "是否完成", "整改状态", "工作进展情况", "整改进展情况", "落实进度", "办理进展",
                "工作进度", "进度", "办理结果", "整改结果", "目前状态", "当前进展", "是否整改完成", "完成进度");
        words("mode", "整改类别", "整改类型", "整改方式", "办理类型", "整改性质");
        words("note", "备注", "说明", "备注说明", "其他说明");
    }

    private static final Map<String, String> MEANINGS = meanings();

    private HeadWords() {}

    private static void words(String meaning, String... words) {
        WORDS.put(meaning, Set.of(words));
    }

    private static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        WORDS.forEach((meaning, words) -> words.forEach(word -> meanings.put(word, meaning)));
        return meanings;
    }

    /** Without spaces, brackets and their content, and marks; half-width. */
    public static String plain(String head) {
        return Normalizer.normalize(head, Normalizer.Form.NFKC).toLowerCase(java.util.Locale.ROOT).replaceAll("\\([^)]*\\)|\\[[^]]*]|〔[^〕]*〕", "").replaceAll("[\\s:*.。、·_-]", "");
    }

    static boolean known(String plain) {
        return MEANINGS.containsKey(plain);
    }

    /** What a column of that name means; of a name in several lines the last one speaks first. */
    public static Optional<String> meaning(String column) {
        var parts = column.split("/");
        for (int i = parts.length - 1; i >= 0; i--) {
            var meaning = MEANINGS.get(plain(parts[i]));
            if (meaning != null) return Optional.of(meaning);
        }
        return Optional.ofNullable(MEANINGS.get(plain(column)));
    }
}
