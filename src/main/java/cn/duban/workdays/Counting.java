package cn.duban.workdays;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a period is counted where the law or a rule table departs from the usual.
 *
 * @param fromEventDay the day of the event is the first day counted (default: the day after it, 《民法典》第二百零一条)
 * @param rollsOver a calendar or month period that ends on a rest day ends on the next working day (第二百零三条)
 * @param suspensions intervals that do not count
 * @param law the article that sets the period, such as 《行政许可法》第八十二条; named first among the bases
 */
public record Counting(
        boolean fromEventDay, boolean rollsOver, List<Suspension> suspensions, @Nullable String law) {

    public static final Counting USUAL = new Counting(false, true, List.of(), null);

    public Counting {
        suspensions = List.copyOf(suspensions);
    }

    public Counting countingTheEventDay() {
        return new Counting(true, rollsOver, suspensions, law);
    }

    public Counting withoutRollOver() {
        return new Counting(fromEventDay, false, suspensions, law);
    }

    public Counting suspended(Suspension... intervals) {
        return new Counting(fromEventDay, rollsOver, List.of(intervals), law);
    }

    public Counting under(String article) {
        return new Counting(fromEventDay, rollsOver, suspensions, article);
    }
}
