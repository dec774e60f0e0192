package cn.duban.sheets;

import cn.duban.documents.SheetWriter;
import cn.duban.sheets.Line.Outcome;
import cn.duban.sheets.reading.Heading;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The faulty rows in the layout of their sheet, with a column that says what is wrong: corrected there, it is dropped again. */
@Component
class FaultySheet {

    private static final int AT_ONCE = 500;

    /** What such a row was, and which matter, in the words that {@code sheets.faulty.row} writes. */
    private static final Pattern ROW = Pattern.compile("^原第 (\\d+) 行(?:〈(.+?)〉)?：");

    private final Lines lines;
    private final Present present;

    FaultySheet(Lines lines, Present present) {
        this.lines = lines;
        this.present = present;
    }

    /** Whether a sheet is one of these, come back. */
    static boolean isOne(Heading heading, Map<Integer, List<String>> rows) {
        var last = heading.columns().size() - 1;
        if (last < 1 || !heading.columns().get(last).equals(Words.in(Words.CHINESE, "sheets.faulty.column"))) return false;
        return rows.entrySet().stream().anyMatch(row -> row.getKey() > heading.bottom() && row.getValue().size() > last && ROW.matcher(row.getValue().get(last)).find());
    }

    /** The number of the matter that a row of such a sheet is; null where it is none yet. */
    static @Nullable String number(List<String> cells, int column) {
        var said = ROW.matcher(column < cells.size() ? cells.get(column) : "");
        return said.find() ? said.group(2) : null;
    }

    void write(SheetIntake intake, Viewer viewer, OutputStream out) throws IOException {
        var width = intake.mapping().columns().size();
        try (var sheet = SheetWriter.open(intake.sheetName(), width + 1)) {
            var head = lines.between(intake.tenant(), intake.id(), 1, intake.mapping().bottom());
            for (var line : head) {
                var isHead = line.no() >= intake.mapping().top();
                sheet.row(line.no(), row(line.cells(), width, line.no() == intake.mapping().bottom() ? Words.in(Words.CHINESE, "sheets.faulty.column") : ""), isHead ? SheetWriter.Look.HEAD : SheetWriter.Look.TITLE);
            }
            intake.spans().stream().filter(span -> span.bottom() <= intake.mapping().bottom()).forEach(sheet::merge);
            var no = intake.mapping().bottom();
            for (int last = 0; ; ) {
                var faulty = lines.found(intake.tenant(), intake.id(), Outcome.FAULTY, last, AT_ONCE);
                if (faulty.isEmpty()) break;
                var numbers = present.of(faulty.stream().map(Line::matter).filter(Objects::nonNull).toList(), viewer);
                for (var line : faulty) sheet.row(++no, row(line.cells(), width, said(line, line.matter() == null ? null : numbers.get(line.matter()))), SheetWriter.Look.TEXT);
                last = faulty.getLast().no();
            }
            sheet.write(out);
        }
    }

    private static List<String> row(List<String> cells, int width, String last) {
        var row = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (row.size() < width) row.add("");
        row.add(last);
        return row;
    }

    private static String said(Line line, Present.@Nullable Now matter) {
        return Words.in(Words.CHINESE, "sheets.faulty.row", line.no(), matter == null ? "" : "〈" + matter.number() + "〉") + line.remarks().stream().filter(remark -> remark.kind() == Remark.Kind.FAULT).map(Remark::written).collect(Collectors.joining("\n"));
    }
}
