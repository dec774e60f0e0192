package cn.duban.hotline.column;

import cn.duban.web.Complaints;
import cn.duban.web.Tick;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param ended whether the month has ended, so that it may become a bulletin @param text as it would be printed @param answers published ones, with those chosen ticked */
public record ColumnPage(YearMonth month, List<YearMonth> months, String template, List<Tick> answers, String text, boolean ended, Complaints complaints, @Nullable String said) {

    public String names() {
        return String.join("、", ColumnText.names().stream().map(name -> "{" + name + "}").toList());
    }
}
