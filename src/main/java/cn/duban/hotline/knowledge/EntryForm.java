package cn.duban.hotline.knowledge;

import cn.duban.hotline.CallerText;
import cn.duban.web.Complaints;
import cn.duban.web.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry as it is typed. Pure. */
public record EntryForm(String title, String body, String sources, String expires, boolean open, String unit) {

    static final EntryForm EMPTY = new EntryForm("", "", "", "", true, "");
    private static final int LONGEST = 100;

    static EntryForm of(Entry entry) {
        return new EntryForm(entry.title(), entry.body(), entry.sources(), entry.expiresOn().toString(), entry.open(), String.valueOf(entry.unit()));
    }

    @Nullable LocalDate day() {
        try {
            var day = LocalDate.parse(expires);
            return Days.holds(day) ? day : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** @param units among which the owner is */
    Complaints complaints(LocalDate today, List<Integer> units) {
        var complaints = new Complaints().addIf(title.isBlank() || title.length() > LONGEST, "title", "hotline.knowledge.title.missing", LONGEST);
        new CallerText(title, false).complain("title", "hotline.knowledge.title.missing", complaints);
        new CallerText(body, false).complain("body", "hotline.knowledge.body.missing", complaints);
        new CallerText(sources, false).complain("sources", "hotline.knowledge.sources.missing", complaints);
        var day = day();
        return complaints.addIf(day == null || day.isBefore(today), "expires", "hotline.knowledge.expires.missing").addIf(units.stream().noneMatch(one -> String.valueOf(one).equals(unit)), "unit", "hotline.knowledge.unit.missing");
    }

    int owner() {
        return Integer.parseInt(unit);
    }

    LocalDate last() {
        return Objects.requireNonNull(day());
    }
}
