package cn.duban.ledger.bulk;

import cn.duban.ledger.Foreseen;
import cn.duban.ledger.Foresight;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.bulk.BulkDonePage.Line;
import cn.duban.web.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at what would happen, and does it: each matter by an act of its own. */
@Component
class Bulk {

    private final Foresight foresight;
    private final Ledger ledger;

    Bulk(Foresight foresight, Ledger ledger) {
        this.foresight = foresight;
        this.ledger = ledger;
    }

    List<Foreseen> foresee(Chosen chosen, BulkForm form, Viewer viewer) {
        return foresight.of(chosen.ids(), form::on, viewer);
    }

    /** Sent twice under one key it is done once, and answered twice. */
    List<Line> run(Chosen chosen, BulkForm form, String key, Viewer viewer) {
        return foresight.of(chosen.ticked(), form::on, viewer).stream()
                .map(one -> new Line(one.id(), one.matter().number(), one.matter().title(), act(one, chosen, key, viewer))).toList();
    }

    /** The sentence of the refusal; null when it was done. */
    private @Nullable String act(Foreseen one, Chosen chosen, String key, Viewer viewer) {
        if (one.act() == null) return one.refusal() == null ? "" : one.refusal().text();
        try {
            ledger.act(one.id(), one.act().seen(chosen.versions().get(one.matter().id())), viewer, "bulk " + key + " " + one.id());
            return null;
        } catch (Refusal.Refused refused) {
            return refused.getMessage();
        }
    }
}
