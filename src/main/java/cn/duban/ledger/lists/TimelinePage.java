package cn.duban.ledger.lists;

import cn.duban.ledger.Listing;
import cn.duban.ledger.MatterAddress;
import cn.duban.web.Dates;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The matters of a list along a year. */
public record TimelinePage(Filters filters, int year, LocalDate today, Listing listing, List<YearBar> bars) {

    public int days() {
        return Year.of(year).length();
    }

    /** The first day of a month, counted from the first of January. */
    public int month(int month) {
        return LocalDate.of(year, month, 1).getDayOfYear() - 1;
    }

    /** Today, counted from the first of January; null in another year. */
    public @Nullable Integer now() {
        return today.getYear() == year ? today.getDayOfYear() - 1 : null;
    }

    public String at(int other) {
        return MatterAddress.of(Face.TIMELINE.path(), filters.query().after(null), Map.of("year", String.valueOf(other)));
    }

    public @Nullable String next() {
        return listing.next() == null ? null : MatterAddress.of(Face.TIMELINE.path(), filters.query().after(listing.next()), Map.of("year", String.valueOf(year)));
    }

    public @Nullable String first() {
        return filters.query().after() == null ? null : at(year);
    }

    /** What the drawing alone does not say; empty where it says all. */
    public String note(YearBar bar) {
        if (bar.backwards()) return Words.say("ledger.year.backwards");
        if (bar.elsewhere()) return Words.say("ledger.year.elsewhere");
        if (bar.open()) return Words.say("ledger.year.without");
        return bar.beyond() ? Words.say("ledger.year.beyond", Dates.day(Objects.requireNonNull(bar.row().facts().dueOn()))) : "";
    }

    /** What the bar shows, for whoever does not see it. */
    public String words(YearBar bar) {
        var facts = bar.row().facts();
        return Words.say("ledger.timeline.bar", Dates.day(facts.receivedOn()), facts.dueOn() == null ? Words.say("ledger.timeline.bar.none") : Dates.day(facts.dueOn()))
                + (facts.settledOn() == null ? "" : Words.say("ledger.timeline.bar.settled", Dates.day(facts.settledOn()))) + (bar.late() == null ? "" : Words.say("ledger.timeline.bar.late"));
    }
}
