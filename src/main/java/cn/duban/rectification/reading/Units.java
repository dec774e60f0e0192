package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Who leads and who assists, out of 责任单位:A、B,C配合 and (由A牵头,B、C按职责分工负责). */
final class Units {
    private static final Pattern CLAUSE = Pattern.compile("[,;](?![^(]*\\))");
    private static final Pattern DIVIDER = Pattern.compile("[、/\\t](?![^(]*\\))|\\s+(?=[\\u4e00-\\u9fff])|[及和](?=各|市直|区直|县直|州直|有关|相关|其他)");
    private static final Pattern WITH = Pattern.compile("会同|商(?=市|省|区|县|有关)");
    private static final Pattern LEADS = Pattern.compile("(?:分别)?(?:牵头|主办|负总责|总牵头)(?:抓总|负责|落实|组织实施|推进)*$");
    private static final Pattern ASSISTS = Pattern.compile("(?:等)?(?:积极|协同)?(?:配合|参与|协助|协办|参加)(?:落实|实施|负责)?$");
    private static final Pattern SHARES = Pattern.compile("(?:按照?(?:各自)?(?:职责|职能|分工|任务)(?:职责|分工)?(?:分别)?|分别|共同)?(?:负责|落实|实施|组织实施|承担)+$");
    private static final Pattern NAMES = Pattern.compile(
            "(?:[\\u4e00-\\u9fff]{1,14}(?:处室|科室|股室|[局委办处科股室部]|中心|单位|部门|党委|总支|支部|街道|乡镇|政府|公司|领导小组|工会|机构)(?:[、,;]|会同|$))+");
    private static final Pattern NOISE_BEFORE = Pattern.compile("^(?:由|并由|及|和|以及|:)+");
    private static final Pattern POSTFIX = Pattern.compile("^[^。;“”]{2,160}?(?:牵头|负责|配合|主办|落实)(?:[^。“”]{0,200})?$");

    /** …负责,6月底前完成: the last clause is a deadline. */
    private static final Pattern BY_WHEN = Pattern.compile("[,;](?=[^,;]*(?:\\d{1,2}月|年底|季度|年内))[^,;]{2,20}$");

    final Set<String> lead = new LinkedHashSet<>();
    final Set<String> assist = new LinkedHashSet<>();
    final Set<String> leaders = new LinkedHashSet<>();

    /** {@code words} is the label: 牵头单位 makes the later 责任单位 an assisting one. */
    void add(Label label, String words, Passage value) {
        switch (label) {
            case LEAD -> clauses(value, words.contains("牵头") || lead.isEmpty() || !hasChief ? lead : assist);
            case ASSIST -> clauses(value, assist);
            case LEADER -> value.split(DIVIDER).forEach(part -> part.split(CLAUSE).forEach(name -> put(name, leaders)));
            default -> { }
        }
        hasChief |= label == Label.LEAD && (words.contains("牵头") || words.contains("主办"));
    }

    private boolean hasChief;

    /** (市发改委牵头,各区政府配合): a bracket without a label. */
    static boolean isPostfix(String content) {
        var text = BY_WHEN.matcher(content).replaceFirst("");
        return POSTFIX.matcher(text).matches() && (text.contains("牵头") || SHARES.matcher(text).find() || ASSISTS.matcher(text).find())
                && !text.matches(".*(?:不得|应当|要求|工作$|制度$).*");
    }

    /** (机关党委) or (办公室、各业务处室) at the very end: nothing but names of units. */
    static boolean areNames(String content) {
        return NAMES.matcher(content).matches();
    }

    void addPostfix(Passage text) {
        var byWhen = BY_WHEN.matcher(text.text);
        clauses(byWhen.find() ? text.slice(0, byWhen.start()) : text, lead);
    }

    private void clauses(Passage value, Set<String> usual) {
        var target = usual;
        for (var clause : value.split(CLAUSE)) {
            var trimmed = clause.trimEnd("。. ");
            var leads = LEADS.matcher(trimmed.text);
            var assists = ASSISTS.matcher(trimmed.text);
            var inner = trimmed.text.indexOf("牵头");
            if (leads.find()) {
                names(trimmed.slice(0, leads.start()), lead);
                target = assist;
            } else if (inner > 0 && inner + 2 < trimmed.text.length()) {
                names(trimmed.slice(0, inner), lead);
                names(trimmed.from(inner + 2), assist);
                target = assist;
            } else if (assists.find()) {
                names(trimmed.slice(0, assists.start()), assist);
            } else if (trimmed.text.startsWith("配合")) {
                names(trimmed.from(2).trimStart("单位部门:"), assist);
                target = assist;
            } else {
                names(trimmed, target);
            }
        }
    }

    private void names(Passage text, Set<String> target) {
        var with = WITH.matcher(text.text);
        if (with.find() && with.start() > 0) {
            names(text.slice(0, with.start()), target);
            names(text.from(with.end()), assist);
            return;
        }
        for (var part : text.split(DIVIDER)) {
            put(part, target);
        }
    }

    private void put(Passage part, Set<String> target) {
        var name = part.trimEnd("。;;,、:. )").strip();
        if (name.text.chars().filter(c -> c == '(').count() > name.text.chars().filter(c -> c == ')').count()) {
            name = part.trimEnd("。;;,、:. ").strip();
        }
        var before = NOISE_BEFORE.matcher(name.text);
        if (before.find()) {
            name = name.from(before.end());
        }
        var shares = SHARES.matcher(name.text);
        if (shares.find() && shares.start() > 1) {
            name = name.slice(0, shares.start());
        }
        if (name.text.length() >= 2 && !lead.contains(name.printed)) {
            target.add(name.printed);
        }
    }

    boolean isEmpty() {
        return lead.isEmpty() && assist.isEmpty();
    }

    List<String> leads() {
        return new ArrayList<>(lead);
    }

    List<String> assists() {
        return new ArrayList<>(assist);
    }
}
