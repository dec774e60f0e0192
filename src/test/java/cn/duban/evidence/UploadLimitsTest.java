package cn.duban.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class UploadLimitsTest {

    @Test
    void takesInAsMuchAsTheLargestFileAllows() {
        for (var largest : new DataSize[] {DataSize.ofMegabytes(100), DataSize.ofMegabytes(500)}) {
            var limits = new UploadLimits().uploads(largest);
            assertThat(limits.getMaxFileSize()).isEqualTo(largest.toBytes());
            assertThat(limits.getMaxRequestSize()).isGreaterThanOrEqualTo(2 * largest.toBytes());
        }
    }
}
