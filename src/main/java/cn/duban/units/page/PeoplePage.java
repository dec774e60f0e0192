package cn.duban.units.page;

import cn.duban.units.Directory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The staff of a tenant, a hundred at a time.
 *
 * @param found how many the search found in all; null where nothing was searched for
 * @param next where the next hundred begin, if there are more
 */
public record PeoplePage(int size, @Nullable Integer found, String q, List<PersonRow> people, @Nullable String next, List<PersonRow> former, boolean administers) {

    private static final int LENGTH = 100;

    static PeoplePage of(Directory directory, String q, int after, boolean administers) {
        var found = q.isEmpty() ? null : (int) directory.people().stream().filter(person -> PersonRow.of(person, directory).answers(q)).count();
        var rows = directory.people().stream().filter(person -> person.id() > after)
                .map(person -> PersonRow.of(person, directory)).filter(row -> q.isEmpty() || row.answers(q)).limit(LENGTH + 1L).toList();
        var shown = rows.stream().limit(LENGTH).toList();
        var next = rows.size() > LENGTH ? "/people?after=" + shown.getLast().person().id()
                + "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) : null;
        var former = after > 0 || !q.isEmpty() ? List.<PersonRow>of()
                : directory.formerPeople().stream().map(person -> PersonRow.of(person, directory)).toList();
        return new PeoplePage(directory.people().size(), found, q, shown, next, former, administers);
    }
}
