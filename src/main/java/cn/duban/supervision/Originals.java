package cn.duban.supervision;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.evidence.FileId;
import cn.duban.evidence.Receipt;
import cn.duban.ledger.Act;
import cn.duban.web.Viewer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** The files that come with a form of this room, those of an earlier try included. */
record Originals(EvidenceFiles files) {

    List<Receipt> given(MultiValueMap<String, String> typed, @Nullable List<MultipartFile> uploads, EvidenceKind kind, Viewer viewer) throws IOException {
        var hidden = typed.getOrDefault("evidence", List.of()).stream().filter(id -> id.matches("\\d{1,9}-[0-9a-f]{64}")).map(FileId::of).toList();
        var given = new ArrayList<>(hidden.isEmpty() ? List.of() : files.attachable(viewer, hidden));
        for (var upload : uploads == null ? List.<MultipartFile>of() : uploads) {
            var name = Objects.requireNonNullElse(upload.getOriginalFilename(), "");
            if (upload.isEmpty() && name.isEmpty()) continue;
            try (var in = upload.getInputStream()) {
                given.add(files.receive(viewer, name, in, kind));
            }
        }
        return given;
    }

    static Act.Attachment attached(Receipt receipt) {
        return new Act.Attachment(receipt.id().hex(), receipt.name(), receipt.kind().name(), receipt.mediaType(), receipt.size());
    }
}
