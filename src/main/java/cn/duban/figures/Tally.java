package cn.duban.figures;

import cn.duban.web.Rate;
import java.util.EnumMap;
import java.util.Map;

/** The figures of one group of matters. */
public final class Tally {

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    public int of(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    Tally add(Kind kind, int more) {
        if (more != 0) counts.merge(kind, more, (one, other) -> one + other == 0 ? null : one + other);
        return this;
    }

    Tally add(Tally other) {
        other.counts.forEach(this::add);
        return this;
    }

    boolean nothing() {
        return counts.isEmpty();
    }

    /** Settled on time out of those of which it can be said, with numerator and denominator. */
    public String onTime() {
        return Rate.text(of(Kind.ON_TIME), of(Kind.JUDGED));
    }

    /** Late out of open. */
    public String lateRate() {
        return Rate.text(of(Kind.LATE), of(Kind.OPEN));
    }

    /** For rankings: less is worse; where nothing can be said it stands behind all. */
    double onTimeShare() {
        return of(Kind.JUDGED) == 0 ? 2 : (double) of(Kind.ON_TIME) / of(Kind.JUDGED);
    }

    double lateShare() {
        return of(Kind.OPEN) == 0 ? -1 : (double) of(Kind.LATE) / of(Kind.OPEN);
    }
}
