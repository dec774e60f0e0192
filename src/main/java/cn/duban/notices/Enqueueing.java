package cn.duban.notices;

import static cn.duban_db.notices.Tables.DELIVERY;

import cn.duban.notices.Notices.Fresh;
import cn.duban.notices.Notices.Told;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts into the outbox what readers want to be told outside the page as well, in the transaction that writes their notices. */
@Component
class Enqueueing {

    /** What comes within a minute goes out as one message: three hundred matters handed out at once are no three hundred texts. */
    static final Duration GATHERING = Duration.ofMinutes(1);

    static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final DSLContext sql;
    private final Manners manners;
    private final Gateways gateways;
    private final Directories directories;
    private final Deliveries deliveries;

    Enqueueing(DSLContext sql, Manners manners, Gateways gateways, Directories directories, Deliveries deliveries) {
        this.sql = sql;
        this.manners = manners;
        this.gateways = gateways;
        this.directories = directories;
        this.deliveries = deliveries;
    }

    @EventListener
    void told(Told told) {
        var tenant = told.tenant();
        var ways = gateways.ways(tenant);
        if (ways.isEmpty()) return;
        var directory = directories.of(tenant);
        var known = manners.of(tenant, told.fresh().stream().map(f -> f.reader().person()).collect(Collectors.toSet()));
        for (var fresh : told.fresh()) {
            var manner = known.get(fresh.reader().person());
            var soon = deliveries.now().plus(GATHERING);
            var awake = manner.quiet().earliest(soon, directory.zone());
            if (ways.has(Gateway.Kind.MAIL) && manner.wants(fresh.kind(), Channel.MAIL)) enqueue(fresh, Channel.MAIL, awake, null, null);
            if (ways.has(Gateway.Kind.SMS) && manner.wants(fresh.kind(), Channel.SMS)) enqueue(fresh, Channel.SMS, awake, null, null);
            if (manner.wants(fresh.kind(), Channel.ROBOT))
                for (var robot : robots(ways, fresh, directory)) enqueue(fresh, Channel.ROBOT, soon, robot, fresh.source());
        }
    }

    /** The groups of the reader's unit, else of the nearest one above it that has any. */
    private static List<Integer> robots(Gateways.Ways ways, Fresh fresh, Directory directory) {
        return directory.lineage(fresh.reader().unit()).stream().map(unit -> ways.robots().getOrDefault(unit, List.of())).filter(r -> !r.isEmpty()).findFirst().orElse(List.of());
    }

    private void enqueue(Fresh fresh, Channel channel, Instant notBefore, @Nullable Integer robot, @Nullable String source) {
        sql.insertInto(DELIVERY).set(DELIVERY.TENANT, fresh.reader().tenant()).set(DELIVERY.ID, IDS.generate())
                .set(DELIVERY.PERSON, fresh.reader().person()).set(DELIVERY.POST, fresh.reader().post()).set(DELIVERY.CHANNEL, channel.word())
                .set(DELIVERY.NOTICE, fresh.notice()).set(DELIVERY.GATEWAY, robot).set(DELIVERY.SOURCE, source)
                .set(DELIVERY.STATE, "pending").set(DELIVERY.NOT_BEFORE, notBefore).set(DELIVERY.MADE_AT, deliveries.now())
                .onConflictDoNothing().execute();
    }
}
