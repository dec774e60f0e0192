package cn.duban.evidence;

import static cn.duban.evidence.EvidenceFixture.aHandler;
import static cn.duban.evidence.EvidenceFixture.aPdf;
import static cn.duban.evidence.EvidenceFixture.aPicture;
import static cn.duban.evidence.EvidenceFixture.aPngBomb;
import static cn.duban.evidence.EvidenceFixture.aTenant;
import static cn.duban.evidence.EvidenceFixture.in;
import static cn.duban.evidence.EvidenceFixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class PreviewsTest {

    @Autowired EvidenceFiles files;
    @Autowired Previews previews;
    @Autowired DirectoryStore store;

    private Receipt received(String name, byte[] content) throws IOException {
        return files.receive(aHandler(aTenant()), name, in(content), EvidenceKind.DOCUMENT);
    }

    @Test
    void drawsOnceAndThenReadsWhatItDrew() throws IOException {
        var pdf = received("报告.pdf", aPdf(2)).id();
        assertThat(previews.pages(pdf, FileFormat.PDF)).isEqualTo(2);
        var second = previews.page(pdf, FileFormat.PDF, 2).orElseThrow();
        assertThat(ImageIO.read(second.toFile()).getHeight()).isGreaterThan(1000);
        assertThat(previews.page(pdf, FileFormat.PDF, 3)).isEmpty();
        assertThat(previews.page(pdf, FileFormat.PDF, 0)).isEmpty();
        Files.delete(store.place(pdf));
        assertThat(previews.pages(pdf, FileFormat.PDF)).isEqualTo(2);
    }

    @Test
    void showsNothingOfABombAndKeepsTheFile() throws IOException {
        var bomb = received("现场.png", aPngBomb(60_000, 60_000));
        assertThat(previews.pages(bomb.id(), FileFormat.PNG)).isZero();
        assertThat(files.open(bomb.id()).readAllBytes()).hasSize((int) bomb.size());
    }

    @Test
    void showsNothingOfTextAndSound() throws IOException {
        assertThat(previews.pages(received("a.txt", utf8("x")).id(), FileFormat.TXT)).isZero();
    }

    @Test
    void servesManyWhoLookAtTheSameInstant() throws Exception {
        var photo = received("现场.jpg", aPicture("jpg", 3000, 2000)).id();
        Callable<Integer> look = () -> previews.pages(photo, FileFormat.JPEG);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : pool.invokeAll(IntStream.range(0, 20).mapToObj(_ -> look).toList())) assertThat(one.get()).isEqualTo(1);
        }
    }
}
