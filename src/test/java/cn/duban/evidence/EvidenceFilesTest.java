package cn.duban.evidence;

import static cn.duban.evidence.EvidenceFixture.aColleague;
import static cn.duban.evidence.EvidenceFixture.aHandler;
import static cn.duban.evidence.EvidenceFixture.aPdf;
import static cn.duban.evidence.EvidenceFixture.aPicture;
import static cn.duban.evidence.EvidenceFixture.aZip;
import static cn.duban.evidence.EvidenceFixture.in;
import static cn.duban.evidence.EvidenceFixture.utf8;
import static cn.duban_db.evidence.Tables.FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.duban.DubanTest;
import cn.duban.crypto.Sm3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import cn.duban.units.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class EvidenceFilesTest {

    @Autowired EvidenceFiles files;
    @Autowired DirectoryStore store;
    @Autowired DSLContext sql;
    @Autowired Clock clock;

    @Autowired Tenants tenants;

    int tenant;

    @BeforeEach
    void foundAGovernment() {
        tenant = founded();
    }

    private int founded() {
        return tenants.add(new Tenants.Founding("清溪县人民政府", "370000", "", "管理员")).tenant();
    }

    @Test
    void receivesAFileUnderItsHash() throws IOException {
        var pdf = aPdf(1);
        var receipt = files.receive(aHandler(tenant), "整改报告.pdf", in(pdf), EvidenceKind.DOCUMENT);
        assertThat(receipt.id()).isEqualTo(FileId.of(tenant, Sm3.digest(pdf)));
        assertThat(receipt.size()).isEqualTo(pdf.length);
        assertThat(receipt.mediaType()).isEqualTo("application/pdf");
        assertThat(files.open(receipt.id()).readAllBytes()).isEqualTo(pdf);
    }

    @Test
    void takesTheSameFileOfTheSamePersonOnce() throws IOException {
        var first = files.receive(aHandler(tenant), "一.txt", in(utf8("x")), EvidenceKind.DOCUMENT);
        var again = files.receive(aHandler(tenant), "二.txt", in(utf8("x")), EvidenceKind.PHONE);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.uploadedAt()).isEqualTo(first.uploadedAt());
        assertThat(files.attachable(aHandler(tenant), first.id())).contains(again);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void takesIdenticalUploadsAtTheSameInstant() throws Exception {
        var picture = aPicture("png", 300, 200);
        Callable<FileId> upload = () -> files.receive(aHandler(tenant), "现场.png", in(picture), EvidenceKind.SITE_VISIT).id();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : pool.invokeAll(IntStream.range(0, 12).mapToObj(_ -> upload).toList()))
                assertThat(one.get()).isEqualTo(FileId.of(tenant, Sm3.digest(picture)));
        }
        assertThat(rows()).isEqualTo(1);
        assertThat(files.open(FileId.of(tenant, Sm3.digest(picture))).readAllBytes()).isEqualTo(picture);
    }

    @Test
    void grantsNothingToWhoOnlyKnowsTheHash() throws IOException {
        var id = files.receive(aHandler(tenant), "a.txt", in(utf8("secret")), EvidenceKind.DOCUMENT).id();
        assertThat(files.mayAttach(aHandler(tenant), id)).isTrue();
        assertThat(files.mayAttach(aColleague(tenant), id)).isFalse();
        assertThat(files.readable(aColleague(tenant), id)).isEmpty();
        var elsewhere = founded();
        assertThat(files.mayAttach(aHandler(elsewhere), id)).isFalse();
        assertThat(files.mayRead(aHandler(elsewhere), id)).isFalse();
        assertThat(files.mayAttach(aHandler(elsewhere), new FileId(elsewhere, id.hex()))).isFalse();
    }

    @Test
    void refusesWhatIsEmptyTooLargeOrOfAWrongType() throws IOException {
        refused("空.txt", in(new byte[0]), EvidenceRefused.Reason.EMPTY);
        refused("全部.zip", in(aZip("a")), EvidenceRefused.Reason.ARCHIVE);
        refused("大.mp4", endless(), EvidenceRefused.Reason.TOO_LARGE);
        assertThat(rows()).isZero();
        assertThat(store.all(tenant)).isEmpty();
    }

    private void refused(String name, InputStream content, EvidenceRefused.Reason reason) {
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> files.receive(aHandler(tenant), name, content, EvidenceKind.DOCUMENT))
                .matches(refused -> refused.reason() == reason)
                .withMessageContaining(name);
    }

    @Test
    void leavesNoDraftBehind() throws IOException {
        files.receive(aHandler(tenant), "../../../a.txt", in(utf8("path")), EvidenceKind.DOCUMENT);
        refused("大.mp4", endless(), EvidenceRefused.Reason.TOO_LARGE);
        try (var drafts = Files.list(store.drafts())) {
            assertThat(drafts).isEmpty();
        }
        assertThat(files.attachable(aHandler(tenant), FileId.of(tenant, Sm3.digest(utf8("path")))).orElseThrow().name()).isEqualTo("a.txt");
    }

    /** What a kill between the file and its row leaves behind. */
    @Test
    void isNotHarmedByAFileWithoutARow() throws IOException {
        var id = FileId.of(tenant, Sm3.digest(utf8("killed")));
        store.keep(id, Files.write(store.drafts().resolve("killed-" + tenant), utf8("killed")));
        assertThat(files.mayAttach(aHandler(tenant), id)).isFalse();
        assertThat(files.readable(aHandler(tenant), id)).isEmpty();
        assertThat(files.receive(aHandler(tenant), "again.txt", in(utf8("killed")), EvidenceKind.DOCUMENT).id()).isEqualTo(id);
        assertThat(files.mayAttach(aHandler(tenant), id)).isTrue();
    }

    @Test
    void clearsDraftsOfYesterdayWhenItStarts() throws IOException {
        var old = Files.createTempFile(store.drafts(), "old", "");
        var young = Files.createTempFile(store.drafts(), "young", "");
        Files.setLastModifiedTime(old, FileTime.from(clock.instant().minus(25, ChronoUnit.HOURS)));
        new DirectoryStore(store.drafts().getParent().getParent(), "", clock);
        assertThat(old).doesNotExist();
        assertThat(Files.deleteIfExists(young)).isTrue();
    }

    private int rows() {
        return sql.fetchCount(FILE, FILE.TENANT.eq(tenant));
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                return length;
            }
        };
    }
}
