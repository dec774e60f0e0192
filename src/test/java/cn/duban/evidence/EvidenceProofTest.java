package cn.duban.evidence;

import static cn.duban.evidence.EvidenceFixture.aHandler;
import static cn.duban.evidence.EvidenceFixture.aTenant;
import static cn.duban.evidence.EvidenceFixture.in;
import static cn.duban.evidence.EvidenceFixture.utf8;
import static cn.duban_db.evidence.Tables.FILE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class EvidenceProofTest {

    @Autowired EvidenceFiles files;
    @Autowired EvidenceProof proof;
    @Autowired DirectoryStore store;
    @Autowired DSLContext sql;

    final int tenant = aTenant();

    private FileId aFile(String text) throws IOException {
        return files.receive(aHandler(tenant), text + ".txt", in(utf8(text)), EvidenceKind.DOCUMENT).id();
    }

    @Test
    void holdsForWhatWasReceived() throws IOException {
        for (int i = 0; i < 5; i++) aFile("file " + i);
        assertThat(proof.prove(tenant)).isEqualTo(new EvidenceProof.Outcome(5, 30, 0, List.of()));
    }

    @Test
    void namesWhatIsMissingChangedOrOfAnotherSize() throws IOException {
        aFile("whole");
        var missing = aFile("missing");
        var changed = aFile("changed");
        var resized = aFile("resized");
        Files.delete(store.place(missing));
        Files.writeString(store.place(changed), "changes");
        sql.update(FILE).set(FILE.SIZE, 8L).where(FILE.TENANT.eq(tenant), FILE.HASH.eq(resized.hash())).execute();

        var outcome = proof.prove(tenant);

        assertThat(outcome.holds()).isFalse();
        assertThat(outcome.files()).isEqualTo(1);
        assertThat(outcome.faults()).containsExactlyInAnyOrder(
                new EvidenceProof.Fault(missing, "missing.txt", EvidenceProof.Wrong.MISSING),
                new EvidenceProof.Fault(changed, "changed.txt", EvidenceProof.Wrong.CHANGED),
                new EvidenceProof.Fault(resized, "resized.txt", EvidenceProof.Wrong.WRONG_SIZE));
    }

    @Test
    void countsFilesThatNoRowNames() throws IOException {
        aFile("named");
        store.keep(FileId.of(tenant, new byte[32]), Files.createTempFile(store.drafts(), "stray", ""));
        assertThat(proof.prove(tenant)).isEqualTo(new EvidenceProof.Outcome(1, 5, 1, List.of()));
    }

    @Test
    void healsAChangedFileThatIsHandedInAgain() throws IOException {
        var id = aFile("healed");
        Files.writeString(store.place(id), "broken");
        aFile("healed");
        assertThat(proof.prove(tenant).holds()).isTrue();
    }
}
