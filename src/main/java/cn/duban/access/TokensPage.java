package cn.duban.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of everybody, for the administrator.
 *
 * @param next the link to the next page, if there is one
 */
public record TokensPage(List<TokenRow> tokens, @Nullable String next) {

    static TokensPage of(List<TokenRow> oneMore, int most) {
        var tokens = oneMore.stream().limit(most).toList();
        if (oneMore.size() <= most) return new TokensPage(tokens, null);
        var last = tokens.getLast();
        return new TokensPage(tokens, "/access/tokens?after=" + last.id() + "&spent=" + (last.state() != TokenRow.State.VALID));
    }
}
