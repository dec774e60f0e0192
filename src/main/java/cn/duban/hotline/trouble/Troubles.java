package cn.duban.hotline.trouble;

import cn.duban.hotline.dispatch.Advisor;
import cn.duban.hotline.suggest.Asked;
import cn.duban.hotline.suggest.SameTrouble;
import cn.duban.hotline.suggest.Told;
import cn.duban.hotline.trouble.OpenTickets.Open;
import cn.duban.ledger.Matters;
import cn.duban.similarity.meaning.Indexes;
import cn.duban.similarity.meaning.Meaning;
import cn.duban.similarity.meaning.Near;
import cn.duban.similarity.meaning.Subject;
import cn.duban.web.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which open tickets may tell of the same trouble as a ticket, or as what somebody says just now. */
@Component
public class Troubles {

    /** The nearest that are looked at closely, the cosine below which two hardly tell of one trouble, and those that are shown. */
    private static final int NEAREST = 120;
    private static final int CLOSELY = 15;
    private static final double LEAST = 0.5;
    private static final int SHOWN = 5;

    private final OpenTickets tickets;
    private final Advisor advisor;
    private final Meaning meaning;
    private final Indexes indexes;
    private final Matters matters;

    private final Cache<String, Told> known = Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(24)).maximumSize(20_000).build();

    Troubles(OpenTickets tickets, Advisor advisor, Meaning meaning, Indexes indexes, Matters matters) {
        this.tickets = tickets;
        this.advisor = advisor;
        this.meaning = meaning;
        this.indexes = indexes;
        this.matters = matters;
    }

    /** @param id of the ticket itself, or the one that it becomes */
    public record Asking(UUID id, String title, String body, String place, String area, LocalDate day) {}

    /** The likeliest first. Never inside a transaction: it computes. */
    public List<Same> like(Asking asking, Viewer viewer) {
        var tenant = viewer.tenant();
        var subject = new Subject(asking.title(), asking.body());
        var vector = meaning.of(subject).orElse(null);
        if (vector == null) return List.of();
        var near = indexes.near(tenant, vector, NEAREST, LEAST).stream().map(Near::matter).filter(id -> !id.equals(asking.id())).toList();
        if (near.isEmpty()) return List.of();
        var open = tickets.of(near, viewer).stream().sorted(Comparator.comparingInt(ticket -> near.indexOf(ticket.id()))).limit(CLOSELY).toList();
        var own = told(tenant, new Open(asking.id(), "", asking.title(), asking.body(), asking.place(), asking.area(), "", asking.day()), vector);
        var kept = indexes.kept(tenant, open.stream().map(Open::id).toList());
        record Held(UUID id, SameTrouble same) {}
        var same = open.stream().map(ticket -> new Held(ticket.id(), SameTrouble.of(own, told(tenant, ticket, kept.get(ticket.id()))))).filter(one -> one.same().certainty().isPresent()).sorted(Comparator.comparingDouble((Held one) -> one.same().score()).reversed()).limit(SHOWN).toList();
        var ids = same.stream().map(Held::id).toList();
        var rows = matters.rows(ids, viewer);
        var people = tickets.people(tenant, ids);
        return same.stream().filter(one -> rows.containsKey(one.id())).map(one -> new Same(rows.get(one.id()), one.same().certainty().orElseThrow(), one.same().score(), one.same().reasons(), people.getOrDefault(one.id(), 1))).toList();
    }

    /** Many at once, for work in the background. */
    List<Told> told(int tenant, List<Open> tickets) {
        var kept = indexes.kept(tenant, tickets.stream().map(Open::id).toList());
        return tickets.stream().map(ticket -> told(tenant, ticket, kept.get(ticket.id()))).toList();
    }

    /** As it is held against others. @param kept what title and body mean, where that is known; what they mean together with the place is computed once in a node */
    private Told told(int tenant, Open ticket, byte @Nullable [] kept) {
        var key = tenant + "/" + ticket.id() + "/" + List.of(ticket.title(), ticket.body(), ticket.place(), ticket.area(), ticket.day()).hashCode();
        var before = known.getIfPresent(key);
        if (before != null) return before;
        var text = new Subject(ticket.title(), ticket.body()).text();
        var suggester = advisor.learned(tenant);
        var meant = kept == null ? meaning.of(new Subject("", text)).orElse(null) : kept;
        var about = suggester.map(one -> one.about(new Asked(text, meant, ticket.area(), ticket.day()))).orElse(Map.of());
        // without a place it is what title and body mean, which is known already
        var together = ticket.place().isEmpty() ? Optional.ofNullable(meant) : meaning.of(new Subject("", ticket.place() + "，" + text));
        var told = new Told(ticket.id().toString(), text, ticket.place(), ticket.area(), ticket.day(), together.orElse(null), about);
        if (together.isPresent() && suggester.isPresent()) known.put(key, told);
        return told;
    }
}
