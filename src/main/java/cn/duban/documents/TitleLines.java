package cn.duban.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sets a title in lines: no word split, no line of a single character, no line that begins with 的 or a closing mark, and a trapezium or
 * a diamond rather than a block (GB/T 9704-2012 第 7.3.1 条: 回行时词意完整、排列对称、长短适宜、间距恰当，排列应当使用梯形或菱形).
 */
final class TitleLines {
    /** Words frequent in titles; names of places and units come from the caller. */
    private static final Pattern WORD = Pattern.compile("〔[^〕]*〕|[0-9A-Za-z.％%—-]+年?|"
            + "第?[一二三四五六七八九十百]+[届轮次批期号]|人民政府|办公厅|办公室|委员会|领导小组|党组织|党委|党组|机关|"
            + "关于|进一步|开展|加强|做好|推进|落实|贯彻|印发|转发|调整|成立|征求|公布|表彰|反馈|巡视|巡察|整改|专项|"
            + "督查|督办|检查|核查|情况|意见|工作|问题|进展|方案|办法|规定|制度|责任|措施|重点|任务|事项|建设|管理|服务|监督|"
            + "审批|事项|动态|营商|环境|热线|群众|群众身边|不正之风|腐败|作风|安全|生产|生态|环境保护|优化|行政|政务|公开|年度|上半年|下半年|"
            + "第?[一二三四]季度|考核|结果|实施|若干|全市|全县|全区|全省|干部|人员|会议|"
            + "的?(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)$");

    private static final int SPLIT_WORD = 400;
    private static final int SPLIT_UNKNOWN = 30;
    private static final int SPLIT_NAME = 60;
    private static final int SPLIT_NAME_EDGE = 250;
    private static final int BAD_START = 300;
    private static final int ONE_LINE_MORE = 60;

    /** In full-width characters; what is longer is no title, and Word breaks it. */
    private static final int LONGEST = 120;

    private static final String NEVER_FIRST = "的和与及等、，。：；）》〕”’";
    private static final String NEVER_LAST = "（《〔“‘第";

    private final String title;
    private final int[] price;

    private TitleLines(String title, List<String> unbroken) {
        this.title = title;
        this.price = prices(title, unbroken);
    }

    /** @param widest how many full-width characters a line holds */
    static List<String> of(String title, List<String> unbroken, int widest) {
        if (title.contains("\n")) {
            return title.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
        var text = title.strip();
        if (width(text) <= widest || width(text) > LONGEST) {
            return List.of(text);
        }
        return new TitleLines(text, unbroken).best(widest);
    }

    private List<String> best(int widest) {
        int fewest = (int) Math.ceil(width(title) / widest);
        var fit = new TitleFit(title, price, SPLIT_WORD * 2);
        var tight = fit.in(fewest, widest);
        var loose = fit.in(fewest + 1, widest);
        // A title without a possible break within the width (a hundred letters, say) stays whole and is broken by Word.
        if (tight == null && loose == null) {
            return List.of(title);
        }
        return lines(loose == null || tight != null && tight.price() <= loose.price() + ONE_LINE_MORE ? tight : loose);
    }

    private List<String> lines(TitleFit.Found found) {
        var lines = new ArrayList<String>();
        int from = 0;
        for (int end : found.ends()) {
            lines.add(title.substring(from, end));
            from = end;
        }
        return lines;
    }

    private static int[] prices(String title, List<String> unbroken) {
        int[] price = new int[title.length() + 1];
        boolean[] edge = new boolean[title.length() + 1];
        for (var name : unbroken) {
            for (int at = title.indexOf(name); at >= 0 && !name.isEmpty(); at = title.indexOf(name, at + name.length())) {
                hold(price, edge, at, at + name.length());
            }
        }
        var word = WORD.matcher(title);
        while (word.find()) {
            hold(price, edge, word.start(), word.end());
        }
        for (int at = 1; at < title.length(); at++) {
            if (price[at] == 0 && !edge[at]) {
                boolean afterMark = "、，：；）》〕”".indexOf(title.charAt(at - 1)) >= 0;
                price[at] = afterMark || title.charAt(at - 1) == '的' ? 0 : SPLIT_UNKNOWN;
            }
            // A document cited by name is broken only where it must be, and never beside its marks.
            int opened = title.lastIndexOf('《', at - 1);
            int closed = title.indexOf('》', at);
            if (opened >= 0 && closed >= 0 && title.indexOf('》', opened) == closed) {
                price[at] += at - opened <= 4 || closed - at < 2 ? SPLIT_NAME_EDGE : SPLIT_NAME;
            }
            boolean lonelyKind = title.charAt(at - 1) == '的' && title.length() - at <= 2;
            if (NEVER_FIRST.indexOf(title.charAt(at)) >= 0 || NEVER_LAST.indexOf(title.charAt(at - 1)) >= 0 || lonelyKind) {
                price[at] += BAD_START;
            }
        }
        return price;
    }

    private static void hold(int[] price, boolean[] edge, int from, int to) {
        for (int inside = from + 1; inside < to; inside++) {
            price[inside] = SPLIT_WORD;
        }
        edge[from] = true;
        edge[to] = true;
    }

    /** In full-width characters: letters and digits count half. */
    static double width(String text) {
        return text.codePoints().mapToDouble(point -> point < 0x2000 ? 0.5 : 1).sum();
    }
}
