package cn.duban.access;

import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * What a session knows: three numbers. No class of ours is ever serialised, so a newer version reads the sessions of an
 * older one, and what a person may do is read from the register anew at every request.
 */
@Component
class Sessions implements SecurityContextRepository {

    private static final String TENANT = "tenant";
    private static final String PERSON = "person";
    private static final String POST = "post";
    private static final String MUST_CHANGE = "must-change";

    private final Roster roster;

    Sessions(Roster roster) {
        this.roster = roster;
    }

    /**
     * A fresh session: nothing of the one before sign-in survives, its id and its CSRF token least of all.
     *
     * @param epoch of the account when its password was compared; the session ends when the account is past it
     */
    void begin(HttpServletRequest request, Viewer viewer, int epoch, boolean mustChange) {
        var before = request.getSession(false);
        if (before != null) before.invalidate();
        var session = request.getSession(true);
        session.setAttribute(TENANT, viewer.tenant());
        session.setAttribute(PERSON, viewer.person());
        session.setAttribute(POST, viewer.post());
        if (mustChange) session.setAttribute(MUST_CHANGE, true);
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, principal(viewer.tenant(), viewer.person(), epoch));
    }

    void switchTo(HttpServletRequest request, Viewer viewer) {
        request.getSession(true).setAttribute(POST, viewer.post());
    }

    static boolean mustChange(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(MUST_CHANGE) != null;
    }

    static String principal(int tenant, int person, int epoch) {
        return tenant + "/" + person + "/" + epoch;
    }

    static Authentication authentication(Viewer viewer) {
        return UsernamePasswordAuthenticationToken.authenticated(viewer, null, List.of());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {
            private Optional<SecurityContext> found = Optional.empty();

            @Override
            public SecurityContext get() {
                if (found.isEmpty()) {
                    found = Optional.of(viewer(request.getSession(false))
                            .map(viewer -> (SecurityContext) new SecurityContextImpl(authentication(viewer)))
                            .orElseGet(SecurityContextImpl::new));
                }
                return found.get();
            }

            @Override
            public boolean isGenerated() {
                return get().getAuthentication() == null;
            }
        };
    }

    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Nothing to save: {@link #begin} and {@link #switchTo} are the only ways in. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(PERSON) != null;
    }

    /** The person in the post of the session, or in another of theirs if that one has ended. */
    private Optional<Viewer> viewer(@Nullable HttpSession session) {
        if (session == null
                || !(session.getAttribute(TENANT) instanceof Integer tenant)
                || !(session.getAttribute(PERSON) instanceof Integer person)) return Optional.empty();
        var posts = roster.posts(tenant, person);
        var post = session.getAttribute(POST);
        return posts.stream().filter(p -> Integer.valueOf(p.post()).equals(post)).findFirst()
                .or(() -> posts.stream().findFirst());
    }
}
