package cn.duban.ledger;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.FileId;
import cn.duban.evidence.Receipt;
import cn.duban.web.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files that come with an act, as the evidence room describes them; nobody attaches what they did not hand in, but what serves the matter already may serve it again. */
record HandedIn(EvidenceFiles files) {

    /** One statement for all, none when the matter has them or there are none; the same file given twice counts once. */
    List<Act.Attachment> known(List<Act.Attachment> given, Dossier dossier, Viewer viewer) {
        if (given.isEmpty()) return given;
        var there = dossier.evidence().stream().collect(Collectors.toMap(AttachedEvidence::hash, Function.identity(), (a, b) -> b));
        var wanted = given.stream().filter(file -> !there.containsKey(file.hash())).map(file -> idOf(file, viewer)).distinct().toList();
        var receipts = wanted.isEmpty() ? Map.<FileId, Receipt>of() : files.attachable(viewer, wanted).stream().collect(Collectors.toMap(Receipt::id, Function.identity(), (a, b) -> a));
        var once = new LinkedHashMap<String, Act.Attachment>();
        given.forEach(file -> once.putIfAbsent(file.hash(), file));
        return once.values().stream().map(file -> {
            var before = there.get(file.hash());
            if (before != null) return new Act.Attachment(before.hash(), before.name(), before.kind(), before.mediaType(), before.size());
            var receipt = receipts.get(idOf(file, viewer));
            if (receipt == null) throw strange(file);
            return new Act.Attachment(file.hash(), file.name().isBlank() ? receipt.name() : file.name(), receipt.kind().name(), receipt.mediaType(), receipt.size());
        }).toList();
    }

    /** Files that somebody handed in at home come to stand where the matter is kept, as handed in by the same person. */
    void bringAlong(List<Act.Attachment> given, Viewer home, Viewer there) {
        if (!given.isEmpty()) files.bringAlong(given.stream().map(file -> idOf(file, home)).distinct().toList(), home, there);
    }

    private static FileId idOf(Act.Attachment file, Viewer viewer) {
        try {
            return new FileId(viewer.tenant(), file.hash());
        } catch (IllegalArgumentException notAHash) {
            throw strange(file);
        }
    }

    private static Refusal.Refused strange(Act.Attachment file) {
        return Refusal.of("input", "材料“" + file.name() + "”不是您上传的，请先上传。", "The file " + file.name() + " was not handed in by you; upload it first.").thrown();
    }
}
