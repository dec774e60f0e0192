package cn.duban.hotline.reply;

import cn.duban.ledger.Act;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Objection;
import cn.duban.ledger.Refusal;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A reply against which something stands is drafted and approved only with a reason, which is a part of the entry. */
@Component
public class Unfit implements Objection {

    private static final Set<String> ACTS = Set.of("draft", "reply");

    private final Replies replies;

    Unfit(Replies replies) {
        this.replies = replies;
    }

    @Override
    public @Nullable Refusal against(MatterId matter, Act act, Viewer viewer) {
        if (!ACTS.contains(act.action()) || !act.words().getOrDefault("reason", "").isBlank()) return null;
        var ticket = replies.ticket(matter).orElse(null);
        if (ticket == null) return null;
        var text = act.action().equals("draft") ? act.words().getOrDefault("note", "") : ticket.draft();
        var flags = ReplyCheck.of(text, replies.elsewhere(matter, ticket.unit()));
        return flags.isEmpty() ? null : new Refusal(RULE, told(flags, Words.CHINESE, act.action()), told(flags, Locale.ENGLISH, act.action()), List.of(), List.of("reason"));
    }

    /** What stands against the draft that waits for approval. */
    public List<Flag> against(MatterId matter) {
        return replies.ticket(matter).filter(ticket -> !ticket.draft().isBlank()).map(ticket -> ReplyCheck.of(ticket.draft(), replies.elsewhere(matter, ticket.unit()))).orElse(List.of());
    }

    private static String told(List<Flag> flags, Locale language, String act) {
        return flags.stream().map(flag -> flag.in(language)).collect(Collectors.joining()) + Words.in(language, "hotline.reply.mend." + act);
    }
}
