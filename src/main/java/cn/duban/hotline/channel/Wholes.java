package cn.duban.hotline.channel;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.hotline.Additions;
import cn.duban.hotline.Citizen;
import cn.duban.ledger.Act;
import cn.duban.ledger.MatterId;
import cn.duban.web.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** What found no room in a ticket comes with it as a file, whole. */
@Component
class Wholes {

    private final EvidenceFiles files;
    private final Additions additions;
    private final Citizen citizen;

    Wholes(EvidenceFiles files, Additions additions, Citizen citizen) {
        this.files = files;
        this.additions = additions;
        this.citizen = citizen;
    }

    /** @param key under which it is hung on the ticket once */
    void keep(MatterId ticket, String text, String key) {
        var by = citizen.on(ticket);
        try {
            var receipt = files.receive(by, Words.in(Words.CHINESE, "hotline.channel.whole"), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), EvidenceKind.DOCUMENT);
            additions.hang(ticket, Words.in(Words.CHINESE, "hotline.channel.cut", text.length()), List.of(new Act.Attachment(receipt.id().hex(), receipt.name(), receipt.kind().name(), receipt.mediaType(), receipt.size())), by, key);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }
}
