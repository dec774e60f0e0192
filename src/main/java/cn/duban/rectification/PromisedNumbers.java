package cn.duban.rectification;

import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.rectification.PlanTargets.Promised;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which matter each number of a document became part of: that of the item in whose lines it stands. Pure. */
record PromisedNumbers(RoundKind kind, IntakeDraft draft, JsonNode reading) {

    /** @param prepared the openings of the document, the round first, each item before its measures */
    List<Promised> among(List<Ledger.Numbered> prepared, int tenant) {
        var bearers = bearers(prepared);
        var year = reading.path("year").isNumber() ? Integer.valueOf(reading.path("year").asInt()) : null;
        var promised = new ArrayList<Promised>();
        for (var target : reading.path("targets")) {
            var bearer = bearers.get(item(target));
            if (bearer != null) promised.add(new Promised(new MatterId(tenant, bearer), text(target, "what"), text(target, "op"), number(target), text(target, "unit"), text(target, "words"), target.path("flag").isNull() ? null : text(target, "flag"), year));
        }
        return promised;
    }

    /** Place of a kept item → the first matter under it that a unit leads. */
    private Map<Integer, UUID> bearers(List<Ledger.Numbered> prepared) {
        var kept = new ArrayList<Integer>();
        for (int at = 0; at < draft.findings().size(); at++) if (draft.findings().get(at).kept()) kept.add(at);
        var bearers = new HashMap<Integer, UUID>();
        var item = -1;
        for (var one : prepared) {
            if (one.opening().type().equals(kind.finding)) item++;
            else if (one.opening().type().equals(kind.measure)) bearers.putIfAbsent(kept.get(item), one.opening().id());
        }
        return bearers;
    }

    /** The item that begins nearest above the number; where several begin in one line, the one whose words hold it. */
    private int item(JsonNode target) {
        var line = target.path("line").asInt();
        var nearest = draft.findings().stream().mapToInt(IntakeDraft.Item::line).filter(begins -> begins > 0 && begins <= line).max().orElse(-1);
        var first = -1;
        for (int at = 0; at < draft.findings().size(); at++) {
            var item = draft.findings().get(at);
            if (item.line() != nearest) continue;
            if (first < 0) first = at;
            if (item.body().contains(text(target, "words"))) return at;
        }
        return first;
    }

    private static @Nullable BigDecimal number(JsonNode target) {
        return target.path("value").isNumber() ? target.path("value").decimalValue() : null;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
