package cn.duban.workdays;

import cn.duban.web.Dates;
import java.time.LocalDate;
import java.util.List;

/**
 * What a file of arrangements says: its notices, in sentences what was understood, and every fault with its line. With a
 * fault nothing of it is taken.
 */
public record NoticeReading(List<Dated> notices, List<String> understood, List<Fault> faults) {

    public NoticeReading {
        notices = List.copyOf(notices);
        understood = List.copyOf(understood);
        faults = List.copyOf(faults);
    }

    /** @param stated the text gives its publication date; otherwise it is assumed */
    public record Dated(Notice notice, boolean stated) {}

    /** Line numbers begin with 1; 0 for the file as a whole. */
    public record Fault(int line, String text, String reason) {
        @Override
        public String toString() {
            return line == 0 ? reason : "第" + line + "行“" + text + "”：" + reason;
        }
    }

    static String range(LocalDate first, LocalDate last) {
        return first.equals(last) ? Dates.written(first) : Dates.written(first) + "至" + Dates.written(last);
    }
}
