package cn.duban.notices;

import static cn.duban_db.notices.Tables.CHOICE;
import static cn.duban_db.notices.Tables.DELIVERY;
import static cn.duban_db.notices.Tables.MANNER;
import static cn.duban_db.notices.Tables.NOTICE;

import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Person;
import cn.duban.units.Tenants;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Notices are no record: the ledger is. What is older than a year goes, with the messages that told of it; so do address and
 * telephone of whoever left (《中华人民共和国个人信息保护法》第四十七条).
 */
@Component
class Sweeping {

    private static final Duration KEPT = Duration.ofDays(366);

    private final DSLContext sql;
    private final Tenants tenants;
    private final Directories directories;
    private final Clock clock;

    Sweeping(DSLContext sql, Tenants tenants, Directories directories, Clock clock) {
        this.directories = directories;
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    void sweep() {
        var oldest = clock.instant().minus(KEPT);
        tenants.each(tenant -> {
            sql.deleteFrom(NOTICE).where(NOTICE.TENANT.eq(tenant), NOTICE.AT.lt(oldest)).execute();
            sql.deleteFrom(DELIVERY).where(DELIVERY.TENANT.eq(tenant), DELIVERY.MADE_AT.lt(oldest), DELIVERY.STATE.in("sent", "failed", "dropped")).execute();
            forget(directories.of(tenant));
        });
    }

    private void forget(Directory directory) {
        var gone = directory.formerPeople().stream().filter(p -> p.until() != null && !p.until().isAfter(directory.today())).map(Person::id).toList();
        sql.deleteFrom(MANNER).where(MANNER.TENANT.eq(directory.tenant()), MANNER.PERSON.in(gone)).execute();
        sql.deleteFrom(CHOICE).where(CHOICE.TENANT.eq(directory.tenant()), CHOICE.PERSON.in(gone)).execute();
    }
}
