package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A bulletin laid out as a table (序号、反馈问题、整改措施、整改成效、完成时限、责任单位): each row becomes a numbered finding with labelled lines. */
final class ProblemTable {
    private static final Pattern NUMBER = Pattern.compile("序\\s*号|编\\s*号");
    private static final Pattern PROBLEM = Pattern.compile(".*(?:问题|整改事项|整改任务|反馈意见).*");
    private static final Pattern ANSWER = Pattern.compile(".*(?:措施|举措|成效|结果|进展|情况|状态|进度|落实|完成).*");

    /** 问题类别, 反馈方面: each new value opens a part of its own. */
    private static final Pattern ASPECT = Pattern.compile("(?:所属|反馈|问题|存在)?(?:方面|类别|类型|领域|板块|分类)");

    private static final Pattern TOTAL = Pattern.compile("(?:合|总|小)\\s?计[:]?|共计");

    private final List<Passage> read = new ArrayList<>();
    private String aspect = "";
    private int aspects;
    private List<Passage> header = List.of();
    private int problem;
    private int next = 1;

    private ProblemTable() {}

    static List<Passage> unfold(List<Passage> body) {
        if (body.stream().noneMatch(line -> line.text.indexOf('\t') >= 0)) {
            return body;
        }
        var table = new ProblemTable();
        body.forEach(table::line);
        return table.read;
    }

    private void line(Passage line) {
        if (line.text.indexOf('\t') < 0) {
            read.add(line);
            return;
        }
        var cells = Tables.cells(line);
        var column = problemColumn(cells);
        if (column >= 0) {
            header = cells;
            problem = column;
            return;
        }
        var filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        if (header.isEmpty() || filled.isEmpty()) {
            read.add(line);
        } else if (filled.size() == 1) {
            read.add(filled.getFirst());
        } else {
            row(cells);
        }
    }

    private static int problemColumn(List<Passage> cells) {
        var column = -1;
        var answers = 0;
        for (var i = 0; i < cells.size(); i++) {
            var name = cells.get(i).text.replace(" ", "");
            if (name.length() > 14 || name.matches(".*[。,;].*")) {
                return -1;
            }
            if (ANSWER.matcher(name).matches() && !PROBLEM.matcher(name).matches() || name.matches(".*(?:措施|情况|成效)$")) {
                answers++;
            } else if (PROBLEM.matcher(name).matches() && !ASPECT.matcher(name).matches()) {
                column = i;
            }
        }
        return answers > 0 ? column : -1;
    }

    /** Merged cells on the left are printed once, so shorter rows are read from the right. */
    private void row(List<Passage> cells) {
        var shift = header.size() - cells.size();
        if (shift < 0 || problem - shift < 0 || cells.get(problem - shift).isEmpty()) {
            return;
        }
        if (cells.stream().filter(cell -> !cell.isEmpty()).findFirst().filter(cell -> TOTAL.matcher(cell.text).matches()).isPresent()) {
            return;
        }
        var words = cells.get(problem - shift);
        var own = Enumerator.at(words.text);
        var number = next;
        for (var i = 0; i < cells.size(); i++) {
            if (NUMBER.matcher(header.get(i + shift).text).matches() && cells.get(i).text.matches("\\d{1,3}[.、]?")) {
                number = Integer.parseInt(cells.get(i).text.replaceAll("\\D", ""));
            }
        }
        next = number + 1;
        aspect(cells, shift);
        var head = own == null ? words : words.from(own.end());
        read.add(Passage.join(List.of(Passage.of(number + ".", head.line()), head), ""));
        for (var i = 0; i < cells.size(); i++) {
            var label = i == problem - shift ? null : label(header.get(i + shift).text.replace(" ", ""));
            if (label != null && !cells.get(i).isEmpty()) {
                var cell = header.get(i + shift).text.contains("是否") ? answered(cells.get(i)) : cells.get(i);
                var value = Label.of(label) != null && Label.of(label).isAnnotation() ? cell.replacing(';', ',') : cell;
                read.add(Passage.join(List.of(Passage.of(label + ":", value.line()), value), ""));
            }
        }
    }

    private void aspect(List<Passage> cells, int shift) {
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (cell.isEmpty() || cell.text.equals(aspect) || !ASPECT.matcher(header.get(i + shift).text.replace(" ", "")).matches()) {
                continue;
            }
            aspect = cell.text;
            aspects++;
            var own = Enumerator.at(cell.text);
            var words = own == null ? cell : cell.from(own.end());
            read.add(Passage.join(List.of(Passage.of(Numerals.chinese(aspects) + "、", cell.line()), words), ""));
        }
    }

    /** 是否完成: 是, √. */
    private static Passage answered(Passage cell) {
        return cell.text.matches("是|√|✓|✔") ? Passage.of("已完成", cell.line()) : cell.text.matches("否|×|✗") ? Passage.of("未完成", cell.line()) : cell;
    }

    private static @Nullable String label(String name) {
        if (Label.of(name) != null) {
            return name;
        }
        if (name.matches(".*(?:措施|举措).*")) {
            return "整改措施";
        }
        if (name.matches(".*(?:状态|是否|进度).*")) {
            return "整改状态";
        }
        if (name.matches(".*(?:时限|期限|时间).*")) {
            return "完成时限";
        }
        return ANSWER.matcher(name).matches() ? "整改情况" : null;
    }
}
