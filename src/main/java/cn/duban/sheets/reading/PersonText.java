package cn.duban.sheets.reading;

import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.web.Viewer.Duty;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People as a cell names them: by name, by post, or by both, such as {@code 副市长蔺青松}. A matter is borne by a post, so a person stands for theirs. */
public final class PersonText {

    private static final Pattern DIVIDER = Pattern.compile("[、,;/\\n]|\\s{2,}");

    private final Directory directory;

    public PersonText(Directory directory) {
        this.directory = directory;
    }

    /** @param unknown names that nobody bears; @param several names that more than one bears */
    public record People(Set<Integer> posts, Set<String> unknown, Set<String> several) {}

    /**
     * @param duty what the post must be there for, if it can be chosen among several posts of a person
     * @param within the unit to which the person belongs, where it is known
     */
    public People read(String cell, @Nullable Duty duty, @Nullable Integer within) {
        var people = new People(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (var part : DIVIDER.split(Normalizer.normalize(cell, Normalizer.Form.NFKC))) {
            var name = part.strip().replaceAll("\\s", "").replaceAll("(?:同志|\\(.*\\))$", "");
            if (name.isEmpty() || name.matches("[-—无]+")) continue;
            var posts = posts(name, duty, within);
            if (posts.size() == 1) people.posts().add(posts.getFirst().id());
            else (posts.isEmpty() ? people.unknown() : people.several()).add(name);
        }
        return people;
    }

    private List<Post> posts(String name, @Nullable Duty duty, @Nullable Integer within) {
        var found = new ArrayList<Post>();
        for (var person : directory.people())
            if (name.equals(person.name()) || name.length() > person.name().length() && (name.endsWith(person.name()) || name.startsWith(person.name())))
                found.addAll(directory.postsOf(person.id()));
        if (found.isEmpty())
            for (var unit : within == null ? List.of(directory.root().id()) : directory.below(within))
                directory.posts(unit).stream().filter(post -> post.name().equals(name)).forEach(found::add);
        narrow(found, post -> duty == null || post.has(duty));
        narrow(found, post -> within == null || directory.within(post.unit(), within));
        // the higher post speaks for a person who holds several
        narrow(found, post -> directory.lineage(post.unit()).size() == found.stream().mapToInt(p -> directory.lineage(p.unit()).size()).min().orElse(0));
        return found.stream().distinct().toList();
    }

    private static void narrow(List<Post> posts, java.util.function.Predicate<Post> wanted) {
        if (posts.stream().filter(wanted).findAny().isPresent()) posts.removeIf(wanted.negate());
    }
}
