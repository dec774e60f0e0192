package cn.duban.hotline.platform;

import cn.duban.crypto.Sm3;
import cn.duban.documents.SheetWriter;
import cn.duban.documents.SheetWriter.Look;
import cn.duban.hotline.Joined;
import cn.duban.hotline.JoinedAnswers;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.channel.Arrivals;
import cn.duban.hotline.platform.AnswerColumn.Holds;
import cn.duban.hotline.platform.HandBacks.Handed;
import cn.duban.hotline.platform.HandBacks.Owed;
import cn.duban.rating.Level;
import cn.duban.web.Dates;
import cn.duban.web.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The answers to a platform's orders in its own columns. Nothing in it names a caller. */
@Component
class AnswerSheet {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Tickets tickets;
    private final Arrivals arrivals;
    private final JoinedAnswers joined;
    private final Joined rated;

    AnswerSheet(Tickets tickets, Arrivals arrivals, JoinedAnswers joined, Joined rated) {
        this.rated = rated;
        this.joined = joined;
        this.tickets = tickets;
        this.arrivals = arrivals;
    }

    /**
     * An order with its answer.
     *
     * @param own what the platform handed down @param now the ticket that answers for it @param number of the platform
     * @param call what the caller of an order that was joined to another ticket said of the answer to that; null where it was not joined, or nobody asked yet
     */
    record Answered(Owed owed, Ticket own, Ticket now, String number, Ticket.Told told, Joined.@Nullable Call call) {

        /** What its caller said of it; in words also where nobody said anything, which is no satisfaction. */
        String satisfaction() {
            if (now.state().equals("declined")) return Words.in(Words.CHINESE, "hotline.hand-back.declined");
            if (now.answer().filter(answer -> answer.no() == owed.entry()).isEmpty()) return "";
            if (owed.joined()) return call == null ? Words.in(Words.CHINESE, "hotline.hand-back.waits") : level(Optional.ofNullable(call.level()).flatMap(Level::of), "hotline.hand-back.unrated");
            return level(now.rating(), now.state().equals("replied") ? "hotline.hand-back.waits" : "hotline.hand-back.unrated");
        }

        private static String level(Optional<Level> said, String nothing) {
            return said.map(level -> Words.in(Words.CHINESE, "rating.level." + level.word())).orElseGet(() -> Words.in(Words.CHINESE, nothing));
        }
    }

    /** Those that are still there, and whose words were not erased by law, in the order in which they are given. */
    Map<Owed, Answered> answered(int tenant, String source, Collection<Owed> owed) {
        var all = tickets.all(tenant, owed.stream().flatMap(one -> Stream.of(one.matter(), one.answering())).collect(Collectors.toSet()));
        // what answers for an order joined to another ticket is not the order's own caller's
        var masters = joined.read(tenant, owed.stream().filter(Owed::joined).map(one -> all.get(one.answering())).filter(Objects::nonNull).distinct().toList());
        var calls = rated.calls(tenant, owed.stream().filter(Owed::joined).map(Owed::matter).toList());
        var numbers = arrivals.numbers(tenant, source, owed.stream().map(Owed::matter).toList());
        var answered = new LinkedHashMap<Owed, Answered>();
        for (var one : owed) {
            var own = all.get(one.matter());
            var now = one.joined() ? masters.get(one.answering()) : own;
            var number = numbers.get(one.matter());
            if (own != null && now != null && number != null) now.told(one.entry()).ifPresent(told -> answered.put(one, new Answered(one, own, now, number, told,
                    Joined.settled(calls.getOrDefault(one.matter(), List.of()), one.answering(), one.entry()).orElse(null))));
        }
        return answered;
    }

    List<String> row(Answered answered, String satisfaction, List<AnswerColumn> columns) {
        return columns.stream().map(column -> cell(answered, satisfaction, column.holds())).toList();
    }

    private static String cell(Answered answered, String satisfaction, Holds holds) {
        var reply = answered.told().reply();
        return switch (holds) {
            case NUMBER -> answered.number();
            case ANSWER -> reply.text();
            case UNIT -> reply.unit();
            case PERSON -> answered.told().person();
            case FINISHED -> Dates.minute(reply.at());
            case SATISFACTION -> satisfaction;
            case TICKET -> answered.own().number();
            case EMPTY -> "";
        };
    }

    /** SM3 of head and rows, by which it is proved later what was handed back. */
    static byte[] digest(List<AnswerColumn> columns, List<List<String>> rows) {
        return Sm3.digest(JSON.writeValueAsBytes(List.of(columns.stream().map(AnswerColumn::head).toList(), rows)));
    }

    /** The rows of an earlier one, as they were kept or written anew; one whose words were erased since is empty either way, and the digest tells. */
    List<List<String>> rows(HandBacks.HandBack handBack, List<Handed> handed) {
        var answered = answered(handBack.tenant(), handBack.source(), handed.stream().map(Handed::answer).toList());
        return handed.stream().map(one -> !answered.containsKey(one.answer()) ? List.<String>of() : one.cells() != null ? one.cells() : row(answered.get(one.answer()), one.satisfaction(), handBack.columns())).toList();
    }

    /** The stream stays open. */
    static void write(String name, List<AnswerColumn> columns, List<List<String>> rows, OutputStream out) throws IOException {
        try (var sheet = SheetWriter.open(name, columns.size())) {
            sheet.row(1, columns.stream().map(AnswerColumn::head).toList(), Look.HEAD);
            for (int i = 0; i < rows.size(); i++) sheet.row(i + 2, rows.get(i), Look.TEXT);
            sheet.write(out);
        }
    }
}
