package cn.duban.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a photograph says of itself, and that a broken one costs nothing. */
class TakenTest {

    @TempDir Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("photo.jpg"), bytes);
    }

    @Test
    void readsTheCamerasClockAndPlace() throws IOException {
        var taken = Taken.of(file(Photograph.taken("2026:11:28 09:30:15", Color.GREEN))).orElseThrow();
        assertThat(taken.at()).isEqualTo(LocalDateTime.of(2026, 11, 28, 9, 30, 15));
        assertThat(taken.latitude()).isEqualByComparingTo(new BigDecimal("36.1"));
        assertThat(taken.longitude()).isEqualByComparingTo(new BigDecimal("120.36"));
        assertThat(taken.place()).isEqualTo("36.100000, 120.360000");
    }

    @Test
    void takesNoClockThatIsNone() throws IOException {
        assertThat(Taken.of(file(Photograph.taken("0000:00:00 00:00:00", Color.GREEN))).orElseThrow().at()).isNull();
        assertThat(Taken.of(file(Photograph.taken("2026:02:31 09:30:15", Color.GREEN))).orElseThrow().at()).isNull();
        assertThat(Taken.of(file(new byte[] {1, 2, 3}))).isEmpty();
    }

    /** Every byte of the block turned at random: whatever it claims, it is read within its length or not at all. */
    @Test
    void readsNothingBeyondABrokenBlock() throws IOException {
        var random = new Random(20261129);
        for (int i = 0; i < 2000; i++) {
            var block = Photograph.exif("2026:11:28 09:30:15");
            for (int turned = 0; turned < 1 + i % 6; turned++) block[6 + random.nextInt(block.length - 6)] = (byte) random.nextInt(256);
            var cut = java.util.Arrays.copyOf(block, 7 + random.nextInt(block.length - 7));
            for (var broken : new byte[][] {block, cut}) {
                var jpeg = new byte[broken.length + 6];
                System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, (byte) ((broken.length + 2) >> 8), (byte) (broken.length + 2)}, 0, jpeg, 0, 6);
                System.arraycopy(broken, 0, jpeg, 6, broken.length);
                Taken.of(file(jpeg)).ifPresent(taken -> assertThat(taken.latitude() == null).isEqualTo(taken.longitude() == null));
            }
        }
    }
}
