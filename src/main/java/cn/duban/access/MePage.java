package cn.duban.access;

import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * My account: who I am, my tokens, my latest sign-ins.
 *
 * @param issued the token just issued, shown this once
 */
public record MePage(
        Viewer viewer,
        String login,
        List<Viewer> posts,
        List<TokenRow> tokens,
        List<SignInRow> signIns,
        boolean changed,
        String tokenName,
        LocalDate expiresOn,
        @Nullable String issued,
        Complaints complaints) {}
