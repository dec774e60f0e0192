package cn.duban.units;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The registers of other governments as a directory reads them: whatever bears a number of {@link Outside} is looked up where it
 * is at home, and answered with numbers as they are used here.
 */
record Neighbours(int here, Registered registered) {

    /** Where other governments are found. */
    interface Registered {

        /** Empty where there is no such government. */
        Optional<Directory> of(int government);

        /** Governments above and below a region. */
        List<Directory> related(String region);
    }

    static final Registered NOBODY = new Registered() {
        @Override
        public Optional<Directory> of(int government) {
            return Optional.empty();
        }

        @Override
        public List<Directory> related(String region) {
            return List.of();
        }
    };

    private <T> Optional<T> ask(int number, Function<Directory, Optional<T>> question) {
        return registered.of(Outside.government(number)).flatMap(question);
    }

    private int here(int own, Directory home) {
        return Outside.seenFrom(here, own, home.tenant());
    }

    Optional<Unit> unit(int number) {
        return ask(number, home -> home.unit(Outside.own(number)).map(unit -> new Unit(number, home.calledAbroad(unit.name()), unit.shortName(), unit.kind(),
                unit.parent() == null ? null : Integer.valueOf(here(unit.parent(), home)), unit.openedOn(), unit.closedOn(), unit.successor() == null ? null : Integer.valueOf(here(unit.successor(), home)))));
    }

    Optional<Unit> living(int number) {
        return ask(number, home -> home.living(Outside.own(number)).flatMap(unit -> unit(here(unit.id(), home))));
    }

    List<Integer> lineage(int number) {
        return numbers(number, home -> home.lineage(Outside.own(number)));
    }

    List<Integer> below(int number) {
        return numbers(number, home -> home.below(Outside.own(number)));
    }

    private List<Integer> numbers(int number, Function<Directory, List<Integer>> units) {
        return ask(number, home -> Optional.of(units.apply(home).stream().map(unit -> here(unit, home)).toList())).orElse(List.of());
    }

    Optional<Post> post(int number) {
        return ask(number, home -> home.post(Outside.own(number)).map(post -> abroad(post, home)));
    }

    List<Post> posts(int unit) {
        return ask(unit, home -> Optional.of(home.posts(Outside.own(unit)).stream().map(post -> abroad(post, home)).toList())).orElse(List.of());
    }

    private Post abroad(Post post, Directory home) {
        return new Post(here(post.id(), home), here(post.unit(), home), post.name(), post.head(), Outside.abroad(post.duties()), post.openedOn(), post.closedOn());
    }

    Optional<Person> person(int number) {
        return ask(number, home -> home.person(Outside.own(number)).map(person -> abroad(person, home)));
    }

    List<Person> holders(int post) {
        return ask(post, home -> Optional.of(home.holders(Outside.own(post)).stream().map(person -> abroad(person, home)).toList())).orElse(List.of());
    }

    private Person abroad(Person person, Directory home) {
        return new Person(here(person.id(), home), person.name(), person.workPhone(), person.since(), person.until());
    }

    List<Post> postsOf(int person) {
        return ask(person, home -> Optional.of(home.postsOf(Outside.own(person)).stream().map(post -> abroad(post, home)).toList())).orElse(List.of());
    }

    List<Directory> related(String region) {
        return registered.related(region);
    }

    /** Whether one region lies in the other, by the pairs of digits of GB/T 2260. */
    static boolean related(String one, String other) {
        return !one.equals(other) && (one.startsWith(stem(other)) || other.startsWith(stem(one)));
    }

    private static String stem(String region) {
        return region.replaceFirst("(00)+$", "");
    }

    /** Units that may be given something, government by government. */
    List<Unit> units(String region) {
        return related(region).stream().flatMap(other -> other.units().stream().map(unit -> unit(here(unit.id(), other)).orElseThrow())).toList();
    }

    /** Units of related governments that answer to some words, each of which is part of the name or of that of its government; whose name it is in full comes alone. */
    List<Unit> named(String words, String region) {
        var plain = Names.plain(words);
        var found = units(region);
        var exact = found.stream().filter(unit -> Names.plain(unit.name()).equals(plain)).toList();
        if (exact.size() == 1) return exact;
        var parts = new LinkedHashSet<>(Stream.of(words.strip().split("[\\s　]+")).map(Names::plain).filter(part -> !part.isEmpty()).toList());
        return parts.isEmpty() ? List.of() : found.stream().filter(unit -> parts.stream().allMatch(part -> (Names.plain(unit.name()) + " " + Names.plain(unit.shortName())).contains(part))).toList();
    }
}
