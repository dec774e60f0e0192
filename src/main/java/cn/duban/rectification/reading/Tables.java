package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Task tables (任务分解表): rows whose cells are divided by tabs, under a header that names 责任单位 or 牵头单位. */
final class Tables {
    private static final Pattern NUMBER = Pattern.compile("序\\s*号|编\\s*号");
    private static final Pattern TASK = Pattern.compile(".*(?:任务|内容|事项|工作|目标|项目|措施|要求|举措).*");
    private static final Pattern CELL = Pattern.compile("\\t");

    /** One row: the last text column is the task's words, earlier ones its group. */
    record Row(@Nullable Passage no, Passage title, Passage text, List<Passage> values, List<Label> labels, List<String> words, @Nullable String section) {
        void read(PlanReader plan) {
            var units = new Units();
            var dues = new ArrayList<Passage>();
            var printed = new ArrayList<String>();
            for (var i = 0; i < values.size(); i++) {
                var value = values.get(i);
                if (labels.get(i) == Label.DUE) {
                    dues.add(value);
                } else if (!value.isEmpty()) {
                    units.add(labels.get(i), words.get(i), value);
                    printed.add(value.printed);
                }
            }
            var number = no == null ? -1 : Numerals.of(no.text.replaceAll("\\D", ""));
            plan.add(number, List.of(String.valueOf(number)), title, text, units, printed.isEmpty() ? null : String.join(";", printed), dues, section, text.line());
        }
    }

    private Tables() {}

    static List<Row> tasks(List<Passage> body) {
        var rows = new ArrayList<Row>();
        List<Passage> header = List.of();
        String section = null;
        var next = 1;
        for (var line : body) {
            if (line.text.indexOf('\t') < 0) {
                var heading = Enumerator.at(line.text);
                section = heading != null && heading.style() == Enumerator.Style.CHINESE ? heading.inPath() : section;
                continue;
            }
            var cells = cells(line);
            if (isHeader(cells)) {
                header = cells;
                continue;
            }
            if (!header.isEmpty() && cells.size() >= 2 && cells.stream().allMatch(cell -> annotation(cell) != null)) {
                header = split(header, cells);
                continue;
            }
            var filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
            if (filled.size() == 1 && Enumerator.at(filled.getFirst().text) != null) {
                section = Enumerator.at(filled.getFirst().text).inPath();
                continue;
            }
            if (header.isEmpty() || filled.size() < 2) {
                continue;
            }
            var row = row(header, cells, section, next);
            if (row != null) {
                rows.add(row);
                next++;
            }
        }
        return rows;
    }

    static List<Passage> cells(Passage line) {
        var cells = new ArrayList<Passage>();
        var matcher = CELL.matcher(line.text);
        var start = 0;
        while (matcher.find()) {
            cells.add(line.slice(start, matcher.start()).strip());
            start = matcher.end();
        }
        cells.add(line.from(start).strip());
        return cells;
    }

    private static boolean isHeader(List<Passage> cells) {
        return cells.stream().anyMatch(cell -> annotation(cell) == Label.LEAD)
                && cells.stream().anyMatch(cell -> cell.text.length() <= 14 && TASK.matcher(cell.text).matches());
    }

    /** 责任单位 over 牵头单位 and 配合单位: the second line of a header stands for the merged cell above it. */
    private static List<Passage> split(List<Passage> header, List<Passage> below) {
        var columns = new ArrayList<Passage>();
        var open = true;
        for (var name : header) {
            if (open && annotation(name) == Label.LEAD) {
                columns.addAll(below);
                open = false;
            } else {
                columns.add(name);
            }
        }
        return columns;
    }

    private static @Nullable Label annotation(Passage cell) {
        var label = Label.of(cell.text.replace(" ", ""));
        return label != null && label.isAnnotation() ? label : null;
    }

    private static @Nullable Row row(List<Passage> header, List<Passage> cells, @Nullable String section, int next) {
        // merged cells on the left are printed once, so shorter rows are read from the right
        var shift = header.size() - cells.size();
        if (shift < 0) {
            return null;
        }
        Passage no = null;
        var texts = new ArrayList<Passage>();
        var values = new ArrayList<Passage>();
        var labels = new ArrayList<Label>();
        var words = new ArrayList<String>();
        for (var i = 0; i < cells.size(); i++) {
            var name = header.get(i + shift);
            var label = annotation(name);
            if (NUMBER.matcher(name.text).matches()) {
                no = cells.get(i);
            } else if (label != null) {
                values.add(cells.get(i));
                labels.add(label);
                words.add(name.text.replace(" ", ""));
            } else if (!cells.get(i).isEmpty() && TASK.matcher(name.text).matches()) {
                texts.add(cells.get(i));
            }
        }
        if (texts.isEmpty()) {
            return null;
        }
        var text = texts.getLast();
        var inner = Enumerator.at(text.text);
        var title = (inner == null ? text : text.from(inner.end())).firstSentence();
        if (no == null || Numerals.of(no.text.replaceAll("\\D", "")) < 0) {
            no = inner != null ? text.slice(0, inner.end()) : new Passage("" + next, "" + next, new int[] {text.line()});
        }
        return new Row(no, title, Passage.join(texts, "\n"), values, labels, words, section);
    }
}
