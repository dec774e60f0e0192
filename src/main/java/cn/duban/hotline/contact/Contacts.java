package cn.duban.hotline.contact;

import static cn.duban_db.ledger.Tables.BEARER_ROW;

import cn.duban.hotline.Desks;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal.Kind;
import cn.duban.ledger.Personal;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * How the caller is reached, for those to whom it is owed: the desk, and the unit at work while it is at work, unless the caller asked for confidence.
 * Masked, until somebody says what for: that is a line of the chain (《个人信息保护法》第六条、第五十一条).
 */
@Component
class Contacts {

    /** What the line in the chain begins with; the page of the matter tells it by this. */
    static final String LOOKED = "查看诉求人联系方式：";

    private static final Set<String> WORKING = Set.of("lead", "assist");
    private static final Set<Duty> DUTIES = Set.of(Duty.REGISTRY, Duty.HANDLE, Duty.REVIEW, Duty.SIGN);

    private final DSLContext sql;
    private final Tickets tickets;
    private final Personal personal;
    private final Desks desks;
    private final Directories directories;
    private final Ledger ledger;

    Contacts(DSLContext sql, Tickets tickets, Personal personal, Desks desks, Directories directories, Ledger ledger) {
        this.sql = sql;
        this.tickets = tickets;
        this.personal = personal;
        this.desks = desks;
        this.directories = directories;
        this.ledger = ledger;
    }

    /** @param owed whether this viewer may ask for it in full @param confidential whether the caller asked that it stays with the desk */
    record Seen(boolean owed, boolean confidential, Map<Kind, String> texts) {}

    /** @throws NotFound where the viewer does not see the ticket */
    Seen masked(MatterId id, Viewer viewer) {
        var ticket = tickets.find(id, viewer).orElseThrow(NotFound::new);
        var owed = owed(ticket, viewer);
        var masked = new EnumMap<Kind, String>(Kind.class);
        if (owed) personal.of(id).forEach((kind, text) -> masked.put(kind, Masking.of(kind, text)));
        return new Seen(owed, ticket.field("confidential").equals("true"), masked);
    }

    /** In full, once the look stands in the chain. */
    Map<Kind, String> full(MatterId id, String purpose, Viewer viewer) {
        var ticket = tickets.find(id, viewer).orElseThrow(NotFound::new);
        if (!owed(ticket, viewer)) throw Refused.forbidden("hotline.contact", Words.say("hotline.contact.not-owed"), Words.say("hotline.contact.not-owed.next"));
        ledger.act(id, Act.of("comment").saying("note", LOOKED + purpose.strip()), viewer);
        return personal.of(id);
    }

    private boolean owed(Ticket ticket, Viewer viewer) {
        if (desks.answers(viewer)) return true;
        if (ticket.phase() != Phase.OPEN || ticket.field("confidential").equals("true") || DUTIES.stream().noneMatch(viewer::has)) return false;
        var directory = directories.of(viewer.tenant());
        return bearers(ticket.id()).stream().anyMatch(unit -> directory.within(viewer.unit(), unit));
    }

    private List<Integer> bearers(MatterId id) {
        return sql.select(BEARER_ROW.UNIT).from(BEARER_ROW).where(BEARER_ROW.TENANT.eq(id.tenant()), BEARER_ROW.MATTER.eq(id.id()), BEARER_ROW.ROLE.in(WORKING)).fetch(BEARER_ROW.UNIT);
    }
}
