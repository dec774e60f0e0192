package cn.duban.rectification.reading;

import cn.duban.rectification.reading.Reading.Finding;
import cn.duban.rectification.reading.Reading.Measure;
import cn.duban.rectification.reading.Reading.Mode;
import cn.duban.rectification.reading.Reading.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One leaf of the outline to one finding. */
final class FindingReader {
    private static final Set<Status> OPEN = EnumSet.of(Status.IN_PROGRESS_DATED, Status.PARTIAL, Status.NOT_DONE, Status.LONG_TERM);

    private final @Nullable LocalDate published;
    private final List<Remark> remarks;

    FindingReader(@Nullable LocalDate published, List<Remark> remarks) {
        this.published = published;
        this.remarks = remarks;
    }

    void unnumbered(int line) {
        remarks.add(new Remark("UNNUMBERED", "问题没有编号，按在各部分中的先后次序编号。", line));
    }

    Finding read(Node node, List<String> path, @Nullable String aspect, @Nullable StatusWords ofGroup) {
        var parts = new Parts(node);
        var whose = "第" + path.getLast() + "项";
        var own = parts.status();
        var status = own == null || own.status() == Status.UNSTATED ? ofGroup == null ? own : ofGroup : own;
        if (status != null && status == ofGroup) {
            remarks.add(new Remark("STATUS_FROM_HEADING", whose + "自己没有写整改状态，按所在标题“" + ofGroup.words() + "”读。", node.line));
        }
        var answer = parts.answer();
        var normal = status == null ? Status.UNSTATED : status.status();
        var deadline = deadline(parts, answer, normal);
        Deadlines.remark(deadline, whose, deadline == null ? node.line : answer.lineAt(deadline.start()), remarks);
        return new Finding(path, number(node), aspect, parts.title.words().printed, normal,
                status == null ? null : status.words(),
                deadline == null ? null : deadline.due(), deadline == null ? null : deadline.words(), mode(parts, status),
                parts.problem().printed, answer.printed, measures(parts, whose),
                parts.units.leads(), parts.units.assists(), List.copyOf(parts.units.leaders), node.line);
    }

    private @Nullable Deadlines deadline(Parts parts, Passage answer, Status status) {
        for (var value : parts.dueValues) {
            var deadline = Deadlines.labelled(value, published, null);
            if (deadline != null) {
                return deadline;
            }
        }
        return OPEN.contains(status) ? Deadlines.promised(answer, published) : null;
    }

    private static @Nullable Mode mode(Parts parts, @Nullable StatusWords status) {
        if (status != null && status.mode() != null) {
            return status.mode();
        }
        for (var values : List.of(parts.dueValues, parts.statusValues)) {
            for (var value : values) {
                var words = StatusWords.leading(value);
                if (words != null && words.mode() != null) {
                    return words.mode();
                }
            }
        }
        return null;
    }

    private List<Measure> measures(Parts parts, String whose) {
        List<Measure> inline = List.of();
        for (var answer : parts.answers()) {
            inline = inline.isEmpty() ? Measures.of(answer, whose, remarks) : inline;
        }
        if (parts.measures.size() < 2 && !inline.isEmpty() || parts.measures.isEmpty()) {
            return inline;
        }
        var measures = new ArrayList<Measure>();
        for (var node : parts.measures) {
            if (node.enumerator != null) {
                var text = Passage.join(node.all().flatMap(Node::passages).toList(), "\n");
                measures.add(new Measure(node.enumerator.inPath(), text.trimEnd("。;;").printed, node.line));
            }
        }
        return measures;
    }

    /** As printed, from the innermost bare number on: 1.(1). */
    private static String number(Node node) {
        var number = new StringBuilder();
        for (var at = node; at != null && at.enumerator != null; at = at.parent) {
            number.insert(0, at.enumerator.printed());
            if (at.enumerator.style().ordinal() <= Enumerator.Style.ARABIC.ordinal()) {
                break;
            }
        }
        return number.toString();
    }
}
