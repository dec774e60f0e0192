package cn.duban.ledger;

import cn.duban.timers.Timed;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** When the ledger acts by itself. */
@Component
class LedgerTimers implements Timed {

    private static final LocalTime BEFORE_DAWN = LocalTime.of(2, 10);

    private final Anchors anchors;
    private final LookBacks lookBacks;
    private final Recounting recounting;
    private final TypeMoves moves;

    LedgerTimers(Anchors anchors, LookBacks lookBacks, Recounting recounting, TypeMoves moves) {
        this.anchors = anchors;
        this.lookBacks = lookBacks;
        this.recounting = recounting;
        this.moves = moves;
    }

    @Override
    public List<Timer> timers() {
        return List.of(
                Timer.daily(BEFORE_DAWN, "ledger.anchor", anchors::cast),
                Timer.every(Duration.ofMinutes(5), "ledger.look-back", lookBacks::open),
                Timer.every(Duration.ofMinutes(1), "ledger.recount", recounting::catchUp),
                Timer.every(Duration.ofMinutes(1), "ledger.type-moves", moves::goOn));
    }
}
