package cn.duban.hotline.citizen;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.evidence.EvidenceRefused;
import cn.duban.evidence.Receipt;
import cn.duban.ledger.Act;
import cn.duban.ledger.Door;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Photographs and papers that a citizen hands in with a report: few, not large, and what they are is read from their content. */
@Component
class Enclosing {

    static final int MOST = 5;
    static final long LARGEST = 20L * 1024 * 1024;

    private final EvidenceFiles files;
    private final Ledger ledger;

    Enclosing(EvidenceFiles files, Ledger ledger) {
        this.files = files;
        this.ledger = ledger;
    }

    static List<MultipartFile> chosen(@Nullable List<MultipartFile> sent) {
        return sent == null ? List.of() : sent.stream().filter(file -> !file.isEmpty()).toList();
    }

    /** Taken in before the report is, so that whoever chose a file that cannot be kept can choose another. */
    List<Act.Attachment> receive(List<MultipartFile> chosen, Viewer by, Complaints complaints) throws IOException {
        complaints.addIf(chosen.size() > MOST, "files", "hotline.report.files.many", MOST);
        complaints.addIf(chosen.stream().anyMatch(file -> file.getSize() > LARGEST), "files", "hotline.report.files.large", LARGEST / 1024 / 1024);
        var taken = new ArrayList<Act.Attachment>();
        if (!complaints.isEmpty()) return taken;
        for (var file : chosen) try (var in = file.getInputStream()) {
            taken.add(attachment(files.receive(by, Door.masked(Objects.requireNonNullElse(file.getOriginalFilename(), "")), in, String.valueOf(file.getContentType()).startsWith("image/") ? EvidenceKind.PHOTO : EvidenceKind.DOCUMENT)));
        } catch (EvidenceRefused refused) {
            complaints.add("files", "hotline.report.files.refused", refused.getMessage());
        }
        return taken;
    }

    /** Once for each report, however often it is sent. */
    void enclose(MatterId ticket, List<Act.Attachment> taken, Viewer by) {
        if (!taken.isEmpty()) ledger.act(ticket, Act.of("supplement").saying("note", Words.in(Words.CHINESE, "hotline.report.enclosed", taken.size())).with(taken.toArray(Act.Attachment[]::new)), by, "enclosed " + ticket);
    }

    private static Act.Attachment attachment(Receipt receipt) {
        return new Act.Attachment(receipt.id().hex(), receipt.name(), receipt.kind().name(), receipt.mediaType(), receipt.size());
    }
}
