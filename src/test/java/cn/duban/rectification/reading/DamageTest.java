package cn.duban.rectification.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cn.duban.documents.DocumentText;
import cn.duban.documents.UnreadableDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a document, the reader reads it or refuses it with one sentence, and soon. */
class DamageTest {
    private static final int MUTATIONS = 120;
    private static final Duration SOON = Duration.ofMinutes(1); // on a machine that has much else to do

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsOrRefusesWhatIsLeftOfADocument(long seed) throws IOException {
        var random = new Random(seed);
        var texts = texts();
        for (var i = 0; i < MUTATIONS; i++) {
            var text = damaged(texts.get(random.nextInt(texts.size())), random);
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            if (i % 7 == 0) {
                IntStream.range(0, Math.min(12, bytes.length)).forEach(at -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt());
            }
            assertTimeoutPreemptively(SOON, () -> readOrRefuse(bytes), () -> "seed " + seed);
        }
    }

    @Test
    void refusesACollectionOfFiveMegabytesWithOneSentence() throws IOException {
        var text = Files.readString(Bulletins.INVENTED.resolve("town-report.txt"));
        var document = text.repeat(5_000_000 / text.getBytes(StandardCharsets.UTF_8).length).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Reader.read(DocumentText.read(document, "all.txt"))).isInstanceOf(NotRecognised.class).hasMessageContaining("请逐份拆开再读");
    }

    @Test
    void doesNotCompareAThousandLikeLinesForEver() {
        var like = String.join("\n", IntStream.range(0, 9000).mapToObj(i -> "整改情况第" + i + "条各部门巡察反馈问题按要求完成" + i % 97 + "项").toList());

        assertTimeoutPreemptively(SOON, () -> readOrRefuse(like.getBytes(StandardCharsets.UTF_8)));
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(ReadingJson.of(Reader.read(DocumentText.read(bytes, "damaged.txt")))).startsWith("{");
        } catch (UnreadableDocument refusal) {
            assertThat(refusal.getMessage()).endsWith("。").doesNotContain("Exception");
        }
    }

    private static List<String> texts() throws IOException {
        try (var files = Files.walk(Bulletins.INVENTED)) {
            var texts = new ArrayList<String>();
            for (var file : files.filter(file -> file.toString().matches(".*\\.(?:txt|html)")).sorted().toList()) {
                texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
            return texts;
        }
    }

    private static String damaged(String text, Random random) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        var at = random.nextInt(lines.size());
        switch (random.nextInt(7)) {
            case 0 -> {
                return text.substring(0, random.nextInt(text.length()));
            }
            case 1 -> lines.addAll(List.copyOf(lines));
            case 2 -> Collections.shuffle(lines, random);
            case 3 -> lines.set(at, lines.get(at).repeat(random.nextInt(200)));
            case 4 -> lines.addAll(at, List.copyOf(lines.subList(0, at)));
            case 5 -> {
                return text.replace("\n", "");
            }
            default -> {
                var marks = "一二（1.、)：;“”《》9是\t 问题%〔②①年月日";
                var broken = new StringBuilder(text);
                IntStream.range(0, 40).forEach(i -> broken.setCharAt(random.nextInt(broken.length()), marks.charAt(random.nextInt(marks.length()))));
                return broken.toString();
            }
        }
        return String.join("\n", lines);
    }
}
