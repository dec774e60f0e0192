package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.SHARE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;

import cn.duban.units.Directories;
import cn.duban.units.Tenants;
import cn.duban.web.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Other governments that gave units of this one something. Their ledgers are open to its people as to any unit that bears a role
 * there, under the number of {@link cn.duban.units.Outside}; every other ledger stays shut before it is asked.
 */
@Component
class Hosts {

    /** No list holds more matters of one other government. */
    static final int MOST = 20_000;

    private final DSLContext sql;
    private final Tenants tenants;
    private final Directories directories;
    private final Cache<Integer, List<Integer>> known = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).maximumSize(5_000).build();

    Hosts(DSLContext sql, Tenants tenants, Directories directories) {
        this.sql = sql;
        this.tenants = tenants;
        this.directories = directories;
    }

    /** Empty for nearly every government; as it stood within the last two seconds, on this node as it stands. */
    List<Integer> of(int tenant) {
        return known.get(tenant, this::look);
    }

    private List<Integer> look(int tenant) {
        var others = tenants.all().stream().filter(other -> other != tenant).toArray(Integer[]::new);
        if (others.length == 0) return List.of();
        var other = field(name("other", "id"), Integer.class);
        return sql.select(other).from(unnest(others).as("other", "id"))
                .where(exists(selectOne().from(SHARE).where(SHARE.TENANT.eq(tenant), SHARE.MATTER_TENANT.eq(other)))).orderBy(other).fetch(other);
    }

    /** Somebody as the ledger of a government knows them; nobody where that government gave theirs nothing. */
    Optional<Viewer> guise(Viewer viewer, int government) {
        if (viewer.tenant() != government && !of(viewer.tenant()).contains(government)) return Optional.empty();
        return Optional.of(directories.at(government, viewer));
    }

    /** Matters of another government in which the viewer's unit, one above or one below it bears or bore something: all that the viewer can see there, and some more. */
    List<UUID> shared(Viewer viewer, int host) {
        var directory = directories.of(viewer.tenant());
        var units = new LinkedHashSet<>(directory.below(viewer.unit()));
        units.addAll(directory.lineage(viewer.unit()));
        return sql.selectDistinct(SHARE.MATTER).from(SHARE).where(SHARE.TENANT.eq(viewer.tenant()), SHARE.UNIT.in(units), SHARE.MATTER_TENANT.eq(host)).limit(MOST).fetch(SHARE.MATTER);
    }

    /** To be asked anew once the transaction in hand is done. */
    void changed(Collection<Integer> receivers) {
        if (receivers.isEmpty()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.invalidateAll(receivers);
            }
        });
    }
}
