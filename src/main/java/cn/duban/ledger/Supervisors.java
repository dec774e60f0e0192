package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static org.jooq.impl.DSL.inline;

import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The supervising part in the matters of a whole ledger passes to another unit, for a room in which a register says whose ledger it is. Each matter gets an entry that says from whom, to
 * whom and why; clocks, shares and whatever was decided stay as they are, and at no moment is there nobody.
 */
@Component
public class Supervisors {

    private static final int PAGE = 100;

    private final DSLContext sql;
    private final Ledger ledger;
    private final Dossiers dossiers;
    private final Directories directories;
    private final TransactionTemplate transaction;

    Supervisors(DSLContext sql, Ledger ledger, Dossiers dossiers, Directories directories, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.ledger = ledger;
        this.dossiers = dossiers;
        this.directories = directories;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What of a ledger is passed on. */
    public enum Which {
        /** Whatever somebody is still waited for in, or may be through the matter that it was joined to. */
        OWED(EnumSet.of(Phase.DRAFT, Phase.OPEN, Phase.SETTLED, Phase.MERGED)),
        ALL(EnumSet.allOf(Phase.class));

        private final Set<Phase> phases;

        Which(Set<Phase> phases) {
            this.phases = phases;
        }
    }

    /** @param from units that supervise it now @param to the unit that does from now on, none of those */
    public record Passing(int tenant, String ledger, Collection<Integer> from, int to, String reason) {}

    /**
     * Page by page: each in a transaction of its own, or all in the caller's.
     *
     * @param by who says so; null for a timer
     * @return how many matters passed
     */
    public int pass(Passing passing, Which which, @Nullable Viewer by) {
        var passed = 0;
        for (var unit : passing.from())
            for (var page = page(passing, which, unit, new UUID(0, 0)); !page.isEmpty(); page = page(passing, which, unit, page.getLast())) passed += pass(page, passing, by);
        return passed;
    }

    private List<UUID> page(Passing passing, Which which, int unit, UUID after) {
        var phases = which.phases.stream().map(phase -> inline(phase.name().toLowerCase(Locale.ROOT))).toList();
        return sql.select(RESPONSIBILITY.MATTER).from(RESPONSIBILITY).join(MATTER).on(MATTER.TENANT.eq(RESPONSIBILITY.TENANT), MATTER.ID.eq(RESPONSIBILITY.MATTER))
                .where(RESPONSIBILITY.TENANT.eq(passing.tenant()), RESPONSIBILITY.UNIT.eq(unit), RESPONSIBILITY.ROLE.eq(inline(MatterType.SUPERVISOR)), RESPONSIBILITY.UNTIL.isNull(), RESPONSIBILITY.MATTER.gt(after), MATTER.LEDGER.eq(passing.ledger()), MATTER.PHASE.in(phases))
                .orderBy(RESPONSIBILITY.MATTER).limit(DSL.inline(PAGE)).fetch(RESPONSIBILITY.MATTER);
    }

    private int pass(List<UUID> page, Passing passing, @Nullable Viewer by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var directory = directories.of(passing.tenant());
            var held = dossiers.held(passing.tenant(), page);
            var now = ledger.now(held);
            // somebody may have passed it on while this waited
            var changes = held.stream().filter(dossier -> dossier.bearing(MatterType.SUPERVISOR).anyMatch(bearer -> passing.from().contains(bearer.unit()))).map(dossier -> change(new Change(MatterHandover.ACT, dossier, now), passing, directory)).toList();
            if (!changes.isEmpty()) ledger.write(changes, by == null ? Automaton.of(passing.tenant()) : by, null);
            return changes.size();
        }));
    }

    private static Change change(Change change, Passing passing, Directory directory) {
        var left = change.responsibilities.values().stream().filter(bearer -> bearer.current() && bearer.role().equals(MatterType.SUPERVISOR) && passing.from().contains(bearer.unit())).toList();
        MatterHandover.said(change, passing.reason(), directory.unitName(left.getFirst().unit()), directory.unitName(passing.to()));
        left.forEach(bearer -> change.responsibilities.put(bearer.no(), bearer.ended(change.now)));
        if (change.responsibilities.values().stream().noneMatch(bearer -> bearer.current() && bearer.role().equals(MatterType.SUPERVISOR))) change.bear(MatterType.SUPERVISOR, passing.to(), null);
        return change;
    }
}
