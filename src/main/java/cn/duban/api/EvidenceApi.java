package cn.duban.api;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.evidence.Receipt;
import cn.duban.web.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes a file in; its id goes into the {@code evidence} of an act afterwards. */
@RestController
@RequestMapping("/api/v1/evidence")
@Tag(name = "evidence")
class EvidenceApi {

    private final EvidenceFiles files;

    EvidenceApi(EvidenceFiles files) {
        this.files = files;
    }

    /** @param id what an act names as evidence: tenant and SM3 of the bytes */
    record Received(String id, String name, EvidenceKind kind, String mediaType, long size) {
        static Received of(Receipt receipt) {
            return new Received(receipt.id().toString(), receipt.name(), receipt.kind(), receipt.mediaType(), receipt.size());
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "handIn", summary = "上传材料 / Hand in a file as evidence")
    Received receive(@RequestParam MultipartFile file,
            @Parameter(description = "site-visit, document, photo, recording or phone") @RequestParam String kind,
            @Parameter(hidden = true) Viewer viewer) throws IOException {
        var as = Asked.word("kind", kind, EvidenceKind.class);
        if (as == null) throw Asked.bad("api.filter", "kind", kind);
        try (var in = file.getInputStream()) {
            return Received.of(files.receive(viewer, Objects.requireNonNullElse(file.getOriginalFilename(), ""), in, as));
        }
    }
}
