package cn.duban.ledger.desk;

import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.TypeVersions.Item;
import cn.duban.ledger.TypeVersions.Tally;
import cn.duban.ledger.desk.TypesPage.Figure;
import cn.duban.ledger.type.Phase;
import cn.duban.web.Dates;
import cn.duban.web.Words;

/**
 * One version of a type as lists show it.
 *
 * @param called 本级第3版, shipped version 1 …
 * @param standing {@code draft}, {@code coming}, {@code valid}, {@code past} or {@code withdrawn}
 * @param holds from when until when, in words
 * @param published who published it when, in words
 * @param running all that run under it, also those that the viewer does not see
 * @param atWork the same of those at work
 */
public record VersionRow(Item item, String called, String standing, String holds, String published, Figure open, Figure all, int running, int atWork, String href) {

    static VersionRow of(Item item, String standing, Tally tally) {
        var version = item.version();
        var all = MatterQuery.all().pinnedTo(version);
        return new VersionRow(item, called(item), standing, holds(item), published(item), new Figure(tally.open(), MatterAddress.of(all.in(Phase.OPEN))), new Figure(tally.all(), MatterAddress.of(all)),
                tally.running(), tally.atWork(), "/types/" + version.name() + "/" + version.word());
    }

    static String called(Item item) {
        return Words.say(item.version().shipped() ? "ledger.types.version.shipped" : "ledger.types.version.own", item.version().version());
    }

    private static String holds(Item item) {
        if (item.from() == null && item.to() == null) return item.version().shipped() ? Words.say("ledger.types.holds.shipped") : "";
        if (item.to() == null) return Words.say("ledger.types.holds.from", Dates.day(item.from()));
        return Words.say("ledger.types.holds.until", item.from() == null ? "" : Dates.day(item.from()), Dates.day(item.to().minusDays(1)));
    }

    private static String published(Item item) {
        return item.version().shipped() ? Words.say("ledger.types.by.product", Dates.minute(item.at())) : Words.say("ledger.types.by", item.by() == null ? "" : item.by(), Dates.minute(item.at()));
    }
}
