package cn.duban.rectification.reading;

import cn.duban.rectification.reading.Reading.Kind;
import cn.duban.rectification.reading.Reading.Target;
import cn.duban.rectification.reading.Reading.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A yearly plan: sections, tasks with who leads and who assists, and the numbers promised. */
final class PlanReader {
    private static final Pattern FRAME = Pattern.compile(
            "总体要求|指导思想|基本原则|工作目标|主要目标|总体目标|工作要求|保障措施|组织保障|组织领导|组织实施|有关要求|工作机制|附则|背景");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})\\s?年");
    private static final Pattern INLINE = Pattern.compile("(?<=[。))〕;])\\s?(?=[((](\\d{1,2})[))])");

    private final Normaliser.Clean clean;
    private final Masthead masthead;
    private final Node root;
    private final List<Remark> remarks;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final @Nullable Integer year;
    private boolean assigned;

    PlanReader(Normaliser.Clean clean, Masthead masthead) {
        this.clean = clean;
        this.masthead = masthead;
        this.root = Outline.of(clean.body());
        this.remarks = new ArrayList<>(clean.remarks());
        this.year = year();
    }

    Reading read() {
        assigned = root.anyBelow(Assignment::in);
        var rows = Tables.tasks(clean.body());
        if (rows.size() >= 2 && rows.size() >= root.all().filter(Assignment::in).count()) {
            rows.forEach(row -> row.read(this));
        } else {
            root.children.forEach(top -> collect(top, sectionOf(top)));
            if (tasks.isEmpty()) {
                unnumbered();
            }
        }
        var issuer = masthead.issuer();
        if (issuer == null) {
            issuer = Issuer.named(clean.body(), remarks);
        }
        if (masthead.title() == null) {
            remarks.add(new Remark("TITLE_MISSING", "没有读到标题。", 1));
        }
        if (!assigned && rows.isEmpty()) {
            remarks.add(new Remark("NO_UNITS", "没有读到责任单位。", 1));
        }
        return new Reading(Kind.WORK_PLAN, masthead.title() == null ? null : masthead.title().printed, issuer, masthead.date(), null, null,
                null, year, BulletinReader.sections(root), List.of(), List.of(), tasks, targets, List.of(), Contacts.in(clean.body()),
                BulletinReader.documentNumbers(clean.body()), Reader.sorted(remarks));
    }

    private @Nullable Integer year() {
        var head = new ArrayList<Passage>();
        if (masthead.title() != null) {
            head.add(masthead.title());
        }
        head.addAll(clean.body().subList(0, Math.min(6, clean.body().size())));
        for (var passage : head) {
            var matcher = YEAR.matcher(passage.text);
            if (matcher.find()) {
                return Integer.valueOf(matcher.group(1));
            }
        }
        return masthead.date() == null ? null : masthead.date().getYear();
    }

    private @Nullable Node sectionOf(Node top) {
        return top.rank() <= Enumerator.Style.BRACKETED_CHINESE.ordinal() && !top.children.isEmpty() ? top : null;
    }

    private void collect(Node node, @Nullable Node section) {
        var own = Assignment.in(node);
        var below = node.anyBelow(Assignment::in);
        var framed = FRAME.matcher(node.head.firstSentence().text).find();
        if (assigned && !own && !below && framed || !assigned && framed && node.rank() <= Enumerator.Style.BRACKETED_CHINESE.ordinal()) {
            return;
        }
        if (!node.children.isEmpty() && (below || !own)) {
            node.children.forEach(child -> collect(child, section == null ? sectionOf(node) : section));
            return;
        }
        if (assigned && !own && section == null) {
            return;
        }
        add(node, section);
    }

    private void add(Node node, @Nullable Node section) {
        var passages = Passage.join(node.all().flatMap(Node::passages).toList(), "\n");
        var parts = inlineParts(node);
        if (parts.size() > 1) {
            for (var part : parts) {
                var inner = Enumerator.at(part.text);
                var path = new ArrayList<>(node.path());
                path.add(inner == null ? "" : inner.inPath());
                task(inner == null ? tasks.size() + 1 : inner.number(), path, part.from(inner == null ? 0 : inner.end()), List.of(part), section, part.line());
            }
            return;
        }
        task(node.enumerator == null ? tasks.size() + 1 : node.enumerator.number(), node.path(), node.head.isEmpty() ? passages : node.head,
                node.all().flatMap(Node::passages).toList(), section, node.line);
    }

    /** 1.….(1)…(甲负责)(2)…(乙负责): each part with its own unit is a task. */
    private static List<Passage> inlineParts(Node node) {
        var parts = new ArrayList<Passage>();
        for (var passage : node.passages().toList()) {
            passage.split(INLINE).forEach(parts::add);
        }
        var numbered = parts.stream().filter(part -> part.text.matches("^[((]\\d{1,2}[))].*")).toList();
        return numbered.stream().filter(part -> !new Assignment(List.of(part)).isEmpty()).count() >= 2 ? numbered : List.of();
    }

    void task(int no, List<String> path, Passage head, List<Passage> passages, @Nullable Node section, int line) {
        var assignment = new Assignment(passages);
        var title = Heading.title(new Assignment(List.of(head)).rest.isEmpty() ? head : new Assignment(List.of(head)).rest.getFirst()).words();
        var text = Passage.join(assignment.rest, "\n");
        add(no, path, title, text, assignment.units, assignment.printed(), assignment.due,
                section == null || section.enumerator == null ? null : section.enumerator.inPath(), line);
    }

    void add(int no, List<String> path, Passage title, Passage text, Units units, @Nullable String responsible, List<Passage> dues,
            @Nullable String section, int line) {
        Deadlines deadline = null;
        for (var value : dues) {
            deadline = deadline == null ? Deadlines.labelled(value, masthead.date(), year) : deadline;
        }
        Deadlines.remark(deadline == null || year != null ? null : deadline, "第" + no + "项", line, remarks);
        if (assigned && units.isEmpty()) {
            remarks.add(new Remark("UNIT_MISSING", "第" + no + "项没有写责任单位。", line));
        }
        tasks.add(new Task(no, path, title.printed, units.leads(), units.assists(), responsible, section,
                deadline == null ? null : deadline.due(), deadline == null ? null : deadline.words(), text.printed, line));
        Targets.in(text, no, targets, remarks);
    }

    /** Paragraphs without numbers, each with its unit behind it. */
    private void unnumbered() {
        for (var passage : clean.body()) {
            if (!new Assignment(List.of(passage)).isEmpty()) {
                assigned = true;
                task(tasks.size() + 1, List.of(String.valueOf(tasks.size() + 1)), passage, List.of(passage), null, passage.line());
            }
        }
        if (!tasks.isEmpty()) {
            remarks.add(new Remark("UNNUMBERED", "任务没有编号，按先后次序编为 1 至 " + tasks.size() + "。", tasks.getFirst().line()));
        }
    }
}
