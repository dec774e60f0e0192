package cn.duban.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one byte string that a value has: the payload form of ledger entries, so that a hash of it can be proved years later.
 *
 * <p>Values: {@code Map<String, ?>}, {@code List<?>}, {@code String}, whole numbers, {@code Boolean} and {@code null}.
 * JSON in UTF-8 without spaces; keys in the order of their code points; only {@code "}, {@code \} and control characters
 * escaped, by the short form where there is one; no Unicode normalisation. Fractions are refused because their text is
 * not unique: a sum of money is written in fen, a rate as text.
 */
public final class CanonicalJson {

    private static final Comparator<Map.Entry<?, ?>> BY_KEY = (a, b) -> byCodePoint(key(a.getKey()), key(b.getKey()));

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /** @throws IllegalArgumentException if the value holds anything but the kinds named above, or half a character */
    public static byte[] bytes(@Nullable Object value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The digest of the canonical bytes. */
    public static byte[] digest(@Nullable Object value) {
        return Sm3.digest(bytes(value));
    }

    /** The tree that the bytes hold, canonical or not: doubled keys and bytes after the end are refused. */
    public static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    /** A Jackson tree as the plain value that {@link #bytes} takes. */
    public static @Nullable Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                node.properties().forEach(p -> map.put(p.getKey(), plain(p.getValue())));
                yield map;
            }
            case ARRAY -> {
                var list = new ArrayList<@Nullable Object>();
                node.forEach(item -> list.add(plain(item)));
                yield list;
            }
            case STRING -> node.stringValue();
            case BOOLEAN -> node.booleanValue();
            case NULL -> null;
            case NUMBER -> number(node);
            default -> throw refused(node.getNodeType().name());
        };
    }

    private static Object number(JsonNode node) {
        if (!node.isIntegralNumber()) throw refused("the fraction " + node);
        return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case Boolean b -> text.append(b.booleanValue());
            case String s -> quote(s, text);
            case Byte n -> text.append(n);
            case Short n -> text.append(n);
            case Integer n -> text.append(n);
            case Long n -> text.append(n);
            case BigInteger n -> text.append(n);
            case List<?> list -> writeAll(list, text);
            case Map<?, ?> map -> writeSorted(map, text);
            case JsonNode node -> write(plain(node), text);
            default -> throw refused(value.getClass().getSimpleName());
        }
    }

    private static void writeAll(List<?> list, StringBuilder text) {
        text.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) text.append(',');
            write(list.get(i), text);
        }
        text.append(']');
    }

    private static void writeSorted(Map<?, ?> map, StringBuilder text) {
        var entries = map.entrySet().toArray(new Map.Entry<?, ?>[0]);
        Arrays.sort(entries, BY_KEY);
        text.append('{');
        for (int i = 0; i < entries.length; i++) {
            if (i > 0) text.append(',');
            quote(key(entries[i].getKey()), text);
            text.append(':');
            write(entries[i].getValue(), text);
        }
        text.append('}');
    }

    private static String key(@Nullable Object key) {
        if (key instanceof String text) return text;
        throw refused("a key that is not text (" + key + ")");
    }

    private static void quote(String s, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < 0x20) text.append(String.format("\\u%04x", (int) c));
                    else if (Character.isSurrogate(c)) text.append(c).append(lowAfter(c, s, ++i));
                    else text.append(c);
                }
            }
        }
        text.append('"');
    }

    private static char lowAfter(char high, String s, int at) {
        if (Character.isHighSurrogate(high) && at < s.length() && Character.isLowSurrogate(s.charAt(at))) return s.charAt(at);
        throw new IllegalArgumentException("A text holds half of a surrogate pair and has no UTF-8 form.");
    }

    /** Code units of pairs lie below those of the last plain characters, the code points that they make lie above. */
    private static int byCodePoint(String a, String b) {
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            char one = a.charAt(i);
            char other = b.charAt(i);
            if (one == other) continue;
            var paired = Character.isSurrogate(one) ? 1 : 0;
            var otherPaired = Character.isSurrogate(other) ? 1 : 0;
            return paired != otherPaired ? paired - otherPaired : one - other;
        }
        return a.length() - b.length();
    }

    private static IllegalArgumentException refused(String what) {
        return new IllegalArgumentException("Canonical JSON knows maps, lists, text, whole numbers, true, false and null, not " + what + ".");
    }
}
