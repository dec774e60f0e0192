package cn.duban.units.page;

import cn.duban.units.Directory;
import cn.duban.units.Person;
import cn.duban.web.Titled;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person: the posts held and those held before. */
public record PersonPage(Person person, boolean here, @Nullable String login, List<PostRow> posts, List<Stay> past, List<HistoryLine> history, boolean administers)
        implements Titled {

    public record Stay(int post, String unit, String name, LocalDate since, @Nullable LocalDate until) {}

    static PersonPage of(Directory directory, Person person, @Nullable String login, List<HistoryLine> history, boolean administers) {
        var past = directory.holdingsOf(person.id()).stream().map(holding -> {
            var post = directory.post(holding.post()).orElseThrow();
            return new Stay(post.id(), directory.unitName(post.unit(), holding.since()), post.name(), holding.since(), holding.until());
        }).toList();
        return new PersonPage(person, person.hereOn(directory.today()), login, PersonRow.of(person, directory).posts(), past.reversed(), history, administers);
    }

    @Override
    public String title() {
        return person.name();
    }
}
