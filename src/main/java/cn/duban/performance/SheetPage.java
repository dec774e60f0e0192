package cn.duban.performance;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One indicator for all units that this viewer scores: a line each, to be typed through with the keyboard. */
public record SheetPage(String round, String roundTitle, String until, List<Tab> tabs, String indicator, String name, String worth, String standard, boolean share, boolean entered, List<Row> rows, List<String> own, int written, int faults, boolean open) implements Titled {

    public record Tab(String no, String name, int owed, boolean current) {}

    public record Row(int unit, String name, String group, String value, String reason, String evidence, boolean owed, @Nullable String fault) {}

    @Override
    public String title() {
        return Words.say("performance.sheet.title", name);
    }
}
