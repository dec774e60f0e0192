package cn.duban.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class Sm3Test {

    private static final String ABC = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
    private static final byte[] LONG = "abcd".repeat(16).getBytes(UTF_8);

    @Test
    void holdsTheVectorsOfTheStandard() {
        assertThat(Sm3.hex(Sm3.digest("abc".getBytes(UTF_8)))).isEqualTo(ABC);
        assertThat(Sm3.hex(Sm3.digest(LONG))).isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void digestsPartsAsOneText() {
        assertThat(Sm3.hex(Sm3.digest("a".getBytes(UTF_8), "bc".getBytes(UTF_8)))).isEqualTo(ABC);
    }

    @Test
    void digestsWhatPassesThrough() throws IOException {
        var copy = new ByteArrayOutputStream();
        var stream = new Sm3.Stream(copy);
        stream.write('a');
        stream.write("bc".getBytes(UTF_8));
        assertThat(Sm3.hex(stream.digest())).isEqualTo(ABC);
        assertThat(copy.toString(UTF_8)).isEqualTo("abc");
        assertThat(stream.size()).isEqualTo(3);
        assertThat(Sm3.digest(new ByteArrayInputStream(LONG))).isEqualTo(Sm3.digest(LONG));
    }

    @Test
    void parsesOnlyWholeDigests() {
        assertThat(Sm3.parse(ABC)).isEqualTo(Sm3.digest("abc".getBytes(UTF_8)));
        assertThatIllegalArgumentException().isThrownBy(() -> Sm3.parse(ABC.substring(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> Sm3.parse("../".repeat(21) + "x"));
    }
}
