package cn.duban.units;

import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's units, posts and people as they stand on one day, with what they were called before. Immutable and in
 * memory: asking costs no statement. Get a fresh one from {@link Directories#of} for each request; do not keep it.
 *
 * <p>Numbers of closed units and of people who left are still answered, because old matters name them; lists hold the
 * living only.
 *
 * <p>Numbers of {@link Outside} are answered by the register of the government that they belong to, as it stands then. Lists hold
 * none of those.
 */
public final class Directory {

    private final Register register;
    private final LocalDate today;
    private final Map<Integer, Unit> units = new TreeMap<>();
    private final Map<Integer, List<Integer>> children;
    private final Map<Integer, Post> posts = new TreeMap<>();
    private final Map<Integer, Person> people;
    private final Map<Integer, List<Post>> postsOfUnit;
    private final Map<Integer, List<Integer>> holders;
    private final Map<Integer, List<Integer>> held;
    private final UnitFinder finder;
    private final Neighbours neighbours;

    Directory(Register register, LocalDate today) {
        this(register, today, Neighbours.NOBODY);
    }

    Directory(Register register, LocalDate today, Neighbours.Registered others) {
        this.register = register;
        this.today = today;
        this.neighbours = new Neighbours(register.tenant(), others);
        var names = register.names().stream().collect(Collectors.groupingBy(UnitName::unit));
        var parents = register.parents().stream().collect(Collectors.groupingBy(UnitParent::unit));
        for (var row : register.units()) {
            var name = standing(names.getOrDefault(row.unit(), List.of()), today, UnitName::since, UnitName::until);
            var parent = standing(parents.getOrDefault(row.unit(), List.of()), today, UnitParent::since, UnitParent::until);
            units.put(row.unit(), new Unit(row.unit(), name == null ? "" : name.name(), name == null ? "" : name.shortName(),
                    row.kind(), parent == null ? null : parent.parent(), row.openedOn(), row.closedOn(), row.successor()));
        }
        children = units().stream().filter(u -> u.parent() != null)
                .collect(Collectors.groupingBy(Unit::parent, Collectors.mapping(Unit::id, Collectors.toList())));
        var charges = register.charges().stream().collect(Collectors.groupingBy(Register.Charge::post));
        for (var row : register.posts()) {
            var charge = standing(charges.getOrDefault(row.post(), List.of()), today, Register.Charge::since, Register.Charge::until);
            if (charge == null) continue;
            posts.put(row.post(), new Post(row.post(), row.unit(), charge.name(), charge.head(), charge.duties(), row.openedOn(), row.closedOn()));
        }
        postsOfUnit = openPosts().collect(Collectors.groupingBy(Post::unit));
        people = register.people().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        var now = register.holdings().stream().filter(h -> h.on(today)).toList();
        holders = now.stream().collect(Collectors.groupingBy(Holding::post, Collectors.mapping(Holding::person, Collectors.toList())));
        held = now.stream().collect(Collectors.groupingBy(Holding::person, Collectors.mapping(Holding::post, Collectors.toList())));
        finder = new UnitFinder(units.values(), register.names(), today);
    }

    /** The row that holds on the day; before the first the first, after the last the last one. Withdrawn rows never count. */
    static <T> @Nullable T standing(List<T> rows, LocalDate day, Function<T, LocalDate> since, Function<T, @Nullable LocalDate> until) {
        var held = rows.stream().filter(r -> !since.apply(r).equals(until.apply(r))).sorted(Comparator.comparing(since)).toList();
        if (held.isEmpty()) return null;
        var standing = held.getFirst();
        for (var row : held) if (!since.apply(row).isAfter(day)) standing = row;
        return standing;
    }

    public int tenant() {
        return register.tenant();
    }

    public String tenantName() {
        return register.name();
    }

    /** The GB/T 2260 code of the government's own division. */
    public String region() {
        return register.region();
    }

    public ZoneId zone() {
        return ZoneId.of(register.zone());
    }

    /** The day this directory describes. */
    public LocalDate today() {
        return today;
    }

    /** The same register as it stood, or will stand, on another day. */
    public Directory at(LocalDate day) {
        return day.equals(today) ? this : new Directory(register, day, neighbours.registered());
    }

    /** What the register holds for other days. */
    Outlook outlook() {
        return new Outlook(register);
    }

    /** Rises with every change; two directories of one tenant, version and day are equal. */
    public int version() {
        return register.version();
    }

    public Optional<Unit> unit(int unit) {
        if (Outside.is(unit)) return neighbours.unit(unit);
        return Optional.ofNullable(units.get(unit));
    }

    /** What the unit is called today, or was called at its end. */
    public String unitName(int unit) {
        return unit(unit).map(Unit::name).orElseThrow(() -> unknown("unit", unit));
    }

    /** The same with the unit that it is an inner section of, since sections of many units bear the same name. */
    public String fullName(int unit) {
        var parent = unit(unit).filter(u -> u.kind() == Unit.Kind.SECTION && u.parent() != null).flatMap(u -> unit(Objects.requireNonNull(u.parent()))).filter(above -> above.kind() != Unit.Kind.GOVERNMENT);
        return parent.map(above -> above.name() + " ").orElse("") + unitName(unit);
    }

    /** What the unit was called on a day; before its first day its first name. */
    public String unitName(int unit, LocalDate on) {
        if (Outside.is(unit)) return unitName(unit);
        var name = standing(namesOf(unit), on, UnitName::since, UnitName::until);
        if (name == null) throw unknown("unit", unit);
        return name.name();
    }

    /** All names of a unit that ever held or will hold, oldest first. */
    public List<UnitName> namesOf(int unit) {
        return register.names().stream().filter(n -> n.unit() == unit && !n.since().equals(n.until()))
                .sorted(Comparator.comparing(UnitName::since)).toList();
    }

    /** What a unit of this government is called in the records of another: told apart from the units there, which often have the same names. */
    String calledAbroad(String unit) {
        var place = tenantName().replaceFirst("人民政府$", "");
        return unit.startsWith(place) ? unit : place + " " + unit;
    }

    /** Open units of governments above and below this one, which may be given something as well; numbers are those of {@link Outside}. */
    public List<Unit> unitsOutside() {
        return neighbours.units(region());
    }

    /** Those of them that answer to some words, each of which is part of the unit's name or of its government's; the one of exactly that name comes alone. */
    public List<Unit> unitsOutsideNamed(String words) {
        return neighbours.named(words, region());
    }

    /** Whether a unit, post or person outside belongs to a government above or below this one. */
    public boolean related(int outside) {
        return neighbours.related(region()).stream().anyMatch(other -> other.tenant() == Outside.government(outside));
    }

    /** The units that a unit stood or will stand under, oldest first. */
    public List<UnitParent> parentsOf(int unit) {
        return register.parents().stream().filter(p -> p.unit() == unit && !p.since().equals(p.until()))
                .sorted(Comparator.comparing(UnitParent::since)).toList();
    }

    /** The unit itself first, then what it stands under, up to the root. */
    public List<Integer> lineage(int unit) {
        if (Outside.is(unit)) return neighbours.lineage(unit);
        var lineage = new ArrayList<Integer>();
        for (var at = units.get(unit); at != null && !lineage.contains(at.id()); at = at.parent() == null ? null : units.get(at.parent())) {
            lineage.add(at.id());
        }
        return List.copyOf(lineage);
    }

    /** Whether the unit is the ancestor itself or stands anywhere below it. */
    public boolean within(int unit, int ancestor) {
        return lineage(unit).contains(ancestor);
    }

    /** The unit itself first, then all open units below it, each before its own. */
    public List<Integer> below(int unit) {
        if (Outside.is(unit)) return neighbours.below(unit);
        var below = new LinkedHashSet<Integer>();
        if (units.containsKey(unit)) gather(unit, below);
        return List.copyOf(below);
    }

    /** A ring, should one ever stand in the tables, ends where it began. */
    private void gather(int unit, Set<Integer> into) {
        if (!into.add(unit)) return;
        for (var child : children.getOrDefault(unit, List.of())) gather(child, into);
    }

    /** The open units directly below. */
    public List<Unit> children(int unit) {
        return children.getOrDefault(unit, List.of()).stream().map(units::get).toList();
    }

    /** The government itself. */
    public Unit root() {
        return units.values().stream().filter(u -> u.parent() == null).findFirst().orElseThrow(() -> unknown("root unit of tenant", tenant()));
    }

    /** All open units, by number. */
    public List<Unit> units() {
        return units.values().stream().filter(u -> u.openOn(today)).toList();
    }

    /** Closed units, and units that open later. */
    public List<Unit> closedUnits() {
        return units.values().stream().filter(u -> !u.openOn(today)).toList();
    }

    /** Follows successors from a closed unit to one that is open; empty where the work ended. */
    public Optional<Unit> living(int unit) {
        if (Outside.is(unit)) return neighbours.living(unit);
        var at = units.get(unit);
        for (int hops = 0; at != null && !at.openOn(today) && hops < units.size(); hops++) {
            at = at.successor() == null ? null : units.get(at.successor());
        }
        return Optional.ofNullable(at).filter(u -> u.openOn(today));
    }

    /**
     * The one unit of that name: by its name of today, else its short name, else a former name (of a closed unit too).
     * Empty when nobody or more than one answers to it.
     */
    public Optional<Unit> unitNamed(String name) {
        return finder.named(name);
    }

    /** Units whose names, today's or former, hold the text, the closest first. */
    public List<Unit> unitsLike(String text) {
        return finder.like(text);
    }

    public Optional<Post> post(int post) {
        if (Outside.is(post)) return neighbours.post(post);
        return Optional.ofNullable(posts.get(post));
    }

    /** The open posts of one unit (not of those below), its head first. */
    public List<Post> posts(int unit) {
        if (Outside.is(unit)) return neighbours.posts(unit);
        return postsOfUnit.getOrDefault(unit, List.of()).stream()
                .sorted(Comparator.comparing((Post p) -> !p.head()).thenComparing(Post::id)).toList();
    }

    /** A post with those who hold it today, as people call it: {@code 局长 江映川}; empty where there is no such post. */
    public String called(int post) {
        return post(post).map(one -> Stream.concat(Stream.of(one.name()), holders(post).stream().map(Person::name)).collect(Collectors.joining(" "))).orElse("");
    }

    /** The open post of that name in one unit. */
    public Optional<Post> postNamed(int unit, String name) {
        return posts(unit).stream().filter(p -> Names.plain(p.name()).equals(Names.plain(name))).findFirst();
    }

    public Optional<Post> head(int unit) {
        return posts(unit).stream().filter(Post::head).findFirst();
    }

    /** Who holds the post today; nobody when it is vacant. */
    public List<Person> holders(int post) {
        if (Outside.is(post)) return neighbours.holders(post);
        return holders.getOrDefault(post, List.of()).stream().map(people::get).sorted(Comparator.comparing(Person::id)).toList();
    }

    public Optional<Person> person(int person) {
        if (Outside.is(person)) return neighbours.person(person);
        return Optional.ofNullable(people.get(person));
    }

    /** Everybody on the staff today. */
    public List<Person> people() {
        return people.values().stream().filter(p -> p.hereOn(today)).sorted(Comparator.comparing(Person::id)).toList();
    }

    /** Those who left, or come later. */
    public List<Person> formerPeople() {
        return people.values().stream().filter(p -> !p.hereOn(today)).sorted(Comparator.comparing(Person::id)).toList();
    }

    public List<Person> peopleNamed(String name) {
        return people().stream().filter(p -> Names.plain(p.name()).equals(Names.plain(name))).toList();
    }

    /** The posts that a person holds today. */
    public List<Post> postsOf(int person) {
        if (Outside.is(person)) return neighbours.postsOf(person);
        return held.getOrDefault(person, List.of()).stream().map(posts::get).filter(p -> p != null && p.openOn(today))
                .sorted(Comparator.comparing(Post::id)).toList();
    }

    /** A person in one of their posts, as whoever looks or acts today. */
    public Viewer viewer(Person person, Post post) {
        return new Viewer(tenant(), person.id(), person.name(), post.id(), post.name(), post.unit(), unitName(post.unit()), post.duties());
    }

    /** Who held which post from when to when, oldest first. */
    public List<Holding> holdingsOf(int person) {
        return register.holdings().stream().filter(h -> h.person() == person && !h.since().equals(h.until()))
                .sorted(Comparator.comparing(Holding::since)).toList();
    }

    /** All open posts that carry the duty, vacant ones included. */
    public List<Post> postsWith(Viewer.Duty duty) {
        return openPosts().filter(p -> p.has(duty)).toList();
    }

    private Stream<Post> openPosts() {
        return posts.values().stream().filter(p -> p.openOn(today));
    }

    private static IllegalArgumentException unknown(String what, int id) {
        return new IllegalArgumentException("There is no " + what + " " + id + " in this tenant.");
    }
}
