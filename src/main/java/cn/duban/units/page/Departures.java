package cn.duban.units.page;

import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Handover;
import cn.duban.units.Logins;
import cn.duban.units.People;
import cn.duban.units.Post;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody leaves: what they hold goes to others and they go, together or not at all. */
@Component
class Departures {

    private final Directories directories;
    private final People people;
    private final ObjectProvider<Handover> handovers;
    private final ObjectProvider<Logins> logins;

    Departures(Directories directories, People people, ObjectProvider<Handover> handovers, ObjectProvider<Logins> logins) {
        this.directories = directories;
        this.people = people;
        this.handovers = handovers;
        this.logins = logins;
    }

    /** @param chosen the takers chosen so far, as {@code person-post} by the post that is left */
    DeparturePage page(int tenant, int person, LocalDate from, String basis, Map<Integer, String> chosen) {
        var directory = directories.of(tenant);
        var open = logins.stream().map(kind -> kind.open(tenant)).findFirst().orElse(Set.of());
        var leaver = directory.person(person).orElseThrow(NotFound::new);
        var posts = directory.postsOf(person).stream().map(post -> new DeparturePage.Left(PostRow.of(post, directory),
                handovers.orderedStream().map(kind -> new DeparturePage.Held(Words.say(kind.label()), kind.borne(tenant, post.id())))
                        .filter(held -> held.borne().count() > 0).toList(),
                takers(directory, person, post, open), chosen.getOrDefault(post.id(), ""))).toList();
        var complaints = new Complaints();
        return new DeparturePage(leaver, from, basis, posts, complaints);
    }

    /** Which of the posts still hold something that nobody was chosen to take. */
    static void complain(DeparturePage page) {
        for (var left : page.posts()) {
            var known = left.takers().stream().anyMatch(taker -> taker.value().equals(left.chosen()));
            page.complaints().addIf(left.count() > 0 && !known, left.field(), "units.depart.without", left.row().post().name(), left.count());
        }
    }

    /** @return how many things were handed over */
    @Transactional
    int depart(Author author, DeparturePage page) {
        int moved = 0;
        for (var left : page.posts()) {
            if (left.count() == 0) continue;
            var taker = left.chosen().split("-");
            var move = new Handover.Move(page.person().id(), left.row().post().id(), Integer.parseInt(taker[0]), Integer.parseInt(taker[1]),
                    page.from(), page.basis().isBlank() ? Words.say("units.depart.reason") : page.basis());
            for (var kind : handovers.orderedStream().toList()) moved += kind.move(author, move);
        }
        people.depart(author, page.person().id(), page.from(), page.basis());
        return moved;
    }

    /** Holders of the same post first, then the rest of the unit, then those above it. */
    private static List<FormPage.Option> takers(Directory directory, int leaver, Post post, Set<Integer> open) {
        var options = new LinkedHashMap<String, FormPage.Option>();
        offer(options, directory, leaver, post, open);
        for (var unit : directory.lineage(post.unit())) directory.posts(unit).forEach(other -> offer(options, directory, leaver, other, open));
        return List.copyOf(options.values());
    }

    private static void offer(Map<String, FormPage.Option> options, Directory directory, int leaver, Post post, Set<Integer> open) {
        for (var person : directory.holders(post.id())) {
            if (person.id() == leaver) continue;
            var value = person.id() + "-" + post.id();
            options.putIfAbsent(value, new FormPage.Option(value, person.name() + "　" + directory.unitName(post.unit()) + " " + post.name() + (open.contains(person.id()) ? "" : Words.say("units.depart.no-account"))));
        }
    }
}
