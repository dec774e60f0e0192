package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;

/** Source lines to clean passages: script, pinyin, width, page chrome, hard wraps and repeated bodies, in this order. */
final class Normaliser {
    /** The body passages, the page lines taken away (they hold the dates of publishing), and what was repaired. */
    record Clean(List<Passage> body, List<Passage> chrome, List<Remark> remarks) {}

    private static final int LONGEST_FIELD = 80;

    private Normaliser() {}

    static Clean clean(List<String> source) {
        var remarks = new ArrayList<Remark>();
        var all = String.join("\n", source);
        var traditional = Script.isTraditional(all);
        if (traditional) {
            remarks.add(new Remark("SCRIPT_CONVERTED", "原文是繁体字，已逐字转为简体。", 1));
        }
        var lines = new ArrayList<Passage>();
        var chrome = new ArrayList<Passage>();
        var removed = 0;
        Passage field = null;
        var cleaned = new ArrayList<Passage>();
        var whole = Cleaning.withWholePinyin(source);
        for (var i = 0; i < whole.size(); i++) {
            cleaned.add(Cleaning.plain(Cleaning.line(whole.get(i), i + 1, traditional)));
            removed += Cleaning.pinyin(whole.get(i));
        }
        for (var line : SingleLine.unfold(Pages.drop(Pipes.unfold(cleaned)))) {
            if (line.isEmpty()) {
                lines.add(line);
            } else if (Chrome.isFieldName(line)) {
                field = line;
                chrome.add(line);
                lines.add(Passage.EMPTY);
            } else if (field != null && line.text.length() <= LONGEST_FIELD) {
                chrome.add(Passage.join(List.of(field, line), ""));
                lines.add(Passage.EMPTY);
                field = null;
            } else {
                field = null;
                var page = Chrome.is(line);
                if (page) {
                    chrome.add(line);
                }
                lines.add(page ? Passage.EMPTY : line);
            }
        }
        if (removed > 0) {
            remarks.add(new Remark("PINYIN_REMOVED", "原文夹有注音，已删去 " + removed + " 处。", 1));
        }
        var joined = Wraps.join(LooseCells.fold(lines), source);
        return new Clean(Repeats.drop(joined, remarks), chrome, remarks);
    }
}
