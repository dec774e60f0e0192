package cn.duban.documents;

import java.time.LocalDate;
import java.util.List;

/** 版记 at the bottom of the last page: 抄送机关 (may be none), 印发机关 and 印发日期. */
public record Imprint(List<String> copies, String printedBy, LocalDate printedOn) {
    public Imprint {
        copies = List.copyOf(copies);
    }
}
