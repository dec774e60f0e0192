package cn.duban.units.page;

import cn.duban.units.Handover;
import cn.duban.units.Person;
import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;

/** What somebody who leaves still holds, post by post, and who may take it over. */
public record DeparturePage(Person person, LocalDate from, String basis, List<Left> posts, Complaints complaints) implements Titled {

    /**
     * A post that is left.
     *
     * @param holds what is to be handed over; empty when there is nothing
     * @param chosen the taker, as {@code person-post}
     */
    public record Left(PostRow row, List<Held> holds, List<FormPage.Option> takers, String chosen) {

        public String field() {
            return "to-" + row.post().id();
        }

        int count() {
            return holds.stream().mapToInt(held -> held.borne().count()).sum();
        }
    }

    /** Whether nothing is to be handed over. */
    public boolean empty() {
        return posts.stream().allMatch(left -> left.holds().isEmpty());
    }

    public record Held(String label, Handover.Borne borne) {}

    @Override
    public String title() {
        return Words.say("units.depart.title", person.name());
    }
}
