package cn.duban.web;

import gg.jte.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tabler's outline icons, drawn into the page: no icon font to load, and they take the colour of the text around them.
 * They are ornaments to a screen reader; the word beside them says what they mean.
 */
public final class Icons {

    private static final String FOLDER = "/META-INF/resources/webjars/tabler__icons/3.35.0/icons/outline/";
    private static final Map<String, String> DRAWN = new ConcurrentHashMap<>();

    private Icons() {}

    public static Content icon(String name) {
        return output -> output.writeContent(DRAWN.computeIfAbsent(name, Icons::draw));
    }

    private static String draw(String name) {
        try (var file = Icons.class.getResourceAsStream(FOLDER + name + ".svg")) {
            if (file == null) throw new IllegalArgumentException("Tabler has no outline icon named " + name + ".");
            var svg = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return svg.substring(svg.indexOf("<svg"))
                    .replaceFirst("(?s)<svg.*?>", "<svg class=\"icon\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\""
                            + " stroke-width=\"1.75\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\">")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
