package cn.duban.hotline.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What platforms call the columns of their orders, and write into them. Pure. */
final class OrderWords {

    /** In the order of a form. */
    static final List<String> ALL = List.of("text", "kind", "category", "area", "place", "name", "phone", "address", "mail", "urgent", "confidential", "verdict", "reason");

    static final Set<String> PERSONAL = Set.of("name", "phone", "address", "mail");

    private static final Map<String, Set<String>> HEADS = Map.ofEntries(
            Map.entry("text", Set.of("诉求内容", "工单内容", "问题描述", "反映内容", "事件描述", "诉求描述", "具体内容", "内容", "问题内容", "来电内容")),
            Map.entry("kind", Set.of("诉求类型", "工单类型", "类型", "受理类型", "诉求性质")),
            Map.entry("category", Set.of("类别", "分类", "诉求分类", "诉求类别", "问题类别", "事项类别", "事项分类", "归口分类", "所属分类")),
            Map.entry("area", Set.of("区域", "所属区域", "所在区域", "属地", "街道", "所属街道", "镇街", "乡镇街道")),
            Map.entry("place", Set.of("地点", "事发地址", "事发地点", "诉求地址", "诉求地点", "问题地点", "发生地址")),
            Map.entry("name", Set.of("来电人", "诉求人", "姓名", "联系人", "反映人", "来电人姓名", "诉求人姓名", "群众姓名", "投诉人")),
            Map.entry("phone", Set.of("电话", "联系电话", "来电号码", "来电电话", "手机", "手机号", "手机号码", "联系方式", "诉求人电话", "来电人电话")),
            Map.entry("address", Set.of("联系地址", "住址", "家庭住址", "诉求人地址", "来电人地址")),
            Map.entry("mail", Set.of("邮箱", "电子邮箱")),
            Map.entry("urgent", Set.of("紧急程度", "是否紧急", "紧急")),
            Map.entry("confidential", Set.of("是否保密", "保密", "信息保密")),
            Map.entry("verdict", Set.of("审核结果", "审核状态", "退回重办", "是否退回", "处理意见", "工单状态", "办理状态", "审核情况")),
            Map.entry("reason", Set.of("退回原因", "退回理由", "审核意见", "重办原因", "退回意见", "重办要求")));

    private static final Map<String, List<String>> KINDS = Map.of("complaint", List.of("投诉"), "tip", List.of("举报"), "enquiry", List.of("咨询"), "request", List.of("求助", "求决"), "suggestion", List.of("建议", "意见"), "praise", List.of("表扬", "感谢"));

    private static final List<String> SENT_BACK = List.of("退回", "重办", "驳回", "不通过", "不合格");

    private static final Pattern NOT_SENT_BACK = Pattern.compile("(?:不予|不用|不需要?|无需|未|没有|暂不|是否)(?:被)?(?:退回|重办|驳回)");

    private OrderWords() {}

    static Optional<String> meaning(String head) {
        return ALL.stream().filter(word -> HEADS.get(word).contains(head)).findFirst();
    }

    /** Empty where the words of the order are to say: none is written, one that the ticket does not know, or several. */
    static String kind(String written) {
        var said = KINDS.entrySet().stream().filter(kind -> kind.getKey().equals(written) || kind.getValue().stream().anyMatch(written::contains)).map(Map.Entry::getKey).toList();
        return said.size() == 1 ? said.getFirst() : "";
    }

    static boolean sentBack(String verdict) {
        return SENT_BACK.stream().anyMatch(verdict::contains) && !NOT_SENT_BACK.matcher(verdict).find();
    }

    static boolean yes(String written) {
        return written.matches("是|true|Y|y|√|紧急|特急|加急|非常紧急|保密|不公开|要求保密");
    }
}
