package cn.duban.sheets;

import cn.duban.crypto.Sm3;
import cn.duban.sheets.Mapping.Column;
import cn.duban.sheets.reading.DueText;
import cn.duban.sheets.reading.HeadWords;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A matter type drafted from the columns of a sheet: its columns of units and people are roles, the others fields, around the plain flow of
 * supervised work. A text for a person to look over; the linter has the last word.
 */
final class TypeDraft {

    private static final Map<String, String> ENGLISH = Map.of("problem", "Problem", "aspect", "Aspect", "goal", "Goal", "mode", "Kind of work", "measure", "Task", "key", "Key");
    private static final Set<String> ROLES = Set.of("leader", "lead", "assist", "handler");
    private static final Set<String> KERNEL = Set.of("serial", "due", "received", "note", "claim", "key");

    private static final Map<String, String> BEARERS = bearers();

    private static Map<String, String> bearers() {
        var bearers = new LinkedHashMap<String, String>();
        bearers.put("supervisor", "{ zh: 督查单位, en: Supervising unit, unit: ledger-owner }");
        bearers.put("leader", "{ zh: 责任领导, en: Accountable leader, post: one }");
        bearers.put("lead", "{ zh: 责任单位, en: Lead unit, unit: one }");
        bearers.put("assist", "{ zh: 配合单位, en: Assisting unit, unit: many }");
        bearers.put("handler", "{ zh: 承办人, en: Case handler, post: one }");
        return bearers;
    }

    private final String title;
    private final List<Column> columns;
    private final List<Line> samples;
    private final String taken;
    private final StringBuilder yaml = new StringBuilder();

    private TypeDraft(String title, List<Column> columns, List<Line> samples) {
        this.title = title;
        this.columns = columns;
        this.samples = samples;
        this.taken = columns.stream().map(Column::name).filter(name -> HeadWords.meaning(name).filter("measure"::equals).isPresent()).findFirst()
                .or(() -> columns.stream().map(Column::name).filter(name -> HeadWords.meaning(name).filter("problem"::equals).isPresent()).findFirst()).orElse("");
    }

    /** @param samples rows below the head, by which the kind of a column is told */
    static String of(String title, List<Column> columns, List<Line> samples) {
        return new TypeDraft(title, columns, samples).text();
    }

    /** The same ledger gets the same name. */
    static String name(String title) {
        return "sheet-" + HexFormat.of().formatHex(Sm3.digest(title.getBytes(StandardCharsets.UTF_8)), 0, 4);
    }

    private String text() {
        var present = columns.stream().map(column -> HeadWords.meaning(column.name()).orElse("")).collect(Collectors.toSet());
        line("# 由表格“" + title.replaceAll("\\s+", " ") + "”的各列起草，采用督办事项的一般流程；名称、字段和时限都可以改。");
        line("type: " + name(title));
        line("version: 1");
        line("label: { zh: " + quoted(title) + ", en: " + quoted("Imported ledger " + name(title).substring(6)) + " }");
        line("number: " + quoted(prefix() + "〔{year}〕{seq}号"));
        line("");
        line("roles:");
        BEARERS.forEach((role, bearer) -> {
            if (role.equals("supervisor") || role.equals("lead") || role.equals("assist") || present.contains(role)) line("  " + role + ": " + bearer);
        });
        line("");
        line("fields:");
        fields();
        line("  claim: { zh: 来文所称状态, en: Status claimed by the source, kind: text }");
        line("");
        line(FLOW.replace("LEADER, ", present.contains("leader") ? "leader, " : "").replace("LEADER_DIRECTS\n", present.contains("leader")
                ? "  direct:  { zh: 领导批示, en: Give direction, from: [working, submitted], by: leader, needs: note }\n" : ""));
        return yaml.toString();
    }

    private void fields() {
        var names = new HashSet<String>();
        for (var column : columns) {
            var meaning = HeadWords.meaning(column.name()).orElse("");
            if (column.name().isBlank() || column.name().equals(taken) || ROLES.contains(meaning) || KERNEL.contains(meaning)) continue;
            var english = ENGLISH.getOrDefault(meaning, "Column " + column.letter());
            var name = meaning.isEmpty() || !names.add(meaning) ? "column-" + column.letter().toLowerCase(java.util.Locale.ROOT) : meaning;
            var label = column.name().substring(column.name().lastIndexOf('/') + 1);
            line("  " + name + ": { zh: " + quoted(label) + ", en: " + quoted(english) + ", " + kind(column) + " }");
        }
    }

    private String kind(Column column) {
        var texts = samples.stream().map(line -> column.at() < line.cells().size() ? line.cells().get(column.at()) : "").filter(text -> !text.isEmpty()).toList();
        if (texts.isEmpty()) return "kind: text";
        if (texts.stream().allMatch(text -> text.matches("-?\\d{1,15}(\\.\\d{1,6})?"))) return "kind: number";
        if (texts.stream().filter(text -> DueText.read(text, 2000).day() != null && text.length() < 16).count() * 10 >= texts.size() * 9L) return "kind: date";
        var different = new LinkedHashSet<>(texts);
        if (texts.size() >= 12 && different.size() <= 6 && different.stream().allMatch(text -> text.length() <= 8)) return choices(different);
        return texts.stream().anyMatch(text -> text.length() > 60 || text.contains("\n")) ? "kind: paragraph" : "kind: text";
    }

    private static String choices(Set<String> words) {
        var choices = new StringBuilder("kind: choice, of: {");
        var no = 0;
        for (var word : words) choices.append(no == 0 ? " " : ", ").append('c').append(++no).append(": { zh: ").append(quoted(word)).append(", en: ").append(quoted("Choice " + no)).append(" }");
        return choices.append(" }").toString();
    }

    /** What numbers begin with: the name of the ledger without its year and what every ledger is called. */
    private String prefix() {
        var plain = title.replaceAll("20\\d{2}年?度?|台账|清单|一览表|汇总表|表$|[〔〕{}\\[\\]()（）\\s\"]", "");
        return plain.isEmpty() ? "台账" : plain.length() > 10 ? plain.substring(plain.length() - 10) : plain;
    }

    private static String quoted(String text) {
        return "\"" + text.replaceAll("\\s+", " ").replace("\\", "").replace("\"", "”") + "\"";
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    private static final String FLOW = """
            states:
              drafted:   { zh: 待交办, en: To be assigned,        owes: supervisor }
              assigned:  { zh: 待签收, en: To be received,        owes: lead }
              working:   { zh: 办理中, en: Being worked on,       owes: lead }
              paused:    { zh: 已中止, en: Paused,                owes: supervisor }
              submitted: { zh: 待核查, en: Awaiting verification, owes: supervisor }
              closed:    { zh: 已办结, en: Closed,                settled: true, final: true }

            actions:
              assign:  { zh: 交办,     en: Assign,          from: drafted,   to: assigned,  by: supervisor, needs: [LEADER, lead, due] }
              receive: { zh: 签收,     en: Receive,         from: assigned,  to: working,   by: lead }
              object:  { zh: 提出异议, en: Object,          from: assigned,  to: drafted,   by: lead, needs: reason }
              answer:  { zh: 配合答复, en: Answer,          on: assignment,  by: assist, needs: note }
              report:  { zh: 反馈进展, en: Report progress, from: working,   by: lead, needs: note }
            LEADER_DIRECTS
              extend:  { zh: 延期,     en: Extend,          from: working,   by: supervisor, except: [lead, assist], needs: [reason, due], most: 1 }
              pause:   { zh: 中止,     en: Pause,           from: working,   to: paused,    by: supervisor, except: [lead, assist], needs: reason }
              resume:  { zh: 恢复,     en: Resume,          from: paused,    to: working,   by: supervisor, except: [lead, assist] }
              submit:  { zh: 申请办结, en: Request closing, from: working,   to: submitted, by: lead, needs: [note, evidence], gate: children-settled }
              return:  { zh: 退回,     en: Return,          from: submitted, to: working,   by: supervisor, except: [lead, assist], needs: [reason, due] }
              close:   { zh: 办结,     en: Close,           from: submitted, to: closed,    by: supervisor, except: [lead, assist], needs: verdict, gate: children-settled }
              redo:    { zh: 重新办理, en: Do again,        from: closed,    to: assigned,  by: supervisor, except: [lead, assist], needs: [reason, due] }

            clocks:
              docket:   { zh: 交办时限, en: Time to assign,  while: drafted,   budget: 3wd, breach: remind }
              receipt:  { zh: 签收时限, en: Time to receive, while: assigned,  budget: 1wd, breach: [remind, yellow] }
              work:     { zh: 办理时限, en: Time to finish,  while: working,   budget: due, breach: [remind, yellow, red] }
              pause:    { zh: 中止期限, en: Limit of the pause, while: paused, budget: 30d, breach: remind }
              verify:   { zh: 核查时限, en: Time to verify,  while: submitted, budget: 5wd, breach: remind }
              assist:   { zh: 配合时限, en: Time to assist,  on: assignment,   budget: due, breach: remind }
              progress: { zh: 每月反馈, en: Monthly report,  while: working,   every: monthly, until: report, breach: yellow }

            public: [number, title, state, verdict]
            """;
}
