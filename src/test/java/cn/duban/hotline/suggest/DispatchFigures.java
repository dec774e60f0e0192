package cn.duban.hotline.suggest;

import cn.duban.hotline.suggest.LabelledTickets.Half;
import cn.duban.hotline.suggest.LabelledTickets.Ticket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How often suggestions are right, counted. */
record DispatchFigures(int all, int first, int either, int three, int unit, Map<Certainty, int[]> sure) {

    static DispatchFigures of(List<Ticket> tickets, Function<Ticket, Suggestions> suggest) {
        int first = 0, either = 0, three = 0, unit = 0;
        var sure = new EnumMap<Certainty, int[]>(Certainty.class);
        for (var level : Certainty.values()) sure.put(level, new int[2]);
        for (var ticket : tickets) {
            var told = suggest.apply(ticket);
            var names = told.ranked().stream().map(Suggestion::category).toList();
            var right = !names.isEmpty() && names.getFirst().equals(ticket.category());
            if (right) first++;
            if (right || !names.isEmpty() && names.getFirst().equals(ticket.second())) either++;
            if (names.stream().limit(3).anyMatch(ticket.category()::equals)) three++;
            if (told.ranked().stream().findFirst().flatMap(Suggestion::unit).filter(ticket.unit()::equals).isPresent()) unit++;
            var level = sure.get(told.answer().map(Suggestion::certainty).orElse(Certainty.POSSIBLE));
            level[0]++;
            if (right) level[1]++;
        }
        return new DispatchFigures(tickets.size(), first, either, three, unit, sure);
    }

    static DispatchFigures of(LabelledTickets labelled, Half half, Suggester suggester) {
        return of(labelled.tickets(half), ticket -> suggester.suggest(labelled.asked(ticket)));
    }

    /** In percent, rounded down. */
    double share(int part) {
        return Math.floor(1000.0 * part / all) / 10;
    }

    /** Of those said to be so sure, how many were right. */
    double right(Certainty level) {
        return sure.get(level)[0] == 0 ? 0 : Math.floor(1000.0 * sure.get(level)[1] / sure.get(level)[0]) / 10;
    }

    /** How many were said to be so sure. */
    double said(Certainty level) {
        return share(sure.get(level)[0]);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(share(first) + " | " + share(three) + " | " + share(either) + " | " + share(unit) + " (of " + all + ")");
        sure.forEach((level, counts) -> text.append(' ').append(level).append(' ').append(said(level)).append(" % said, ").append(right(level)).append(" % right (").append(counts[1]).append('/').append(counts[0]).append(')'));
        return text.toString();
    }
}
