package cn.duban.proposal;

import cn.duban.ledger.MatterId;
import cn.duban.proposal.Proposals.Done;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A suggestion or proposal with its course.
 *
 * @param done the acts that tell of its course, the first one first
 */
record Suggestion(MatterId id, ProposalKind kind, String number, String title, String state, @Nullable Integer lead, Map<String, String> fields, List<Done> done) {

    static final List<String> TOLD = List.of("contact", "contact-again", "extend", "reply", "reply-promising", "satisfied", "basically", "dissatisfied", "withdraw", "close", "redo");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    static Map<String, String> fields(String json) {
        return JSON.readValue(json, TEXTS);
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The reply that stands: the last one. */
    Optional<Done> reply() {
        return done.stream().filter(act -> Course.REPLIES.contains(act.act())).reduce((one, other) -> other);
    }

    /** What was said of the reply that stands; nothing while nobody has. */
    Optional<Done> feedback() {
        var replied = reply().map(Done::no).orElse(Integer.MAX_VALUE);
        return done.stream().filter(act -> Course.FEELINGS.contains(act.act()) && act.no() > replied).reduce((one, other) -> other);
    }

    /** The words that the public does not read, one a line as somebody wrote them down; the longest first, since one may be a part of another. */
    List<String> withheld() {
        return field("withheld").lines().map(String::strip).filter(line -> line.length() > 1).sorted(Comparator.comparing(String::length).reversed()).toList();
    }

    /** A text as the public reads it. */
    String openly(@Nullable String text) {
        var open = Objects.requireNonNullElse(text, "");
        for (var words : withheld()) open = open.replace(words, "▇▇〔略〕");
        return open;
    }
}
