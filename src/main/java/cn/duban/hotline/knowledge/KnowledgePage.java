package cn.duban.hotline.knowledge;

import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.web.Complaints;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry for staff.
 *
 * @param entry null while it is being written
 * @param owns whether the reader may change it and answers what is said to be wrong
 * @param checks whether the reader may check it, so that everybody reads it
 * @param said what was done just now
 */
public record KnowledgePage(@Nullable Entry entry, String owner, LocalDate today, boolean owns, boolean checks, List<Wrong> wrongs, EntryForm form, List<Choice> units, Complaints complaints, @Nullable String refused, @Nullable String said) {

    /** @param owed entries to which an answer is owed, with its last day */
    public record Lists(String q, boolean tooShort, List<Line> lines, List<Owing> owed, boolean adds) {}

    public record Line(Entry entry, String owner, boolean expired) {}

    public record Owing(UUID id, String title, LocalDate dueOn, boolean late) {}

    /** What stands beside a call. */
    public record Beside(boolean asked, List<Line> lines) {}

    /** What everybody reads. */
    public record Open(int tenant, Entry entry, String owner, Complaints complaints, String typed, boolean said) {}
}
