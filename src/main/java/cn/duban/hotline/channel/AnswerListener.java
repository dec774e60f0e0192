package cn.duban.hotline.channel;

import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.inline;

import cn.duban.hotline.Tickets;
import cn.duban.ledger.MatterActed;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterListener;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What callers are told of by the way that they came: the reply, an answer at once, that nothing is done and why. Whoever was merged in waits for the same answer. */
@Component
class AnswerListener implements MatterListener {

    static final Set<String> TOLD = Set.of("reply", "answer-now", "decline-to-take", "close-unrated");

    private final DSLContext sql;
    private final Arrivals arrivals;
    private final Answers answers;

    AnswerListener(DSLContext sql, Arrivals arrivals, Answers answers) {
        this.sql = sql;
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
        Stream.concat(Stream.of(event.matter()), joined(event.matter())).forEach(ticket -> arrivals.ways(ticket).forEach(way -> answers.owe(ticket, channel(way.source()), event.entry())));
    }

    /** {@code platform/3} is answered as a platform. */
    static String channel(String source) {
        var at = source.indexOf('/');
        return at < 0 ? source : source.substring(0, at);
    }

    private Stream<MatterId> joined(MatterId id) {
        return sql.select(MATTER_ROW.ID).from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(id.tenant()), MATTER_ROW.MERGED_INTO.eq(id.id()), MATTER_ROW.TYPE.eq(inline(Tickets.TYPE))).fetch(MATTER_ROW.ID).stream().map((UUID joined) -> new MatterId(id.tenant(), joined));
    }
}
