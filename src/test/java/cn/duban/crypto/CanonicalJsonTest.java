package cn.duban.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class CanonicalJsonTest {

    private static String text(@Nullable Object value) {
        return new String(CanonicalJson.bytes(value), UTF_8);
    }

    @Test
    void sortsKeysByCodePointWithoutSpaces() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("整改", Arrays.asList(1, null, true));
        map.put("b", Map.of());
        map.put("\uD83D\uDE00", 2L);
        map.put("\uFF01", "x");
        map.put("a", -5);
        assertThat(text(map)).isEqualTo("{\"a\":-5,\"b\":{},\"整改\":[1,null,true],\"\uFF01\":\"x\",\"\uD83D\uDE00\":2}");
    }

    @Test
    void escapesOnlyWhatMustBe() {
        assertThat(text("\"\\/\n\t\r\b\f\u0001\u007f\u2028é")).isEqualTo("\"\\\"\\\\/\\n\\t\\r\\b\\f\\u0001\u007f\u2028é\"");
    }

    @Test
    void keepsTextAsItWasTyped() {
        assertThat(CanonicalJson.bytes("e\u0301")).isNotEqualTo(CanonicalJson.bytes("\u00e9"));
    }

    @Test
    void refusesWhatHasNoOneForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(Map.of("rate", 0.5)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(Map.of(1, "a")));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes("\uD83D"));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(CanonicalJson.tree("[1.0]".getBytes(UTF_8))));
        assertThatThrownBy(() -> CanonicalJson.tree("{\"a\":1,\"a\":2}".getBytes(UTF_8))).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> CanonicalJson.tree("{} {}".getBytes(UTF_8))).isInstanceOf(JacksonException.class);
    }

    @Test
    void readsBackWhatItWroteForRandomTrees() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            var bytes = CanonicalJson.bytes(anyValue(random, 4));
            assertThat(CanonicalJson.bytes(CanonicalJson.tree(bytes))).isEqualTo(bytes);
        }
    }

    private static @Nullable Object anyValue(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> new BigInteger(90, random);
            case 4 -> anyText(random);
            case 5 -> IntStream.range(0, random.nextInt(5)).mapToObj(_ -> anyValue(random, depth - 1)).collect(Collectors.toCollection(java.util.ArrayList::new));
            default -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                for (int i = random.nextInt(6); i > 0; i--) map.put(anyText(random), anyValue(random, depth - 1));
                yield map;
            }
        };
    }

    private static String anyText(Random random) {
        var points = List.of((int) 'a', (int) '"', (int) '\\', 0, 0x1f, (int) '督', 0x1F600, 0xFFFD, 0x2028);
        return random.ints(random.nextInt(6), 0, points.size()).mapToObj(points::get).map(Character::toString).collect(Collectors.joining());
    }
}
