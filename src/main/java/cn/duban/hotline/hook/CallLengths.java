package cn.duban.hotline.hook;

import cn.duban.hotline.Citizen;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterActed;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterListener;
import cn.duban.ledger.Refusal;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How long a call was, on the ticket that came of it: once both are there, whichever was first. */
@Component
class CallLengths implements MatterListener {

    private final Rings rings;
    private final Tickets tickets;
    private final Citizen citizen;
    private final Ledger ledger;

    CallLengths(Rings rings, Tickets tickets, Citizen citizen, Ledger ledger) {
        this.rings = rings;
        this.tickets = tickets;
        this.citizen = citizen;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "hotline.calls";
    }

    @Override
    public void acted(MatterActed event) {
        if (event.type().equals(Tickets.TYPE) && event.entry() == 1) write(event.matter());
    }

    void write(MatterId id) {
        var length = rings.find(id.tenant(), id.id()).flatMap(Rings.Ring::length);
        var ticket = tickets.find(id);
        var name = Words.in(Words.CHINESE, "hotline.channel.phone");
        // it is asked in the outbox's own transaction, in which nothing can be tried that is there already
        if (length.isEmpty() || ticket.isEmpty() || ticket.get().done().stream().anyMatch(done -> done.act().equals("comment") && done.person().equals(name))) return;
        var desk = citizen.of(id.tenant());
        var exchange = new Viewer(desk.tenant(), 0, name, 0, "", desk.unit(), desk.unitName(), desk.duties());
        try {
            ledger.act(id, Act.of("comment").saying("note", Words.in(Words.CHINESE, "hotline.call.length", said(length.get()))), exchange, "call " + id.id());
        } catch (Refusal.Refused told) {
            // it was written before
        }
    }

    static String said(Duration length) {
        var seconds = Math.max(0, length.toSeconds());
        return seconds / 60 + " 分 " + seconds % 60 + " 秒";
    }
}
