package cn.duban.hotline.dispatch;

import cn.duban.hotline.Catalogue;
import cn.duban.hotline.Categories;
import cn.duban.hotline.Competence;
import cn.duban.hotline.suggest.Asked;
import cn.duban.hotline.suggest.Closed;
import cn.duban.hotline.suggest.Competences;
import cn.duban.hotline.suggest.Described;
import cn.duban.hotline.suggest.Descriptions;
import cn.duban.hotline.suggest.Suggester;
import cn.duban.similarity.meaning.Indexes;
import cn.duban.similarity.meaning.Meaning;
import cn.duban.similarity.meaning.Subject;
import cn.duban.units.Directories;
import cn.duban.units.Unit;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Says to the desk what a ticket may be about and who would handle it. What closed tickets teach is learned anew every night by each node, by whoever asks
 * first after it; the catalogue is that of the moment.
 */
@Component
public class Advisor implements DisposableBean {

    private static final Duration NIGHTLY = Duration.ofHours(24);

    /** So many tickets a node remembers, of all its governments together: about three kilobytes each. */
    private static final long REMEMBERED = 80_000;

    private final ClosedTickets tickets;
    private final Catalogue catalogue;
    private final Categories categories;
    private final Directories directories;
    private final Meaning meaning;
    private final Indexes indexes;
    private final Held<Suggester> suggesters;
    /** What is shipped is the same for all governments; kept once all of it was computed. */
    private volatile @Nullable List<Described> described;

    Advisor(ClosedTickets tickets, Catalogue catalogue, Categories categories, Directories directories, Meaning meaning, Indexes indexes, Clock clock, @Value("${duban.alikes}") boolean alikes) {
        this.tickets = tickets;
        this.catalogue = catalogue;
        this.categories = categories;
        this.directories = directories;
        this.meaning = meaning;
        this.indexes = indexes;
        this.suggesters = new Held<>("hotline-suggester", NIGHTLY, this::learn, new Held.Room<>(REMEMBERED, Suggester::size), clock, alikes);
    }

    /** What was learned, without a catalogue: for what a ticket may be about, and nothing of who handles it. Empty while nothing has been learned yet since this node began. */
    public Optional<Suggester> learned(int tenant) {
        return suggesters.of(tenant);
    }

    public Suggester learnNow(int tenant) {
        return suggesters.renew(tenant);
    }

    /** @param area by its name; empty where it is not known */
    public Advice on(int tenant, String title, String body, String area, LocalDate day) {
        var subject = new Subject(title, body);
        return learned(tenant).map(learned -> Advice.of(learned.under(competences(tenant)).suggest(new Asked(subject.text(), meaning.of(subject).orElse(null), area, day)), directories.of(tenant))).orElse(Advice.NONE);
    }

    private Suggester learn(int tenant) {
        var closed = tickets.of(tenant);
        var meanings = indexes.kept(tenant, closed.stream().map(ClosedTickets.Done::id).toList());
        var directory = directories.of(tenant);
        var learned = closed.stream().map(one -> new Closed(one.number(), new Subject(one.title(), one.body()).text(), meanings.get(one.id()), one.category(), directory.unitName(one.unit()), one.area(), one.day(), beginning(one.reply()))).toList();
        return Suggester.of(described(), learned, (category, area, day) -> Optional.empty());
    }

    private List<Described> described() {
        var before = described;
        if (before != null) return before;
        var read = Descriptions.shipped(categories.leaves(), text -> meaning.compute(new Subject("", text)));
        if (read.stream().anyMatch(one -> !one.meanings().isEmpty())) described = read;
        return read;
    }

    /** The catalogue as it is now, read once. */
    private Competences competences(int tenant) {
        var lines = catalogue.all(tenant);
        var directory = directories.of(tenant);
        return (category, area, day) -> Competence.of(lines, category, area.isEmpty() ? null : directory.unitNamed(area).map(Unit::id).orElse(null), day, directory).flatMap(line -> directory.living(line.unit())).map(unit -> directory.unitName(unit.id()));
    }

    private static String beginning(String reply) {
        var first = reply.strip().split("[。！？!?；;\\n\\r]", 2)[0];
        return first.length() <= Advice.QUOTED ? first : first.substring(0, Advice.QUOTED) + "…";
    }

    @Override
    public void destroy() {
        suggesters.stop();
    }
}
