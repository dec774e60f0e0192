package cn.duban.documents;

import cn.duban.documents.SheetText.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Merged cells while the rows go by from top to bottom: what reaches downwards is said again in each row. */
final class Merged {

    /** Values that reach below this are not carried: nobody merges a ledger from end to end, but a file may say so. */
    private static final int DEEPEST = 20_000;

    private final List<Span> all;
    private final List<Span> waiting;
    private final List<Carried> open = new ArrayList<>();
    private int at;

    private record Carried(Span span, String text) {}

    Merged(List<Span> spans) {
        all = spans;
        waiting = spans.stream().filter(s -> s.bottom() > s.top() && s.bottom() - s.top() <= DEEPEST && s.left() < SheetText.MOST_COLUMNS)
                .sorted(Comparator.comparingInt(Span::top)).toList();
    }

    List<Span> inHead() {
        return all.stream().filter(s -> s.top() <= SheetText.HEAD_ROWS).toList();
    }

    /** Fills the row with what reaches into it, and remembers what begins in it. */
    void row(int no, List<String> cells) {
        open.removeIf(carried -> carried.span().bottom() < no);
        for (var carried : open) fill(cells, carried.span().left(), carried.text());
        while (at < waiting.size() && waiting.get(at).top() < no) at++;
        for (; at < waiting.size() && waiting.get(at).top() == no; at++) {
            var span = waiting.get(at);
            var text = span.left() < cells.size() ? cells.get(span.left()) : "";
            if (!text.isEmpty()) open.add(new Carried(span, text));
        }
    }

    /** Whether rows without cells of their own may still hold something. */
    boolean reaches(int no) {
        return open.stream().anyMatch(carried -> carried.span().bottom() >= no);
    }

    private static void fill(List<String> cells, int column, String text) {
        while (cells.size() <= column) cells.add("");
        if (cells.get(column).isEmpty()) cells.set(column, text);
    }
}
