package cn.duban.hotline.channel;

import cn.duban.hotline.Joined;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.MatterActed;
import cn.duban.ledger.MatterListener;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What callers are told of by the way that they came: the reply, an answer at once, that nothing is done and why. Whoever was merged in waits for the same answer. */
@Component
class AnswerListener implements MatterListener {

    static final Set<String> TOLD = Set.of("reply", "answer-now", "decline-to-take", "close-unrated");

    private final Joined joined;
    private final Arrivals arrivals;
    private final Answers answers;
    private final Hooks hooks;

    AnswerListener(Joined joined, Arrivals arrivals, Answers answers, Hooks hooks) {
        this.hooks = hooks;
        this.joined = joined;
        this.arrivals = arrivals;
        this.answers = answers;
    }

    @Override
    public String name() {
        return "hotline.answers";
    }

    @Override
    public void acted(MatterActed event) {
        if (!event.type().equals(Tickets.TYPE) || !TOLD.contains(event.act())) return;
        Stream.concat(Stream.of(event.matter()), joined.under(event.matter()).stream()).forEach(ticket -> arrivals.ways(ticket).stream().filter(way -> hooks.answered(ticket.tenant(), way.source())).forEach(way -> answers.owe(ticket, way.source(), event.entry())));
    }

    /** {@code platform/3} is answered as a platform. */
    static String channel(String source) {
        var at = source.indexOf('/');
        return at < 0 ? source : source.substring(0, at);
    }
}
