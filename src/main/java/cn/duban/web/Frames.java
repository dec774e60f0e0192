package cn.duban.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Gathers the frame of a page: who looks, what the rooms contribute, where the reader is. */
@Component
class Frames {

    private final ObjectProvider<Navigation> rooms;
    private final ObjectProvider<Desk> desk;
    private final ObjectProvider<Bell> bell;
    private final ObjectProvider<ResourceUrlProvider> assets;
    /** A figure in the margin may be this old, so that most pages do not pay for it. */
    private final Cache<Viewer, Map<Navigation, Map<String, Integer>>> badges = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).maximumSize(10_000).build();
    /** The addresses that change with what they lead to, and so only with a start. */
    private final Map<String, String> versioned = new ConcurrentHashMap<>();

    Frames(ObjectProvider<Navigation> rooms, ObjectProvider<Desk> desk, ObjectProvider<Bell> bell, ObjectProvider<ResourceUrlProvider> assets) {
        this.rooms = rooms;
        this.desk = desk;
        this.bell = bell;
        this.assets = assets;
    }

    Frame of(String template, @Nullable Object page, HttpServletRequest request) {
        var viewer = viewer(request);
        var path = Paths.asked(request);
        return new Frame(
                page instanceof Titled titled ? titled.title() : Words.say(template.replace('/', '.') + ".title"),
                viewer,
                viewer == null || path.startsWith("/public/"),
                desk.stream().map(d -> d.government(viewer)).filter(Objects::nonNull).findFirst().orElse(null),
                request.getQueryString() == null || !request.getMethod().equals("GET") ? path : path + "?" + request.getQueryString(),
                viewer == null ? List.of() : desk.stream().flatMap(d -> d.posts(viewer).stream()).toList(),
                viewer == null ? List.of() : navigation(viewer, path, request.getQueryString()),
                rooms.stream().map(Navigation::search).filter(Objects::nonNull).findFirst().orElse(null),
                viewer == null ? null : bell.stream().map(b -> Bell.Shown.of(b, viewer)).findFirst().orElse(null),
                Preferences.of(request),
                viewer == null ? "{}" : csrf(request),
                asset("/assets/duban.css"),
                asset("/assets/duban.js"));
    }

    static @Nullable Viewer viewer(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication signed && signed.getPrincipal() instanceof Viewer viewer
                ? viewer
                : null;
    }

    private List<Frame.Item> navigation(Viewer viewer, String path, @Nullable String query) {
        record Shown(Navigation.Entry entry, int badge) {}
        var shown = new ArrayList<Shown>();
        figures(viewer).forEach((room, figures) -> room.entries(viewer).forEach(entry -> shown.add(new Shown(entry, figures.getOrDefault(entry.href(), 0)))));
        shown.sort(Comparator.comparingInt(s -> s.entry().order()));
        var here = shown.stream().filter(s -> s.entry().also() != null && within(path, s.entry().also()) || within(path, s.entry().href()) || s.entry().href().equals(path + "?" + query)).map(s -> s.entry().href())
                .max(Comparator.comparingInt(String::length)).orElse("");
        var items = new ArrayList<Frame.Item>();
        var group = -1;
        for (var s : shown) {
            var entry = s.entry();
            var first = group >= 0 && entry.order() / 100 != group;
            items.add(new Frame.Item(Words.say(entry.key()), entry.href(), entry.icon(), s.badge(), entry.href().equals(here), first));
            group = entry.order() / 100;
        }
        return items;
    }

    /** Counted outside the cache's own locks: it takes several statements, and others' figures would wait for them. */
    private Map<Navigation, Map<String, Integer>> figures(Viewer viewer) {
        var known = badges.getIfPresent(viewer);
        if (known != null) return known;
        var fresh = rooms.orderedStream().collect(Collectors.toMap(room -> room, room -> room.badges(viewer)));
        // whoever counted first stays: of two at once the slower one knows no better
        var first = badges.asMap().putIfAbsent(viewer, fresh);
        return first == null ? fresh : first;
    }

    private static boolean within(String path, String href) {
        return path.equals(href) || (!href.equals("/") && path.startsWith(href + "/"));
    }

    private static String csrf(HttpServletRequest request) {
        var token = CsrfFields.token(request);
        return token == null ? "{}" : "{\"" + token.getHeaderName() + "\":\"" + token.getToken() + "\"}";
    }

    private String asset(String path) {
        // in the first moments of a start there is none yet, which is not kept
        var known = versioned.computeIfAbsent(path, one -> assets.stream().map(provider -> provider.getForLookupPath(one)).filter(Objects::nonNull).findFirst().orElse(null));
        return known == null ? path : known;
    }
}
