package cn.duban.proposal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of them are told of; what is null is not asked. Everything here stands in the address. */
public record ProposalScope(@Nullable ProposalKind kind, @Nullable String session, @Nullable Integer unit) {

    static ProposalScope read(Map<String, String> asked) {
        var session = asked.getOrDefault("session", "").strip();
        var unit = asked.getOrDefault("unit", "").strip();
        return new ProposalScope(ProposalKind.of(asked.getOrDefault("kind", "").strip()).orElse(null), session.isEmpty() || session.length() > 100 ? null : session, unit.matches("\\d{1,10}") && Long.parseLong(unit) <= Integer.MAX_VALUE ? Integer.valueOf(unit) : null);
    }

    ProposalScope unit(@Nullable Integer wanted) {
        return new ProposalScope(kind, session, wanted);
    }

    public boolean asked() {
        return kind != null || session != null || unit != null;
    }

    String href(String page, @Nullable String figure, @Nullable String after) {
        var parts = new LinkedHashMap<String, String>();
        if (figure != null) parts.put("of", figure);
        if (kind != null) parts.put("kind", kind.type());
        if (session != null) parts.put("session", session);
        if (unit != null) parts.put("unit", unit.toString());
        if (after != null) parts.put("after", after);
        return parts.isEmpty() ? page : page + "?" + parts.entrySet().stream().map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
