package cn.duban.hotline.trouble;

import cn.duban.hotline.dispatch.Held;
import cn.duban.hotline.suggest.Clusters;
import cn.duban.hotline.suggest.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The open tickets of a government in groups that are likely one trouble each: reckoned in the background, and it is said when. */
@Component
class Groups implements DisposableBean {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final long TICKETS = 500_000;

    private final OpenTickets tickets;
    private final Troubles troubles;
    private final Clock clock;
    private final Held<Picture> held;

    Groups(OpenTickets tickets, Troubles troubles, Clock clock, @Value("${duban.alikes}") boolean alikes) {
        this.tickets = tickets;
        this.troubles = troubles;
        this.clock = clock;
        this.held = new Held<>("hotline-groups", FRESH, this::reckon, new Held.Room<>(TICKETS, picture -> picture.groups().stream().mapToInt(List::size).sum()), clock, alikes);
    }

    /** @param groups of two or more each, the largest first */
    record Picture(Instant at, List<List<UUID>> groups) {}

    Optional<Picture> of(int tenant) {
        return held.of(tenant);
    }

    Picture renew(int tenant) {
        return held.renew(tenant);
    }

    private Picture reckon(int tenant) {
        var at = clock.instant();
        var told = troubles.told(tenant, tickets.all(tenant));
        return new Picture(at, Clusters.of(told).stream().map(Groups::ids).toList());
    }

    private static List<UUID> ids(Collection<Told> group) {
        return group.stream().map(one -> UUID.fromString(one.id())).sorted().toList();
    }

    @Override
    public void destroy() {
        held.stop();
    }
}
