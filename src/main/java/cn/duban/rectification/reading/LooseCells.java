package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table whose cells were printed one below the other: read back into rows by its header and its running numbers. */
final class LooseCells {
    private static final Pattern NAME = Pattern.compile("(?:序\\s*号|编\\s*号|备\\s*注|[^。,;:、\\d\\t]{0,8}(?:任务|内容|事项|问题|措施|举措|成效|要求|目标|单位|部门|科室|处室|股室|时限|期限|时间|责任人|负责人|领导|状态|情况|进展|进度|类别|方面|项目|清单))");
    private static final Pattern NUMBER = Pattern.compile("序\\s*号|编\\s*号");
    private static final Pattern WIDE = Pattern.compile(".*(?:措施|举措|要求|内容|任务|情况|成效|问题).*");
    private static final Pattern COUNT = Pattern.compile("(\\d{1,3})[.、]?");
    private static final int FEWEST = 3;
    private static final int LONGEST_NAME = 12;

    private LooseCells() {}

    static List<Passage> fold(List<Passage> lines) {
        var tokens = lines.stream().filter(line -> !line.isEmpty()).toList();
        for (var i = 0; i + FEWEST <= tokens.size(); i++) {
            var end = i;
            while (end < tokens.size() && isName(tokens.get(end).text)) {
                end++;
            }
            var header = tokens.subList(i, end);
            var at = numberColumn(header);
            if (header.size() >= FEWEST && at >= 0) {
                var rows = rows(header, at, tokens.subList(end, tokens.size()));
                if (rows.size() >= 2) {
                    return rebuilt(lines, header, rows);
                }
            }
            i = Math.max(i, end - 1);
        }
        return lines;
    }

    private record Row(List<Passage> above, Passage line, Passage last) {}

    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
    }

    private static int numberColumn(List<Passage> header) {
        for (var i = 0; i < header.size(); i++) {
            if (NUMBER.matcher(header.get(i).text).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** A row runs from its number to the next; what is too much before the next number is that row's group or a section of its own. */
    private static List<Row> rows(List<Passage> header, int at, List<Passage> tokens) {
        var behind = header.size() - 1 - at;
        var starts = new ArrayList<Integer>();
        for (var i = 0; i < tokens.size(); i++) {
            var count = COUNT.matcher(tokens.get(i).text);
            if (count.matches() && Integer.parseInt(count.group(1)) == starts.size() + 1 && (starts.isEmpty() ? i <= at + 1 : i > starts.getLast() + 1)) {
                starts.add(i);
            }
        }
        var rows = new ArrayList<Row>();
        List<Passage> above = starts.isEmpty() ? List.of() : tokens.subList(0, starts.getFirst());
        for (var i = 0; i < starts.size(); i++) {
            var from = starts.get(i) + 1;
            var last = i + 1 == starts.size();
            var cells = new ArrayList<>(tokens.subList(from, last ? Math.min(tokens.size(), from + behind) : starts.get(i + 1)));
            var next = new ArrayList<Passage>();
            while (!last && !cells.isEmpty() && (isSection(cells.getLast()) || next.size() < at && cells.size() > behind)) {
                next.addFirst(cells.removeLast());
            }
            if (cells.isEmpty()) {
                break;
            }
            var end = cells.getLast();
            rows.add(row(header, at, above, tokens.get(starts.get(i)), cells, end));
            above = next;
        }
        return rows;
    }

    private static boolean isSection(Passage token) {
        var heading = Enumerator.at(token.text);
        return heading != null && heading.style().ordinal() <= Enumerator.Style.BRACKETED_CHINESE.ordinal();
    }

    private static Row row(List<Passage> header, int at, List<Passage> above, Passage number, List<Passage> cells, Passage end) {
        var names = header.subList(at + 1, header.size());
        var extra = cells.size() - names.size();
        var joined = new ArrayList<Passage>(List.of(number));
        var i = 0;
        for (var name = 0; name < names.size() && i < cells.size(); name++) {
            var take = extra > 0 && WIDE.matcher(names.get(name).text).matches() && (name > 0 || names.size() == 1) ? 1 + extra : 1;
            extra = take > 1 ? 0 : extra;
            joined.add(Passage.join(cells.subList(i, Math.min(cells.size(), i + take)), " "));
            i += take;
        }
        // cells that were empty leave no trace; the row is padded so that it is read from the left
        while (joined.size() < names.size() + 1) {
            joined.add(Passage.EMPTY);
        }
        return new Row(above.stream().filter(LooseCells::isSection).toList(), Passage.join(joined, "\t"), end);
    }

    private static List<Passage> rebuilt(List<Passage> lines, List<Passage> header, List<Row> rows) {
        var first = lines.indexOf(header.getFirst());
        var last = lines.indexOf(rows.getLast().last);
        var rebuilt = new ArrayList<>(lines.subList(0, first));
        rebuilt.add(Passage.join(header, "\t"));
        for (var row : rows) {
            rebuilt.addAll(row.above);
            rebuilt.add(row.line);
        }
        rebuilt.addAll(lines.subList(last + 1, lines.size()));
        return rebuilt;
    }
}
