package cn.duban.workdays;

import java.util.List;

/** What became of a file of arrangements, in sentences for the person who brought it. */
public record ImportReport(boolean accepted, List<String> sentences, List<Notice> added) {

    public ImportReport {
        sentences = List.copyOf(sentences);
        added = List.copyOf(added);
    }
}
