package cn.duban.rectification.reading;

import cn.duban.documents.DocumentText;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Tells a bulletin from a plan and reads it. */
public final class Reader {
    private static final Pattern BULLETIN_TITLE = Pattern.compile(".*整改.{0,12}(?:通报|公告|公示|报告|情况|进展|结果|台账|清单|方案).*");
    private static final Pattern PLAN_TITLE = Pattern.compile(".*(?:要点|计划|方案|分解|分工|任务|安排|清单|措施|实事|意见).*");
    private static final Pattern RECTIFYING = Pattern.compile("整改");
    private static final Pattern INSPECTING = Pattern.compile("巡[察视]|督察|督查|审计|反馈");
    private static final Pattern ASSIGNING = Pattern.compile(
            "(?:责任|牵头|配合|主办|承办|落实)(?:单位|部门|处室|科室)\\s?[:\\t]|牵头(?:负责)?[,;)]|[)】]?按职责分工负责");
    private static final Pattern PLANNING = Pattern.compile("工作要点|工作计划|任务分[解工]|责任分解|重点(?:工作|任务)|总体要求|行动方案|实施方案|年度(?:工作|目标|任务)|民生实事|年工作");

    /** Five times the longest bulletins met; what is longer is a collection or a wrong file. */
    private static final int MOST_CHARACTERS = 300_000;
    private static final int MOST_LINES = 20_000;

    private Reader() {}

    public static Reading read(DocumentText document) throws NotRecognised {
        var characters = document.lines().stream().mapToLong(String::length).sum();
        if (characters > MOST_CHARACTERS || document.lines().size() > MOST_LINES) {
            throw new NotRecognised("这份文件有 " + document.lines().size() + " 行、" + characters + " 字，远远超过一份通报或计划，请检查是否选错了文件；如果是汇编，请逐份拆开再读。",
                    "This document has " + document.lines().size() + " lines and " + characters + " characters, far more than a bulletin or plan; check that it is the right file, and read the parts of a collection one by one.");
        }
        var clean = Normaliser.clean(document.lines());
        var masthead = Masthead.of(clean.body(), clean.chrome());
        var text = String.join("\n", clean.body().stream().map(passage -> passage.text).toList());
        var title = masthead.title() == null ? "" : masthead.title().text;
        var assigned = count(ASSIGNING, text);
        var rectifying = count(RECTIFYING, text);
        var isPlanTitle = PLAN_TITLE.matcher(title).matches() && !title.matches(".*(?:整改|巡察|巡视|反馈).*");
        var rectifies = BULLETIN_TITLE.matcher(title).matches()
                || !isPlanTitle && rectifying >= 4 && count(INSPECTING, text) >= 2 && rectifying * 2 > assigned;
        if (rectifies) {
            var reading = new BulletinReader(clean, masthead).read();
            if (!reading.findings().isEmpty() || BULLETIN_TITLE.matcher(title).matches() && !reading.claims().isEmpty()) {
                return reading;
            }
        }
        if (isPlanTitle || assigned >= 2 || count(PLANNING, text) >= 2) {
            var plan = new PlanReader(clean, masthead).read();
            if (plan.tasks().size() >= 2 && (isPlanTitle || assigned >= 2 || plan.tasks().stream().anyMatch(task -> !task.lead().isEmpty()))) {
                return plan;
            }
        }
        throw new NotRecognised("这份文件不像整改通报，也不像工作计划：没有找到逐条列出的问题及其整改情况，也没有找到带责任单位的任务清单。",
                "This document looks neither like a bulletin nor like a work plan: it lists no findings with what was done about them, and no tasks with the units that answer for them.");
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    static List<Remark> sorted(List<Remark> remarks) {
        return remarks.stream().sorted(Comparator.comparingInt(Remark::line)).distinct().toList();
    }
}
