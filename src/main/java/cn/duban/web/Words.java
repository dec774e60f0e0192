package cn.duban.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts of all rooms, read once from {@code messages/*.properties}: Chinese, and English beside it.
 *
 * <p>{@code {0}}, {@code {1}} … are replaced as they are: no number formats, no quoting rules for apostrophes. In English a
 * counted word takes its ending: {@code {0} matter(s)} reads 1 matter, 2 matters.
 * An unknown key reads as itself, so that a forgotten text never takes a page down; a test finds it.
 */
public final class Words {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d)}((?: \\w+)+)\\(s\\)");
    private static final Map<String, String> ZH = read(false);
    private static final Map<String, String> EN = read(true);

    private Words() {}

    /** The text in the language of the request at hand. */
    public static String say(String key, @Nullable Object... arguments) {
        return in(LocaleContextHolder.getLocale(), key, arguments);
    }

    public static String in(Locale language, String key, @Nullable Object... arguments) {
        var chinese = ZH.getOrDefault(key, key);
        return fill(english(language) ? counted(EN.getOrDefault(key, chinese), arguments) : chinese, arguments);
    }

    public static boolean has(String key) {
        return ZH.containsKey(key);
    }

    /** Whether the reader of the request at hand chose English. */
    public static boolean english() {
        return english(LocaleContextHolder.getLocale());
    }

    static Set<String> keys(boolean english) {
        return (english ? EN : ZH).keySet();
    }

    private static boolean english(Locale language) {
        return language.getLanguage().equals("en");
    }

    private static String counted(String text, @Nullable Object[] arguments) {
        if (!text.contains("(s)")) return text;
        return COUNTED.matcher(text).replaceAll(found -> {
            var number = Integer.parseInt(found.group(1));
            var one = number < arguments.length && "1".equals(String.valueOf(arguments[number]));
            return Matcher.quoteReplacement("{" + number + "}" + found.group(2) + (one ? "" : "s"));
        });
    }

    private static String fill(String text, @Nullable Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        return text;
    }

    private static Map<String, String> read(boolean english) {
        var texts = new HashMap<String, String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                if (english != String.valueOf(file.getFilename()).endsWith("_en.properties")) continue;
                var room = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    room.load(reader);
                }
                room.forEach((key, text) -> texts.put((String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The texts under messages/ could not be read.", e);
        }
        return Map.copyOf(texts);
    }
}
