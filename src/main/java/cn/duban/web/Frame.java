package cn.duban.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a page: everything that the shells need to know and a page does not.
 *
 * @param viewer nobody on the public pages and before sign-in
 * @param open whether the public skin is worn
 * @param path the page itself, with its query, to come back to
 * @param posts the other posts of the viewer
 * @param bell none where no room keeps notices, or nobody is signed in
 * @param csrf the headers that htmx sends along, as JSON
 */
public record Frame(
        String title,
        @Nullable Viewer viewer,
        boolean open,
        @Nullable String government,
        String path,
        List<Viewer> posts,
        List<Item> navigation,
        @Nullable String search,
        Bell.@Nullable Shown bell,
        Preferences preferences,
        String csrf,
        String stylesheet,
        String script) {

    /** An entry of the navigation, ready to show. */
    public record Item(String label, String href, String icon, int badge, boolean current, boolean first) {}

    public String lang() {
        return preferences.language().equals("en") ? "en" : "zh-CN";
    }

    /** A link that changes one preference and comes back here. */
    public String prefer(String name, String value) {
        return "/preferences?" + name + "=" + value + "&back=" + java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8);
    }

    public boolean prefers(String value) {
        return List.of(preferences.language(), preferences.theme(), preferences.text(), preferences.contrast()).contains(value);
    }
}
