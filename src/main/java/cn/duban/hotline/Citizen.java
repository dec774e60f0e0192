package cn.duban.hotline;

import static cn.duban_db.ledger.Tables.BEARER_ROW;
import static org.jooq.impl.DSL.inline;

import cn.duban.ledger.MatterId;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Citizens have no account: what they do is entered by nobody of the desk, in their name. */
@Component
public class Citizen {

    /** What the timeline calls them. */
    static final String NAME = "诉求人";

    private final Desks desks;
    private final Directories directories;
    private final DSLContext sql;

    Citizen(Desks desks, Directories directories, DSLContext sql) {
        this.sql = sql;
        this.desks = desks;
        this.directories = directories;
    }

    /** @throws NotFound where the government has no line here */
    public Viewer of(int tenant) {
        return in(tenant, desks.unit(tenant).orElseThrow(NotFound::new));
    }

    /** On a ticket of theirs, in the unit that it is with, also where it has not followed the line to another desk yet. */
    public Viewer on(MatterId ticket) {
        var supervisor = sql.select(BEARER_ROW.UNIT).from(BEARER_ROW).where(BEARER_ROW.TENANT.eq(ticket.tenant()), BEARER_ROW.MATTER.eq(ticket.id()), BEARER_ROW.ROLE.eq(inline("supervisor"))).limit(1).fetchOptional(BEARER_ROW.UNIT);
        return supervisor.flatMap(directories.of(ticket.tenant())::living).map(unit -> in(ticket.tenant(), unit.id())).orElseGet(() -> of(ticket.tenant()));
    }

    private Viewer in(int tenant, int unit) {
        return new Viewer(tenant, 0, NAME, 0, "", unit, directories.of(tenant).unitName(unit), Set.of(Viewer.Duty.SUPERVISE));
    }
}
