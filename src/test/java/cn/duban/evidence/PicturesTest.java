package cn.duban.evidence;

import static cn.duban.evidence.EvidenceFixture.aPicture;
import static cn.duban.evidence.EvidenceFixture.aPngBomb;
import static cn.duban.evidence.EvidenceFixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {

    @TempDir Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("picture"), content);
    }

    @Test
    void makesALargePictureSmallAndLeavesASmallOne() throws IOException {
        var large = Pictures.small(file(aPicture("jpg", 5000, 2500)));
        assertThat(large.getWidth()).isEqualTo(1200);
        assertThat(large.getHeight()).isEqualTo(600);
        var small = Pictures.small(file(aPicture("png", 40, 30)));
        assertThat(small.getWidth()).isEqualTo(40);
    }

    @Test
    void readsWebP() throws IOException {
        var picture = Base64.getDecoder().decode("UklGRogAAABXRUJQVlA4IHwAAABwBQCdASooABQAPpE4mUi/oyKhMBVaq/ASCWgtgApmWr/IN4CL/9tX9ALn/AOUi8ZfqqOwAP7ws6/vef7NqhjwNlbH7f/65If85IOQcg/SdeJDtZrNdzT6lD5ToqQk6zHUewc7gim4XvyVaUYjKxwrQMuB7MICKfg4gAAA");
        var small = Pictures.small(file(picture));
        assertThat(small.getWidth()).isEqualTo(40);
        assertThat(small.getHeight()).isEqualTo(20);
        assertThat(new Color(small.getRGB(20, 1)).getRed()).isGreaterThan(180);
        assertThat(new Color(small.getRGB(20, 18)).getBlue()).isGreaterThan(180);
    }

    @Test
    void refusesABombBeforeItDecodesAPixel() throws IOException {
        var bomb = aPngBomb(60_000, 60_000);
        assertThat(bomb.length).isLessThan(100_000);
        assertThatExceptionOfType(NoPreview.class).isThrownBy(() -> Pictures.small(file(bomb))).withMessageContaining("60000");
        assertThatExceptionOfType(NoPreview.class).isThrownBy(() -> Pictures.small(file(aPngBomb(25_000, 25_000))));
        assertThatExceptionOfType(NoPreview.class).isThrownBy(() -> Pictures.small(file(utf8("no picture"))));
    }

    /** The red left upper corner of what the camera saw must come to stand where the orientation says. */
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1"})
    void turnsAPhotoUpright(int orientation, int right, int below) throws IOException {
        var photo = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 16; x++) for (int y = 0; y < 16; y++) photo.setRGB(x, y, Color.RED.getRGB());
        var upright = Pictures.small(file(withOrientation(photo, orientation)));
        assertThat(upright.getWidth()).isEqualTo(orientation >= 5 ? 32 : 64);
        int x = right == 0 ? 5 : upright.getWidth() - 6;
        int y = below == 0 ? 5 : upright.getHeight() - 6;
        assertThat(new Color(upright.getRGB(x, y)).getRed()).isGreaterThan(200);
        assertThat(new Color(upright.getRGB(upright.getWidth() - 1 - x, upright.getHeight() - 1 - y)).getRed()).isLessThan(50);
    }

    private static byte[] withOrientation(BufferedImage photo, int orientation) throws IOException {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(photo, "jpg", jpeg);
        byte[] exif = {(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
        var out = new ByteArrayOutputStream();
        out.write(jpeg.toByteArray(), 0, 2);
        out.write(exif);
        out.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return out.toByteArray();
    }
}
