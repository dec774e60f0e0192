package cn.duban.hotline.desk;

import cn.duban.hotline.dispatch.Advice.Shown;
import cn.duban.hotline.dispatch.Hits;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A ticket is sent on; of a new one it is kept what was suggested when that was decided. */
@Component
class Sending {

    private final Ledger ledger;
    private final Hits hits;

    Sending(Ledger ledger, Hits hits) {
        this.ledger = ledger;
        this.hits = hits;
    }

    /** @param shown as the page wrote it into its form */
    @Transactional
    public void send(MatterId ticket, Act act, String shown, Viewer viewer) {
        var done = ledger.act(ticket, act, viewer);
        if (act.action().equals("dispatch")) hits.keep(ticket, done.entry(), Shown.read(shown), act.fields().getOrDefault("category", ""), act.roles().get("lead").getFirst());
    }
}
